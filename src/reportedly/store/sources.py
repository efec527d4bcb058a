"""The sources of the record: added, changed, paused, and asked how they fared."""

import datetime
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, Row, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from reportedly.records import (
    Asking,
    BadRequest,
    Declared,
    NotInRecord,
    SourceDay,
    Watch,
    WatchedPage,
    WatchedSource,
)
from reportedly.store.connecting import Connections
from reportedly.store.watch_schema import (
    askings,
    hub_promises,
    source_days,
    sources,
    watched_pages,
)

KEPT_ASKINGS: Final = 100
"""Askings of a source that are kept one by one; older ones live on in its days."""


class HubPromise(msgspec.Struct, frozen=True, kw_only=True):
    """What a hub was asked: the token of the callback, the secret it signs with, the topic, the hub."""

    token: str
    secret: str
    topic: str
    hub: str


class Sources:
    """The sources of one record; every method is one transaction."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def add(
        self, declared: Declared, identity: str, watch: Watch, *, now: datetime.datetime
    ) -> WatchedSource:
        """Return a new source; raises BadRequest where its name or its address is there already."""
        with self._connections.writing() as connection:
            _refuse_known(connection, declared, identity)
            added = insert(sources).values(
                name=declared.name, identity=identity, declared=_json(declared), watch=_json(watch),
                added_at=now, changed_at=now,
            )  # fmt: skip
            connection.execute(added)
            return _called(connection, declared.name)

    def all(self) -> tuple[WatchedSource, ...]:
        """Return all sources by name, paused ones too."""
        with self._connections.reading() as connection:
            rows = connection.execute(select(sources).order_by(sources.c.name))
            return tuple(as_source(row) for row in rows)

    def called(self, name: str) -> WatchedSource:
        """Return the source of this name; raises NotInRecord."""
        with self._connections.reading() as connection:
            return _called(connection, name)

    def change(
        self, name: str, declared: Declared, identity: str, *, now: datetime.datetime
    ) -> WatchedSource:
        """Return a source with what it now declares; what is known of it stays."""
        with self._connections.writing() as connection:
            before = _called(connection, name)
            changed = {"name": declared.name, "identity": identity, "declared": _json(declared)}
            try:
                connection.execute(
                    update(sources).where(sources.c.seq == before.seq).values(**changed, changed_at=now)
                )
            except IntegrityError as error:
                raise _known(declared.name) from error
            return _called(connection, declared.name)

    def pause(self, name: str, *, now: datetime.datetime) -> WatchedSource:
        """Return a source that is asked no more until it is resumed."""
        return self._set(name, {"paused_at": now, "changed_at": now})

    def resume(self, name: str, *, now: datetime.datetime) -> WatchedSource:
        """Return a source that is asked again, and at once."""
        return self._set(name, {"paused_at": None, "changed_at": now}, next_at=now)

    def ask_now(self, name: str, *, now: datetime.datetime) -> WatchedSource:
        """Return a source that a running watcher asks as soon as politeness allows."""
        return self._set(name, {"changed_at": now}, next_at=now)

    def remove(self, name: str) -> None:
        """Forget a source that has no pages in the record yet; raises BadRequest where it has some."""
        with self._connections.writing() as connection:
            seq = _called(connection, name).seq
            has_pages = select(watched_pages.c.seq).where(watched_pages.c.source_seq == seq).limit(1)
            if connection.scalar(has_pages) is not None:
                raise BadRequest(
                    f"{name} has pages in the record, which say where they come from.",
                    next_step=f"Pause it instead: `reportedly sources pause {name}`.",
                    about=name,
                )
            for table in (askings, source_days, hub_promises):
                connection.execute(delete(table).where(table.c.source_seq == seq))
            connection.execute(delete(sources).where(sources.c.seq == seq))

    def askings(self, name: str, *, limit: int = 20) -> tuple[Asking, ...]:
        """Return the last times a source gave news or trouble, the last first."""
        with self._connections.reading() as connection:
            seq = _called(connection, name).seq
            query = select(askings.c.record).where(askings.c.source_seq == seq)
            rows = connection.scalars(query.order_by(askings.c.seq.desc()).limit(limit))
            return tuple(msgspec.json.decode(row, type=Asking) for row in rows)

    def days(self, since: datetime.date) -> dict[int, tuple[SourceDay, ...]]:
        """Return the days of every source from `since` on, in order, by the source's number."""
        found: dict[int, list[SourceDay]] = {}
        with self._connections.reading() as connection:
            query = select(source_days).where(source_days.c.day >= since).order_by(source_days.c.day)
            for row in connection.execute(query):
                day = SourceDay(day=row.day, asked=row.asked, failed=row.failed, fresh=row.fresh)
                found.setdefault(row.source_seq, []).append(day)
        return {seq: tuple(days) for seq, days in found.items()}

    def pages(self, name: str, *, limit: int = 50, offset: int = 0) -> tuple[WatchedPage, ...]:
        """Return the pages a source pointed to, the newest first."""
        with self._connections.reading() as connection:
            seq = _called(connection, name).seq
            query = select(watched_pages).where(watched_pages.c.source_seq == seq)
            rows = connection.execute(query.order_by(watched_pages.c.seq.desc()).limit(limit).offset(offset))
            return tuple(as_watched_page(row) for row in rows)

    def of_page(self, page_id: str) -> WatchedSource | None:
        """Return the source that led to a page's address, None where nobody watched for it."""
        with self._connections.reading() as connection:
            query = select(sources).join(watched_pages, watched_pages.c.source_seq == sources.c.seq)
            row = connection.execute(query.where(watched_pages.c.page_id == page_id).limit(1)).one_or_none()
            return None if row is None else as_source(row)

    def states(self) -> dict[str, int]:
        """Return how many watched pages are in each state."""
        with self._connections.reading() as connection:
            query = select(watched_pages.c.state, func.count()).group_by(watched_pages.c.state)
            return {row[0]: row[1] for row in connection.execute(query)}

    def without_hub(
        self, until: datetime.datetime, asked_before: datetime.datetime
    ) -> tuple[WatchedSource, ...]:
        """Return the sources whose hub promised nothing until then, and was not asked lately."""
        lasting = select(hub_promises.c.source_seq).where(
            (hub_promises.c.until > until) | (hub_promises.c.asked_at > asked_before)
        )
        query = select(sources).where(sources.c.paused_at.is_(None), sources.c.seq.not_in(lasting))
        with self._connections.reading() as connection:
            found = [
                as_source(row)
                for row in connection.execute(query.where(sources.c.watch.contains('"hubs":["')))
            ]
        return tuple(source for source in found if source.watch.hubs)

    def ask_hub(self, seq: int, promise: HubPromise, *, now: datetime.datetime) -> None:
        """Note that a hub is asked to tell of a source's news; what it confirms is believed from here on."""
        values = {**msgspec.structs.asdict(promise), "asked_at": now, "until": None}
        with self._connections.writing() as connection:
            connection.execute(delete(hub_promises).where(hub_promises.c.source_seq == seq))
            connection.execute(insert(hub_promises).values(source_seq=seq, **values))

    def hub_promise(self, token: str) -> tuple[str, HubPromise] | None:
        """Return the name of the source and what its hub was asked under a token, None where none was."""
        query = select(hub_promises, sources.c.name).join(sources, sources.c.seq == hub_promises.c.source_seq)
        with self._connections.reading() as connection:
            row = connection.execute(query.where(hub_promises.c.token == token)).one_or_none()
        if row is None:
            return None
        return row.name, HubPromise(token=row.token, secret=row.secret, topic=row.topic, hub=row.hub)

    def hub_confirmed(self, token: str, until: datetime.datetime) -> None:
        """Note until when a hub tells of news."""
        with self._connections.writing() as connection:
            connection.execute(update(hub_promises).where(hub_promises.c.token == token).values(until=until))

    def _set(
        self, name: str, values: dict[str, object], *, next_at: datetime.datetime | None = None
    ) -> WatchedSource:
        with self._connections.writing() as connection:
            source = _called(connection, name)
            if next_at is not None:
                values = {**values, "watch": _json(msgspec.structs.replace(source.watch, next_at=next_at))}
            connection.execute(update(sources).where(sources.c.seq == source.seq).values(**values))
            return _called(connection, name)


