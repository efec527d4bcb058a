"""The articles that copies are looked for among: the record's answer to the room's `NearCopies`."""

import hashlib
import sqlite3
import threading
from collections.abc import Sequence
from typing import Final

import numpy as np
from sqlalchemy import Connection, insert, select, update

from reportedly.copies import MOST_HOLDERS, Holders, Printed, outlet_key, printed
from reportedly.store.articles import article_of
from reportedly.store.connecting import Connections
from reportedly.store.copy_outlets import Outlets
from reportedly.store.copy_postings import Postings, found_in
from reportedly.store.copy_segments import Known, Segments
from reportedly.store.copy_tables import copy_articles, copy_tail
from reportedly.store.runs import Work
from reportedly.store.schema import articles

TAIL: Final = 512
"""Articles whose fingerprints wait to be written together; they are the ones held in memory."""


class CopyIndex:
    """The fingerprints of all articles in the record; implements `copies.NearCopies`.

    It grows by appending. In memory are those of the last `TAIL` articles at most, whoever put them there,
    of each segment how its rows begin and its sieve, and which outlet each article is of.
    """

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._lock = threading.Lock()
        self._tail = Postings.none()
        self._first = self._last = 0
        self._known: dict[int, Known] = {}
        self._outlets = Outlets()

    def holders(self, article: Printed) -> Holders:
        """Return which live articles hold which of an article's fingerprints, itself left out."""
        with self._connections.reading() as connection:
            raw = _raw(connection)
            with self._lock:
                segments = Segments(raw, most_holders=MOST_HOLDERS, known=self._known)
                finds = [segments.find(article.prints)]
                self._refresh(raw)
                finds.append(found_in(self._tail, article.prints))
                which, numbers = (np.concatenate(each) for each in zip(*finds, strict=True))
                kept, outlets = self._outlets.of(raw, numbers)
            kept &= ~np.isin(numbers, _numbers_of(raw, article.id))
        return Holders(which[kept], numbers[kept], outlets[kept])

    def known(self, numbers: Sequence[int]) -> Sequence[Printed]:
        """Return known articles by their numbers; those that are gone are left out."""
        query = (
            select(articles.c.id, articles.c.record, articles.c.text)
            .join_from(copy_articles, articles)
            .where(copy_articles.c.number.in_(numbers), articles.c.withdrawn_at.is_(None))
        )
        with self._connections.reading() as connection:
            rows = connection.execute(query).all()
        return [printed(row.id, article_of(row.record, row.text)) for row in rows]

    def outlet_number(self, article: Printed) -> int:
        """Return the number that stands for an article's outlet, whether or not the record has it."""
        return _outlet(article)

    def _refresh(self, raw: sqlite3.Connection) -> None:
        """Bring the tail in memory up to what is in the record; another process may have written it."""
        first, last = raw.execute(
            "SELECT coalesce(min(number), 0), coalesce(max(number), 0) FROM copy_tail"
        ).fetchone()
        if first != self._first or last < self._last:
            self._tail, self._first, self._last = Postings.none(), first, 0
        if last == self._last:
            return
        query = "SELECT number, prints FROM copy_tail WHERE number > ? ORDER BY number"
        rows = raw.execute(query, (self._last,)).fetchall()
        self._tail = self._tail.with_newer(Postings.of([_waiting(rows)], None))
        self._last = last


def is_known(connection: Connection, article: Printed, version: str) -> bool:
    """Return whether an article is in the index with these fingerprints, and linked by this version."""
    query = select(copy_articles.c.number).where(
        copy_articles.c.article_id == article.id,
        copy_articles.c.is_live,
        copy_articles.c.digest == _digest(article),
        copy_articles.c.version == version,
    )
    return connection.scalar(query) is not None


def put_in_index(work: Work, article: Printed, version: str) -> None:
    """Put an article's fingerprints into the index, in place of those it had before, if it had others."""
    live = (copy_articles.c.article_id == article.id) & copy_articles.c.is_live
    changed = {"version": version, "linked_at": work.now}
    same = update(copy_articles).where(live, copy_articles.c.digest == _digest(article)).values(changed)
    if work.connection.execute(same).rowcount:
        return
    work.connection.execute(update(copy_articles).where(live).values(is_live=False))
    row = {"article_id": article.id, "outlet": _outlet(article), "digest": _digest(article), "is_live": True}
    added = work.connection.execute(insert(copy_articles).values(row | changed))
    (number,) = added.inserted_primary_key or (0,)
    tail = insert(copy_tail).values(number=number, prints=article.prints.astype("<u8").tobytes())
    work.connection.execute(tail)
    flush_tail(_raw(work.connection))


def flush_tail(raw: sqlite3.Connection, *, at: int = TAIL) -> None:
    """Write the fingerprints that wait into the segments, once those of `at` articles do."""
    (count,) = raw.execute("SELECT count(*) FROM copy_tail").fetchone()
    if count < at:
        return
    rows = raw.execute("SELECT number, prints FROM copy_tail ORDER BY number").fetchall()
    Segments(raw, most_holders=MOST_HOLDERS).add(Postings.of([_waiting(rows)], MOST_HOLDERS), len(rows))
    raw.execute("DELETE FROM copy_tail")


def _waiting(rows: Sequence[tuple[int, bytes]]) -> Postings:
    """Return the fingerprints of rows of the tail, article by article."""
    parts = [np.frombuffer(prints, "<u8") for _, prints in rows]
    numbers = np.repeat(np.array([number for number, _ in rows], np.uint32), [len(part) for part in parts])
    return Postings(np.concatenate([np.zeros(0, np.uint64), *parts]), numbers)


def _numbers_of(raw: sqlite3.Connection, article_id: str) -> list[int]:
    """Return the numbers that an article has had."""
    query = "SELECT number FROM copy_articles WHERE article_id = ?"
    return [number for (number,) in raw.execute(query, (article_id,))]


def _outlet(article: Printed) -> int:
    digest = hashlib.sha256(outlet_key(article).encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:8], "little") >> 1


def _digest(article: Printed) -> str:
    return hashlib.sha256(article.prints.tobytes()).hexdigest()[:16]


def _raw(connection: Connection) -> sqlite3.Connection:
    """Return SQLite's own connection: a question with hundreds of keys is asked as one."""
    raw = connection.connection.driver_connection
    if not isinstance(raw, sqlite3.Connection):
        raise TypeError("the index of copies is kept in SQLite")
    return raw
