"""Rulings of persons: made, heard at once, taken back. They are never deleted."""

import datetime
import hashlib
from collections.abc import Iterable
from typing import Final

import msgspec
from sqlalchemy import Connection, delete, func, insert, select, update

from reportedly.records import Actor, ActorName, BadRequest, NotInRecord, Resolution, Ruling
from reportedly.store.actor_rows import put_actors, put_names
from reportedly.store.actor_schema import actor_names, actors, resolutions, ruling_articles, rulings
from reportedly.store.schema import articles
from reportedly.store.standing import join_again, stand
from reportedly.text import fold

_JOINS: Final = frozenset({"merge", "same"})
_ON_ARTICLES: Final = frozenset({"this-is", "is-not", "split"})


def make_ruling(connection: Connection, draft: Ruling, now: datetime.datetime) -> Ruling:
    """Keep a ruling and have the record follow it; returns it with its identifier and its time.

    Raises BadRequest where it contradicts one that holds, or changes nothing.
    """
    ruling = msgspec.structs.replace(draft, id=_identifier(connection, draft, now), made_at=now)
    _refuse_contradiction(connection, ruling)
    about = _about(connection, ruling)
    connection.execute(
        insert(rulings).values(
            id=ruling.id,
            kind=ruling.kind,
            made_at=now,
            actor_id=ruling.actor_id,
            other_id=ruling.other_id,
            record=msgspec.json.encode(ruling).decode(),
            **about,
        )
    )
    articles_meant = _articles_of(ruling)
    if articles_meant:
        rows = [{"article_id": one, "ruling_id": ruling.id} for one in articles_meant]
        connection.execute(insert(ruling_articles), rows)
    _follow(connection, ruling)
    return ruling


def undo_ruling(connection: Connection, ruling_id: str, now: datetime.datetime) -> Ruling:
    """Take a ruling back and have the record follow; raises NotInRecord, BadRequest where it was already."""
    row = connection.execute(select(rulings).where(rulings.c.id == ruling_id)).one_or_none()
    if row is None:
        raise NotInRecord(
            f"There is no ruling {ruling_id}.",
            next_step="`reportedly actor rulings` lists them.",
            about=ruling_id,
        )
    if row.undone_at is not None:
        raise BadRequest(
            f"The ruling {ruling_id} was taken back before.",
            next_step="Make it again if it shall hold.",
            about=ruling_id,
        )
    connection.execute(update(rulings).where(rulings.c.id == ruling_id).values(undone_at=now))
    ruling = msgspec.json.decode(row.record, type=Ruling)
    connection.execute(delete(actor_names).where(actor_names.c.ruling_id == ruling_id))
    _follow(connection, ruling)
    return msgspec.structs.replace(ruling, undone_at=now)


def new_actor(connection: Connection, like: Actor, now: datetime.datetime) -> str:
    """Return the identifier of an actor whom a person made, put into the record."""
    put_actors(connection, [like], now)
    return like.id


def _identifier(connection: Connection, draft: Ruling, now: datetime.datetime) -> str:
    number = connection.scalar(select(func.count()).select_from(rulings)) or 0
    words = f"{number}:{now.isoformat()}:{msgspec.json.encode(draft).decode()}"
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def _articles_of(ruling: Ruling) -> tuple[str, ...]:
    own = (ruling.article_id,) if ruling.article_id else ()
    return tuple(dict.fromkeys((*own, *ruling.articles)))


def _about(connection: Connection, ruling: Ruling) -> dict[str, str | None]:
    """Return the name, outlet and language for which a ruling is evidence in other articles."""
    places = _articles_of(ruling)
    name = ruling.name
    # After a split the name alone says nothing: both go by it.
    if not places or ruling.only_here or name is None or ruling.kind == "split":
        return {"folded": None, "outlet": None, "language": None}
    query = select(articles.c.outlet, articles.c.language).where(articles.c.id == places[0])
    row = connection.execute(query).one()
    primary = (row.language or "und").replace("_", "-").split("-")[0].lower()
    return {"folded": fold(name), "outlet": row.outlet, "language": primary}


