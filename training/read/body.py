"""Make `src/reportedly/read/weights/body.npz`: which blocks of a page are its article's text.

    python -m training.read.body ../shared/data/pages [--folds] [--seeds N]

Needs torch (training/requirements.txt) and the labelled sets agencies, bodies and articles. A block
counts as text where at least half of its 4-word shingles stand in the labelled body or lead. Every
page weighs the same, every block in it by its words, as the score that the sets are measured by.
`--folds` prints five-fold figures instead: whole outlets left out, and their pages read by the whole
reader with the weights of the rest plugged in. Without it, N networks are fitted to all pages and
written in 8 bits.
"""

import argparse
import datetime
import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import torch
from training.read.body_examples import Example, Row, load, shingles
from training.read.body_network import fit, standardised, stored

from reportedly.read import body, read_page
from reportedly.read.body_model import BodyModel, body_model
from reportedly.records import Article, Page

WEIGHTS = Path(__file__).parents[2] / "src" / "reportedly" / "read" / "weights" / "body.npz"
FOLDS = 5
BADLY_READ = 0.8


def folds(examples: list[Example], seeds: int) -> None:
    """Print how many words the reader gets right on outlets that its body model has not seen."""
    mean, spread = standardised(examples)
    outlets = sorted({one.outlet for one in examples})
    random.Random(0).shuffle(outlets)
    fold = {outlet: i % FOLDS for i, outlet in enumerate(outlets)}
    figures: dict[str, list[tuple[float, float]]] = {}
    for number in range(FOLDS):
        seen = [one for one in examples if fold[one.outlet] != number]
        networks = [fit(seen, seed) for seed in range(seeds)]
        with plugged_in(body_model(stored(networks, mean, spread))):
            for one in examples:
                if fold[one.outlet] == number and one.row:
                    figures.setdefault(one.name, []).append(precision_and_recall(one.gold, one.row))
        print(f"fold {number} done", flush=True)
    for name, pages in figures.items():
        precision, recall = (sum(page[i] for page in pages) / len(pages) for i in (0, 1))
        score = 2 * precision * recall / (precision + recall)
        low = sum(2 * p * r / max(p + r, 1e-9) < BADLY_READ for p, r in pages) / len(pages)
        print(f"{name}: P {precision:.4f} R {recall:.4f} F1 {score:.4f} low {low:.3f}")


@contextmanager
def plugged_in(model: BodyModel) -> Iterator[None]:
    """Let the reader use other weights than those it carries."""
    carried = body.load_body_model  # type: ignore[attr-defined]
    body.load_body_model = lambda: model  # type: ignore[assignment, attr-defined]
    try:
        yield
    finally:
        body.load_body_model = carried  # type: ignore[attr-defined]


def precision_and_recall(gold: str, row: Row) -> tuple[float, float]:
    """Return how much of what is read is gold, and of the gold is read, in runs of four words."""
    wanted, taken = shingles(gold), shingles(text_read(row))
    shared = (wanted & taken).total()
    return shared / max(1, taken.total()), shared / max(1, wanted.total())


def text_read(row: Row) -> str:
    """Return the body that the reader finds, below the lead where the page's label has one."""
    html, url = row["html"].encode("utf8", "surrogatepass"), row.get("url")
    article = read_page(Page(body=html, url=url, fetched_at=datetime.datetime.now(datetime.UTC)))
    if not isinstance(article, Article):
        return ""
    lines = [span.of(article.text) for span in article.body]
    lead = article.lead.value if article.lead and row["gold"].get("lead") else ""
    return "\n".join([lead, *lines])


def main() -> None:
    """Make the weights, or print the figures of five folds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", type=Path)
    parser.add_argument("--folds", action="store_true")
    parser.add_argument("--seeds", type=int, default=3)
    given = parser.parse_args()
    torch.set_num_threads(1)
    examples = load(given.pages)
    if given.folds:
        folds(examples, given.seeds)
        return
    mean, spread = standardised(examples)
    networks = [fit(examples, seed) for seed in range(given.seeds)]
    WEIGHTS.parent.mkdir(exist_ok=True)
    np.savez_compressed(WEIGHTS, **stored(networks, mean, spread))  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
