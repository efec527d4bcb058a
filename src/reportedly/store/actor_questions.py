"""Questions about actors: who there is, who one of them is, what they said and to whom."""

import datetime
import math
from collections import Counter
from typing import Any, Final

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, Select, exists, func, select, text

from reportedly.language import common_words
from reportedly.records import Actor, ActorName, Beside, OfficeHeld, Ruling
from reportedly.store.actor_answers import (
    ActorLine,
    ActorPage,
    ActorSaying,
    KeptActor,
    MonthSaid,
    Told,
    WordUsed,
)
from reportedly.store.actor_rows import actors_of
from reportedly.store.actor_schema import actor_facts, actor_keys, actors, resolutions, rulings
from reportedly.store.articles import as_line, line_query
from reportedly.store.identifiers import whole_identifier
from reportedly.store.rows import ActorRef, ArticlePage
from reportedly.store.schema import articles, statements
from reportedly.text import fold

_LOOKED_AT: Final = 500
"""Statements in which words and hearers are counted: the latest, so that a page takes milliseconds."""

_MOST_WORDS, _MOST_TOLD, _MOST_FACTS = 24, 20, 200
_SHORTEST_WORD: Final = 3  # letters
_LEAST_USES: Final = 2  # of a word that counts as used often, where there are statements enough
_FEW: Final = 8  # statements below which one use is enough
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
    seen = select(
        func.count(r.article_id.distinct()).label("number"),
        func.min(r.dated_on).label("first_on"),
        func.max(r.dated_on).label("last_on"),
    ).where(r.actor == whole)
    facts = connection.execute(seen).one()
    count = select(actors.c.said_count).where(actors.c.id == whole)
    return KeptActor(
        actor=_with(actor, names, offices),
        said_count=connection.scalar(count) or 0,
        article_count=facts.number,
        first_on=facts.first_on,
        last_on=facts.last_on,
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
    month = func.strftime("%Y-%m-01", s.dated_on)
    live = (s.speaker_actor == actor_id, s.withdrawn_at.is_(None), s.said_again_in.is_(None))
    by_month = select(month.label("month"), func.count().label("number")).where(
        *live, s.dated_on.is_not(None)
    )
    latest = connection.execute(_latest(actor_id)).all()
    return ActorSaying(
        months=tuple(
            MonthSaid(month=datetime.date.fromisoformat(row.month), count=row.number)
            for row in connection.execute(by_month.group_by(month).order_by(month))
        ),
        told=_told(latest),
        words=_words(connection, [row.words for row in latest]),
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


def _words(connection: Connection, said: list[str]) -> tuple[WordUsed, ...]:
    """Return the words that stand out in what was said: frequent there, and rare in the record.

    Measured by the share of the statements with the word times the logarithm of how rare it is.
    """
    common = common_words()
    found = Counter(word for words in said for word in set(fold(words).split()) - common)
    least = _LEAST_USES if len(said) >= _FEW else 1
    often = {word: count for word, count in found.items() if count >= least and len(word) >= _SHORTEST_WORD}
    kept = [word for word, _ in Counter(often).most_common(_LOOKED_AT) if not word.isdigit()]
    total = connection.scalar(select(func.max(statements.c.seq))) or 1
    weight = {word: often[word] * math.log(1 + total / _held_by(connection, word)) for word in kept}
    best = sorted(kept, key=lambda word: (-weight[word], word))[:_MOST_WORDS]
    return tuple(WordUsed(word=word, count=often[word]) for word in best)


def _held_by(connection: Connection, word: str) -> int:
    """Return how many statements of the record hold a word."""
    query = text("SELECT doc FROM statement_words WHERE term = :term")
    return connection.scalar(query, {"term": word}) or 1


def articles_about(connection: Connection, actor_id: str, limit: int, offset: int) -> ArticlePage:
    """Return one page of the articles that speak of an actor, the newest first."""
    r = resolutions.c
    of_actor = select(r.article_id).where(r.actor == actor_id)
    listed = (articles.c.id.in_(of_actor), articles.c.newer_id.is_(None))
    total = connection.scalar(select(func.count()).select_from(articles).where(*listed)) or 0
    query = line_query().where(*listed)
    order = (articles.c.published_order.desc().nulls_last(), articles.c.seq.desc())
    rows = connection.execute(query.order_by(*order).limit(limit).offset(offset))
    return ArticlePage(lines=tuple(as_line(row) for row in rows), total=total)