def _refuse_contradiction(connection: Connection, ruling: Ruling) -> None:
    if ruling.kind not in _JOINS and ruling.kind != "not-same":
        return
    first, second = _group(connection, ruling.actor_id), _group(connection, ruling.other_id or "")
    is_one = bool(first & second)
    if is_one:
        is_joining = ruling.kind in _JOINS
        raise BadRequest(
            "These two are one actor already.",
            next_step="Name two different ones." if is_joining else "Undo the merge that made them one.",
            about=ruling.other_id,
        )
    apart = [one for one in _live(connection, ("not-same",)) if _is_between(one, first, second)]
    if apart:
        raise BadRequest(
            f"These two were ruled not to be the same (ruling {apart[0].id}).",
            next_step=f"Undo that first, if it is wrong: reportedly actor undo {apart[0].id}",
            about=apart[0].id,
        )


def _is_between(ruling: Ruling, first: frozenset[str], second: frozenset[str]) -> bool:
    one, other = ruling.actor_id, ruling.other_id
    return (one in first and other in second) or (one in second and other in first)


def _group(connection: Connection, actor_id: str) -> frozenset[str]:
    """Return all who stand as the same actor as one."""
    whole = select(actors.c.stands_as).where(actors.c.id == actor_id).scalar_subquery()
    return frozenset(connection.scalars(select(actors.c.id).where(actors.c.stands_as == whole)))


def _live(connection: Connection, kinds: Iterable[str]) -> tuple[Ruling, ...]:
    query = select(rulings.c.record).where(rulings.c.kind.in_(list(kinds)), rulings.c.undone_at.is_(None))
    return tuple(
        msgspec.json.decode(one, type=Ruling) for one in connection.scalars(query.order_by(rulings.c.seq))
    )


def _follow(connection: Connection, ruling: Ruling) -> None:
    """Have the record follow a ruling that was made or taken back."""
    if ruling.kind == "rename":
        _name(connection, ruling.actor_id)
    elif ruling.kind in _JOINS:
        touched = join_again(connection)
        about = [one for one in _live(connection, ("split", "is-not")) if one.actor_id in touched]
        for article_id in dict.fromkeys(place for one in about for place in _articles_of(one)):
            stand(connection, article_id)
    elif ruling.kind in _ON_ARTICLES:
        for article_id in _articles_of(ruling):
            stand(connection, article_id)


def _name(connection: Connection, actor_id: str) -> None:
    """Name an actor as the last ruling that holds does, else as the source."""
    named = [one for one in _live(connection, ("rename",)) if one.actor_id == actor_id]
    row = connection.execute(select(actors).where(actors.c.id == actor_id)).one()
    name = named[-1].name if named and named[-1].name else row.own_name
    connection.execute(update(actors).where(actors.c.id == actor_id).values(name=name))
    if named:
        put_names(connection, actor_id, [ActorName(name=name, source="ruling")])
        mine = (actor_names.c.actor_id == actor_id) & (actor_names.c.name == name)
        fresh = mine & (actor_names.c.source == "ruling") & actor_names.c.ruling_id.is_(None)
        connection.execute(update(actor_names).where(fresh).values(ruling_id=named[-1].id))


def person_in(connection: Connection, article_id: str, name: str) -> Resolution:
    """Return the one of an article's people who goes by a name there; raises BadRequest."""
    query = select(resolutions.c.record).where(resolutions.c.article_id == article_id)
    people = [msgspec.json.decode(one, type=Resolution) for one in connection.scalars(query)]
    found = [one for one in people if fold(one.name) == fold(name)]
    if not found:
        known = ", ".join(dict.fromkeys(one.name for one in people)) or "nobody"
        raise BadRequest(
            f"Nobody in this article is called {name!r}.",
            next_step=f"It names {known}. Write one of these names, or give a statement's id.",
            about=name,
        )
    return found[0]
