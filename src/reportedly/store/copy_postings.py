"""Fingerprints in order, and who has them: what a segment is made of."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reportedly.store.copy_sieves import Prints, prefixes_of


class Postings(NamedTuple):
    """Fingerprints in rising order, and beside each the number of an article that has it.

    Of one fingerprint the numbers rise.
    """

    prints: Prints
    numbers: NDArray[np.uint32]

    @classmethod
    def none(cls) -> "Postings":
        """Return no fingerprints."""
        return cls(np.zeros(0, np.uint64), np.zeros(0, np.uint32))

    @classmethod
    def of(cls, parts: Sequence["Postings"], most: int | None) -> "Postings":
        """Return all parts as one, of one fingerprint only the first `most` articles.

        Older articles come in earlier parts. A part need not be in the order of its fingerprints, if its
        numbers rise instead.
        """
        prints = np.concatenate([np.zeros(0, np.uint64), *(part.prints for part in parts)])
        numbers = np.concatenate([np.zeros(0, np.uint32), *(part.numbers for part in parts)])
        # Stable: it leaves the numbers of a fingerprint as they came, and joins sorted parts as fast as
        # they can be read; to sort by both took sixty times as long.
        order = np.argsort(prints, kind="stable")
        prints, numbers = prints[order], numbers[order]
        if most is not None and len(prints) > most:
            is_one_too_many = np.zeros(len(prints), np.bool_)
            is_one_too_many[most:] = prints[most:] == prints[:-most]
            prints, numbers = prints[~is_one_too_many], numbers[~is_one_too_many]
        return cls(prints, numbers)

    @classmethod
    def read(cls, rows: Sequence[tuple[bytes, bytes]]) -> "Postings":
        """Return what stands in rows of a segment."""
        return cls(
            np.frombuffer(b"".join(row[0] for row in rows), "<u8"),
            np.frombuffer(b"".join(row[1] for row in rows), "<u4"),
        )

    def cut(self, prefix: int) -> tuple["Postings", "Postings"]:
        """Return what stands below a prefix, and the rest."""
        at = np.searchsorted(prefixes_of(self.prints), np.uint64(prefix))
        return Postings(self.prints[:at], self.numbers[:at]), Postings(self.prints[at:], self.numbers[at:])

    def with_newer(self, newer: "Postings") -> "Postings":
        """Return these and some of newer articles, which are few."""
        at = np.searchsorted(self.prints, newer.prints, "right")
        return Postings(np.insert(self.prints, at, newer.prints), np.insert(self.numbers, at, newer.numbers))


def found_in(held: Postings, prints: Prints) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return finds: places in `prints`, rising, and the numbers of the articles that have them."""
    first = np.searchsorted(held.prints, prints, "left")
    counts = np.searchsorted(held.prints, prints, "right") - first
    ends = np.cumsum(counts)
    at = np.arange(counts.sum()) + np.repeat(first - (ends - counts), counts)
    return np.repeat(np.arange(len(prints)), counts), held.numbers[at].astype(np.int64)
