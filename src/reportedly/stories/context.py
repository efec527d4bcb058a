"""A pair of reports among all others: how much more alike they are than each is to the rest."""

import msgspec
import numpy as np

from reportedly.stories.near import Figures, Numbers
from reportedly.stories.report import SORTS

_NAMED = ("words", "lead", "pieces")
CONTEXT = (
    *(f"{sort} {sign}" for sort in _NAMED for sign in ("best", "both", "above", "crowd")),
    "company",
    "close company",
)
"""Signs of a pair among the others, for the likeness by words, by the first lines and by pieces of them: as
a share of the likeness to its nearest of the one that has less near ones, and of the other; above the mean
of the two crowds; the thinner crowd. Then how far the two have the same nearest ones, and the very nearest.
"""

_SORTS = tuple(SORTS.index(sort) for sort in _NAMED)
_CROWD = 50  # nearest ones that make up a crowd, those that are not there counted as nothing like it
# Nearest ones whose being the same counts, itself one of them, and the sorts by whose sum they are nearest.
_COMPANIES = ((15, _SORTS[:2]), (5, _SORTS))
# A nearest one is taken to be at least so like: in a record of three reports the nearest is a stranger.
_LEAST_NEAREST = 0.12


class Pairs(msgspec.Struct, frozen=True, kw_only=True):
    """Pairs of reports by their places in a list, each pair once, with the signs of each (pairs, signs)."""

    one: Numbers
    other: Numbers
    signs: Figures


def context_of(count: int, pairs: Pairs) -> Figures:
    """Return the signs in `CONTEXT` of each pair of `count` reports, (pairs, signs)."""
    found = []
    for sort in _SORTS:
        like = pairs.signs[:, sort]
        nearest, crowd = _ranked(count, pairs, like)
        most = np.maximum(nearest, _LEAST_NEAREST)
        first, second = most[pairs.one], most[pairs.other]
        mine, theirs = crowd[pairs.one], crowd[pairs.other]
        found += [
            like / np.minimum(first, second),
            like / np.maximum(first, second),
            like - (mine + theirs) / 2,
            np.minimum(mine, theirs),
        ]
    for size, sorts in _COMPANIES:
        found.append(_company(count, pairs, pairs.signs[:, list(sorts)].sum(axis=1), size))
    return np.column_stack(found).astype(np.float32)


def _sorted_by_report(count: int, pairs: Pairs, like: Figures) -> tuple[Numbers, Numbers, Figures, Numbers]:
    """Return every report's partners, the most like it first: report, partner, likeness and rank."""
    report = np.concatenate([pairs.one, pairs.other])
    partner = np.concatenate([pairs.other, pairs.one])
    both = np.concatenate([like, like])
    order = np.lexsort((partner, -both, report))
    report, partner, both = report[order], partner[order], both[order]
    starts = np.searchsorted(report, np.arange(count))
    return report, partner, both, np.arange(len(report)) - starts[report]


def _ranked(count: int, pairs: Pairs, like: Figures) -> tuple[Figures, Figures]:
    """Return how like each report its nearest one is, and its crowd on average."""
    report, _, both, rank = _sorted_by_report(count, pairs, like)
    nearest, crowd = np.zeros(count, np.float32), np.zeros(count, np.float32)
    nearest[report[rank == 0]] = both[rank == 0]
    inside = rank < _CROWD
    np.add.at(crowd, report[inside], both[inside] / _CROWD)
    return nearest, crowd


def _company(count: int, pairs: Pairs, like: Figures, size: int) -> Figures:
    """Return the cosine of the nearest ones of both, each being in its own company too."""
    report, partner, both, rank = _sorted_by_report(count, pairs, like)
    inside = rank < size - 1
    who = np.tile(np.arange(count)[:, None], (1, size))
    much = np.zeros((count, size), np.float32)
    who[report[inside], rank[inside] + 1] = partner[inside]
    much[report[inside], rank[inside] + 1] = both[inside]
    much[:, 0] = np.maximum(much[:, 1], 1e-6)
    much /= np.linalg.norm(much, axis=1, keepdims=True)
    shared, row = np.zeros(len(pairs.one), np.float32), np.zeros(count, np.float32)
    if not len(shared):
        return shared
    order = np.argsort(pairs.one, kind="stable")
    ends = np.flatnonzero(np.diff(pairs.one[order], append=-1)) + 1
    for start, end in zip([0, *ends[:-1].tolist()], ends.tolist(), strict=True):
        own = order[start:end]
        one = pairs.one[own[0]]
        row[who[one]] += much[one]
        others = pairs.other[own]
        shared[own] = (row[who[others]] * much[others]).sum(axis=1)
        row[who[one]] = 0
    return shared
