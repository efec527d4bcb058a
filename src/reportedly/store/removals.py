"""Pages that are gone from their address: noted once for each time, with the return."""

import datetime
from typing import Final

from sqlalchemy import Connection, bindparam, insert, select, update

from reportedly.records import Removal
from reportedly.store.connecting import Connections
from reportedly.store.schema import pages
from reportedly.store.watch_schema import removals

_STANDING: Final = select(removals.c.seq).where(
    removals.c.url == bindparam("url"), removals.c.returned_at.is_(None)
)
_NEWEST: Final = (
    select(pages.c.id)
    .where(pages.c.url == bindparam("url"))
    .order_by(pages.c.fetched_at.desc(), pages.c.seq.desc())
    .limit(1)
)


def note_removal(
    connection: Connection, url: str, page_id: str, status: int, *, now: datetime.datetime
) -> None:
    """Note that a kept page is gone from its address, unless that is noted already."""
    if connection.execute(_STANDING, {"url": url}).first() is None:
        row = {"url": url, "page_id": page_id, "status": status, "at": now, "returned_at": None}
        connection.execute(insert(removals).values(row))


def note_return(connection: Connection, url: str, *, now: datetime.datetime) -> None:
    """Note that a page that was gone is there again."""
    gone = update(removals).where(removals.c.url == url, removals.c.returned_at.is_(None))
    connection.execute(gone.values(returned_at=now))


class Removals:
    """What a person saw of a page's address, and what is known of it."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def gone(self, url: str, status: int, *, now: datetime.datetime) -> bool:
        """Note that a page is gone; False where nothing of that address is kept."""
        with self._connections.writing() as connection:
            page_id = connection.scalar(_NEWEST, {"url": url})
            if page_id is not None:
                note_removal(connection, url, page_id, status, now=now)
            return page_id is not None

    def back(self, url: str, *, now: datetime.datetime) -> None:
        """Note that a page is there, where it was gone before."""
        with self._connections.reading() as connection:
            is_gone = connection.execute(_STANDING, {"url": url}).first() is not None
        if is_gone:
            with self._connections.writing() as connection:
                note_return(connection, url, now=now)

    def of(self, url: str) -> tuple[Removal, ...]:
        """Return when the page of an address was found gone, the first time first."""
        with self._connections.reading() as connection:
            rows = connection.execute(select(removals).where(removals.c.url == url).order_by(removals.c.seq))
            return tuple(
                Removal(
                    url=row.url, page_id=row.page_id, status=row.status, at=row.at,
                    returned_at=row.returned_at,
                )
                for row in rows
            )  # fmt: skip
