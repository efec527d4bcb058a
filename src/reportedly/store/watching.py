"""What a watcher writes: everything that came in since it last wrote, in one transaction."""

import contextlib
import datetime
from collections.abc import Iterator
from typing import Final

import msgspec
from sqlalchemy import select

from reportedly.records import WatchedPage, WatchedSource
from reportedly.store.connecting import Connections
from reportedly.store.pages import whole_page
from reportedly.store.rounds import Round
from reportedly.store.sources import as_source, as_watched_page
from reportedly.store.watch_schema import (
    sources,
    unread_pages,
    watched_pages,
)

MOST_DUE: Final = 20_000
"""Watched pages taken into memory at a time: some 10 MB; the rest waits in the record."""


class UnreadPage(msgspec.Struct, frozen=True, kw_only=True):
    """A kept page that no room has read yet: its number, which source led to it, by how many credits."""

    page_id: str
    source_seq: int
    steps: int


class Watching:
    """The watcher's hand on the record."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    @contextlib.contextmanager
    def round(self) -> Iterator[Round]:
        """Give one transaction: all that is written in it stays, or nothing; raises StoreError."""
        with self._connections.writing() as connection:
            round_ = Round(connection)
            yield round_
            round_.flush()

    def changed_since(self, moment: datetime.datetime | None) -> tuple[WatchedSource, ...]:
        """Return the sources that a person added or changed at a moment or later; all where it is None."""
        with self._connections.reading() as connection:
            query = select(sources)
            if moment is not None:
                query = query.where(sources.c.changed_at >= moment)
            return tuple(as_source(row) for row in connection.execute(query))

    def due(self, until: datetime.datetime, *, limit: int = MOST_DUE) -> tuple[WatchedPage, ...]:
        """Return the watched pages that are to be asked for by a moment, those due first first."""
        with self._connections.reading() as connection:
            query = select(watched_pages).where(watched_pages.c.due_at <= until)
            rows = connection.execute(query.order_by(watched_pages.c.due_at).limit(limit))
            return tuple(as_watched_page(row) for row in rows)

    def unread(self, *, limit: int) -> tuple[UnreadPage, ...]:
        """Return kept pages that nobody has read yet, the first kept first."""
        with self._connections.reading() as connection:
            query = select(unread_pages).order_by(unread_pages.c.page_id).limit(limit)
            return tuple(
                UnreadPage(page_id=row.page_id, source_seq=row.source_seq, steps=row.steps)
                for row in connection.execute(query)
            )

    def body_of(self, page_id: str) -> bytes:
        """Return the bytes of a kept page."""
        with self._connections.reading() as connection:
            return whole_page(connection, self._connections.files, page_id).body
