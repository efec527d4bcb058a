"""Make `src/reportedly/read/weights/body.npz`: which blocks of a page are its article's text.

    python -m training.read.body ../shared/data/pages [--folds] [--seeds N]

Needs torch (training/requirements.txt) and the labelled sets agencies, bodies and articles. A block
counts as text where at least half of its 4-word shingles stand in the labelled body or lead. Every
page weighs the same, every block in it by its words, as the score that the sets are measured by.
`--folds` prints five-fold figures instead (whole outlets left out); without it, N networks are fitted to
all pages and written in 8 bits.
"""

import argparse
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
from torch import nn
from torch.nn import functional

from reportedly.read.body import candidates, rule_blocks, told_by
from reportedly.read.body_features import block_features
from reportedly.read.markup import read_markup
from reportedly.read.rendering import parse, render

SETS = ("agencies", "bodies", "articles")
WEIGHTS = Path(__file__).parents[2] / "src" / "reportedly" / "read" / "weights" / "body.npz"
FIXTURES = Path(__file__).parents[2] / "tests" / "read" / "fixtures" / "open"
_NAMES = re.compile(r"""\s(?:class|id|itemprop|data-testid)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)""")
EPOCHS, RATE, BATCH = 20, 2e-3, 8
VARIANT_WEIGHT = 0.5
HIDDEN, WIDTH, LAYERS, DROP = 48, 5, 3, 0.3
_TOKEN = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]|[^\W\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]+"
)


class Example(msgspec.Struct):
    """One page: features, labels and weights of its candidate blocks, and the outlet it is of."""

    name: str  # of its set
    outlet: str
    texts: list[str]
    gold: str
    features: torch.Tensor
    labels: torch.Tensor
    weights: torch.Tensor
    is_whole: bool = True


class Network(nn.Module):
    """The network that `reportedly.read.body_model` runs with numpy."""

    def __init__(self, columns: int) -> None:
        super().__init__()
        self.dense = nn.Linear(columns, HIDDEN)
        self.convolutions = nn.ModuleList(
            nn.Conv1d(HIDDEN, HIDDEN, WIDTH, padding=WIDTH // 2) for _ in range(LAYERS)
        )
        self.last = nn.Linear(HIDDEN, 1)

    def forward(self, features: torch.Tensor) -> torch.Tensor:
        """Return the logit of each block of one page."""
        seen = functional.relu(self.dense(functional.dropout(features, 0.1, self.training)))
        for convolution in self.convolutions:
            dropped = functional.dropout(seen, DROP, self.training)
            seen = dropped + functional.relu(convolution(dropped.T[None])[0].T)
        return self.last(seen)[:, 0]


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Return a text's runs of four words."""
    words = _TOKEN.findall(text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3))) if words else Counter()


def example(row: dict[str, Any], html: str, kept: Callable[[bool], bool]) -> Example:
    """Return one labelled page as an example; blocks that `kept` refuses, by their label, are left out."""
    body, lead = row["gold"].get("body") or "", "\n".join(row["gold"].get("lead") or [])
    gold = body if lead[:60] in body else f"{lead}\n{body}"
    wanted, folded = shingles(gold), " ".join(gold.split()).casefold()
    tree = parse(html)
    document, markup = render(tree), read_markup(tree)
    document.blocks = [b for b in document.blocks if kept(label(document.words(b), wanted, folded) > 0)]
    indices = candidates(document)
    texts = [document.words(document.blocks[i]) for i in indices]
    labels = np.array([label(text, wanted, folded) for text in texts], dtype=np.float32)
    counts = np.array([len(_TOKEN.findall(text)) for text in texts], dtype=np.float32)
    weights = np.clip(counts, 1, 200) / max(50.0, float((counts * labels).sum()))
    features = np.zeros((0, 0), dtype=np.float32)
    if indices:
        features = block_features(document, indices, set(rule_blocks(document)), told_by(markup))
    outlet = row["id"].rsplit("/", 1)[0] if row["set"] == "agencies" else row["id"]
    return Example(
        row["set"],
        outlet,
        texts,
        gold,
        *(torch.tensor(a, dtype=torch.float32) for a in (features, labels, weights)),
    )


def variants(row: dict[str, Any], chance: random.Random) -> Iterator[Example]:
    """Yield a page as it is, and once without class names, with a short article, or without surroundings.

    The labelled pages are long and well marked up; a wire's page may have two paragraphs and no class.
    """
    html = row["html"]
    yield example(row, html, lambda _: True)
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
    made.is_whole = False
    yield made


def label(text: str, wanted: Counter[tuple[str, ...]], folded: str) -> float:
    """Return 1 where a block is part of the labelled text."""
    own = shingles(text)
    if max((len(words) for words in own), default=0) < 4:
        return float(len(text) > 3 and text.casefold() in folded)
    return float((own & wanted).total() >= own.total() / 2)


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
            row = {"id": path.stem, "set": "fixtures", "gold": gold}
            found.append(example(row, path.read_bytes().decode("utf8", "replace"), lambda _: True))
    return [one for one in found if len(one.labels)]


