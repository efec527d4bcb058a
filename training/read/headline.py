"""The weights that choose an article's headline among a page's wordings.

    python -m training.read.headline OUT.toml PAGES.jsonl.gz...

PAGES are labelled pages in the form that the scorer of pages describes at its head. A conditional
logistic regression over the wordings of a page (McFadden 1974) with an L2 penalty. Prints how often
the heaviest wording is the labelled one: on the pages learnt from, and on outlets left out in turn.
"""

import datetime
import random
import sys
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt
from benchmarks.predict.rows import Row, read_rows

from reportedly.read.body import body_blocks, told_by
from reportedly.read.decoding import decode
from reportedly.read.folding import fold
from reportedly.read.headline import best_heading
from reportedly.read.headline_candidates import find_candidates
from reportedly.read.headline_features import features_of
from reportedly.read.markup import read_markup
from reportedly.read.outlet import find_language
from reportedly.read.rendering import parse, render
from reportedly.read.sight import Sight
from reportedly.records import Page

# The penalty on squared weights; 0.1 to 3 changed the left-out score by less than two pages in a hundred.
PENALTY = 0.15
STEPS = 300
RATE = 0.1
FOLDS = 20
# Weights this small decide nothing and are left out of the table.
SMALLEST = 0.02

Vector = npt.NDArray[np.float64]
Places = npt.NDArray[np.intp]


class Choice(msgspec.Struct, frozen=True):
    """The wordings of one page: the features of each, which are right, and the outlet."""

    features: list[list[str]]
    right: list[bool]
    outlet: str


def main(arguments: list[str]) -> int:
    """Learn the weights from labelled pages, write them, print the scores; return the exit status."""
    if len(arguments) < 2:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    sets = [
        [choice_on(row) for row in read_rows(Path(name)) if row["gold"].get("headline")]
        for name in arguments[1:]
    ]
    choices = [choice for found in sets for choice in found]
    weights = learn(choices)
    for name, found in zip(arguments[1:], sets, strict=True):
        told = (
            f"{Path(name).name}: {share(found, weights):.3f}, outlets left out {left_out(found, choices):.3f}"
        )
        sys.stdout.write(told + "\n")
    Path(arguments[0]).write_text(as_toml(weights), encoding="utf8")
    return 0


def as_toml(weights: dict[str, float]) -> str:
    """Return the table of the weights that decide something, by name."""
    lines = [
        f'"{name}" = {weight:.2f}' for name, weight in sorted(weights.items()) if abs(weight) >= SMALLEST
    ]
    head = "# Logits by feature of a wording; made by training/read/headline.py from labelled pages."
    return "\n".join([head, "[weights]", *lines, ""])


def choice_on(row: Row) -> Choice:
    """Return the wordings of a labelled page."""
    sight = sight_of(row)
    wordings = find_candidates(sight, best_heading(sight))
    right = [c.folded == fold(row["gold"]["headline"]) for c in wordings]
    outlet = row["id"].split("/")[1] if "/" in row["id"] else row["id"]
    return Choice(features_of(sight, wordings), right, outlet)


def sight_of(row: Row) -> Sight:
    """Return a page as its fields are chosen."""
    body = row["html"].encode("utf-8", "surrogatepass")
    text = decode(Page(body=body, url=row.get("url"), fetched_at=datetime.datetime.now(datetime.UTC)))
    tree = parse(text if isinstance(text, str) else "")
    document, markup = render(tree), read_markup(tree)
    blocks = body_blocks(document, told_by(markup))
    language = find_language(document, markup, blocks)
    told = language.value if language else "en"
    return Sight(document=document, markup=markup, url=row.get("url"), language=told, body=blocks)


def learn(choices: list[Choice]) -> dict[str, float]:
    """Return the weights under which the labelled wordings are likeliest (Adam on the whole set)."""
    usable = [c for c in choices if any(c.right) and not all(c.right)]
    names, matrix = _table(usable)
    right = np.array([r for c in usable for r in c.right], dtype=float)
    starts = np.cumsum([0] + [len(c.right) for c in usable[:-1]], dtype=np.intp)
    page = np.repeat(np.arange(len(usable)), [len(c.right) for c in usable])
    weights, mean, square = np.zeros(len(names)), np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, STEPS + 1):
        slope = _slope(matrix, weights, right, starts, page) + PENALTY * weights
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        weights -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return dict(zip(names, weights.tolist(), strict=True))


def _table(choices: list[Choice]) -> tuple[list[str], Vector]:
    """Return the names of all features, and a row for each wording with 1 for those it has."""
    rows = [features for choice in choices for features in choice.features]
    names = sorted({name for features in rows for name in features})
    columns = {name: i for i, name in enumerate(names)}
    matrix = np.zeros((len(rows), len(names)))
    for i, features in enumerate(rows):
        matrix[i, [columns[name] for name in features]] = 1
    return names, matrix


def _slope(matrix: Vector, weights: Vector, right: Vector, starts: Places, page: Places) -> Vector:
    """Return the gradient of the negative log likelihood of choosing a right wording."""
    sums = matrix @ weights
    shares = np.exp(sums - np.maximum.reduceat(sums, starts)[page])
    chosen = shares / np.add.reduceat(shares, starts)[page]
    labelled = shares * right
    labelled /= np.add.reduceat(labelled, starts)[page]
    return np.asarray(matrix.T @ (chosen - labelled))


def share(choices: list[Choice], weights: dict[str, float]) -> float:
    """Return the share of pages on which the heaviest wording is the labelled one."""
    return sum(_is_right(choice, weights) for choice in choices) / len(choices)


def _is_right(choice: Choice, weights: dict[str, float]) -> bool:
    sums = [sum(weights.get(name, 0.0) for name in features) for features in choice.features]
    return bool(sums) and choice.right[sums.index(max(sums))]


def left_out(tested: list[Choice], choices: list[Choice]) -> float:
    """Return the share on outlets that the weights were not learnt from, a fold at a time."""
    outlets = sorted({choice.outlet for choice in choices})
    random.Random(1).shuffle(outlets)  # folds, not secrets
    right = 0
    for fold_number in range(FOLDS):
        out = set(outlets[fold_number::FOLDS])
        held = [choice for choice in tested if choice.outlet in out]
        if held:
            weights = learn([choice for choice in choices if choice.outlet not in out])
            right += sum(_is_right(choice, weights) for choice in held)
    return right / len(tested)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