def as_source(row: Row[Any]) -> WatchedSource:
    """Return a row of `sources` as the record it stands for."""
    return WatchedSource(
        seq=row.seq,
        declared=msgspec.json.decode(row.declared, type=Declared),
        watch=msgspec.json.decode(row.watch, type=Watch),
        added_at=row.added_at,
        paused_at=row.paused_at,
    )


def as_watched_page(row: Row[Any]) -> WatchedPage:
    """Return a row of `watched_pages` as the record it stands for."""
    return WatchedPage(**row._asdict())


def watched_page_values(page: WatchedPage) -> dict[str, object]:
    """Return the columns of a watched page."""
    return msgspec.structs.asdict(page)


def _called(connection: Connection, name: str) -> WatchedSource:
    row = connection.execute(select(sources).where(sources.c.name == name)).one_or_none()
    if row is None:
        raise NotInRecord(
            f"There is no source called {name} in this record.",
            next_step="`reportedly sources list` names those there are.",
            about=name,
        )
    return as_source(row)


def _refuse_known(connection: Connection, declared: Declared, identity: str) -> None:
    query = select(sources.c.name).where((sources.c.identity == identity) | (sources.c.name == declared.name))
    name = connection.scalar(query)
    if name is not None:
        raise _known(str(name))


def _known(name: str) -> BadRequest:
    return BadRequest(
        f"A source with this name or address is watched already: {name}.",
        next_step=f"Look at it with `reportedly sources show {name}`, or choose another --name.",
        about=name,
    )


def _json(record: object) -> str:
    return msgspec.json.encode(record).decode()