def fit(examples: list[Example], seed: int) -> Network:
    """Return a network fitted to examples whose features are standardised."""
    torch.manual_seed(seed)
    shuffled, chance = list(examples), random.Random(seed)
    network = Network(examples[0].features.shape[1])
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=0.02)
    steps = EPOCHS * (len(examples) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps + 1)
    network.train()
    for _ in range(EPOCHS):
        chance.shuffle(shuffled)
        for start in range(0, len(shuffled) - BATCH + 1, BATCH):
            losses = [loss(network, one) for one in shuffled[start : start + BATCH]]
            optimizer.zero_grad()
            (torch.stack(losses).sum() / BATCH).backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
    network.eval()
    return network


def loss(network: Network, one: Example) -> torch.Tensor:
    """Return what a network gets wrong on a page."""
    each = functional.binary_cross_entropy_with_logits(network(one.features), one.labels, reduction="none")
    return (each * one.weights).sum()


def opinion(networks: list[Network], features: torch.Tensor) -> torch.Tensor:
    """Return the mean probability that networks give each block."""
    with torch.no_grad():
        return torch.stack([torch.sigmoid(network(features)) for network in networks]).mean(0)


def standardised(examples: list[Example]) -> tuple[torch.Tensor, torch.Tensor]:
    """Standardise the examples in place and return the mean and spread of each column."""
    whole = torch.cat([one.features for one in examples])
    mean, spread = whole.mean(0), whole.std(0) + 0.05
    for one in examples:
        one.features = (one.features - mean) / spread
    return mean, spread


def folds(examples: list[Example], seeds: int) -> None:
    """Print how many words five-fold networks get right on outlets they have not seen."""
    outlets = sorted({one.outlet for one in examples})
    random.Random(0).shuffle(outlets)
    fold = {outlet: i % 5 for i, outlet in enumerate(outlets)}
    figures: dict[str, list[tuple[float, float]]] = {}
    for number in range(5):
        networks = [fit([e for e in examples if fold[e.outlet] != number], seed) for seed in range(seeds)]
        for one in (e for e in examples if fold[e.outlet] == number and e.is_whole):
            chosen = opinion(networks, one.features) > 0.5
            figures.setdefault(one.name, []).append(precision_and_recall(one, chosen.tolist()))
        print(f"fold {number} done", flush=True)
    for name, pages in figures.items():
        precision, recall = (sum(page[i] for page in pages) / len(pages) for i in (0, 1))
        score = 2 * precision * recall / (precision + recall)
        low = sum(2 * p * r / max(p + r, 1e-9) < 0.8 for p, r in pages) / len(pages)
        print(f"{name}: P {precision:.4f} R {recall:.4f} F1 {score:.4f} low {low:.3f}")


def precision_and_recall(one: Example, chosen: list[bool]) -> tuple[float, float]:
    """Return how much of what is chosen is gold, and of the gold is chosen, in runs of four words."""
    gold = shingles(one.gold)
    taken = shingles("\n".join(text for text, is_text in zip(one.texts, chosen, strict=True) if is_text))
    shared = (gold & taken).total()
    return shared / max(1, taken.total()), shared / max(1, gold.total())


def packed(weights: torch.Tensor) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """Return weights as 8-bit numbers and the scale of each column."""
    values = weights.detach().numpy()
    scale = np.abs(values).max(axis=0, keepdims=True) / 127 + 1e-12
    return np.round(values / scale).astype(np.int8), scale.astype(np.float32)


def write(networks: list[Network], mean: torch.Tensor, spread: torch.Tensor) -> None:
    """Write the networks as the package carries them."""
    stored = {"mean": mean.numpy(), "spread": spread.numpy()}
    for number, network in enumerate(networks):
        for name, (weight, bias) in layers_of(network).items():
            key = f"{number}.{name}"
            stored[f"{key}.weights"], stored[f"{key}.scale"] = packed(weight)
            stored[f"{key}.bias"] = bias.detach().numpy().astype(np.float32)
    WEIGHTS.parent.mkdir(exist_ok=True)
    np.savez_compressed(WEIGHTS, **stored)


def layers_of(network: Network) -> dict[str, tuple[torch.Tensor, torch.Tensor]]:
    """Return a network's layers as the matrices that rows are multiplied with."""
    layers = {"dense": (network.dense.weight.T, network.dense.bias)}
    for i, convolution in enumerate(network.convolutions):
        weight = convolution.weight.permute(2, 1, 0).reshape(-1, HIDDEN)
        layers[f"convolution{i}"] = (weight, convolution.bias)
    return layers | {"last": (network.last.weight.T, network.last.bias)}


def main() -> None:
    """Make the weights, or print the figures of five folds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", type=Path)
    parser.add_argument("--folds", action="store_true")
    parser.add_argument("--seeds", type=int, default=3)
    given = parser.parse_args()
    torch.set_num_threads(1)
    examples = load(given.pages)
    mean, spread = standardised(examples)
    if given.folds:
        folds(examples, given.seeds)
        return
    write([fit(examples, seed) for seed in range(given.seeds)], mean, spread)


if __name__ == "__main__":
    main()
