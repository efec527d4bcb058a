"""Statements as they come out of the record: whole, and as lines of a list."""

from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, FromClause, Row, Select, select

from reportedly.records import Beside, Maker, Moment, Naming, Statement
from reportedly.store.actor_schema import actors, resolutions
from reportedly.store.identifiers import whole_identifier
from reportedly.store.rows import ActorRef, KeptStatement, StatementLine
from reportedly.store.schema import articles, runs, statements

speaker = actors.alias("speaker_actors")
"""Who speaks, as `line_query` joins it."""

spoken_for, told_to = actors.alias("spoken_for"), actors.alias("told_to")


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


def line_query(*more: ColumnElement[Any]) -> Select[Any]:
    """Return the query for the lines of live statements, with `more` columns."""
    s, a = statements.c, articles.c
    said = (s.id, s.article_id, s.words, s.kind, s.act, s.source_kind, s.found_in, s.beside)
    columns = (*said, s.speaker, s.speaker_mention, s.cue, s.dated_on, *speaking())
    return (
        select(*columns, a.headline, a.outlet, a.published, a.language, a.newer_id, s.said_again_in, *more)
        .join_from(statements, articles)
        .outerjoin(speaker, speaker.c.id == s.speaker_actor)
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
        actor=actor_of(row, "speaker"),
        dated_on=row.dated_on,
        dropped_in=row.newer_id if row.said_again_in is None else None,
    )


def _whole() -> Select[Any]:
    s = statements.c
    parts = ((speaker, s.speaker_actor), (spoken_for, s.speaks_for_actor), (told_to, s.addressee_actor))
    query = select(
        statements,
        runs.c.room,
        runs.c.version,
        runs.c.maker,
        *speaking(),
        *_named("for", spoken_for),
        *_named("to", told_to),
    ).join_from(statements, runs)
    for part, held in parts:
        query = query.outerjoin(part, part.c.id == held)
    return query


def _as_kept(row: Row[Any]) -> KeptStatement:
    return KeptStatement(
        id=row.id,
        article_id=row.article_id,
        statement=msgspec.json.decode(row.record, type=Statement),
        naming=None if row.naming is None else msgspec.json.decode(row.naming, type=Naming),
        maker=Maker(room=row.room, version=row.version, maker=row.maker),
        made_at=row.made_at,
        withdrawn_at=row.withdrawn_at,
        actor=actor_of(row, "speaker"),
        speaks_for=actor_of(row, "for"),
        told_to=actor_of(row, "to"),
        said_on=None if row.said_on is None else msgspec.json.decode(row.said_on, type=Moment),
    )


def speaking() -> tuple[ColumnElement[Any], ...]:
    """Return the columns of who speaks, for a query that joins `speaker` to statements."""
    is_ruled = (speaker.c.name != speaker.c.own_name) | statements.c.speaker_ruled.is_not(None)
    moved = statements.c.speaker_at.is_not(None) & _is_moved()
    return (*_named("speaker", speaker), (is_ruled | moved).label("speaker_is_ruled"))


def _is_moved() -> ColumnElement[bool]:
    """Return whether a person said that the speaker is another one than the reading found."""
    r = resolutions.c
    here = (r.article_id == statements.c.article_id) & (r.ordinal == statements.c.speaker_at)
    return select(r.seq).where(here, r.own_actor.is_distinct_from(r.made_actor)).exists()


def _named(part: str, actor: FromClause) -> tuple[ColumnElement[Any], ...]:
    return (actor.c.id.label(f"{part}_id"), actor.c.name.label(f"{part}_name"))


def actor_of(row: Row[Any], part: str) -> ActorRef | None:
    """Return who has a part in a statement, None where nobody is known."""
    found = getattr(row, f"{part}_id")
    if found is None:
        return None
    is_ruled = bool(getattr(row, f"{part}_is_ruled", False))
    return ActorRef(id=found, name=getattr(row, f"{part}_name"), is_ruled=is_ruled)
