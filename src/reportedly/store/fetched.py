"""Fetched pages that are kept many at a time: one question and one write for all of a transaction."""

import datetime
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from sqlalchemy import BindParameter, Connection, bindparam, insert, select
from sqlalchemy.dialects.sqlite import insert as insert_or_leave

from reportedly.records import Page, WatchedPage
from reportedly.store.bodies import ADD_BODY, Original, originals_of, place_body
from reportedly.store.pages import page_identifier, page_row
from reportedly.store.schema import pages
from reportedly.store.watch_schema import unread_pages

_AT_A_TIME: Final = 400  # pages in one question, below SQLite's limit of variables

_IDS: Final[BindParameter[Sequence[str]]] = bindparam("ids", expanding=True)
_KEPT: Final = select(pages.c.id).where(pages.c.id.in_(_IDS))
_ADD_PAGE: Final = insert(pages)
_ADD_UNREAD: Final = insert_or_leave(unread_pages).on_conflict_do_nothing()


class _Waiting(NamedTuple):
    page: Page
    by: WatchedPage
    kept_at: datetime.datetime

    def unread(self, page_id: str) -> dict[str, object]:
        """Return the row that says that nobody has read it yet."""
        return {"page_id": page_id, "source_seq": self.by.source_seq, "steps": self.by.steps}


class FetchedPages:
    """Pages of one transaction that wait to be kept; `flush` keeps them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._waiting: dict[str, _Waiting] = {}

    def keep(self, page: Page, by: WatchedPage, *, now: datetime.datetime) -> str:
        """Return the identifier under which a page will be kept, to be read later; kept before, it stays."""
        page_id = page_identifier(page.sha256, page.url)
        self._waiting.setdefault(page_id, _Waiting(page, by, now))
        return page_id

    def flush(self) -> None:
        """Append the bytes of all pages that are new, in the order they came, and note where they stand."""
        waiting, self._waiting = self._waiting, {}
        kept = set(self._kept(list(waiting)))
        new = {page_id: each for page_id, each in waiting.items() if page_id not in kept}
        if not new:
            return
        body_rows, page_rows = self._placed(new)
        if body_rows:
            self._connection.execute(ADD_BODY, body_rows)
        self._connection.execute(_ADD_PAGE, page_rows)
        self._connection.execute(_ADD_UNREAD, [each.unread(page_id) for page_id, each in new.items()])

    def _kept(self, page_ids: Sequence[str]) -> Iterator[str]:
        for start in range(0, len(page_ids), _AT_A_TIME):
            yield from self._connection.scalars(_KEPT, {"ids": page_ids[start : start + _AT_A_TIME]})

    def _placed(self, new: dict[str, "_Waiting"]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
        """Return the rows of `bodies` and of `pages` for pages whose bytes are now appended."""
        originals = originals_of(self._connection, [each.page.sha256 for each in new.values()])
        body_rows, page_rows = [], []
        for page_id, (page, _, now) in new.items():
            place, body = place_body(self._connection, page, page.sha256, originals.get(page.sha256))
            if body is not None:
                body_rows.append(body)
                originals[page.sha256] = Original(page.url, page.fetched_at)
            page_rows.append(page_row(page, place, page_id=page_id, kept_at=now))
        return body_rows, page_rows
