"""Who the people of an article are once the rulings of persons are heard: rulings outrank every reading."""

from collections.abc import Iterable, Sequence
from typing import Final

import msgspec
from sqlalchemy import Connection, bindparam, select, update

from reportedly.records import Resolution, Ruling, Statement
from reportedly.store.actor_facts import change_facts, recount_facts, standing_in
from reportedly.store.actor_schema import actors, resolutions, ruling_articles, rulings
from reportedly.store.schema import pages, statements
from reportedly.text import fold

_PARTS: Final = ("speaker", "speaks_for", "addressee")


def stand(connection: Connection, article_id: str) -> None:
    """Put in place who the people of an article are, by the room and by the rulings that hold."""
    before = standing_in(connection, article_id)
    heard = rulings_on(connection, article_id)
    own = _own_actors(connection, article_id, heard)
    as_whom = stands_as(connection, own.values())
    stand_at = {at: as_whom.get(actor or "") for at, actor in own.items()}
    rows = [
        {"of_article": article_id, "at": at, "own_actor": actor, "actor": stand_at[at]}
        for at, actor in own.items()
    ]
    if rows:
        connection.execute(_STAND, rows)
    _stand_statements(connection, article_id, heard, stand_at)
    change_facts(connection, article_id, before, standing_in(connection, article_id))


_STAND: Final = update(resolutions).where(
    resolutions.c.article_id == bindparam("of_article"), resolutions.c.ordinal == bindparam("at")
)
_STAND_STATEMENT: Final = update(statements).where(statements.c.seq == bindparam("statement_seq"))


def stands_as(connection: Connection, found: Iterable[str | None]) -> dict[str, str]:
    """Return for each actor whom it stands as."""
    query = select(actors.c.id, actors.c.stands_as).where(actors.c.id.in_({one for one in found if one}))
    return {row.id: row.stands_as for row in connection.execute(query)}


def rulings_on(connection: Connection, article_id: str) -> tuple[Ruling, ...]:
    """Return the rulings about people of an article that hold, the oldest first."""
    query = (
        select(rulings.c.record)
        .join(ruling_articles, ruling_articles.c.ruling_id == rulings.c.id)
        .where(ruling_articles.c.article_id == article_id, rulings.c.undone_at.is_(None))
        .order_by(rulings.c.seq)
    )
    return tuple(msgspec.json.decode(one, type=Ruling) for one in connection.scalars(query))


def is_about(ruling: Ruling, resolution: Resolution) -> bool:
    """Return whether a ruling on a mention is about somebody: by the mention's place, else by the name.

    A place counts while it holds the same person's mention; a page whose text moved is told by the name.
    """
    if ruling.mention is not None and ruling.mention in resolution.mentions:
        return True
    return ruling.name is not None and fold(ruling.name) == fold(resolution.name)


def _own_actors(connection: Connection, article_id: str, heard: Sequence[Ruling]) -> dict[int, str | None]:
    """Return who each person of an article is by the room and the rulings on the article."""
    query = select(resolutions.c.ordinal, resolutions.c.made_actor, resolutions.c.record).where(
        resolutions.c.article_id == article_id
    )
    rows = connection.execute(query).all()
    records = {row.ordinal: msgspec.json.decode(row.record, type=Resolution) for row in rows}
    own: dict[int, str | None] = {row.ordinal: row.made_actor for row in rows}
    for ruling in heard:
        groups = stands_as(connection, [*own.values(), ruling.actor_id])
        for at, record in records.items():
            if ruling.kind == "split":
                is_meant = groups.get(own[at] or "", own[at]) == groups.get(ruling.actor_id)
                own[at] = ruling.other_id if is_meant else own[at]
            elif ruling.only_here or not is_about(ruling, record):
                continue
            elif ruling.kind == "this-is":
                own[at] = ruling.actor_id
            elif groups.get(own[at] or "", own[at]) == groups.get(ruling.actor_id):
                own[at] = None
    return {at: _kept_by_split(connection, article_id, actor) for at, actor in own.items()}


