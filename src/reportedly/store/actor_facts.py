"""What articles say of actors, counted: names, titles with countries, outlets."""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

import msgspec
from sqlalchemy import ColumnElement, Connection, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or_update

from reportedly.records import Resolution
from reportedly.store.actor_rows import put_keys
from reportedly.store.actor_schema import actor_facts, resolutions


class Fact(NamedTuple):
    """One thing an article says of an actor: a name, a title of a country, a country, its outlet."""

    actor_id: str
    sort: str
    value: str
    country: str


class Standing(NamedTuple):
    """A resolution as it stands: who it is, what the article says, and the article's outlet and day."""

    actor_id: str
    record: str
    outlet: str | None
    dated_on: datetime.date | None


def facts_in(standing: Iterable[Standing]) -> Iterator[tuple[Fact, datetime.date | None]]:
    """Yield what resolutions say, each with the day it was said."""
    for one in standing:
        said = msgspec.json.decode(one.record, type=Resolution)
        found = [Fact(one.actor_id, "name", said.name, "")] if said.is_named else []
        found += [Fact(one.actor_id, "title", title, said.country or "") for title in said.titles]
        found += [Fact(one.actor_id, "country", said.country, "")] if said.country else []
        found += [Fact(one.actor_id, "outlet", one.outlet or "", "")]
        yield from ((fact, one.dated_on) for fact in found)


def standing_in(connection: Connection, article_id: str) -> tuple[Standing, ...]:
    """Return the resolutions of an article that stand for an actor."""
    return tuple(one for _, one in _standing(connection, resolutions.c.article_id == article_id))


def change_facts(
    connection: Connection, article_id: str, before: Sequence[Standing], after: Sequence[Standing]
) -> None:
    """Count what an article says of actors anew: less of what it said before, more of what it says now."""
    old, new = Counter(facts_in(before)), Counter(facts_in(after))
    for (fact, _), count in (old - new).items():
        _count(connection, fact, -count)
    _put(connection, article_id, new - old)


def recount_facts(connection: Connection, actor_ids: Iterable[str]) -> None:
    """Count all that articles say of some actors from the beginning."""
    for actor_id in actor_ids:
        connection.execute(delete(actor_facts).where(actor_facts.c.actor_id == actor_id))
        by_article: dict[str, list[Standing]] = {}
        for article_id, one in _standing(connection, resolutions.c.actor == actor_id):
            by_article.setdefault(article_id, []).append(one)
        for article_id, own in by_article.items():
            _put(connection, article_id, Counter(facts_in(own)))


def _standing(connection: Connection, condition: ColumnElement[bool]) -> tuple[tuple[str, Standing], ...]:
    """Return resolutions that stand for somebody, each with its article, the earliest first."""
    r = resolutions.c
    query = (
        select(r.article_id, r.actor, r.record, r.outlet, r.dated_on)
        .where(condition, r.actor.is_not(None))
        .order_by(r.dated_on, r.seq)
    )
    return tuple((row.article_id, Standing(*row[1:])) for row in connection.execute(query))


def _count(connection: Connection, fact: Fact, change: int) -> None:
    where = _is(fact)
    connection.execute(update(actor_facts).where(*where).values(count=actor_facts.c.count + change))
    connection.execute(delete(actor_facts).where(*where, actor_facts.c.count <= 0))


def _is(fact: Fact) -> tuple[ColumnElement[bool], ...]:
    return tuple(actor_facts.c[name] == value for name, value in fact._asdict().items())


_NEW: Final = insert_or_update(actor_facts)
_MORE: Final = _NEW.on_conflict_do_update(
    index_elements=["actor_id", "sort", "value", "country"],
    set_={
        "count": actor_facts.c.count + _NEW.excluded.count,
        "first_on": func.min(
            func.coalesce(actor_facts.c.first_on, _NEW.excluded.first_on),
            func.coalesce(_NEW.excluded.first_on, actor_facts.c.first_on),
        ),
        "last_on": func.max(
            func.coalesce(actor_facts.c.last_on, _NEW.excluded.last_on),
            func.coalesce(_NEW.excluded.last_on, actor_facts.c.last_on),
        ),
    },
)
"""A fact that is there already is counted on, and its days are widened."""


def _put(connection: Connection, article_id: str, found: Counter[tuple[Fact, datetime.date | None]]) -> None:
    rows = [
        {**fact._asdict(), "count": count, "first_on": day, "last_on": day, "article_id": article_id}
        for (fact, day), count in found.items()
    ]
    if rows:
        connection.execute(_MORE, rows)
    for fact, _ in found:
        if fact.sort == "name":
            put_keys(connection, fact.actor_id, [fact.value])
