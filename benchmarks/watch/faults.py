"""An hour in which one answer in twenty is broken, and a disk that fills: what is there afterwards."""

import asyncio
import datetime
import random
from pathlib import Path

from sqlalchemy import event

from benchmarks.watch.desks import LOOPBACK, declare, opened
from benchmarks.watch.reading import article_only
from press.loopback import Request, Servers, address_of
from press.outlets import Press
from press.passing_time import PassingTime
from reportedly import flow
from reportedly.flow.watch import Rooms, Watcher, WatchSettings
from reportedly.sources.identity import identity_of
from reportedly.sources.web_client import WebClient
from reportedly.store import Store

BEGIN = datetime.datetime(2024, 3, 4, 8, tzinfo=datetime.UTC)
SHARE = 0.05  # of all answers
KINDS = ("drop", "delay", "truncate", "reset", "corrupt", "endless")
_AFTER = datetime.timedelta(hours=8)  # for what was put off: a host in trouble rests 15 minutes at most


def run(folder: Path, *, feeds: int, hosts: int) -> dict[str, float]:
    """Return what an hour of faults left, once the network is sound again."""

    def fault(_request: Request, chance: random.Random) -> str | None:
        is_bad = chance.random() < SHARE and clock.now() < BEGIN + datetime.timedelta(hours=1)
        if is_bad:
            figures["answers broken"] = figures.get("answers broken", 0) + 1
        return chance.choice(KINDS) if is_bad else None

    figures: dict[str, float] = {}
    clock = PassingTime(BEGIN)
    with opened(folder) as store:
        figures |= asyncio.run(_run(store, clock, feeds=feeds, hosts=hosts, fault=fault))
    return figures


def fill(folder: Path, *, feeds: int, hosts: int, database_pages: int = 500) -> dict[str, float]:
    """Return what a disk left that was full for half an hour; SQLite itself is told how large it may grow."""
    clock = PassingTime(BEGIN)
    with opened(folder) as store:
        limits = [database_pages]
        engine = store._connections._engine  # noqa: SLF001  # as tests of the store do
        engine.dispose()
        event.listen(engine, "connect", lambda raw, _e: raw.execute(f"PRAGMA max_page_count = {limits[0]}"))

        def make_room() -> None:
            told.append(store.counts().pages)
            limits[0] = 10_000_000
            engine.dispose()

        told: list[int] = []
        clock.at(BEGIN + datetime.timedelta(minutes=30), make_room)
        figures = asyncio.run(_run(store, clock, feeds=feeds, hosts=hosts, fault=None))
    return {"pages when it was full": float(told[0]), **figures}


async def _run(
    store: Store, clock: PassingTime, *, feeds: int, hosts: int, fault: object
) -> dict[str, float]:
    press = Press(feeds=feeds, hosts=hosts, begin=BEGIN, days=1 / 24, page_bytes=2000)
    async with Servers(press.site(clock.now), clock.now, fault=fault) as servers:  # type: ignore[arg-type]
        declare(store, press, servers, BEGIN)
        client = WebClient(
            clock=clock.now, allowed=LOOPBACK, lookup=address_of, total_seconds=2.0, silent_seconds=1.0
        )
        async with client:
            settings = WatchSettings(write_seconds=5.0, refresh_seconds=300.0)
            watcher = Watcher(
                store, client, clock=clock, chance=random.Random(6).random, settings=settings,
                rooms=Rooms(read=article_only),
            )  # fmt: skip
            clock.at(BEGIN + datetime.timedelta(hours=1) + _AFTER, watcher.stop)
            await watcher.run()
            while watcher.reader is not None and watcher.reader.read_some():
                pass
    return judged(store, press, servers)


def judged(
    store: Store, press: Press, servers: Servers, since: datetime.datetime | None = None
) -> dict[str, float]:
    """Return how many items were published, and how many are in the record never, twice, unread or broken."""
    kept: dict[str, int] = {}
    for source in store.sources.all():
        for page in store.sources.pages(source.declared.name, limit=100_000):
            kept[identity_of(page.address)] = kept.get(identity_of(page.address), 0) + (page.state == "kept")
    wanted = [
        identity_of(servers.address(outlet.host, f"/{outlet.number}-{number}.html"))
        for outlet, number in press.listed(since)
    ]
    broken = sum(1 for article in store.article_ids() for _ in flow.broken_evidence(store, article))
    return {
        "items": float(len(wanted)),
        "lost": float(sum(not kept.get(name) for name in wanted)),
        "doubled": float(sum(kept.get(name, 0) > 1 for name in wanted)),
        "unread": float(len(store.watching.unread(limit=1000))),
        "evidence broken": float(broken),
        "articles": float(store.counts().articles),
    }
