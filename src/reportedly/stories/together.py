"""Many reports compared with one another at once: what takes a day's reports seconds, not minutes."""

from collections.abc import Iterator, Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from reportedly.stories.near import Figures, Numbers, anything_alike, facts_of, in_time
from reportedly.stories.report import SORTS, Sketch

Places = npt.NDArray[np.int32]

# Pairs of a block of reports that are summed in one go: bounds memory, some 60 bytes a pair.
_AT_ONCE = 1_000_000


class _Held(msgspec.Struct, frozen=True, kw_only=True):
    """Bags of one sort by term: those that hold it in rising order, with their weights.

    `earlier` says how many hold the same term before this one; `places` are those of all terms of the
    first report, then of the second, and so on; `starts` where each report begins in it.
    """

    owners: Places
    weights: Figures
    earlier: Places
    places: Places
    starts: Numbers


def pairs_together(sketches: Sequence[Sketch]) -> Iterator[tuple[Numbers, Numbers, Figures]]:
    """Yield all pairs that are anything alike, block by block: their places and likeness (pairs, sorts).

    The second of a pair stands before the first in the list.
    """
    held = [_held(sketches, sort) for sort in range(len(SORTS))]
    days, count = facts_of(sketches).days, len(sketches)
    rows = max(1, _AT_ONCE // max(count, 1))
    for first in range(0, count, rows):
        last = min(first + rows, count)
        sums = np.stack([_sums(each, first, last, last) for each in held])
        one, other = np.nonzero(anything_alike(sums) & in_time(days[first:last, None], days[None, :last]))
        earlier = other < one + first
        one, other = one[earlier], other[earlier]
        yield one + first, other, np.ascontiguousarray(sums[:, one, other].T)


def _held(sketches: Sequence[Sketch], sort: int) -> _Held:
    bags = [each.bags[sort] for each in sketches]
    lengths = [len(bag.terms) for bag in bags]
    terms = np.concatenate([bag.terms for bag in bags])
    order = np.argsort(terms, kind="stable")
    begins = np.flatnonzero(np.diff(terms[order], prepend=np.int64(-1)))
    earlier = np.arange(len(order)) - np.repeat(begins, np.diff(begins, append=len(order)))
    places = np.empty(len(order), np.int32)
    places[order] = np.arange(len(order), dtype=np.int32)
    return _Held(
        owners=np.repeat(np.arange(len(bags), dtype=np.int32), lengths)[order],
        weights=np.concatenate([bag.weights for bag in bags])[order],
        earlier=earlier.astype(np.int32),
        places=places,
        starts=np.concatenate([[0], np.cumsum(lengths)]),
    )


def _sums(held: _Held, first: int, last: int, width: int) -> Figures:
    """Return the inner products of the bags of some reports with those before each, (reports, width)."""
    own = held.places[held.starts[first] : held.starts[last]]
    earlier = held.earlier[own]
    ends = np.cumsum(earlier, dtype=np.int64)
    if not len(own) or not ends[-1]:
        return np.zeros((last - first, width), np.float32)
    # All holders of each term that stand before: from its first holder up to the report's own place.
    others = np.arange(ends[-1], dtype=np.int64) - np.repeat(ends - own, earlier)
    keys = np.repeat((held.owners[own] - first).astype(np.int64) * width, earlier) + held.owners[others]
    products = np.repeat(held.weights[own], earlier) * held.weights[others]
    sums = np.bincount(keys, products, (last - first) * width)
    return sums.astype(np.float32).reshape(last - first, width)
