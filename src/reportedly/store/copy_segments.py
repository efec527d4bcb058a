"""Fingerprints on disk: sorted segments that are merged as they grow, in rows of one page each.

A table with a row a fingerprint would touch a page for each of an article's hundred and more; here the
articles that came last are written together, into a segment that is merged with the next larger one
when it is full (a log-structured merge tree, O'Neil et al. 1996). In memory are how the rows of a segment
begin, and its sieve, by which most fingerprints that it does not hold are passed over.
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reportedly.store.copy_postings import Postings, found_in
from reportedly.store.copy_sieves import (
    EACH,
    PREFIX_BITS,
    Prints,
    Sieve,
    drop_sieve,
    first_prefix,
    page_count,
    prefixes_of,
    sieve_rows,
)

# Articles of the smallest segment, and how many times larger the next one may grow. With 16 a record of
# a million articles has three segments to look into and writes each fingerprint some twenty times.
SMALLEST, TIMES_LARGER = 8192, 16
# Fingerprints in a row: with 12 bytes each a row fills a page of 4 KiB.
_IN_BLOCK = 256
# Fingerprints merged at a time: some 100 MB.
_AT_ONCE = 1_000_000


class Known(NamedTuple):
    """What is remembered of a segment, which never changes."""

    firsts: NDArray[np.int64]  # the prefixes with which its rows begin: 4 bytes an article
    sieve: Sieve


class Segments:
    """The segments of one record, through a connection that is in a transaction."""

    def __init__(
        self, connection: sqlite3.Connection, *, most_holders: int, known: dict[int, Known] | None = None
    ) -> None:
        """Look at the segments; what is learned of them is put into `known`, for the next time."""
        self._connection = connection
        self._most = most_holders
        self._known: dict[int, Known] = {} if known is None else known

    def find(self, prints: Prints) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return finds: places in `prints`, and the numbers of the articles that have them.

        They come segment by segment, and rise in each.
        """
        segments = [row[0] for row in self._connection.execute("SELECT segment FROM copy_segments")]
        for gone in self._known.keys() - set(segments):
            del self._known[gone]
        which, numbers = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
        for segment in sorted(segments):
            passing = self._of(segment).sieve.passing(self._connection, prints)
            held = self._rows_at(segment, prints[passing])
            places, found = found_in(held, prints[passing])
            which.append(passing[places])
            numbers.append(found)
        return np.concatenate(which), np.concatenate(numbers)

    def _of(self, segment: int) -> Known:
        """Return what is known of a segment."""
        if segment not in self._known:
            self._known[segment] = Known(self._firsts(segment), Sieve(self._connection, segment))
        return self._known[segment]

    def _firsts(self, segment: int) -> NDArray[np.int64]:
        """Return the prefixes with which a segment's rows begin, as the record has them."""
        row = self._connection.execute(
            "SELECT prints FROM copy_blocks WHERE place = ?", (-segment,)
        ).fetchone()
        if row is not None:
            return np.frombuffer(row[0], "<i8").astype(np.int64)
        # Written before there were such rows.
        query = "SELECT place FROM copy_blocks WHERE place BETWEEN ? AND ? ORDER BY place"
        low = segment << PREFIX_BITS
        places = self._connection.execute(query, (low, low + (1 << PREFIX_BITS) - 1))
        return np.array([place - low for (place,) in places], np.int64)

    def _rows_at(self, segment: int, prints: Prints) -> Postings:
        """Return the rows of a segment in which some fingerprints would stand, joined."""
        firsts = self._of(segment).firsts
        at = np.unique(np.searchsorted(firsts, prefixes_of(prints).astype(np.int64), "right") - 1)
        places = (firsts[at[at >= 0]] + (segment << PREFIX_BITS)).tolist()
        if not places:
            return Postings.none()
        query = (
            "SELECT prints, numbers FROM copy_blocks "
            "WHERE place IN (SELECT value FROM json_each(?)) ORDER BY place"
        )
        return Postings.read(self._connection.execute(query, (json.dumps(places),)).fetchall())

    def add(self, postings: Postings, articles: int) -> None:
        """Put in the fingerprints of some articles; larger segments are merged as they fill up."""
        level = self._level(1)
        if level is not None and level.articles + articles > _capacity(1):
            self._push(1)
            level = None
        self._merge(1, [level] if level else [], postings, articles)

    def _push(self, number: int) -> None:
        """Merge a segment into the one of the next level, which is pushed on before where it is full."""
        level, following = self._level(number), self._level(number + 1)
        if level is None:
            return
        if following is not None and following.articles + level.articles > _capacity(number + 1):
            self._push(number + 1)
            following = None
        if following is None:
            self._connection.execute(
                "UPDATE copy_segments SET level = ? WHERE segment = ?", (number + 1, level.segment)
            )
        else:
            self._merge(number + 1, [following, level], None, 0)

    def _level(self, number: int) -> "_Level | None":
        query = "SELECT segment, articles FROM copy_segments WHERE level = ?"
        row = self._connection.execute(query, (number,)).fetchone()
        return None if row is None else _Level(*row)

    def _merge(self, number: int, levels: Sequence["_Level"], more: Postings | None, articles: int) -> None:
        """Write a segment made of others, the oldest first, and of more fingerprints, in their place."""
        (last,) = self._connection.execute("SELECT coalesce(max(segment), 0) FROM copy_segments").fetchone()
        segment = last + 1
        self._write(segment, [level.segment for level in levels], more or Postings.none())
        for level in levels:
            self._drop(level.segment)
        total = articles + sum(level.articles for level in levels)
        self._connection.execute(
            "INSERT INTO copy_segments (segment, level, articles) VALUES (?, ?, ?)", (segment, number, total)
        )

    def _write(self, segment: int, parts: Sequence[int], more: Postings) -> None:
        """Write the rows of a segment and its sieve."""
        add = "INSERT INTO copy_blocks (place, prints, numbers) VALUES (?, ?, ?)"
        add_page = "INSERT INTO copy_sieves (place, bits) VALUES (?, ?)"
        firsts: list[int] = []
        count = len(more.prints) + sum(len(self._firsts(part)) * _IN_BLOCK for part in parts)
        pages = page_count(count)
        for first, end, postings in self._merged(parts, more, pages):
            rows = list(_rows(segment, postings))
            firsts.extend(row[0] - (segment << PREFIX_BITS) for row in rows)
            self._connection.executemany(add, rows)
            self._connection.executemany(add_page, sieve_rows(segment, postings.prints, pages, first, end))
        self._connection.execute(add, (-segment, np.array(firsts, "<i8").tobytes(), b""))

    def _drop(self, segment: int) -> None:
        low = segment << PREFIX_BITS
        self._connection.execute(
            "DELETE FROM copy_blocks WHERE place BETWEEN ? AND ?", (low, low + (1 << PREFIX_BITS) - 1)
        )
        self._connection.execute("DELETE FROM copy_blocks WHERE place = ?", (-segment,))
        drop_sieve(self._connection, segment)
        self._connection.execute("DELETE FROM copy_segments WHERE segment = ?", (segment,))

    def _merged(
        self, segments: Sequence[int], more: Postings, pages: int
    ) -> Iterator[tuple[int, int, Postings]]:
        """Yield stretches of what segments and more hold, rising: which pages of the sieve, and what."""
        shares = min(pages, 1 + pages * EACH // _AT_ONCE)
        left = [Postings.none() for _ in segments]
        for share in range(shares):
            first, end = share * pages // shares, (share + 1) * pages // shares
            low, high = first_prefix(first, pages), first_prefix(end, pages)
            read = (self._read(segment, low, high) for segment in segments)
            parts = [Postings.of([*pair], None) for pair in zip(left, read, strict=True)]
            cut = [part.cut(high) for part in (*parts, more)]
            yield first, end, Postings.of([below for below, _ in cut], self._most)
            *left, more = (above for _, above in cut)

    def _read(self, segment: int, low: int, high: int) -> Postings:
        """Return what stands in a segment's rows that begin between two prefixes (the second excluded)."""
        start = segment << PREFIX_BITS
        query = "SELECT prints, numbers FROM copy_blocks WHERE place BETWEEN ? AND ? ORDER BY place"
        return Postings.read(self._connection.execute(query, (start + low, start + high - 1)).fetchall())


class _Level(NamedTuple):
    segment: int
    articles: int


def _capacity(level: int) -> int:
    return SMALLEST * int(TIMES_LARGER ** (level - 1))


def _rows(segment: int, postings: Postings) -> Iterator[tuple[int, bytes, bytes]]:
    """Yield the rows of a stretch of a segment; one prefix's fingerprints stand in one row."""
    if not len(postings.prints):
        return
    prefixes = prefixes_of(postings.prints)
    changes = np.append(np.flatnonzero(np.diff(prefixes)) + 1, len(prefixes))
    wanted = np.arange(_IN_BLOCK, len(prefixes), _IN_BLOCK)
    cuts = np.unique(np.concatenate([[0], changes[np.searchsorted(changes, wanted)], [len(prefixes)]]))
    prints, numbers = postings.prints.astype("<u8"), postings.numbers.astype("<u4")
    for start, end in zip(cuts[:-1].tolist(), cuts[1:].tolist(), strict=True):
        place = (segment << PREFIX_BITS) | int(prefixes[start])
        yield place, prints[start:end].tobytes(), numbers[start:end].tobytes()
