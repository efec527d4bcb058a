"""Actors in and out of their rows: names, offices, and the keys under which they are found."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, insert, select
from sqlalchemy.dialects.sqlite import insert as insert_new

from reportedly.records import Actor, ActorName, OfficeHeld
from reportedly.store.actor_keys import record_keys
from reportedly.store.actor_schema import actor_keys, actor_names, actor_offices, actors


def actors_of(connection: Connection, wanted: Sequence[str]) -> tuple[Actor, ...]:
    """Return actors with the names and offices of all who stand as them, in the order of identifiers."""
    rows = connection.execute(select(actors).where(actors.c.id.in_(wanted)).order_by(actors.c.id)).all()
    members = select(actors.c.id, actors.c.stands_as).where(actors.c.stands_as.in_(wanted))
    group = {row.id: row.stands_as for row in connection.execute(members)}
    group |= {row.id: row.id for row in rows}
    names: dict[str, list[ActorName]] = defaultdict(list)
    offices: dict[str, list[OfficeHeld]] = defaultdict(list)
    for row in connection.execute(_named(list(group))):
        names[group[row.actor_id]].append(ActorName(name=row.name, language=row.language, source=row.source))
    for row in connection.execute(
        select(actor_offices).where(actor_offices.c.actor_id.in_(list(group))).order_by(actor_offices.c.seq)
    ):
        offices[group[row.actor_id]].append(msgspec.json.decode(row.record, type=OfficeHeld))
    return tuple(
        Actor(
            id=row.id,
            name=row.name,
            kind=row.kind,
            origin=row.origin,
            source=row.source,
            country=row.country,
            stands_as=row.stands_as,
            names=tuple(names[row.id]),
            offices=tuple(offices[row.id]),
        )
        for row in rows
    )


def put_actors(connection: Connection, new: Iterable[Actor], now: datetime.datetime) -> int:
    """Put in the actors that the record does not have, and return how many there were."""
    count = 0
    for actor in new:
        row = {
            "id": actor.id,
            "kind": actor.kind,
            "own_name": actor.name,
            "name": actor.name,
            "country": actor.country,
            "origin": actor.origin,
            "source": actor.source,
            "stands_as": actor.id,
            "said_count": 0,
            "made_at": now,
        }
        added = connection.execute(insert_new(actors).values(row).on_conflict_do_nothing())
        if added.rowcount:
            count += 1
            put_names(connection, actor.id, actor.names)
            put_offices(connection, actor.id, actor.offices)
    return count


def put_names(connection: Connection, actor_id: str, names: Iterable[ActorName]) -> None:
    """Put names to an actor, with the keys under which they are found; those it has stay as they are."""
    held = select(actor_names.c.name, actor_names.c.language).where(actor_names.c.actor_id == actor_id)
    known = {(row.name, row.language) for row in connection.execute(held)}
    rows = [
        {"actor_id": actor_id, "name": each.name, "language": each.language, "source": each.source}
        for each in names
        if (each.name, each.language) not in known
    ]
    if rows:
        connection.execute(insert(actor_names), rows)
        put_keys(connection, actor_id, [row["name"] or "" for row in rows])


def put_offices(connection: Connection, actor_id: str, offices: Iterable[OfficeHeld]) -> None:
    """Put offices to an actor; those it has stay as they are."""
    held = set(connection.scalars(select(actor_offices.c.record).where(actor_offices.c.actor_id == actor_id)))
    records = dict.fromkeys(msgspec.json.encode(office).decode() for office in offices)
    rows = [{"actor_id": actor_id, "record": record} for record in records if record not in held]
    if rows:
        connection.execute(insert(actor_offices), rows)


def put_keys(connection: Connection, actor_id: str, names: Iterable[str]) -> None:
    """Have an actor found under names; a key that leads nowhere any more does no harm."""
    rows = [{"key": key, "actor_id": actor_id} for name in names for key in record_keys(name)]
    if rows:
        connection.execute(insert_new(actor_keys).on_conflict_do_nothing(), rows)


def _named(group: Sequence[str]) -> Select[Any]:
    return select(actor_names).where(actor_names.c.actor_id.in_(group)).order_by(actor_names.c.seq)
