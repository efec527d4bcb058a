"""Make `src/reportedly/stories/data/pairs.npz` and `joins.npz`: which reports are of one story.

    python -m training.stories ../shared/data/stories [--halves] [--without SET]

Needs torch (training/requirements.txt) and the four labelled sets. Every set weighs the same. `--halves`
prints figures instead: stories are cut in two halves, pairs and joins within each half are weighed by
networks that learnt from the other half (those across halves by both), and the whole set is grouped.
The least odds of a join are chosen inside each half: pairs by
networks that learnt from one part of it, joins by networks of another cut. `--without` leaves a set out
of the learning and prints the figures for it.
"""

import argparse
from pathlib import Path

import msgspec
import numpy as np
import torch
from training.stories.learning import BARS, PAIRS, Taken, figures, fit_joins, fit_pairs, held_out
from training.stories.pairs import SETS, Labelled, dated, load

DATA = Path(__file__).parents[2] / "src" / "reportedly" / "stories" / "data"


def halves(everything: list[Labelled]) -> None:
    """Print the figures of every set with networks that have not seen the stories they weigh."""
    pairs, joins = [], []
    for half in (0, 1):
        taken = {each.name: each.part("") != half for each in everything}
        pairs.append(fit_pairs(everything, taken, PAIRS))
        net, inside = fit_joins(everything, taken)
        joins.append(net)
        print(f"without half {half}, inside the rest by bar: {_told(inside)}", flush=True)
    for each in everything:
        every: Taken = {each.name: np.ones(len(each.ids), np.bool_)}
        odds = held_out(each, pairs, each.part(""), every)
        row = figures(each, odds, joins, each.part(""))
        print(f"{each.name:16s} {row[BARS.index(0.0)]:.3f}   (bar moved: {_told(by_bar(row))})", flush=True)


def by_bar(row: list[float]) -> dict[float, float]:
    """Return figures by the bar that they were measured at."""
    return dict(zip(BARS, row, strict=True))


def _told(found: dict[float, float]) -> str:
    return ", ".join(f"{bar}: {figure:.3f}" for bar, figure in found.items())


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
        halves([*sets, *more])
        return
    seen = [each for each in [*sets, *more] if given.without is None or given.without not in each.name]
    taken = {each.name: np.ones(len(each.ids), np.bool_) for each in seen}
    pairs = fit_pairs(seen, taken, PAIRS)
    joins, inside = fit_joins(seen, taken)
    print(f"inside by bar: {_told(inside)}")
    if given.without:
        (left,) = [each for each in sets if each.name == given.without]
        row = figures(left, pairs.odds(left.signs), [joins])
        print(f"{given.without} {row[BARS.index(0.0)]:.3f}   (bar moved: {_told(by_bar(row))})")
        return
    for name, net in (("pairs", pairs), ("joins", joins)):
        np.savez_compressed(DATA / f"{name}.npz", **msgspec.structs.asdict(net))
        print(f"{name}: {(DATA / f'{name}.npz').stat().st_size} bytes")


if __name__ == "__main__":
    main()