def _kept_by_split(connection: Connection, article_id: str, actor: str | None) -> str | None:
    """Return whom an article kept from before a split speaks of, where the reading takes the new one.

    Who split an actor saw its articles and left this one with the old.
    """
    if actor is None:
        return None
    split = (rulings.c.kind == "split") & (rulings.c.other_id == actor) & rulings.c.undone_at.is_(None)
    row = connection.execute(select(rulings.c.record, rulings.c.made_at).where(split)).first()
    if row is None:
        return actor
    ruling = msgspec.json.decode(row.record, type=Ruling)
    kept_at = connection.scalar(select(pages.c.kept_at).where(pages.c.id == article_id))
    is_older = kept_at is not None and kept_at < row.made_at
    return ruling.actor_id if is_older and article_id not in ruling.articles else actor


def _stand_statements(
    connection: Connection, article_id: str, heard: Sequence[Ruling], stand_at: dict[int, str | None]
) -> None:
    """Put in place who speaks in each statement, for whom and to whom."""
    places = [statements.c[f"{part}_at"] for part in _PARTS]
    query = select(statements.c.seq, statements.c.record, *places).where(
        statements.c.article_id == article_id, statements.c.withdrawn_at.is_(None)
    )
    of_mentions = [ruling for ruling in heard if ruling.kind in ("this-is", "is-not") and ruling.mention]
    rows = []
    for row in connection.execute(query):
        stand_by = {f"{part}_actor": stand_at.get(getattr(row, f"{part}_at")) for part in _PARTS}
        ruled = _speaker_ruled(connection, row.record, row.speaker_at, of_mentions)
        if ruled is not None:
            stand_by["speaker_actor"] = stands_as(connection, [ruled]).get(ruled)
        rows.append({"statement_seq": row.seq, "speaker_ruled": ruled, **stand_by})
    if rows:
        connection.execute(_STAND_STATEMENT, rows)


def _speaker_ruled(
    connection: Connection, record: str, speaker_at: int | None, of_mentions: Sequence[Ruling]
) -> str | None:
    """Return whom a person said this one statement's speaker is; "" for nobody, None where nothing is said.

    A ruling on all of a name counts here where the words have no resolution of their own.
    """
    if not of_mentions:
        return None
    speaker = msgspec.json.decode(record, type=Statement).speaker
    ruled = None
    for ruling in of_mentions:
        if ruling.mention == speaker and (ruling.only_here or speaker_at is None):
            ruled = ruling.actor_id if ruling.kind == "this-is" else ""
    return ruled


def join_again(connection: Connection) -> frozenset[str]:
    """Put in place whom every actor stands as, by the rulings that hold, and return those who changed.

    `merge` and `same` put the first of two into the second.
    """
    query = select(rulings.c.record).where(
        rulings.c.kind.in_(("merge", "same")), rulings.c.undone_at.is_(None)
    )
    pairs = [
        msgspec.json.decode(one, type=Ruling) for one in connection.scalars(query.order_by(rulings.c.seq))
    ]
    into: dict[str, str] = {}
    for ruling in pairs:
        first, second = _end(into, ruling.actor_id), _end(into, ruling.other_id or ruling.actor_id)
        if first != second:
            into[first] = second
    joined = select(actors.c.id, actors.c.stands_as).where(actors.c.id != actors.c.stands_as)
    held = {row.id: row.stands_as for row in connection.execute(joined)}
    wanted = {one: _end(into, one) for one in into}
    changed = {
        one: wanted.get(one, one) for one in {*held, *wanted} if held.get(one, one) != wanted.get(one, one)
    }
    touched = {*changed, *changed.values(), *(held[one] for one in changed if one in held)}
    for one, target in changed.items():
        connection.execute(update(actors).where(actors.c.id == one).values(stands_as=target))
        _move(connection, one, target)
    recount_facts(connection, touched)
    return frozenset(touched)


def _end(into: dict[str, str], one: str) -> str:
    while one in into:
        one = into[one]
    return one


def _move(connection: Connection, one: str, target: str) -> None:
    """Have all that is an actor's own stand as another one."""
    own = resolutions.c.own_actor == one
    connection.execute(update(resolutions).where(own).values(actor=target))
    for part in _PARTS:
        place, actor = statements.c[f"{part}_at"], statements.c[f"{part}_actor"]
        here = (resolutions.c.article_id == statements.c.article_id) & (resolutions.c.ordinal == place)
        moved = select(statements.c.seq).join(resolutions, here).where(own)
        if part == "speaker":
            moved = moved.where(statements.c.speaker_ruled.is_(None))
        connection.execute(update(statements).where(statements.c.seq.in_(moved)).values({actor.name: target}))
    ruled = update(statements).where(statements.c.speaker_ruled == one)
    connection.execute(ruled.values(speaker_actor=target))
