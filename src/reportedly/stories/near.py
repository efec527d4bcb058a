"""The reports that a new one is compared with: the room's question, and how like it they are."""

from collections.abc import Sequence
from typing import Protocol

import msgspec
import numpy as np
import numpy.typing as npt

from reportedly.stories.report import SORTS, Sketch

Numbers = npt.NDArray[np.int64]
Figures = npt.NDArray[np.float32]
Days = npt.NDArray[np.float64]

# Days between two reports of one happening at most; those without a day are near to all.
NEAR_DAYS = 30.0
_WORDS, _LEAD, _NAMES = SORTS.index("words"), SORTS.index("lead"), SORTS.index("names")
# Pairs below all of these were never of one story where it was tried; what lies below is not weighed.
_LEAST = ((_WORDS, 0.03), (_LEAD, 0.05), (_NAMES, 0.1))


class NearReports(Protocol):
    """Whoever knows the reports that might be of the same story as a new one."""

    def near(self, sketch: Sketch) -> Sequence[Sketch]:
        """Return the sketches of known reports that share rare words with one, itself left out."""


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """What stands of some reports beside their bags, each an array: day (NaN for none), words, rarity.

    `weekdays` has a bit for each day of the week that is named, `first_weekday` its number, 0 for none.
    """

    days: Days
    words: Numbers
    rarity: Figures
    weekdays: Numbers
    first_weekday: Numbers

    def of(self, places: Numbers) -> "Facts":
        """Return the facts of the reports at some places."""
        return Facts(
            days=self.days[places],
            words=self.words[places],
            rarity=self.rarity[places],
            weekdays=self.weekdays[places],
            first_weekday=self.first_weekday[places],
        )


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """A report beside others: their places in the list, their likeness (others, sorts) and their facts."""

    numbers: Numbers
    likeness: Figures
    facts: Facts


def facts_of(sketches: Sequence[Sketch]) -> Facts:
    """Return the facts of some reports, in their order."""
    return Facts(
        days=np.array([np.nan if each.day is None else each.day for each in sketches], np.float64),
        words=np.array([each.words for each in sketches], np.int64),
        rarity=np.array([each.rarity for each in sketches], np.float32),
        weekdays=np.array([sum(1 << day for day in each.weekdays) for each in sketches], np.int64),
        first_weekday=np.array([each.weekdays[0] if each.weekdays else 0 for each in sketches], np.int64),
    )


def compare(sketch: Sketch, known: Sequence[Sketch]) -> Compared:
    """Return a report beside those of a few others that are anything like it; numbers are their places."""
    sums = np.stack([_products(sketch, known, sort) for sort in range(len(SORTS))], axis=1)
    facts = facts_of(known)
    is_like = anything_alike(sums.T) & in_time(
        np.float64(np.nan if sketch.day is None else sketch.day), facts.days
    )
    numbers = np.flatnonzero(is_like)
    return Compared(numbers=numbers, likeness=sums[numbers], facts=facts.of(numbers))


def anything_alike(likeness: Figures) -> npt.NDArray[np.bool_]:
    """Return which pairs are alike enough to be weighed, given their likeness by sort, (sorts, ...)."""
    is_like: npt.NDArray[np.bool_] = np.any([likeness[sort] > least for sort, least in _LEAST], axis=0)
    return is_like


def in_time(one: np.float64 | Days, other: Days) -> npt.NDArray[np.bool_]:
    """Return which pairs of days are near enough, or not known."""
    near: npt.NDArray[np.bool_] = ~(np.abs(other - one) > NEAR_DAYS)
    return near


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
