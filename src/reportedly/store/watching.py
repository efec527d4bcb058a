"""What a watcher writes: everything that came in since it last wrote, in one transaction."""

import contextlib
import datetime
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec
from sqlalchemy import BindParameter, Connection, bindparam, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or_update

from reportedly.records import Asking, Item, Page, Watch, WatchedPage, WatchedSource
from reportedly.store.connecting import Connections
from reportedly.store.keeping import write_reading
from reportedly.store.keeping_first import keep_first, was_read
from reportedly.store.pages import keep_page, page_identifier, whole_page
from reportedly.store.resolving import Resolve
from reportedly.store.rows import Reading
from reportedly.store.runs import Work
from reportedly.store.schema import pages
from reportedly.store.sources import KEPT_ASKINGS, as_source, as_watched_page, watched_page_values
from reportedly.store.watch_schema import (
    askings,
    page_identities,
    removals,
    source_days,
    sources,
    unread_pages,
    watched_pages,
)

MOST_DUE: Final = 20_000
"""Watched pages taken into memory at a time: some 10 MB; the rest waits in the record."""

_AT_A_TIME: Final = 400  # identities in one question, below SQLite's limit of variables

_PLACES: Final[BindParameter[Sequence[str]]] = bindparam("names", expanding=True)
_KNOWN: Final = select(page_identities.c.identity).where(page_identities.c.identity.in_(_PLACES))
_CALLED: Final = (
    select(watched_pages, page_identities.c.identity.label("known_as"))
    .join(page_identities, page_identities.c.watched_seq == watched_pages.c.seq)
    .where(page_identities.c.identity.in_(_PLACES))
)
_ADD_PAGE: Final = insert(watched_pages)
_JOIN: Final = insert_or_update(page_identities).on_conflict_do_nothing()
_IS_KEPT: Final = select(pages.c.seq).where(pages.c.id == bindparam("page_id"))
_ADD_UNREAD: Final = insert_or_update(unread_pages).on_conflict_do_nothing()
_SAVE_WATCH: Final = (
    update(sources).where(sources.c.seq == bindparam("b_seq")).values(watch=bindparam("b_watch"))
)
_NEW_DAY: Final = insert_or_update(source_days)
_COUNT: Final = _NEW_DAY.on_conflict_do_update(
    index_elements=["source_seq", "day"],
    set_={name: source_days.c[name] + _NEW_DAY.excluded[name] for name in ("asked", "failed", "fresh")},
)
_UPDATE_PAGE: Final = (
    update(watched_pages)
    .where(watched_pages.c.seq == bindparam("b_seq"))
    .values({each.name: bindparam(f"b_{each.name}") for each in watched_pages.c if each.name != "seq"})
)


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """An item as it goes into the record: what a list says, and its identity. `steps` as in WatchedPage."""

    item: Item
    identity: str
    steps: int = 0


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
    def round(self) -> Iterator["Round"]:
        """Give one transaction: all that is written in it stays, or nothing; raises StoreError."""
        with self._connections.writing() as connection:
            yield Round(connection)

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


