"""Make `src/reportedly/stories/data/weights.npz`: how likely two reports are of one story.

    python -m training.stories ../shared/data/stories [--halves] [--without SET] [--nets N]

Needs torch (training/requirements.txt) and the four labelled sets. Every set weighs the same. `--halves`
prints figures instead: stories are cut in two halves, pairs within each half are weighed by networks
that learnt from the other half (pairs across halves by both), and the whole set is grouped.
`--without` leaves a set out of the learning and prints the figures for it.
"""

import argparse
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from training.stories.pairs import SETS, Labelled, dated, load, sampled, subset

from reportedly.records import StoryLink
from reportedly.stories import grouped
from reportedly.stories import grouping as room

WEIGHTS = Path(__file__).parents[2] / "src" / "reportedly" / "stories" / "data" / "weights.npz"
HIDDEN, STEPS, BATCH, RATE, DECAY = 16, 8000, 1024, 3e-3, 1e-3
FARTHEST = 12.0
SUBSETS, SUBSETS_SHARE = 60, 0.25
Net = dict[str, npt.NDArray[np.float32]]


def fit(sets: list[Labelled], half: int | None, nets: int) -> Net:
    """Return networks that learnt from one half of the stories of some sets, None for all, side by side."""
    parts = [sampled(each, half, 0) for each in sets]
    for each in sets:
        few = [sampled(subset(each, seed), half, 0) for seed in range(SUBSETS)]
        few = [part for part in few if len(part[1])]
        parts.append((np.concatenate([part[0] for part in few]), np.concatenate([part[1] for part in few])))
    signs = np.concatenate([part[0] for part in parts])
    same = np.concatenate([part[1] for part in parts]).astype(np.float32)
    shares = [1.0] * len(sets) + [SUBSETS_SHARE] * len(sets)
    weight = np.concatenate(
        [
            np.full(len(part[1]), share / len(part[1]), np.float32)
            for part, share in zip(parts, shares, strict=True)
        ]
    )
    mean, deviation = signs.mean(0), signs.std(0) + 1e-3
    level = torch.tensor(np.clip((signs - mean) / deviation, -FARTHEST, FARTHEST))
    fitted = [
        _fit_one(level, torch.tensor(same), torch.tensor(weight / weight.sum()), seed) for seed in range(nets)
    ]
    return {
        "mean": mean,
        "deviation": deviation,
        "hidden": np.concatenate([one[0] for one in fitted], axis=1),
        "hidden_bias": np.concatenate([one[1] for one in fitted]),
        "out": np.concatenate([one[2] for one in fitted]) / nets,
        "out_bias": np.mean([one[3] for one in fitted], axis=0),
    }


def _fit_one(level: torch.Tensor, same: torch.Tensor, weight: torch.Tensor, seed: int) -> list[npt.NDArray]:
    torch.manual_seed(seed)
    net = torch.nn.Sequential(
        torch.nn.Linear(level.shape[1], HIDDEN), torch.nn.ReLU(), torch.nn.Linear(HIDDEN, 1)
    )
    learner = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    slower = torch.optim.lr_scheduler.CosineAnnealingLR(learner, STEPS)
    for _ in range(STEPS):
        batch = torch.multinomial(weight, BATCH, replacement=True)
        loss = torch.nn.functional.binary_cross_entropy_with_logits(net(level[batch])[:, 0], same[batch])
        learner.zero_grad()
        loss.backward()
        learner.step()
        slower.step()
    first, _, last = net
    return [tensor.detach().numpy() for tensor in (first.weight.T, first.bias, last.weight.T, last.bias)]


