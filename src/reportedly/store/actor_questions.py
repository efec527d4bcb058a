"""Questions about actors: who there is, who one of them is, what they said and to whom."""

import datetime
from collections import Counter
from typing import Any, Final

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, Select, exists, func, literal_column, select

from reportedly.records import Actor, ActorName, Beside, OfficeHeld, Ruling
from reportedly.store.actor_answers import (
    ActorLine,
    ActorPage,
    ActorSaying,
    KeptActor,
    MonthSaid,
    Told,
)
from reportedly.store.actor_rows import actors_of
from reportedly.store.actor_schema import actor_facts, actor_keys, actors, resolutions, rulings
from reportedly.store.articles import as_line, line_query
from reportedly.store.identifiers import whole_identifier
from reportedly.store.rows import ActorRef, ArticlePage
from reportedly.store.schema import articles, statements
from reportedly.store.words_used import words_used
from reportedly.text import fold

_LOOKED_AT: Final = 500
"""Statements in which words and hearers are counted: the latest, so that a page takes milliseconds."""

_MOST_TOLD, _MOST_FACTS = 20, 200
_TITLES_SHOWN: Final = 3
_LARGEST_KEY: Final = "\U0010ffff"


def find_actors(connection: Connection, words: str, kind: str | None, limit: int, offset: int) -> ActorPage:
    """Return one page of the actors whose names have words that begin so, those who said most first.

    Without words all whom an article mentions or a person brought in. Who stands as another is left out.
    """
    conditions: list[ColumnElement[bool]] = [actors.c.id == actors.c.stands_as]
    conditions += [_has_word(word) for word in fold(words).split()]
    conditions += [actors.c.kind == kind] if kind else []
    if not words.strip():
        mentioned = exists().where(resolutions.c.actor == actors.c.id)
        conditions.append(actors.c.origin.in_(("import", "person")) | mentioned)
    total = connection.scalar(select(func.count()).select_from(actors).where(*conditions)) or 0
    query = select(actors).where(*conditions).order_by(actors.c.said_count.desc(), actors.c.seq)
    rows = connection.execute(query.limit(limit).offset(offset)).all()
    titles = _titles_of(connection, [row.id for row in rows])
    lines = tuple(
        ActorLine(
            id=row.id,
            name=row.name,
            kind=row.kind,
            country=row.country,
            origin=row.origin,
            said_count=row.said_count,
            titles=titles.get(row.id, ()),
        )
        for row in rows
    )
    return ActorPage(lines=lines, total=total)


def _has_word(word: str) -> ColumnElement[bool]:
    key, member = f"={word}", actors.alias()
    named = (
        select(member.c.stands_as)
        .join(actor_keys, actor_keys.c.actor_id == member.c.id)
        .where(actor_keys.c.key >= key, actor_keys.c.key < key + _LARGEST_KEY)
    )
    return actors.c.id.in_(named)


def _titles_of(connection: Connection, wanted: list[str]) -> dict[str, tuple[str, ...]]:
    """Return the titles that most articles give some actors, else those of the sources, the latest first."""
    found: dict[str, list[str]] = {}
    facts = actor_facts.c
    query = select(facts.actor_id, facts.value).where(facts.actor_id.in_(wanted), facts.sort == "title")
    for row in connection.execute(query.order_by(facts.count.desc(), facts.value)):
        found.setdefault(row.actor_id, []).append(row.value)
    for actor in actors_of(connection, wanted):
        own = sorted(actor.offices, key=lambda each: each.since or datetime.date.min, reverse=True)
        found.setdefault(actor.id, [office.title for office in own])
    return {one: tuple(dict.fromkeys(titles))[:_TITLES_SHOWN] for one, titles in found.items()}


