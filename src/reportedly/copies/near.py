"""What the room asks of whoever keeps articles, and a shelf in memory that answers."""

import functools
from collections.abc import Sequence
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from reportedly.copies.prints import Printed
from reportedly.text import fold

# A run that so many articles hold is looked up no further: one more holder says nothing new. At 64 a
# report that 64 outlets carry is still found through each of them; stock phrases stop costing time.
MOST_HOLDERS = 64


class Holders(NamedTuple):
    """Which known articles hold which fingerprints: three arrays of one length, a row a find.

    `which` is the fingerprint's place in `Printed.prints`, `numbers` the articles' numbers on the shelf,
    `outlets` a number for each article's outlet, equal where the outlet is.
    """

    which: NDArray[np.int64]
    numbers: NDArray[np.int64]
    outlets: NDArray[np.int64]


class NearCopies(Protocol):
    """Whoever knows the articles that were read before."""

    def holders(self, article: Printed) -> Holders:
        """Return who holds the article's fingerprints, itself left out; at most MOST_HOLDERS of one."""

    def known(self, numbers: Sequence[int]) -> Sequence[Printed]:
        """Return known articles by their numbers; those that are gone are left out."""

    def outlet_number(self, article: Printed) -> int:
        """Return the number that stands for an article's outlet in `Holders.outlets`, if it stands there."""


class Shelf:
    """Known articles in memory, all put there at once: for a batch, and for tests."""

    def __init__(self, articles: Sequence[Printed]) -> None:
        """Put articles on the shelf; their numbers are their places."""
        self._articles = articles
        self._ids: dict[str, int] = {}
        ids = (self._ids.setdefault(article.id, len(self._ids)) for article in articles)
        self._id_numbers = np.array([*ids], np.int64)
        self._names: dict[str, int] = {}
        keys = (outlet_key(article) for article in articles)
        self._outlets = np.array([self._names.setdefault(key, len(self._names)) for key in keys], np.int64)
        numbers = np.repeat(np.arange(len(articles)), [len(article.prints) for article in articles])
        prints = np.concatenate([np.zeros(0, np.uint64), *(article.prints for article in articles)])
        order = np.argsort(prints, kind="stable")
        firsts = np.flatnonzero(np.diff(prints[order], prepend=prints[order][:1] + np.uint64(1)))
        counts = np.diff(firsts, append=len(order))
        several = counts > 1
        self._holding = numbers[order]
        self._shared, self._firsts = prints[order[firsts[several]]], firsts[several]
        self._counts = np.minimum(counts[several], MOST_HOLDERS)

    def holders(self, article: Printed) -> Holders:
        """Return who holds the article's fingerprints, itself left out."""
        if not len(self._shared):
            return Holders(*(np.zeros(0, np.int64) for _ in Holders._fields))
        places = np.searchsorted(self._shared, article.prints)
        places[places == len(self._shared)] = 0
        which = np.flatnonzero(self._shared[places] == article.prints)
        places = places[which]
        counts = self._counts[places]
        nth = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        numbers = self._holding[np.repeat(self._firsts[places], counts) + nth]
        which = np.repeat(which, counts)
        other = self._id_numbers[numbers] != self._ids.get(article.id, -1)
        return Holders(which[other], numbers[other], self._outlets[numbers[other]])

    def known(self, numbers: Sequence[int]) -> Sequence[Printed]:
        """Return articles by their numbers."""
        return [self._articles[number] for number in numbers]

    def outlet_number(self, article: Printed) -> int:
        """Return the number of an article's outlet, -1 where no article of it stands here."""
        return self._names.get(outlet_key(article), -1)


def outlet_key(article: Printed) -> str:
    """Return the name by which an article's outlet is told from others: its name, else its host."""
    field = article.article.outlet
    if field is not None:
        return _folded(field.value)
    url = article.article.url or ""
    return url.split("/")[2] if url.count("/") >= 2 else f"({article.id})"


@functools.lru_cache(maxsize=4096)
def _folded(name: str) -> str:
    return fold(name)
