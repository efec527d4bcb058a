"""Who may go by a name: the record's answers to the room `actors`."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Select, func, select

from reportedly.records import ActorSeen, NameRuling
from reportedly.store.actor_keys import actors_with_keys
from reportedly.store.actor_rows import actors_of
from reportedly.store.actor_schema import actor_facts, actors, resolutions, rulings
from reportedly.text import fold

_LATEST: Final = 50  # articles of an actor in which company is looked for
_MOST_FACTS: Final = 40  # names, and titles, of an actor that are weighed, the most frequent first


class ActorsInRecord:
    """The actors of one record, as the room asks for them, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def called(self, names: Sequence[str], outlet: str | None) -> tuple[ActorSeen, ...]:
        """Return the actors who may go by any of these names, those ruled to do so among them."""
        found = set(actors_with_keys(self._connection, names))
        found |= {ruling.actor_id for ruling in self.rulings(names)}
        return seen_of(self._connection, standing(self._connection, found), outlet)

    def rulings(self, names: Sequence[str]) -> tuple[NameRuling, ...]:
        """Return what was ruled about whose these names are, the oldest first."""
        query = (
            select(rulings, actors.c.stands_as)
            .join(actors, actors.c.id == func.coalesce(rulings.c.other_id, rulings.c.actor_id))
            .where(rulings.c.folded.in_([fold(name) for name in names]), rulings.c.undone_at.is_(None))
            .order_by(rulings.c.seq)
        )
        return tuple(
            NameRuling(
                name=row.folded,
                actor_id=row.stands_as,
                is_so=row.kind != "is-not",
                outlet=row.outlet,
                language=row.language,
            )
            for row in self._connection.execute(query)
        )

    def company(self, actor_id: str) -> frozenset[str]:
        """Return the actors who stood together with one in the latest articles about them."""
        latest = (
            select(resolutions.c.article_id)
            .where(resolutions.c.actor == actor_id)
            .order_by(resolutions.c.dated_on.desc())
            .limit(_LATEST)
        )
        query = select(resolutions.c.actor).distinct().where(resolutions.c.article_id.in_(latest))
        return frozenset(self._connection.scalars(query)) - {None, actor_id}


def standing(connection: Connection, found: Iterable[str]) -> tuple[str, ...]:
    """Return whom actors stand as, each once."""
    query = select(actors.c.stands_as).distinct().where(actors.c.id.in_(list(found)))
    return tuple(sorted(connection.scalars(query)))


def seen_of(connection: Connection, wanted: Sequence[str], outlet: str | None) -> tuple[ActorSeen, ...]:
    """Return actors with what articles said of them; those whom nobody spoke of have the source alone."""
    if not wanted:
        return ()
    told: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    facts = actor_facts.c
    query = (
        select(facts.actor_id, facts.sort, facts.value, facts.country)
        .where(facts.actor_id.in_(wanted), facts.sort.in_(("name", "title", "country")))
        .order_by(facts.count.desc())
    )
    for row in connection.execute(query):
        told[row.actor_id][row.sort].append(row.value)
        if row.sort == "title" and row.country:
            told[row.actor_id]["country"].append(row.country)
    days = {row.actor: row for row in connection.execute(_days(wanted))}
    known = _in_outlet(connection, wanted, outlet)
    seen = []
    for actor in actors_of(connection, wanted):
        own, when = told[actor.id], days.get(actor.id)
        if actor.origin == "person" and not own and not _is_ruled(connection, actor.id):
            continue  # made by a ruling that was taken back
        names = (*(name.name for name in actor.names), *own["name"][:_MOST_FACTS])
        seen.append(
            ActorSeen(
                actor=actor,
                called=tuple(dict.fromkeys(names)),
                titles=tuple(fold(title) for title in own["title"][:_MOST_FACTS]),
                countries=frozenset(own["country"]),
                in_outlet=actor.id in known,
                first_on=when.first_on if when else None,
                last_on=when.last_on if when else None,
            )
        )
    return tuple(seen)


def _is_ruled(connection: Connection, actor_id: str) -> bool:
    """Return whether a ruling that holds is about an actor."""
    about = (rulings.c.actor_id == actor_id) | (rulings.c.other_id == actor_id)
    query = select(rulings.c.seq).where(about, rulings.c.undone_at.is_(None)).limit(1)
    return connection.scalar(query) is not None


def _days(wanted: Sequence[str]) -> Select[Any]:
    """Return the query for the first and the last day of the articles about actors."""
    facts = actor_facts.c
    return (
        select(
            facts.actor_id.label("actor"),
            func.min(facts.first_on).label("first_on"),
            func.max(facts.last_on).label("last_on"),
        )
        .where(facts.actor_id.in_(wanted), facts.sort == "outlet")
        .group_by(facts.actor_id)
    )


def _in_outlet(connection: Connection, wanted: Sequence[str], outlet: str | None) -> frozenset[str]:
    if outlet is None:
        return frozenset()
    facts = actor_facts.c
    query = select(facts.actor_id).where(
        facts.actor_id.in_(wanted), facts.sort == "outlet", facts.value == outlet
    )
    return frozenset(connection.scalars(query))
