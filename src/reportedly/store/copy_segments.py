"""Fingerprints on disk: sorted segments that are merged as they grow, in rows of one page each.

A table with a row a fingerprint would touch a page for each of an article's hundred and more; here the
articles that came last are written together, into a segment that is merged with the next larger one
when it is full (a log-structured merge tree, O'Neil et al. 1996). Of it only how its rows
begin is held in memory.
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

# Articles of the smallest segment, and how many times larger the next one may grow. With 16 a record of
# a million articles has three segments to look into and writes each fingerprint some twenty times.
SMALLEST, TIMES_LARGER = 8192, 16
# Fingerprints in a row: with 12 bytes each a row fills a page of 4 KiB.
_IN_BLOCK = 256
_PREFIX_BITS = 40
_BELOW_PREFIX = np.uint64(64 - _PREFIX_BITS)
# Fingerprints merged at a time: some 100 MB.
_AT_ONCE = 4_000_000


# How the rows of each segment begin: 4 bytes an article in a record of a million.
Firsts = dict[int, NDArray[np.int64]]


class Postings(NamedTuple):
    """Fingerprints in rising order, and beside each the number of an article that has it."""

    prints: NDArray[np.uint64]
    numbers: NDArray[np.uint32]

    @classmethod
    def of(cls, parts: Sequence["Postings"], most: int) -> "Postings":
        """Return all parts as one, of one fingerprint only the first `most` articles."""
        prints = np.concatenate([np.zeros(0, np.uint64), *(part.prints for part in parts)])
        numbers = np.concatenate([np.zeros(0, np.uint32), *(part.numbers for part in parts)])
        order = np.lexsort((numbers, prints))
        prints, numbers = prints[order], numbers[order]
        if len(prints) > most:
            is_one_too_many = np.zeros(len(prints), np.bool_)
            is_one_too_many[most:] = prints[most:] == prints[:-most]
            prints, numbers = prints[~is_one_too_many], numbers[~is_one_too_many]
        return cls(prints, numbers)


class Segments:
    """The segments of one record, through a connection that is in a transaction."""

    def __init__(
        self, connection: sqlite3.Connection, *, most_holders: int, known: Firsts | None = None
    ) -> None:
        """Look at the segments; what is read of how rows begin is put into `known`, for the next time."""
        self._connection = connection
        self._most = most_holders
        self._known: Firsts = {} if known is None else known

    def find(self, prints: NDArray[np.uint64]) -> tuple[list[int], list[int]]:
        """Return finds: places in `prints`, which rise, and the numbers of the articles that have them."""
        prefixes = (prints >> _BELOW_PREFIX).astype(np.int64)
        which: list[int] = []
        numbers: list[int] = []
        segments = [row[0] for row in self._connection.execute("SELECT segment FROM copy_segments")]
        for gone in self._known.keys() - set(segments):
            del self._known[gone]
        for segment in sorted(segments):
            held = self._rows_at(self._places(segment, prefixes))
            first = np.searchsorted(held.prints, prints, "left")
            counts = np.searchsorted(held.prints, prints, "right") - first
            for at in np.flatnonzero(counts).tolist():
                which.extend([at] * int(counts[at]))
                numbers.extend(held.numbers[first[at] : first[at] + counts[at]].tolist())
        return which, numbers

    def _places(self, segment: int, prefixes: NDArray[np.int64]) -> list[int]:
        """Return for each prefix the row in which its fingerprints would stand; -1 before the first."""
        firsts = self._firsts(segment)
        at = np.searchsorted(firsts, prefixes, "right") - 1
        if not len(firsts):
            return [-1] * len(prefixes)
        places = np.where(at >= 0, firsts[at] + (segment << _PREFIX_BITS), -1)
        found: list[int] = places.tolist()
        return found

    def _firsts(self, segment: int) -> NDArray[np.int64]:
        """Return the prefixes with which a segment's rows begin; a segment never changes."""
        if segment not in self._known:
            low = segment << _PREFIX_BITS
            row = self._connection.execute(
                "SELECT prints FROM copy_blocks WHERE place = ?", (-segment,)
            ).fetchone()
            if row is None:  # written before there were such rows
                query = "SELECT place FROM copy_blocks WHERE place BETWEEN ? AND ? ORDER BY place"
                bounds = (low, low + (1 << _PREFIX_BITS) - 1)
                firsts = [place - low for (place,) in self._connection.execute(query, bounds)]
                self._known[segment] = np.array(firsts, np.int64)
            else:
                self._known[segment] = np.frombuffer(row[0], "<i8").astype(np.int64)
        return self._known[segment]

    def _rows_at(self, places: Sequence[int]) -> Postings:
        """Return what stands in some rows of a segment, in rising order."""
        query = (
            "SELECT prints, numbers FROM copy_blocks "
            "WHERE place IN (SELECT value FROM json_each(?)) ORDER BY place"
        )
        wanted = sorted({place for place in places if place >= 0})
        return _joined(self._connection.execute(query, (json.dumps(wanted),)).fetchall())

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
            self._merge(number + 1, [level, following], None, 0)

    def _level(self, number: int) -> "_Level | None":
        query = "SELECT segment, articles FROM copy_segments WHERE level = ?"
        row = self._connection.execute(query, (number,)).fetchone()
        return None if row is None else _Level(*row)

    def _merge(self, number: int, levels: Sequence["_Level"], more: Postings | None, articles: int) -> None:
        """Write a segment made of others, and of more fingerprints, in their place."""
        (last,) = self._connection.execute("SELECT coalesce(max(segment), 0) FROM copy_segments").fetchone()
        segment = last + 1
        add = "INSERT INTO copy_blocks (place, prints, numbers) VALUES (?, ?, ?)"
        firsts: list[int] = []
        for postings in self._merged([level.segment for level in levels], more):
            rows = list(_rows(segment, postings))
            firsts.extend(row[0] - (segment << _PREFIX_BITS) for row in rows)
            self._connection.executemany(add, rows)
        self._connection.execute(add, (-segment, np.array(firsts, "<i8").tobytes(), b""))
        for level in levels:
            low = level.segment << _PREFIX_BITS
            self._connection.execute(
                "DELETE FROM copy_blocks WHERE place BETWEEN ? AND ?", (low, low + (1 << _PREFIX_BITS) - 1)
            )
            self._connection.execute("DELETE FROM copy_blocks WHERE place = ?", (-level.segment,))
            self._connection.execute("DELETE FROM copy_segments WHERE segment = ?", (level.segment,))
        total = articles + sum(level.articles for level in levels)
        self._connection.execute(
            "INSERT INTO copy_segments (segment, level, articles) VALUES (?, ?, ?)", (segment, number, total)
        )

    def _merged(self, segments: Sequence[int], more: Postings | None) -> Iterator[Postings]:
        """Yield the fingerprints of segments and of more in rising order, a share of them at a time."""
        rows = sum(self._row_count(segment) for segment in segments)
        shares = 1 + (rows * _IN_BLOCK) // _AT_ONCE
        left = [more] if more is not None else []
        for share in range(1, shares + 1):
            low, high = (((each << _PREFIX_BITS) // shares) for each in (share - 1, share))
            read = [self._read(segment, low, high) for segment in segments]
            postings = Postings.of([*left, *read], self._most)
            end = np.searchsorted(postings.prints >> _BELOW_PREFIX, np.uint64(high))
            yield Postings(postings.prints[:end], postings.numbers[:end])
            left = [Postings(postings.prints[end:], postings.numbers[end:])]

    def _row_count(self, segment: int) -> int:
        low = segment << _PREFIX_BITS
        query = "SELECT count(*) FROM copy_blocks WHERE place BETWEEN ? AND ?"
        (count,) = self._connection.execute(query, (low, low + (1 << _PREFIX_BITS) - 1)).fetchone()
        return int(count)

    def _read(self, segment: int, low: int, high: int) -> Postings:
        """Return what stands in a segment's rows that begin between two prefixes (the second excluded)."""
        start = segment << _PREFIX_BITS
        query = "SELECT prints, numbers FROM copy_blocks WHERE place BETWEEN ? AND ? ORDER BY place"
        return _joined(self._connection.execute(query, (start + low, start + high - 1)).fetchall())


class _Level(NamedTuple):
    segment: int
    articles: int


def _capacity(level: int) -> int:
    return SMALLEST * int(TIMES_LARGER ** (level - 1))


def _rows(segment: int, postings: Postings) -> Iterator[tuple[int, bytes, bytes]]:
    """Yield the rows of a stretch of a segment; one prefix's fingerprints stand in one row."""
    if not len(postings.prints):
        return
    prefixes = (postings.prints >> _BELOW_PREFIX).astype(np.int64)
    changes = np.append(np.flatnonzero(np.diff(prefixes)) + 1, len(prefixes))
    wanted = np.arange(_IN_BLOCK, len(prefixes), _IN_BLOCK)
    cuts = np.unique(np.concatenate([[0], changes[np.searchsorted(changes, wanted)], [len(prefixes)]]))
    prints, numbers = postings.prints.astype("<u8"), postings.numbers.astype("<u4")
    for start, end in zip(cuts[:-1].tolist(), cuts[1:].tolist(), strict=True):
        place = (segment << _PREFIX_BITS) | int(prefixes[start])
        yield place, prints[start:end].tobytes(), numbers[start:end].tobytes()


def _joined(rows: Sequence[tuple[bytes, bytes]]) -> Postings:
    return Postings(
        np.frombuffer(b"".join(row[0] for row in rows), "<u8"),
        np.frombuffer(b"".join(row[1] for row in rows), "<u4"),
    )