def odds(net: Net, signs: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Return the logarithm of the odds that each pair is of one story."""
    level = np.clip((signs - net["mean"]) / net["deviation"], -FARTHEST, FARTHEST)
    hidden = np.maximum(level @ net["hidden"] + net["hidden_bias"], 0)
    found: npt.NDArray[np.float32] = (hidden @ net["out"] + net["out_bias"]).ravel()
    return found


def figures(labelled: Labelled, logits: npt.NDArray[np.float32], bars: list[float]) -> list[float]:
    """Return the BCubed F1 of a set by each least likelihood."""
    likely = 1 / (1 + np.exp(-np.clip(logits, -15, 15)))
    ids = labelled.ids
    kept = np.flatnonzero(likely >= 0.02)
    pairs = [
        StoryLink(one=min(a, b), other=max(a, b), likely=p)
        for a, b, p in (
            (ids[labelled.pairs.one[at]], ids[labelled.pairs.other[at]], float(likely[at]))
            for at in kept.tolist()
        )
    ]
    found = []
    for bar in bars:
        room.LEAST_LIKELY = bar
        found.append(bcubed(labelled, grouped(ids, pairs)))
    return found


def bcubed(labelled: Labelled, stories: tuple[tuple[str, ...], ...]) -> float:
    """Return the BCubed F1 of a grouping."""
    gold = dict(zip(labelled.ids, labelled.stories, strict=True))
    sizes: dict[str, int] = {}
    for story in gold.values():
        sizes[story] = sizes.get(story, 0) + 1
    precision = recall = 0.0
    for members in stories:
        counts: dict[str, int] = {}
        for each in members:
            counts[gold[each]] = counts.get(gold[each], 0) + 1
        precision += sum(count * count / len(members) for count in counts.values())
        recall += sum(count * count / sizes[name] for name, count in counts.items())
    precision, recall = precision / len(gold), recall / len(gold)
    return 2 * precision * recall / (precision + recall)


def halves(sets: list[Labelled], more: list[Labelled], nets: int) -> None:
    """Print the figures of every set with networks that have not seen the stories they weigh."""
    fitted = [fit([*sets, *more], half, nets) for half in (0, 1)]
    bars = [round(bar, 2) for bar in np.arange(0.2, 0.66, 0.05)]
    table = []
    for each in [*sets, *more]:
        by = [odds(net, each.signs) for net in fitted]
        one, other = each.halves[each.pairs.one], each.halves[each.pairs.other]
        logits = np.where(one != other, (by[0] + by[1]) / 2, np.where(one == 0, by[1], by[0]))
        row = figures(each, logits, bars)
        if each.name in SETS:
            table.append(row)
        print(f"{each.name:16s} " + " ".join(f"{figure:.3f}" for figure in row), flush=True)
    print("mean             " + " ".join(f"{figure:.3f}" for figure in np.mean(table, axis=0)))
    print("bars             " + " ".join(f"{bar:5.2f}" for bar in bars))


def main() -> None:
    """Fit and write the weights, or print figures."""
    asked = argparse.ArgumentParser()
    asked.add_argument("folder", type=Path)
    asked.add_argument("--halves", action="store_true")
    asked.add_argument("--without")
    asked.add_argument("--nets", type=int, default=3)
    given = asked.parse_args()
    torch.set_num_threads(1)
    sets = [load(given.folder, name) for name in SETS]
    more = [dated(each, 1) for each in sets if each.name in ("triplets",)]
    if given.halves:
        halves(sets, more, given.nets)
        return
    seen = [each for each in [*sets, *more] if given.without is None or given.without not in each.name]
    net = fit(seen, None, given.nets)
    if given.without:
        (left,) = [each for each in sets if each.name == given.without]
        bars = [round(bar, 2) for bar in np.arange(0.2, 0.66, 0.05)]
        print(given.without, [round(each, 3) for each in figures(left, odds(net, left.signs), bars)])
        return
    kept: dict[str, Any] = {name: value.astype(np.float32) for name, value in net.items()}
    np.savez_compressed(WEIGHTS, **kept)
    print(f"{sum(len(each.pairs.one) for each in sets)} pairs, {WEIGHTS.stat().st_size} bytes")


if __name__ == "__main__":
    main()
