"""Make `src/reportedly/stories/data/pairs.npz` and `joins.npz`: which reports are of one story.

    python -m training.stories ../shared/data/stories [--halves] [--without SET]

Needs torch (training/requirements.txt) and the four labelled sets. Every set weighs the same. `--halves`
prints figures instead: stories are cut in two halves, pairs and joins within each half are weighed by
networks that learnt from the other half (those across halves by both), and the whole set is grouped.
Beside each stands what a half shows inside itself, by which the bar is chosen. `--without` leaves a set out
of the learning and prints the figures for it.
"""

import argparse
from pathlib import Path

import msgspec
import numpy as np
import torch
from training.stories.learning import PAIRS, Odds, Taken, fit_joins, fit_pairs, held_out, islands, members_of
from training.stories.pairs import SETS, Labelled, dated, load

from reportedly.stories.joining import cut, join_signs, tree_of
from reportedly.stories.network import Network

DATA = Path(__file__).parents[2] / "src" / "reportedly" / "stories" / "data"
BARS = [-2.0, -1.5, -1.25, -1.0, -0.75, -0.5, 0.0, 0.5]


def figures(each: Labelled, odds: Odds, by: list[Network], part: np.ndarray | None) -> list[float]:
    """Return the BCubed F1 of a set by each bar, joins weighed by what learnt from the other part.

    A join of reports of both parts is weighed by both networks, by the share of each; no part: by the first.
    """
    at = {name: place for place, name in enumerate(each.ids)}
    labels = np.zeros((len(BARS), len(each.ids)), np.int64)
    for island, likely in islands(each, odds):
        tree = tree_of(likely)
        places = np.array([at[name] for name in island])
        labels[:, places] = places
        if not tree.parts:
            continue
        signs = join_signs(likely, tree)
        weighed = by[0].odds(signs)
        if part is not None:
            share = np.array([part[places[own]].mean() for own in members_of(tree)])
            weighed = weighed * share + by[1].odds(signs) * (1 - share)
        for row, bar in enumerate(BARS):
            for group in cut(tree, (weighed >= bar).tolist()):
                labels[row, places[group]] = places[group[0]]
    return [bcubed(np.array(each.stories), row) for row in labels]


def bcubed(gold: np.ndarray, found: np.ndarray) -> float:
    """Return the BCubed F1 of a grouping (Bagga and Baldwin, 1998)."""
    _, gold = np.unique(gold, return_inverse=True)
    _, found = np.unique(found, return_inverse=True)
    both, counts = np.unique(np.stack([gold, found]), axis=1, return_counts=True)
    precision = (counts * counts / np.bincount(found)[both[1]]).sum() / len(gold)
    recall = (counts * counts / np.bincount(gold)[both[0]]).sum() / len(gold)
    return float(2 * precision * recall / (precision + recall))


def halves(sets: list[Labelled], more: list[Labelled]) -> None:
    """Print the figures of every set with networks that have not seen the stories they weigh."""
    everything = [*sets, *more]
    pairs, joins = [], []
    for half in (0, 1):
        taken = {each.name: each.part("") == half for each in everything}
        pairs.append(fit_pairs(everything, taken, PAIRS))
        joins.append(fit_joins(everything, taken))
        print(f"half {half} learnt", flush=True)
    table = []
    for each in everything:
        every: Taken = {each.name: np.ones(len(each.ids), np.bool_)}
        odds = held_out(each, pairs, each.part(""), every)
        row = figures(each, odds, joins, each.part(""))
        if each.name in SETS:
            table.append(row)
        print(f"{each.name:16s} " + " ".join(f"{figure:.3f}" for figure in row), flush=True)
    print("mean             " + " ".join(f"{figure:.3f}" for figure in np.mean(table, axis=0)))
    print("bars             " + " ".join(f"{bar:5.2f}" for bar in BARS))


def main() -> None:
    """Fit and write the weights, or print figures."""
    asked = argparse.ArgumentParser()
    asked.add_argument("folder", type=Path)
    asked.add_argument("--halves", action="store_true")
    asked.add_argument("--without")
    given = asked.parse_args()
    torch.set_num_threads(1)
    sets = [load(given.folder, name) for name in SETS]
    more = [dated(each, 1) for each in sets if each.name in ("triplets",)]
    if given.halves:
        halves(sets, more)
        return
    seen = [each for each in [*sets, *more] if given.without is None or given.without not in each.name]
    taken = {each.name: np.ones(len(each.ids), np.bool_) for each in seen}
    pairs, joins = fit_pairs(seen, taken, PAIRS), fit_joins(seen, taken)
    if given.without:
        (left,) = [each for each in sets if each.name == given.without]
        row = figures(left, pairs.odds(left.signs), [joins], None)
        print(given.without, " ".join(f"{bar}: {figure:.3f}" for bar, figure in zip(BARS, row, strict=True)))
        return
    for name, net in (("pairs", pairs), ("joins", joins)):
        np.savez_compressed(DATA / f"{name}.npz", **msgspec.structs.asdict(net))
        print(f"{name}: {(DATA / f'{name}.npz').stat().st_size} bytes")


if __name__ == "__main__":
    main()
