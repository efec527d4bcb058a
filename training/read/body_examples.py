"""Labelled pages as examples for the body model: features, labels and weights of their blocks."""

import gzip
import json
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import torch

from reportedly.read.body import candidates, rule_blocks, told_by
from reportedly.read.body_features import block_features
from reportedly.read.markup import read_markup
from reportedly.read.rendering import parse, render

SETS = ("agencies", "bodies", "articles")
FIXTURES = Path(__file__).parents[2] / "tests" / "read" / "fixtures" / "open"
VARIANT_WEIGHT = 0.5
_NAMES = re.compile(r"""\s(?:class|id|itemprop|data-testid)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)""")
_TOKEN = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]|[^\W\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]+"
)

Row = dict[str, Any]  # a labelled page: id, set, html, gold


class Example(msgspec.Struct):
    """One page: features, labels and weights of its candidate blocks, and the outlet it is of.

    `row` is None for a variant, which is learnt from and never scored.
    """

    name: str  # of its set
    outlet: str
    gold: str
    features: torch.Tensor
    labels: torch.Tensor
    weights: torch.Tensor
    row: Row | None = None


def load(folder: Path) -> list[Example]:
    """Return all labelled pages with their variants, and the project's own fixtures."""
    chance, found = random.Random(0), []
    for name in SETS:
        with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf8") as lines:
            found += [one for line in lines for one in variants(json.loads(line), chance)]
    for path in sorted(FIXTURES.glob("*.html")):
        expected = json.loads(path.with_suffix(".json").read_text(encoding="utf8"))
        if expected["is_article"]:
            gold = {"body": "\n".join(expected["body"]), "lead": [expected["lead"] or ""]}
            html = path.read_bytes().decode("utf8", "replace")
            row = {"id": path.stem, "set": "fixtures", "gold": gold, "html": html}
            found.append(example(row, html))
    return [one for one in found if len(one.labels)]


def variants(row: Row, chance: random.Random) -> Iterator[Example]:
    """Yield a page as it is, and once without class names, with a short article, or without surroundings.

    The labelled pages are long and well marked up; a wire's page may have two paragraphs and no class.
    """
    html = row["html"]
    yield example(row, html)
    short, bare = chance.uniform(0.1, 0.5), chance.uniform(0.0, 0.3)
    names, keep = chance.choice(
        [
            (_NAMES.sub(" ", html), lambda _: True),
            (html, lambda is_text: not is_text or chance.random() < short),
            (html, lambda is_text: is_text or chance.random() < bare),
        ]
    )
    made = example(row, names, keep)
    made.weights *= VARIANT_WEIGHT
    made.row = None
    yield made


def example(row: Row, html: str, kept: Callable[[bool], bool] = lambda _: True) -> Example:
    """Return one labelled page as an example; blocks that `kept` refuses, by their label, are left out."""
    gold = gold_text(row)
    wanted, folded = shingles(gold), " ".join(gold.split()).casefold()
    tree = parse(html)
    document, markup = render(tree), read_markup(tree)
    document.blocks = [b for b in document.blocks if kept(label(b.words, wanted, folded) > 0)]
    indices = candidates(document)
    texts = [document.blocks[i].words for i in indices]
    labels = np.array([label(text, wanted, folded) for text in texts], dtype=np.float32)
    counts = np.array([len(_TOKEN.findall(text)) for text in texts], dtype=np.float32)
    weights = np.clip(counts, 1, 200) / max(50.0, float((counts * labels).sum()))
    features = np.zeros((0, 0), dtype=np.float32)
    if indices:
        features = block_features(document, indices, set(rule_blocks(document)), told_by(markup))
    outlet = row["id"].rsplit("/", 1)[0] if row["set"] == "agencies" else row["id"]
    columns, wants, counted = (torch.tensor(a, dtype=torch.float32) for a in (features, labels, weights))
    return Example(row["set"], outlet, gold, columns, wants, counted, row)


def gold_text(row: Row) -> str:
    """Return the labelled body, below the labelled lead where the body lacks it."""
    body, lead = row["gold"].get("body") or "", "\n".join(row["gold"].get("lead") or [])
    return body if lead[:60] in body else f"{lead}\n{body}"


def label(text: str, wanted: Counter[tuple[str, ...]], folded: str) -> float:
    """Return 1 where a block is part of the labelled text."""
    own = shingles(text)
    if max((len(words) for words in own), default=0) < 4:
        return float(len(text) > 3 and text.casefold() in folded)
    return float((own & wanted).total() >= own.total() / 2)


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Return a text's runs of four words."""
    words = _TOKEN.findall(text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3))) if words else Counter()