def whole_actor(connection: Connection, actor_id: str) -> KeptActor:
    """Return an actor, or the one it stands as; its identifier may be cut to 6 digits or more."""
    given = whole_identifier(connection, actors.c.id, "actor", actor_id)
    held = select(actors.c.stands_as).where(actors.c.id == given)
    whole = str(connection.scalar(held))
    (actor,) = actors_of(connection, [whole])
    names, offices = _from_articles(connection, whole)
    r = resolutions.c
    first_on, last_on = (select(edge(r.dated_on)).where(r.actor == whole) for edge in (func.min, func.max))
    count = select(actors.c.said_count).where(actors.c.id == whole)
    return KeptActor(
        actor=_with(actor, names, offices),
        said_count=connection.scalar(count) or 0,
        article_count=article_count(connection, whole),
        first_on=connection.scalar(first_on),
        last_on=connection.scalar(last_on),
        joined=_joined(connection, whole),
        rulings=rulings_about(connection, whole),
    )


def _with(actor: Actor, names: list[ActorName], offices: list[OfficeHeld]) -> Actor:
    counts = {each.name: each.count for each in names}
    own = [msgspec.structs.replace(each, count=counts.pop(each.name, 0)) for each in actor.names]
    more = [each for each in names if each.name in counts]
    return msgspec.structs.replace(actor, names=(*own, *more), offices=(*actor.offices, *offices))


def _from_articles(connection: Connection, actor_id: str) -> tuple[list[ActorName], list[OfficeHeld]]:
    """Return the names and titles that articles give an actor, the most frequent first."""
    facts = actor_facts.c
    query = select(actor_facts, facts.count.label("number")).where(
        facts.actor_id == actor_id, facts.sort.in_(("name", "title"))
    )
    names: list[ActorName] = []
    offices: dict[tuple[str, str], OfficeHeld] = {}
    for row in connection.execute(query.order_by(facts.count.desc(), facts.value).limit(_MOST_FACTS)):
        if row.sort == "name":
            names.append(ActorName(name=row.value, source="articles", count=row.number))
            continue
        key = (fold(row.value), row.country)
        offices[key] = _widened(offices.get(key), _office_of(row))
    return names, list(offices.values())


def _office_of(row: Row[Any]) -> OfficeHeld:
    return OfficeHeld(
        title=row.value,
        source="articles",
        country=row.country or None,
        since=row.first_on,
        until=row.last_on,
        article_id=row.article_id,
    )


def _widened(known: OfficeHeld | None, more: OfficeHeld) -> OfficeHeld:
    """Return an office that articles spell in two ways ("Mayor", "mayor") with the days of both."""
    if known is None:
        return more
    first = min((day for day in (known.since, more.since) if day), default=None)
    last = max((day for day in (known.until, more.until) if day), default=None)
    return msgspec.structs.replace(known, since=first, until=last)


def _joined(connection: Connection, actor_id: str) -> tuple[ActorRef, ...]:
    query = select(actors.c.id, actors.c.name).where(actors.c.stands_as == actor_id, actors.c.id != actor_id)
    return tuple(ActorRef(id=row.id, name=row.name) for row in connection.execute(query))


def rulings_about(connection: Connection, actor_id: str | None = None) -> tuple[Ruling, ...]:
    """Return what persons ruled about an actor and those who stand as it, or about all; the last first."""
    query = select(rulings.c.record, rulings.c.undone_at).order_by(rulings.c.seq.desc())
    if actor_id is not None:
        group = select(actors.c.id).where(actors.c.stands_as == actor_id)
        query = query.where(rulings.c.actor_id.in_(group) | rulings.c.other_id.in_(group))
    return tuple(
        msgspec.structs.replace(msgspec.json.decode(row.record, type=Ruling), undone_at=row.undone_at)
        for row in connection.execute(query)
    )


def saying_of(connection: Connection, actor_id: str) -> ActorSaying:
    """Return what can be told of an actor's statements: by month, to whom, in which words."""
    s = statements.c
    live = (s.speaker_actor == actor_id, s.withdrawn_at.is_(None), s.said_again_in.is_(None))
    month = func.substr(s.dated_on, 1, 7).label("month")
    by_day = select(month, func.count().label("number")).where(*live, s.dated_on.is_not(None))
    months: Counter[str] = Counter()
    for row in connection.execute(by_day.group_by(s.dated_on)):  # the index is in the order of days
        months[row.month] += row.number
    latest = connection.execute(_latest(actor_id)).all()
    return ActorSaying(
        months=tuple(
            MonthSaid(month=datetime.date.fromisoformat(f"{each}-01"), count=months[each])
            for each in sorted(months)
        ),
        told=_told(latest),
        words=words_used(connection, [row.words for row in latest]),
        looked_at=len(latest),
    )


