"""One transaction of the watcher: what it finds, keeps and forgets."""

import datetime
from collections.abc import Iterable, Sequence
from typing import Final

import msgspec
from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from reportedly.records import Asking, Item, Page, Watch, WatchedPage
from reportedly.store.asking_lines import AskingLines
from reportedly.store.fetched import FetchedPages
from reportedly.store.keeping import write_reading
from reportedly.store.keeping_first import keep_first, was_read
from reportedly.store.known_names import KnownNames
from reportedly.store.removals import note_removal, note_return
from reportedly.store.resolving import Resolve
from reportedly.store.rows import Reading
from reportedly.store.runs import Work
from reportedly.store.sources import watched_page_values
from reportedly.store.watch_schema import page_identities, unread_pages, watched_pages

_ADD_PAGE: Final = insert(watched_pages)
_LAST: Final = select(func.max(watched_pages.c.seq))
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


class Round:
    """One transaction of the watcher. What is handed over is written at its end, many rows at a time."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._names = KnownNames(connection)
        self._fetched = FetchedPages(connection)
        self._askings = AskingLines(connection)
        self._added: list[WatchedPage] = []
        self._changed: dict[int, WatchedPage] = {}
        self._last: int | None = None

    def flush(self) -> None:
        """Write all that waits, each row after those it points to."""
        if self._added:
            self._connection.execute(_ADD_PAGE, [watched_page_values(page) for page in self._added])
        self._names.flush()
        self._fetched.flush()
        if self._changed:
            rows = [
                {f"b_{k}": v for k, v in watched_page_values(page).items()} for page in self._changed.values()
            ]
            self._connection.execute(_UPDATE_PAGE, rows)
        self._askings.flush()
        self._added, self._changed = [], {}

    def look_up(self, names: Iterable[str]) -> None:
        """Ask the record at once for many identities that will be asked for one after the other."""
        self._names.look_up(names)

    def unknown(self, found: Sequence[Found]) -> tuple[Found, ...]:
        """Return those that no page of the record is known under, each identity once."""
        self._names.look_up(each.identity for each in found)
        first = {each.identity: each for each in reversed(found) if not self._names.is_known(each.identity)}
        return tuple(each for each in found if first.get(each.identity) is each)

    def of_identities(self, names: Sequence[str]) -> dict[str, WatchedPage]:
        """Return the watched pages that are known under some identities, by identity."""
        return self._names.pages_called(names)

    def add(self, found: Sequence[Found], source_seq: int, *, now: datetime.datetime) -> list[WatchedPage]:
        """Return the new pages of a source as they now wait, all due at once."""
        if not found:
            return []
        if self._last is None:
            self._last = self._connection.scalar(_LAST) or 0
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
            for seq, each in enumerate(found, self._last + 1)
        ]
        self._last += len(added)
        self._added.extend(added)
        self._names.hold(added)
        for each, page in zip(found, added, strict=True):
            self._names.join((each.identity,), page.seq)
        return added

    def join(self, names: Sequence[str], seq: int) -> None:
        """Have further identities lead to a watched page; those that lead elsewhere already stay."""
        self._names.join(names, seq)

    def drop(self, page: WatchedPage, *, into: int) -> None:
        """Have all identities of a page that was never kept lead to another, and forget it."""
        self.flush()
        moved = update(page_identities).where(page_identities.c.watched_seq == page.seq)
        self._connection.execute(moved.values(watched_seq=into))
        self._connection.execute(delete(watched_pages).where(watched_pages.c.seq == page.seq))
        self._names.forget(page.seq)

    def save_pages(self, changed: Sequence[WatchedPage]) -> None:
        """Have written what has become of watched pages."""
        self._changed.update((page.seq, page) for page in changed)
        self._names.hold(changed)

    def keep(self, page: Page, by: WatchedPage, *, now: datetime.datetime) -> str:
        """Return the identifier of a fetched page that is kept, to be read later; kept before, it stays."""
        return self._fetched.keep(page, by, now=now)

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
        note_removal(self._connection, url, page_id, status, now=now)

    def bring_back(self, url: str, *, now: datetime.datetime) -> None:
        """Note that a page that was gone is there again."""
        note_return(self._connection, url, now=now)

    def save_source(self, seq: int, watch: Watch, asking: Asking) -> None:
        """Have written how a source fared."""
        self._askings.save(seq, watch, asking)
