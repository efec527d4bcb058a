"""Who made what of a kept page, asked before it is read once more."""

import msgspec
from sqlalchemy import Connection, select

from reportedly.records import Maker
from reportedly.store.runs import last_maker
from reportedly.store.schema import articles, pages


class Makers(msgspec.Struct, frozen=True, kw_only=True):
    """The rooms that last made something of a page; `language` is its article's, None without one."""

    read_by: Maker | None
    statements_by: Maker | None
    named_by: Maker | None
    resolved_by: Maker | None
    has_article: bool
    language: str | None


def makers_of(connection: Connection, page_id: str) -> Makers | None:
    """Return who made what of a page, None where it is not kept."""
    if connection.scalar(select(pages.c.seq).where(pages.c.id == page_id)) is None:
        return None
    row = connection.execute(
        select(articles.c.language).where(articles.c.id == page_id, articles.c.withdrawn_at.is_(None))
    ).one_or_none()
    return Makers(
        read_by=last_maker(connection, page_id, "article"),
        statements_by=last_maker(connection, page_id, "statement"),
        named_by=last_maker(connection, page_id, "naming"),
        resolved_by=last_maker(connection, page_id, "resolution"),
        has_article=row is not None,
        language=row.language if row else None,
    )
