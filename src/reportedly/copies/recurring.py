"""Words that an outlet prints under every report: house words, left out of account."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from reportedly.copies.near import Holders
from reportedly.copies.prints import ONE_IN, RUN_WORDS, Printed
from reportedly.text import run_codes

# An outlet that prints the same run in so many reports that have little else in common prints it in all.
# With 2, a desk's second thoughts on one matter count as house words; with 5, the first five
# subscription notes of an outlet come out as copies of each other.
HOUSE_REPORTS = 2
# Reports that share so much of the fingerprints are versions or copies of one another, and not witnesses
# of house words; a box of subscriptions can be half a page.
_VERSION_SHARE = 0.6
# Words between two house runs that belong to them: fingerprints stand one in ONE_IN words.
_BETWEEN = 3 * ONE_IN


class Recurring:
    """What of an article's words recurs elsewhere, as arrays over its words.

    `house` marks the words of one outlet's every report; `house_prints` marks their fingerprints, and
    `shaken` are the numbers of the articles by which some of them have just shown as such.
    """

    def __init__(self, article: Printed, holders: Holders) -> None:
        self._article = article
        self.house: NDArray[np.bool_] = np.zeros(len(article.words), np.bool_)
        self.house_prints: NDArray[np.bool_] = np.zeros(len(article.prints), np.bool_)
        self.shaken: tuple[int, ...] = ()
        self._kept = self._house_kept = np.zeros(0, np.int64)
        if not _recurs(article, holders):
            return
        unlike = _unlike(article, holders)
        spread = np.bincount(holders.which[unlike], minlength=len(article.prints))
        if (spread >= HOUSE_REPORTS).any():
            self.house_prints, self.shaken = _house_prints(article, holders, unlike)
            self._mark()

    def is_house(self, runs: Sequence[tuple[int, int, int]]) -> bool:
        """Return whether runs of equal words are house words: half of the fingerprints in them are.

        Where somebody edited a copy of a house's page, few of the fingerprints of its box are left.
        """
        house = kept = 0
        for first, _, length in runs if len(self._house_kept) else ():
            within = (first, first + length - RUN_WORDS + 1)
            house += int(np.diff(np.searchsorted(self._house_kept, within))[0])
            kept += int(np.diff(np.searchsorted(self._kept, within))[0])
        return house > 0 and 2 * house >= kept

    def _mark(self) -> None:
        """Mark the words of the house runs, and what stands between two that are close."""
        runs = run_codes(self._article.words.codes, RUN_WORDS)
        self._kept = np.flatnonzero(runs % np.uint64(ONE_IN) == 0)
        is_house = self.house_prints[np.searchsorted(self._article.prints, runs[self._kept])]
        self._house_kept = self._kept[is_house]
        last = -_BETWEEN
        for at in self._house_kept.tolist():
            self.house[last if at - last <= _BETWEEN else at : at + RUN_WORDS] = True
            last = at


def _recurs(article: Printed, holders: Holders) -> bool:
    """Return whether any fingerprint is held by HOUSE_REPORTS at all: of most articles none is."""
    return bool((np.bincount(holders.which, minlength=len(article.prints)) >= HOUSE_REPORTS).any())


def _unlike(article: Printed, holders: Holders) -> NDArray[np.bool_]:
    """Return which finds are in articles that share little with this one."""
    if not len(holders.numbers):
        return np.zeros(0, np.bool_)
    _, back, counts = np.unique(holders.numbers, return_inverse=True, return_counts=True)
    return np.asarray(counts[back] < max(2, _VERSION_SHARE * len(article.prints)))


def _house_prints(
    article: Printed, holders: Holders, unlike: NDArray[np.bool_]
) -> tuple[NDArray[np.bool_], tuple[int, ...]]:
    """Return which fingerprints stand in HOUSE_REPORTS unlike reports of one outlet.

    With them come the numbers of those reports where there is at most one of them more than that.
    """
    house = np.zeros(len(article.prints), np.bool_)
    which, outlets = holders.which[unlike], holders.outlets[unlike]
    names, places = np.unique(outlets, return_inverse=True)
    pairs, back, counts = np.unique(which * len(names) + places, return_inverse=True, return_counts=True)
    house[pairs[counts >= HOUSE_REPORTS] // len(names)] = True
    # One more, for a box that is half of the report which would have shown it.
    fresh = counts[back] <= HOUSE_REPORTS + 1
    fresh &= counts[back] >= HOUSE_REPORTS
    return house, tuple(np.unique(holders.numbers[unlike][fresh]).tolist())
