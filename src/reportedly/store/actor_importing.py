"""Actors of a user's own file in the record: joined to whom it knows already, or new."""

import datetime
from collections.abc import Sequence

import msgspec
from sqlalchemy import Connection, select, update

from reportedly.records import Actor
from reportedly.store.actor_keys import actors_with_keys
from reportedly.store.actor_lookup import standing
from reportedly.store.actor_rows import actors_of, put_actors, put_names, put_offices
from reportedly.store.actor_schema import actors, rulings
from reportedly.text import fold


class Imported(msgspec.Struct, frozen=True, kw_only=True):
    """What became of the actors of a file: how many are new, and how many were joined to known ones."""

    new: int = 0
    joined: int = 0
    unchanged: int = 0


def import_actors(connection: Connection, found: Sequence[Actor], now: datetime.datetime) -> Imported:
    """Put in actors inside the caller's transaction.

    One who was imported before under the same identifier is brought up to date. One whose full name and
    country are those of exactly one known actor of its kind is that one. All others are new.
    """
    new = joined = unchanged = 0
    for actor in found:
        known = _known(connection, actor)
        if known is None:
            new += put_actors(connection, [actor], now)
            continue
        before = actors_of(connection, [known])
        put_names(connection, known, actor.names)
        put_offices(connection, known, actor.offices)
        lacks_country = (actors.c.id == known) & actors.c.country.is_(None)
        connection.execute(update(actors).where(lacks_country).values(country=actor.country))
        changed = actors_of(connection, [known]) != before
        joined, unchanged = joined + changed, unchanged + (not changed)
    return Imported(new=new, joined=joined, unchanged=unchanged)


def _known(connection: Connection, actor: Actor) -> str | None:
    """Return the actor of the record who is meant by one of a file, None where that is nobody or several."""
    if connection.scalar(select(actors.c.id).where(actors.c.id == actor.id)) is not None:
        return actor.id
    if actor.country is None or (actor.kind == "person" and len(fold(actor.name).split()) < 2):
        return None
    near = standing(connection, actors_with_keys(connection, (actor.name,)))
    own = {fold(name.name) for name in actor.names}
    same = [
        one.id
        for one in actors_of(connection, near)
        if one.kind == actor.kind
        and one.country == actor.country
        and own & {fold(name.name) for name in one.names}
        and one.origin != "import"
    ]
    return same[0] if len(same) == 1 and not _is_apart(connection, same[0]) else None


def _is_apart(connection: Connection, actor_id: str) -> bool:
    """Return whether a person told an actor from another one; then nobody is joined to it by name alone."""
    ruled = (rulings.c.actor_id == actor_id) | (rulings.c.other_id == actor_id)
    apart = select(rulings.c.seq).where(
        rulings.c.kind.in_(("not-same", "split")), rulings.c.undone_at.is_(None), ruled
    )
    return connection.scalar(apart.limit(1)) is not None
