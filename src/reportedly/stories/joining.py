"""Which groups of reports join: a tree by average likelihood, and each join of it weighed by a network."""

from collections.abc import Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from reportedly.stories.near import Figures
from reportedly.stories.network import network

Likely = npt.NDArray[np.float64]

JOIN_SIGNS = (
    "average",
    "weaker",
    "stronger",
    "smaller inside",
    "larger inside",
    "best",
    "worst",
    "strangers",
    "likely",
    "squares",
    "roots",
    "nearest",
    "farthest",
    "next",
    "above next",
    "fall",
)
"""What is weighed of two groups that might join. Of the pairs across them how likely these are of one
story: on average, the best and the worst, the shares that are strangers and that are likely, the means by
squares and by roots; how likely each report's nearest across is, on average and at least. Then at what
average the two came about (the weaker and the stronger), and the pairs inside of the smaller and of the
larger; the average at which the whole would join next, and how far this one lies above it and below the
weaker. How large the groups are is not told: no story has to have a size."""

# An average below this joins nothing. Where it was lower (.05), groups of a hundred headlines joined at .07:
# what is so seldom in what was learnt is not judged well (docs/decisions/0016).
_LEAST_AVERAGE = 0.15
_STRANGERS, _LIKELY = 0.02, 0.5
_SURE = 1e-3  # a likelihood counts as no nearer than this to 0 and 1


class Tree(msgspec.Struct, frozen=True, kw_only=True):
    """How `count` reports join two by two: the parts of each join, by number, and the average it has.

    Reports are numbered from 0, joins follow in the order of `parts`; a join stands after its parts.
    """

    count: int
    parts: tuple[tuple[int, int], ...]
    averages: tuple[float, ...]


def groups_of(likely: Likely) -> list[list[int]]:
    """Return the groups that some reports make, given how likely each pair is of one story.

    `likely` is symmetric, (reports, reports), with minus infinity for what must not be of one story.
    """
    tree = tree_of(likely)
    if not tree.parts:
        return [[place] for place in range(tree.count)]
    odds = network("joins").odds(join_signs(likely, tree))
    return cut(tree, (odds >= 0).tolist())


def tree_of(likely: Likely, *, least: float = _LEAST_AVERAGE) -> Tree:
    """Return how reports join, the likeliest two groups first, by the average over the pairs across.

    Joins of an average below `least` are left out. It follows chains of nearest neighbours (Murtagh, 1983),
    which ends as joining the best two would.
    """
    count = len(likely)
    left, names, sizes = likely.copy(), list(range(count)), [1] * count
    np.fill_diagonal(left, -np.inf)
    alive = np.ones(count, bool)
    parts: list[tuple[int, int]] = []
    averages: list[float] = []
    chain: list[int] = []
    while alive.any():
        if not chain:
            chain = [int(alive.argmax())]
        here = chain[-1]
        row = np.where(alive, left[here], -np.inf)
        nearest = int(row.argmax())
        if len(chain) > 1 and row[chain[-2]] >= row[nearest]:
            nearest = chain[-2]
        if row[nearest] < least:
            alive[here] = False
            chain = []
        elif len(chain) > 1 and nearest == chain[-2]:
            parts.append((names[nearest], names[here]))
            averages.append(float(row[nearest]))
            _join(left, sizes, nearest, here)
            names[nearest] = count + len(parts) - 1
            alive[here] = False
            chain = chain[:-2]
        else:
            chain.append(nearest)
    return Tree(count=count, parts=tuple(parts), averages=tuple(averages))


def _join(left: Likely, sizes: list[int], into: int, other: int) -> None:
    """Join two groups: their likelihood with each third is the average over their pairs."""
    ours, theirs = sizes[into], sizes[other]
    row = (left[into] * ours + left[other] * theirs) / (ours + theirs)
    row[into] = -np.inf
    left[into], left[:, into] = row, row
    sizes[into] = ours + theirs


def join_signs(likely: Likely, tree: Tree) -> Figures:
    """Return the signs in `JOIN_SIGNS` of each join of a tree, (joins, signs)."""
    members = [np.array([place]) for place in range(tree.count)]
    inside, came = [1.0] * tree.count, [1.0] * tree.count
    found = []
    for (one, other), average in zip(tree.parts, tree.averages, strict=True):
        ours, theirs = members[one], members[other]
        across = likely[np.ix_(ours, theirs)]
        smaller, larger = sorted(((len(ours), inside[one]), (len(theirs), inside[other])))
        weaker, stronger = sorted((came[one], came[other]))
        found.append([average, weaker, stronger, smaller[1], larger[1], *_across(across)])
        members.append(np.concatenate([ours, theirs]))
        came.append(average)
        inside.append(_inside(smaller, larger, float(across.sum())))
    return _levels(np.array(found), _next(tree))


def _across(across: Likely) -> tuple[float, ...]:
    """Return what the likelihoods between two groups are like."""
    if across.size == 1:
        only = float(across[0, 0])
        return (only, only, float(only < _STRANGERS), float(only > _LIKELY), only, only, only, only)
    nearest = np.concatenate([across.max(axis=1), across.max(axis=0)])
    return (
        float(nearest.max()),
        float(across.min()),
        float((across < _STRANGERS).mean()),
        float((across > _LIKELY).mean()),
        float((across * across).mean()) ** 0.5,
        float(np.sqrt(across).mean()),
        float(nearest.mean()),
        float(nearest.min()),
    )


def _inside(smaller: tuple[int, float], larger: tuple[int, float], across: float) -> float:
    """Return the average over all pairs of two groups as one."""
    pairs = [count * (count - 1) / 2 for count, _ in (smaller, larger)]
    known = pairs[0] * smaller[1] + pairs[1] * larger[1]
    return (known + across) / (sum(pairs) + smaller[0] * larger[0])


def _next(tree: Tree) -> npt.NDArray[np.float64]:
    """Return the average at which each join would be part of the next, 0 where there is none."""
    above = np.zeros(tree.count + len(tree.parts))
    for (one, other), average in zip(tree.parts, tree.averages, strict=True):
        above[one] = above[other] = average
    return above[tree.count :]


def _levels(found: npt.NDArray[np.float64], above: npt.NDArray[np.float64]) -> Figures:
    """Return the signs with likelihoods as logarithms of their odds, and the two differences last."""
    average, weaker = found[:, 0], found[:, 1]
    return np.column_stack(
        [_log_odds(found[:, :7]), found[:, 7:], _log_odds(above), average - above, weaker - average]
    ).astype(np.float32)


def _log_odds(likely: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    sure = np.clip(likely, _SURE, 1 - _SURE)
    odds: npt.NDArray[np.float64] = np.log(sure / (1 - sure))
    return odds


def cut(tree: Tree, is_made: Sequence[bool]) -> list[list[int]]:
    """Return the groups that are left where only some joins are made, none above one that is not."""
    groups: dict[int, list[int]] = {place: [place] for place in range(tree.count)}
    for number, ((one, other), made) in enumerate(zip(tree.parts, is_made, strict=True), tree.count):
        if made and one in groups and other in groups:
            groups[number] = groups.pop(one) + groups.pop(other)
    return list(groups.values())