def _latest(actor_id: str) -> Select[Any]:
    s, hearer = statements.c, actors.alias("hearer")
    return (
        select(s.words, s.beside, hearer.c.id, hearer.c.name)
        .outerjoin_from(statements, hearer, hearer.c.id == s.addressee_actor)
        .where(s.speaker_actor == actor_id, s.withdrawn_at.is_(None), s.said_again_in.is_(None))
        .order_by(s.dated_on.desc())
        .limit(_LOOKED_AT)
    )


def _told(latest: Any) -> tuple[Told, ...]:  # noqa: ANN401 - rows of `_latest`
    """Return to whom somebody spoke, those spoken to most often first."""
    heard: Counter[tuple[str | None, str]] = Counter()
    for row in latest:
        words = msgspec.json.decode(row.beside, type=Beside).addressee
        if row.id is not None or words:
            heard[row.id, row.name or words or ""] += 1
    return tuple(
        Told(words=words, count=count, actor=ActorRef(id=one, name=words) if one else None)
        for (one, words), count in heard.most_common(_MOST_TOLD)
    )


def article_count(connection: Connection, actor_id: str) -> int:
    """Return in how many articles an actor is spoken of.

    All resolutions of an article have its day, so that the index counts articles without sorting them.
    """
    r = resolutions.c
    each = select(r.dated_on, r.article_id).where(r.actor == actor_id).distinct()
    return connection.scalar(select(func.count()).select_from(each.subquery())) or 0


def articles_about(connection: Connection, actor_id: str, limit: int, offset: int) -> ArticlePage:
    """Return one page of the articles that speak of an actor, the newest first.

    Which articles they are is asked first, among those of the last days that can stand on the page, and
    only their lines are then put together.
    """
    a, r = articles.c, resolutions.c
    spoken_of = select(r.article_id).where(r.actor == actor_id)
    since = _since(connection, actor_id, limit + offset)
    near = spoken_of if since is None else spoken_of.where(r.dated_on >= since)
    order = (a.published_order.desc().nulls_last(), a.seq.desc())
    listed = select(a.id).where(a.id.in_(near), a.newer_id.is_(None), a.withdrawn_at.is_(None))
    wanted = connection.scalars(listed.order_by(*order).limit(limit).offset(offset)).all()
    rows = connection.execute(line_query().where(a.id.in_(wanted)))
    lines = {row.id: as_line(row) for row in rows}
    total = article_count(connection, actor_id) - _followed_count(connection, actor_id)
    return ArticlePage(lines=tuple(lines[one] for one in wanted if one in lines), total=total)


def _followed_count(connection: Connection, actor_id: str) -> int:
    """Return how many of the articles about an actor a newer version of their page follows.

    Asked from the few that are followed; by the index of an article's people, not by the actor's articles.
    """
    by_article = literal_column("+resolutions.actor") == actor_id
    speaks_of = exists().where(resolutions.c.article_id == articles.c.id, by_article)
    query = select(func.count()).select_from(articles).where(articles.c.newer_id > "", speaks_of)
    return connection.scalar(query) or 0


def _since(connection: Connection, actor_id: str, wanted: int) -> datetime.date | None:
    """Return the day from which on the newest `wanted` articles about an actor are dated; None for any day.

    Two days are added, because articles are ordered by their moment and dated by their own calendar day.
    """
    r, a = resolutions.c, articles.c
    days = (
        select(r.dated_on)
        .join(articles, a.id == r.article_id)
        .where(r.actor == actor_id, r.dated_on.is_not(None), a.newer_id.is_(None), a.withdrawn_at.is_(None))
        .group_by(r.dated_on, r.article_id)
        .order_by(r.dated_on.desc(), r.article_id.desc())
        .limit(1)
        .offset(max(wanted - 1, 0))
    )
    day = connection.scalar(days)
    return None if day is None else day - datetime.timedelta(days=2)
