"""Learn both networks of the room from some of the stories: how likely pairs are, and which groups join."""

import msgspec
import numpy as np
import numpy.typing as npt
from training.stories.fitting import How, Rows, fit, joined
from training.stories.pairs import SETS, Labelled, sampled, subset

from reportedly.records import StoryLink
from reportedly.stories import Bounds
from reportedly.stories.grouping import islands_of
from reportedly.stories.joining import Likely, Tree, cut, join_signs, tree_of
from reportedly.stories.linking import LEAST_LINKED
from reportedly.stories.network import Network

PAIRS = How(nets=5, hidden=24, steps=8000, batch=1024, rate=3e-3, decay=0.3)
INNER = How(nets=3, hidden=24, steps=5000, batch=1024, rate=3e-3, decay=0.2)
JOINS = How(nets=8, hidden=8, steps=1000, batch=512, rate=1e-2, decay=0.03)
SUBSETS, SUBSETS_SHARE = 40, 0.25
# What is taken is cut in so many parts for weighing pairs, by each of the salts, and in two by the last one
# for choosing the bar.
PARTS, SALTS = 4, ("x",)
BAR_SALT = "z"
# The least odds (logarithm) of a join that are tried. Below even a join pays: one that is refused takes all
# joins above it along.
BARS = [-2.0, -1.75, -1.5, -1.25, -1.0, -0.75, -0.5, -0.25, 0.0, 0.25, 0.5]
# Trees of all reports of a set and of as many random shares of them.
SHARES, SHARE = 4, 0.7
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
    """Return the odds of pairs by the network that has not seen their part, the mean of two across parts.

    The networks stand by the parts that they have not seen. Pairs that are not inside are left at nothing.
    """
    pairs = each.pairs
    own = np.flatnonzero(inside[each.name][pairs.one] & inside[each.name][pairs.other])
    told = np.stack([net.odds(each.signs[own]) for net in by])
    at = np.arange(len(own))
    odds = np.full(len(pairs.one), -15, np.float32)
    odds[own] = (told[part[pairs.one[own]], at] + told[part[pairs.other[own]], at]) / 2
    return odds


def fit_joins(sets: list[Labelled], taken: Taken) -> tuple[Network, dict[float, float]]:
    """Return a network of joins, and the mean BCubed F1 by each bar inside what is taken.

    Pairs are weighed by what has not seen them, as they will be; so are the joins by which the bar is
    chosen. The odds that the network gives are those above the best bar.
    """
    random, rows = np.random.default_rng(0), []
    table = []
    for salt in SALTS:
        weighed = _inner_odds(sets, taken, salt)
        for each in sets:
            for share in (1.0, *[SHARE] * SHARES):
                kept = taken[each.name] & (random.random(len(each.ids)) < share)
                rows.append(_join_rows(each, weighed[each.name], kept))
        table += _inner_figures(sets, taken, weighed)
    # Figures jump where one story of a few more or less is joined: a bar is as good as those beside it.
    means = np.pad(np.mean(table, axis=0), 2, mode="edge")
    found = dict(zip(BARS, np.convolve(means, np.ones(5) / 5, "valid").tolist(), strict=True))
    best = max(found, key=lambda bar: found[bar])
    net = fit(joined(rows), JOINS)
    return msgspec.structs.replace(net, out_bias=net.out_bias - np.float32(best)), found


def _inner_odds(sets: list[Labelled], taken: Taken, salt: str) -> dict[str, Odds]:
    """Return the odds of the pairs inside what is taken, by networks of the other part of it."""
    parts = {each.name: each.part(salt, PARTS) for each in sets}
    by = [
        fit_pairs(sets, {name: own & (parts[name] != part) for name, own in taken.items()}, INNER)
        for part in range(PARTS)
    ]
    return {each.name: held_out(each, by, parts[each.name], taken) for each in sets}


def _inner_figures(sets: list[Labelled], taken: Taken, weighed: dict[str, Odds]) -> list[list[float]]:
    """Return the figures of each set by each bar, joins inside what is taken weighed by its other part."""
    by = []
    for part in (0, 1):
        own = [
            _join_rows(each, weighed[each.name], taken[each.name] & (each.part(BAR_SALT) != part))
            for each in sets
        ]
        by.append(fit(joined(own), JOINS))
    return [
        figures(each, weighed[each.name], by, each.part(BAR_SALT), taken[each.name])
        for each in sets
        if each.name in SETS
    ]


def figures(
    each: Labelled,
    odds: Odds,
    by: list[Network],
    part: npt.NDArray[np.int64] | None = None,
    kept: npt.NDArray[np.bool_] | None = None,
) -> list[float]:
    """Return the BCubed F1 of a set by each bar, joins weighed by what has not seen their part.

    A join of reports of both parts is weighed by both networks, by the share of each; no part: by the first.
    """
    at = {name: place for place, name in enumerate(each.ids)}
    labels = np.tile(np.arange(len(each.ids)), (len(BARS), 1))
    for island, likely in islands(each, odds, kept):
        tree = tree_of(likely)
        if not tree.parts:
            continue
        places = np.array([at[name] for name in island])
        signs = join_signs(likely, tree)
        weighed = by[0].odds(signs)
        if part is not None:
            share = np.array([part[places[own]].mean() for own in members_of(tree)])
            weighed = weighed * (1 - share) + by[1].odds(signs) * share
        for row, bar in enumerate(BARS):
            for group in cut(tree, (weighed >= bar).tolist()):
                labels[row, places[group]] = places[group[0]]
    gold = np.array(each.stories)
    scored = np.ones(len(gold), np.bool_) if kept is None else kept
    return [bcubed(gold[scored], row[scored]) for row in labels]


def bcubed(gold: npt.NDArray[np.str_], found: npt.NDArray[np.int64]) -> float:
    """Return the BCubed F1 of a grouping (Bagga and Baldwin, 1998)."""
    _, golden = np.unique(gold, return_inverse=True)
    _, group = np.unique(found, return_inverse=True)
    both, counts = np.unique(np.stack([golden, group]), axis=1, return_counts=True)
    precision = (counts * counts / np.bincount(group)[both[1]]).sum() / len(gold)
    recall = (counts * counts / np.bincount(golden)[both[0]]).sum() / len(gold)
    return float(2 * precision * recall / (precision + recall))


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
