"""Learn both networks of the room from some of the stories: how likely pairs are, and which groups join."""

import numpy as np
import numpy.typing as npt
from training.stories.fitting import How, Rows, fit, joined
from training.stories.pairs import Labelled, sampled, subset

from reportedly.records import StoryLink
from reportedly.stories import Bounds
from reportedly.stories.grouping import islands_of
from reportedly.stories.joining import Likely, Tree, join_signs, tree_of
from reportedly.stories.linking import LEAST_LINKED
from reportedly.stories.network import Network

PAIRS = How(nets=5, hidden=24, steps=5000, batch=1024, rate=3e-3, decay=0.05)
INNER = How(nets=3, hidden=24, steps=3500, batch=1024, rate=3e-3, decay=0.05)
JOINS = How(nets=5, hidden=8, steps=1000, batch=512, rate=1e-2, decay=0.03)
SUBSETS, SUBSETS_SHARE = 40, 0.25
SALTS = ("x", "y")
# Trees of all reports of a set and of as many random shares of them.
SHARES, SHARE = 2, 0.7
Taken = dict[str, npt.NDArray[np.bool_]]
Odds = npt.NDArray[np.float32]


def fit_pairs(sets: list[Labelled], taken: Taken, how: How) -> Network:
    """Return a network of pairs that learnt from the reports that are taken; every set weighs the same."""
    rows: list[Rows] = []
    for each in sets:
        own = taken[each.name]
        rows.append(_weighing(*sampled(each, own, 0), 1.0))
        few = [subset(each, seed) for seed in range(SUBSETS)]
        parts = [sampled(some, own[places], 0) for some, places in few]
        parts = [part for part in parts if len(part[1])]
        signs = np.concatenate([part[0] for part in parts])
        rows.append(_weighing(signs, np.concatenate([part[1] for part in parts]), SUBSETS_SHARE))
    return fit(joined(rows), how)


def _weighing(signs: npt.NDArray[np.float32], same: npt.NDArray[np.bool_], share: float) -> Rows:
    return signs, same.astype(np.float32), np.full(len(same), share / len(same), np.float32)


def held_out(each: Labelled, by: list[Network], part: npt.NDArray[np.int64], inside: Taken) -> Odds:
    """Return the odds of pairs by the network that has not seen their stories, the mean of both across.

    The first network learnt from part 0. Pairs that are not inside are left at nothing.
    """
    pairs = each.pairs
    own = np.flatnonzero(inside[each.name][pairs.one] & inside[each.name][pairs.other])
    first, second = (net.odds(each.signs[own]) for net in by)
    one, other = part[pairs.one[own]], part[pairs.other[own]]
    odds = np.full(len(pairs.one), -15, np.float32)
    odds[own] = np.where(one != other, (first + second) / 2, np.where(one == 0, second, first))
    return odds


def fit_joins(sets: list[Labelled], taken: Taken) -> Network:
    """Return a network of joins: pairs are weighed by what has not seen them, as they will be."""
    random, rows = np.random.default_rng(0), []
    for salt in SALTS:
        parts = {each.name: each.part(salt) for each in sets}
        by = [
            fit_pairs(sets, {name: own & (parts[name] == part) for name, own in taken.items()}, INNER)
            for part in (0, 1)
        ]
        for each in sets:
            odds = held_out(each, by, parts[each.name], taken)
            for share in (1.0, *[SHARE] * SHARES):
                kept = taken[each.name] & (random.random(len(each.ids)) < share)
                rows.append(_join_rows(each, odds, kept))
    return fit(joined(rows), JOINS)


def _join_rows(each: Labelled, odds: Odds, kept: npt.NDArray[np.bool_]) -> Rows:
    """Return the joins of the trees of some reports: right as far as the pairs across are of one story."""
    stories = dict(zip(each.ids, each.stories, strict=True))
    signs, right, weight = [], [], []
    for island, likely in islands(each, odds, kept):
        tree = tree_of(likely)
        if not tree.parts:
            continue
        signs.append(join_signs(likely, tree))
        own = np.unique([stories[one] for one in island], return_inverse=True)[1]
        counts = list(np.eye(own.max() + 1, dtype=np.int64)[own])
        for one, other in tree.parts:
            ours, theirs = counts[one], counts[other]
            right.append((ours * theirs).sum() / (ours.sum() * theirs.sum()))
            weight.append((ours + theirs).sum() / kept.sum())
            counts.append(ours + theirs)
    weighed = np.array(weight, np.float32)
    return np.concatenate(signs), np.array(right, np.float32), weighed / weighed.sum()


def islands(
    each: Labelled, odds: Odds, kept: npt.NDArray[np.bool_] | None = None
) -> list[tuple[list[str], Likely]]:
    """Return the parts of a set that hang together by the odds of its pairs, of some reports or of all."""
    likely = 1 / (1 + np.exp(-np.clip(odds, -15, 15)))
    one, other = each.pairs.one, each.pairs.other
    known = likely >= LEAST_LINKED
    if kept is not None:
        known &= kept[one] & kept[other]
    places = np.flatnonzero(known)
    links = [
        StoryLink(one=min(each.ids[a], each.ids[b]), other=max(each.ids[a], each.ids[b]), likely=p)
        for a, b, p in zip(one[places].tolist(), other[places].tolist(), likely[places].tolist(), strict=True)
    ]
    ids = [name for at, name in enumerate(each.ids) if kept is None or kept[at]]
    return list(islands_of(ids, links, Bounds()))


def members_of(tree: Tree) -> list[npt.NDArray[np.int64]]:
    """Return the reports of each join of a tree, by their places."""
    members = [np.array([place]) for place in range(tree.count)]
    for one, other in tree.parts:
        members.append(np.concatenate([members[one], members[other]]))
    return members[tree.count :]