class Round:
    """One transaction of the watcher."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def unknown(self, found: Sequence[Found]) -> tuple[Found, ...]:
        """Return those that no page of the record is known under, each identity once."""
        known: set[str] = set()
        for start in range(0, len(found), _AT_A_TIME):
            names = [each.identity for each in found[start : start + _AT_A_TIME]]
            known.update(self._connection.scalars(_KNOWN, {"names": names}))
        first = {each.identity: each for each in reversed(found) if each.identity not in known}
        return tuple(each for each in found if first.get(each.identity) is each)

    def of_identities(self, names: Sequence[str]) -> dict[str, WatchedPage]:
        """Return the watched pages that are known under some identities, by identity."""
        found = {}
        for start in range(0, len(names), _AT_A_TIME):
            some = {"names": list(names[start : start + _AT_A_TIME])}
            for row in self._connection.execute(_CALLED, some):
                values = row._asdict()
                name = str(values.pop("known_as"))
                found[name] = WatchedPage(**values)
        return found

    def add(self, found: Sequence[Found], source_seq: int, *, now: datetime.datetime) -> list[WatchedPage]:
        """Return the new pages of a source as they now wait, all due at once."""
        if not found:
            return []
        first = (self._connection.scalar(select(func.max(watched_pages.c.seq))) or 0) + 1
        added = [
            WatchedPage(
                seq=seq,
                address=each.item.address,
                source_seq=source_seq,
                found_at=now,
                due_at=now,
                title=each.item.title,
                published=each.item.published,
                updated=each.item.updated,
                steps=each.steps,
            )
            for seq, each in enumerate(found, first)
        ]
        self._connection.execute(_ADD_PAGE, [watched_page_values(page) for page in added])
        names = [{"identity": f.identity, "watched_seq": p.seq} for f, p in zip(found, added, strict=True)]
        self._connection.execute(_JOIN, names)
        return added

    def join(self, names: Sequence[str], seq: int) -> None:
        """Have further identities lead to a watched page; those that lead elsewhere already stay."""
        rows = [{"identity": name, "watched_seq": seq} for name in dict.fromkeys(names)]
        if rows:
            self._connection.execute(_JOIN, rows)

    def drop(self, page: WatchedPage, *, into: int) -> None:
        """Have all identities of a page that was never kept lead to another, and forget it."""
        moved = update(page_identities).where(page_identities.c.watched_seq == page.seq)
        self._connection.execute(moved.values(watched_seq=into))
        self._connection.execute(delete(watched_pages).where(watched_pages.c.seq == page.seq))

    def save_pages(self, changed: Sequence[WatchedPage]) -> None:
        """Write what has become of watched pages."""
        if changed:
            rows = [{f"b_{k}": v for k, v in watched_page_values(page).items()} for page in changed]
            self._connection.execute(_UPDATE_PAGE, rows)

    def keep(self, page: Page, by: WatchedPage, *, now: datetime.datetime) -> str:
        """Keep a fetched page to be read later, and return its identifier; kept before, nothing changes."""
        page_id = page_identifier(page.sha256, page.url)
        if self._connection.scalar(_IS_KEPT, {"page_id": page_id}) is None:
            keep_page(self._connection, page, page_id=page_id, kept_at=now)
            unread = {"page_id": page_id, "source_seq": by.source_seq, "steps": by.steps}
            self._connection.execute(_ADD_UNREAD, unread)
        return page_id

    def keep_reading(
        self, page: Page, page_id: str, reading: Reading, resolve: Resolve | None, *, now: datetime.datetime
    ) -> None:
        """Keep what the rooms made of a kept page; one read meanwhile is only brought up to date."""
        work = Work(connection=self._connection, page_id=page_id, now=now)
        if was_read(self._connection, page_id):
            write_reading(work, page, reading, resolve)
        else:
            keep_first(work, reading, resolve)

    def read(self, page_ids: Sequence[str]) -> None:
        """Take pages from those that are still to be read."""
        rows = [{"b_id": page_id} for page_id in page_ids]
        self._connection.execute(
            delete(unread_pages).where(unread_pages.c.page_id == bindparam("b_id")), rows
        )

    def remove(self, url: str, page_id: str, status: int, *, now: datetime.datetime) -> None:
        """Note that a kept page is gone from its address."""
        self._connection.execute(
            insert(removals).values(url=url, page_id=page_id, status=status, at=now, returned_at=None)
        )

    def bring_back(self, url: str, *, now: datetime.datetime) -> None:
        """Note that a page that was gone is there again."""
        gone = update(removals).where(removals.c.url == url, removals.c.returned_at.is_(None))
        self._connection.execute(gone.values(returned_at=now))

    def save_source(self, seq: int, watch: Watch, asking: Asking) -> None:
        """Write how a source fared; an asking that brought neither news nor trouble lives on in its day."""
        self.save_watch(seq, watch)
        self._count(seq, asking)
        if asking.outcome != "same":
            told = msgspec.json.encode(asking).decode()
            self._connection.execute(insert(askings).values(source_seq=seq, record=told))
            oldest = select(askings.c.seq).where(askings.c.source_seq == seq).order_by(askings.c.seq.desc())
            limit = oldest.offset(KEPT_ASKINGS).limit(1).scalar_subquery()
            self._connection.execute(
                delete(askings).where(askings.c.source_seq == seq, askings.c.seq <= limit)
            )

    def save_watch(self, seq: int, watch: Watch) -> None:
        """Write what is known of a source, without an asking."""
        json = msgspec.json.encode(watch).decode()
        self._connection.execute(_SAVE_WATCH, {"b_seq": seq, "b_watch": json})

    def _count(self, seq: int, asking: Asking) -> None:
        failed = int(asking.outcome == "failed")
        row = {
            "source_seq": seq,
            "day": asking.at.date(),
            "asked": 1,
            "failed": failed,
            "fresh": asking.fresh,
        }
        self._connection.execute(_COUNT, row)
