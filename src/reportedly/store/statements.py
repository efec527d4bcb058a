"""Statements as they come out of the record: whole, and as lines of a list."""

from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Select, select

from reportedly.records import Beside, Maker, Naming, Statement
from reportedly.store.identifiers import whole_identifier
from reportedly.store.rows import KeptStatement, StatementLine
from reportedly.store.schema import articles, runs, statements


def whole_statement(connection: Connection, statement_id: str) -> KeptStatement:
    """Return a statement, also a withdrawn one; `NotInRecord` where there is none.

    Its identifier may be cut to 6 digits or more where no other begins so.
    Two addresses that sent the same bytes share their statements' identifiers: the one that still
    stands is returned, and of several the first kept.
    """
    whole = whole_identifier(connection, statements.c.id, "statement", statement_id)
    query = _whole().where(statements.c.id == whole)
    query = query.order_by(statements.c.withdrawn_at.is_not(None), statements.c.seq).limit(1)
    return _as_kept(connection.execute(query).one())


def statements_of(connection: Connection, article_id: str) -> tuple[KeptStatement, ...]:
    """Return an article's statements that still stand, in reading order."""
    query = _whole().where(statements.c.article_id == article_id, statements.c.withdrawn_at.is_(None))
    return tuple(_as_kept(row) for row in connection.execute(query.order_by(statements.c.ordinal)))


def line_query() -> Select[Any]:
    """Return the query for the lines of live statements."""
    s, a = statements.c, articles.c
    said = (s.id, s.article_id, s.words, s.kind, s.act, s.source_kind, s.found_in, s.beside)
    columns = (*said, s.speaker, s.speaker_mention, s.cue)
    return (
        select(*columns, a.headline, a.outlet, a.published, a.language)
        .join_from(statements, articles)
        .where(s.withdrawn_at.is_(None))
    )


def as_line(row: Row[Any]) -> StatementLine:
    """Return a row of `line_query` as a line."""
    return StatementLine(
        id=row.id,
        article_id=row.article_id,
        words=row.words,
        kind=row.kind,
        act=row.act,
        source_kind=row.source_kind,
        found_in=row.found_in,
        speaker=row.speaker,
        speaker_mention=row.speaker_mention,
        cue=row.cue,
        headline=row.headline,
        outlet=row.outlet,
        published=row.published,
        language=row.language,
        beside=msgspec.json.decode(row.beside, type=Beside),
    )


def _whole() -> Select[Any]:
    return select(statements, runs.c.room, runs.c.version, runs.c.maker).join_from(statements, runs)


def _as_kept(row: Row[Any]) -> KeptStatement:
    return KeptStatement(
        id=row.id,
        article_id=row.article_id,
        statement=msgspec.json.decode(row.record, type=Statement),
        naming=None if row.naming is None else msgspec.json.decode(row.naming, type=Naming),
        maker=Maker(room=row.room, version=row.version, maker=row.maker),
        made_at=row.made_at,
        withdrawn_at=row.withdrawn_at,
    )
