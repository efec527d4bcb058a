"""What changed between the versions of an address, kept as they come in."""

import datetime
import itertools
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, Row, Select, bindparam, delete, func, select, text, update
from sqlalchemy.dialects.sqlite import insert as insert_or_update

from reportedly.changes import find_change
from reportedly.records import Change
from reportedly.store.articles import article_read
from reportedly.store.change_schema import changes
from reportedly.store.runs import Work
from reportedly.store.schema import articles, pages, statements

_NEW: Final = insert_or_update(changes)
_PUT: Final = _NEW.on_conflict_do_update(
    index_elements=["article_id"],
    set_={name: _NEW.excluded[name] for name in ("previous_id", "at", "is_silent", "record")},
)

_OWN_URL: Final = select(pages.c.url).where(pages.c.id == bindparam("page_id")).scalar_subquery()
_VERSIONS: Final[Select[Any]] = (
    select(articles.c.id, pages.c.fetched_at)
    .join_from(articles, pages)
    .where(pages.c.url == _OWN_URL, articles.c.withdrawn_at.is_(None))
    .order_by(pages.c.fetched_at, pages.c.seq)
)
_AGAIN: Final = (
    "(SELECT :after FROM statements AS later WHERE later.article_id = :after AND later.withdrawn_at IS NULL "
    "AND later.words = statements.words AND later.speaker_folded = statements.speaker_folded LIMIT 1)"
)
_MARK: Final = text(
    f"UPDATE statements SET said_again_in = {_AGAIN} "  # noqa: S608 - constants
    f"WHERE article_id = :before AND withdrawn_at IS NULL AND said_again_in IS NOT {_AGAIN}"
)


class KeptChange(msgspec.Struct, frozen=True, kw_only=True):
    """A change in the record: to which version, from which, and when the later one was fetched (UTC)."""

    article_id: str
    previous_id: str
    at: datetime.datetime
    change: Change


def write_changes(work: Work) -> None:
    """Compare the article just written with the version before it, and the one after it with this one."""
    for before, after in _neighbours(work):
        _put(work.connection, before, after)


def mark_said_again(work: Work) -> None:
    """Have what the next version says again, word for word and of the same speaker, step back in lists.

    Both the statements of the version just written and those of the version before it are looked at.
    """
    for before, after in _neighbours(work):
        work.connection.execute(_MARK, {"before": before.id, "after": after.id})


def withdraw_changes(work: Work) -> None:
    """Forget the changes of a version that turned out to hold no article; its neighbours become so."""
    either = (changes.c.article_id == work.page_id) | (changes.c.previous_id == work.page_id)
    later = work.connection.scalar(select(changes.c.article_id).where(changes.c.previous_id == work.page_id))
    work.connection.execute(delete(changes).where(either))
    _stand_alone(work)
    if later is not None:
        beside = Work(connection=work.connection, page_id=later, now=work.now)
        write_changes(beside)
        mark_said_again(beside)


def _stand_alone(work: Work) -> None:
    """Have no version lead to this one, nor this one to another."""
    led = (articles.c.newer_id == work.page_id) | (articles.c.id == work.page_id)
    work.connection.execute(update(articles).where(led).values(newer_id=None))
    again = statements.c.said_again_in == work.page_id
    work.connection.execute(update(statements).where(again).values(said_again_in=None))


def changes_of(connection: Connection, article_ids: tuple[str, ...]) -> tuple[KeptChange, ...]:
    """Return the changes that led to some versions, the oldest first."""
    query = select(changes).where(changes.c.article_id.in_(article_ids)).order_by(changes.c.at)
    return tuple(_as_kept(row) for row in connection.execute(query))


def newest_changes(
    connection: Connection, *, silent_only: bool, limit: int, offset: int
) -> tuple[KeptChange, ...]:
    """Return the changes of the record, the newest first."""
    query: Select[Any] = select(changes).order_by(changes.c.at.desc(), changes.c.article_id)
    if silent_only:
        query = query.where(changes.c.is_silent)
    return tuple(_as_kept(row) for row in connection.execute(query.limit(limit).offset(offset)))


def count_changes(connection: Connection, *, silent_only: bool) -> int:
    """Return how many changes the record holds."""
    query = select(func.count()).select_from(changes)
    return connection.scalar(query.where(changes.c.is_silent) if silent_only else query) or 0


def _neighbours(work: Work) -> list[tuple[Row[Any], Row[Any]]]:
    """Return the version before a page's article with it, and it with the version after it."""
    versions = _versions(work.connection, work.page_id)
    pairs = itertools.pairwise(versions)
    return [pair for pair in pairs if work.page_id in (pair[0].id, pair[1].id)]


def _versions(connection: Connection, page_id: str) -> list[Row[Any]]:
    """Return the articles of a page's address that stand, the oldest fetch first."""
    return list(connection.execute(_VERSIONS, {"page_id": page_id}))


def _put(connection: Connection, before: Row[Any], after: Row[Any]) -> None:
    change = find_change(article_read(connection, before.id), article_read(connection, after.id))
    row = {
        "article_id": after.id,
        "previous_id": before.id,
        "at": after.fetched_at,
        "is_silent": change.is_silent,
        "record": msgspec.json.encode(change).decode(),
    }
    connection.execute(_PUT, row)
    connection.execute(update(articles).where(articles.c.id == before.id).values(newer_id=after.id))


def _as_kept(row: Row[Any]) -> KeptChange:
    return KeptChange(
        article_id=row.article_id,
        previous_id=row.previous_id,
        at=row.at,
        change=msgspec.json.decode(row.record, type=Change),
    )
