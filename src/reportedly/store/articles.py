"""Articles as they come out of the record: whole, and as lines of a list."""

import datetime
from collections.abc import Sequence
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, Row, Select, bindparam, func, select
from sqlalchemy.sql.elements import ColumnElement

from reportedly.records import Article, Maker, Naming, OfficeHeld, Refusal, Resolution
from reportedly.store.actor_rows import actors_of
from reportedly.store.actor_schema import actors, resolutions
from reportedly.store.identifiers import whole_identifier
from reportedly.store.pages import known_facts_of, not_in_record
from reportedly.store.rows import ActorRef, ArticleLine, Counts, KeptArticle, KeptRefusal, KeptResolution
from reportedly.store.schema import articles, namings, pages, refusals, runs, statements
from reportedly.store.statements import statements_of

NEWEST_FIRST: Sequence[ColumnElement[Any]] = (
    articles.c.published_order.desc().nulls_last(),
    articles.c.read_at.desc(),
    articles.c.seq.desc(),
)
"""The order of lists: by publish time, then by when it was read; without a date last."""

_READ: Final = select(articles.c.record, articles.c.text).where(articles.c.id == bindparam("article_id"))


def whole_article(connection: Connection, article_id: str) -> KeptArticle:
    """Return an article with all that stands on it; its identifier may be cut to 6 digits or more."""
    whole = whole_identifier(connection, articles.c.id, "article", article_id)
    row = connection.execute(_whole().where(articles.c.id == whole)).one()
    article = article_of(row.record, row.text)
    by = Maker(room=row.room, version=row.version, maker=row.maker)
    own = tuple(KeptRefusal(maker=by, refusal=refusal) for refusal in article.refusals)
    listed = select(namings.c.record).where(namings.c.article_id == row.id).order_by(namings.c.ordinal)
    return KeptArticle(
        id=row.id,
        article=article,
        page=known_facts_of(connection, row.id),
        statements=statements_of(connection, row.id),
        namings=tuple(msgspec.json.decode(one, type=Naming) for one in connection.scalars(listed)),
        refusals=own + _refusals_of(connection, row.id),
        people=people_of(connection, row.id),
    )


def article_read(connection: Connection, article_id: str) -> Article:
    """Return an Article as it was read, by its whole identifier; raises NotInRecord."""
    row = connection.execute(_READ, {"article_id": article_id}).one_or_none()
    if row is None:
        raise not_in_record("article", article_id)
    return article_of(row.record, row.text)


def article_of(record: str, text: str) -> Article:
    """Return the Article kept as a record and a text, equal to the one that was handed over."""
    return msgspec.structs.replace(msgspec.json.decode(record, type=Article), text=text)


def newest_articles(connection: Connection, limit: int, offset: int) -> tuple[ArticleLine, ...]:
    """Return the articles as lines, the newest published first; those without a date stand last.

    Of several versions of an address the newest alone is a line.
    """
    query = (
        line_query().where(articles.c.newer_id.is_(None)).order_by(*NEWEST_FIRST).limit(limit).offset(offset)
    )
    return tuple(as_line(row) for row in connection.execute(query))


def line_query(*more: ColumnElement[Any]) -> Select[Any]:
    """Return the query for article lines, each with its numbers of live statements and of versions.

    `more` columns follow.
    """
    live = (
        select(func.count())
        .where(statements.c.article_id == articles.c.id, statements.c.withdrawn_at.is_(None))
        .scalar_subquery()
    )
    a = articles.c
    columns = (a.id, a.headline, a.outlet, a.published, a.language, a.credits, a.read_at, pages.c.url)
    counts = (live.label("statement_count"), _version_count().label("version_count"), a.newer_id)
    return select(*columns, *counts, *more).join_from(articles, pages).where(a.withdrawn_at.is_(None))


def _version_count() -> ColumnElement[int]:
    """Return how many articles a page's address holds, for `line_query`; none where it has no address."""
    page, version = pages.alias(), articles.alias()
    stands = select(version.c.seq).where(version.c.id == page.c.id, version.c.withdrawn_at.is_(None)).exists()
    return select(func.count()).select_from(page).where(page.c.url == pages.c.url, stands).scalar_subquery()


def as_line(row: Row[Any], excerpt: str | None = None) -> ArticleLine:
    """Return a row of `line_query` as a line."""
    return ArticleLine(
        id=row.id,
        headline=row.headline,
        outlet=row.outlet,
        published=row.published,
        language=row.language,
        url=row.url,
        credits=msgspec.json.decode(row.credits, type=tuple[str, ...]),
        statement_count=row.statement_count,
        read_at=row.read_at,
        excerpt=excerpt,
        version_count=max(row.version_count, 1),
        is_newest=row.newer_id is None,
    )


def count_all(connection: Connection) -> Counts:
    """Return how much the record holds; what was withdrawn, and earlier versions, are not counted.

    A statement counts once however many versions of its page have it.
    """

    def number(query: Select[Any]) -> int:
        return connection.scalar(query) or 0

    return Counts(
        pages=number(select(func.count()).select_from(pages)),
        articles=number(
            select(func.count()).where(articles.c.withdrawn_at.is_(None), articles.c.newer_id.is_(None))
        ),
        statements=number(
            select(func.count()).where(
                statements.c.withdrawn_at.is_(None), statements.c.said_again_in.is_(None)
            )
        ),
        refused_pages=number(select(func.count()).where(pages.c.refusal.is_not(None))),
    )


def people_of(connection: Connection, article_id: str) -> tuple[KeptResolution, ...]:
    """Return who the people of an article are, in text order."""
    r = resolutions.c
    columns = (r.ordinal, r.record, r.own_actor, r.made_actor, r.dated_on)
    query: Select[Any] = (
        select(*columns, actors.c.id, actors.c.name, actors.c.own_name)
        .outerjoin_from(resolutions, actors, actors.c.id == r.actor)
        .where(r.article_id == article_id)
        .order_by(r.ordinal)
    )
    rows = connection.execute(query).all()
    found = actors_of(connection, sorted({row.id for row in rows if row.id}))
    offices = {actor.id: actor.offices for actor in found}
    return tuple(_as_person(row, offices.get(row.id, ())) for row in rows)


def _as_person(row: Row[Any], offices: Sequence[OfficeHeld]) -> KeptResolution:
    day: datetime.date | None = row.dated_on

    is_ruled = row.own_actor != row.made_actor or row.name != row.own_name
    actor = None if row.id is None else ActorRef(id=row.id, name=row.name, is_ruled=is_ruled)
    return KeptResolution(
        ordinal=row.ordinal,
        resolution=msgspec.json.decode(row.record, type=Resolution),
        actor=actor,
        held=tuple(one for one in offices if day and one.since and one.held_on(day)),
    )


def _whole() -> Select[Any]:
    columns = (articles.c.id, articles.c.record, articles.c.text, runs.c.room, runs.c.version, runs.c.maker)
    return select(*columns).join_from(articles, runs)


def _refusals_of(connection: Connection, article_id: str) -> tuple[KeptRefusal, ...]:
    query = (
        select(refusals.c.record, runs.c.room, runs.c.version, runs.c.maker)
        .join_from(refusals, runs)
        .where(refusals.c.article_id == article_id)
        .order_by(refusals.c.ordinal)
    )
    return tuple(
        KeptRefusal(
            maker=Maker(room=row.room, version=row.version, maker=row.maker),
            refusal=msgspec.json.decode(row.record, type=Refusal),
        )
        for row in connection.execute(query)
    )
