"""A sieve before each segment of fingerprints: most that stand nowhere in it need no look at its rows.

A sieve is a Bloom filter cut into pages, so that a fingerprint asks one page (Bloom 1970; Putze, Sanders
and Singler 2007). It never says that a fingerprint is missing which is there, and one time in thirty that
one may be there which is not. The pages stand in the record and are read when they are first asked for.
"""

import json
import sqlite3
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

PREFIX_BITS = 40
"""Upper bits of a fingerprint by which rows and pages are found."""

# Fingerprints of a page, and its bytes: with one byte each, three bits set for each of them, 3.1 of a
# hundred others pass. A page fits a page of SQLite (4 KiB). With half the bytes 15 of a hundred pass.
EACH = 4000
_BYTES = 4000
_BELOW_PREFIX = np.uint64(64 - PREFIX_BITS)
# A fingerprint's bits are read out of these of its own bits; the last is always 0, the upper say which page.
_SLICE = 15
_SLICES = np.array([[1], [16], [31]], np.uint64)
_PAGE_BITS = 24

Prints = NDArray[np.uint64]


class Sieve:
    """The sieve of one segment, as far as it was needed: a byte a fingerprint once all of it was."""

    def __init__(self, connection: sqlite3.Connection, segment: int) -> None:
        """Ask how many pages there are; none is read yet."""
        self._first = segment << _PAGE_BITS
        (last,) = connection.execute(
            "SELECT max(place) FROM copy_sieves WHERE place BETWEEN ? AND ?", _bounds(segment)
        ).fetchone()
        self._pages = 0 if last is None else last - self._first + 1
        self._bits = np.zeros((self._pages, _BYTES), np.uint8)
        self._is_read = np.zeros(self._pages, np.bool_)

    def passing(self, connection: sqlite3.Connection, prints: Prints) -> NDArray[np.int64]:
        """Return the places in `prints` of those that may stand in the segment, rising."""
        if not self._pages:
            return np.zeros(0, np.int64)
        pages = _pages_of(prints, self._pages)
        self._read(connection, np.unique(pages[~self._is_read[pages]]))
        bits = _bits_of(prints)
        is_set = (self._bits[pages, bits >> 3] >> (bits & 7).astype(np.uint8)) & 1
        return np.flatnonzero(is_set.all(axis=0))

    def _read(self, connection: sqlite3.Connection, pages: NDArray[np.int64]) -> None:
        """Read some pages, and keep them."""
        if not len(pages):
            return
        query = "SELECT place, bits FROM copy_sieves WHERE place IN (SELECT value FROM json_each(?))"
        for place, bits in connection.execute(query, (json.dumps((self._first + pages).tolist()),)):
            self._bits[place - self._first] = np.frombuffer(bits, np.uint8)
            self._is_read[place - self._first] = True


def prefixes_of(prints: Prints) -> Prints:
    """Return the upper PREFIX_BITS of fingerprints."""
    return prints >> _BELOW_PREFIX


def page_count(prints: int) -> int:
    """Return how many pages the sieve of so many fingerprints has, one at least."""
    return max(1, -(-prints // EACH))


def first_prefix(page: int, pages: int) -> int:
    """Return the lowest prefix whose fingerprints ask a page."""
    return -(-(page << PREFIX_BITS) // pages)


def sieve_rows(segment: int, prints: Prints, pages: int, first: int, end: int) -> Iterator[tuple[int, bytes]]:
    """Yield a segment's pages from `first` up to `end`, made of all the fingerprints that ask them."""
    is_set = np.zeros((end - first) * _BYTES * 8, np.bool_)
    starts = (_pages_of(prints, pages) - first) * (_BYTES * 8)
    for bits in _bits_of(prints):
        is_set[starts + bits] = True
    packed = np.packbits(is_set, bitorder="little").reshape(end - first, _BYTES)
    for page, row in enumerate(packed, first):
        yield (segment << _PAGE_BITS) + page, row.tobytes()


def drop_sieve(connection: sqlite3.Connection, segment: int) -> None:
    """Take a segment's sieve out of the record."""
    connection.execute("DELETE FROM copy_sieves WHERE place BETWEEN ? AND ?", _bounds(segment))


def _bounds(segment: int) -> tuple[int, int]:
    return segment << _PAGE_BITS, ((segment + 1) << _PAGE_BITS) - 1


def _pages_of(prints: Prints, pages: int) -> NDArray[np.int64]:
    """Return which page each fingerprint asks: they are spread evenly, and pages rise with them."""
    return ((prefixes_of(prints) * np.uint64(pages)) >> np.uint64(PREFIX_BITS)).astype(np.int64)


def _bits_of(prints: Prints) -> NDArray[np.uint32]:
    """Return the bits that stand for each fingerprint in its page, a row for each slice."""
    slices = (prints >> _SLICES).astype(np.uint32) & np.uint32((1 << _SLICE) - 1)
    return (slices * np.uint32(_BYTES * 8)) >> np.uint32(_SLICE)
