"""The reports that a new one is compared with: the room's question, and an answer held in memory."""

from array import array
from collections.abc import Sequence
from typing import Protocol

import msgspec
import numpy as np
import numpy.typing as npt

from reportedly.stories.report import SORTS, Sketch

Numbers = npt.NDArray[np.int64]
Figures = npt.NDArray[np.float32]

# Days between two reports of one happening at most; those without a day are near to all.
NEAR_DAYS = 30.0
_WORDS, _LEAD, _NAMES = SORTS.index("words"), SORTS.index("lead"), SORTS.index("names")
# Pairs below all of these were never of one story where it was tried; what lies below is not weighed.
_LEAST = ((_WORDS, 0.03), (_LEAD, 0.05), (_NAMES, 0.1))


class NearReports(Protocol):
    """Whoever knows the reports that might be of the same story as a new one."""

    def near(self, sketch: Sketch) -> Sequence[Sketch]:
        """Return the sketches of known reports that share rare words with one, itself left out."""


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """A report beside others: `numbers` are their places on the shelf, `likeness` (others, sorts)."""

    numbers: Numbers
    likeness: Figures
    days: npt.NDArray[np.float64]
    words: Numbers
    rarity: Figures


class Shelf:
    """Sketches in memory, each term with those that hold it; it grows by appending."""

    def __init__(self, sketches: Sequence[Sketch] = ()) -> None:
        self.sketches: list[Sketch] = []
        self._holders: list[dict[int, tuple[array[int], array[float]]]] = [{} for _ in SORTS]
        self._days, self._words, self._rarity = array("d"), array("q"), array("f")
        for sketch in sketches:
            self.put(sketch)

    def put(self, sketch: Sketch) -> None:
        """Put one more sketch on the shelf."""
        number = len(self.sketches)
        self.sketches.append(sketch)
        self._days.append(np.nan if sketch.day is None else sketch.day)
        self._words.append(sketch.words)
        self._rarity.append(sketch.rarity)
        for holders, bag in zip(self._holders, sketch.bags, strict=True):
            for term, weight in zip(bag.terms.tolist(), bag.weights.tolist(), strict=True):
                held = holders.get(term)
                if held is None:
                    held = holders[term] = (array("I"), array("f"))
                held[0].append(number)
                held[1].append(weight)

    def compare(self, sketch: Sketch) -> Compared:
        """Return a report beside all on the shelf that are anything like it, in the shelf's order."""
        sums = np.stack([self._sum(sort, sketch) for sort in range(len(SORTS))], axis=1)
        rarity = np.array(self._rarity, np.float32)
        return _alike(sketch, sums, np.array(self._days), np.array(self._words), rarity)

    def _sum(self, sort: int, sketch: Sketch) -> Figures:
        """Return the inner product of a bag with the one of the same sort of every sketch."""
        bag, holders = sketch.bags[sort], self._holders[sort]
        found = [
            (held, weight)
            for term, weight in zip(bag.terms.tolist(), bag.weights.tolist(), strict=True)
            if (held := holders.get(term)) is not None
        ]
        if not found:
            return np.zeros(len(self.sketches), np.float32)
        numbers = np.concatenate([np.frombuffer(held[0], np.uint32) for held, _ in found])
        weights = np.concatenate([np.frombuffer(held[1], np.float32) for held, _ in found])
        own = np.repeat([weight for _, weight in found], [len(held[0]) for held, _ in found])
        return np.bincount(numbers, weights * own, len(self.sketches)).astype(np.float32)


def compare(sketch: Sketch, known: Sequence[Sketch]) -> Compared:
    """Return a report beside those of a few others that are anything like it; numbers are their places."""
    sums = np.stack([_products(sketch, known, sort) for sort in range(len(SORTS))], axis=1)
    days = np.array([np.nan if each.day is None else each.day for each in known], np.float64)
    words = np.array([each.words for each in known], np.int64)
    return _alike(sketch, sums, days, words, np.array([each.rarity for each in known], np.float32))


def _products(sketch: Sketch, known: Sequence[Sketch], sort: int) -> Figures:
    """Return the inner product of a bag with the one of the same sort of each known report."""
    own, bags = sketch.bags[sort], [each.bags[sort] for each in known]
    if not len(own.terms) or not bags:
        return np.zeros(len(known), np.float32)
    owner = np.repeat(np.arange(len(bags)), [len(bag.terms) for bag in bags])
    terms, weights = (
        np.concatenate([bag.terms for bag in bags]),
        np.concatenate([bag.weights for bag in bags]),
    )
    at = np.minimum(np.searchsorted(own.terms, terms), len(own.terms) - 1)
    hit = own.terms[at] == terms
    return np.bincount(owner[hit], weights[hit] * own.weights[at[hit]], len(bags)).astype(np.float32)


def _alike(
    sketch: Sketch, sums: Figures, days: npt.NDArray[np.float64], words: Numbers, rarity: Figures
) -> Compared:
    is_like = np.any([sums[:, sort] > least for sort, least in _LEAST], axis=0)
    if sketch.day is not None:
        is_like &= ~(np.abs(days - sketch.day) > NEAR_DAYS)
    numbers = np.flatnonzero(is_like)
    return Compared(
        numbers=numbers,
        likeness=sums[numbers],
        days=days[numbers],
        words=words[numbers],
        rarity=rarity[numbers],
    )
