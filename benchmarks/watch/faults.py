"""An hour in which one answer in twenty is broken, and a disk that fills: what is there afterwards."""

import asyncio
import contextlib
import datetime
import random
import zlib
from pathlib import Path

from sqlalchemy import event

from benchmarks.watch.desks import LOOPBACK, declare, opened, unverified
from benchmarks.watch.histories import histories_of
from benchmarks.watch.proxy import KINDS, FaultProxy
from benchmarks.watch.reading import article_only
from press.loopback import Request, Servers, address_of
from press.outlets import Outlet, Press
from press.passing_time import PassingTime
from reportedly.flow.watch import Rooms, Watcher, WatchSettings
from reportedly.records import WatchedPage
from reportedly.sources.identity import identity_of
from reportedly.sources.web_client import WebClient
from reportedly.store import Store

BEGIN = datetime.datetime(2024, 3, 4, 8, tzinfo=datetime.UTC)
SHARE = 0.05  # of all answers
AN_HOUR = datetime.timedelta(hours=1)
SHAPES = ("length", "gzip", "chunked", "closed")
_AFTER = datetime.timedelta(hours=30)  # for what was put off; a source is asked for whole once a day
_TOTAL_SECONDS = 1.0  # of real time, for a whole answer; a delayed one takes 0.2 at most


def run(
    folder: Path, *, feeds: int, hosts: int, seed: int = 6, share: float = SHARE, runs: int = 1
) -> dict[str, float]:
    """Return what an hour of faults left, once the network is sound again; the sum over some runs.

    Every run has a press and faults of its own. What became of each lost item is printed.
    """
    figures: dict[str, float] = {}
    for number in range(runs):
        clock = PassingTime(BEGIN)
        with opened(folder) as store:
            found = asyncio.run(_run(store, clock, feeds=feeds, hosts=hosts, seed=seed + number, share=share))
        found["not verified"] = unverified(folder)
        figures = {name: figures.get(name, 0.0) + figure for name, figure in found.items()}
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
        figures = asyncio.run(_run(store, clock, feeds=feeds, hosts=hosts, seed=6, share=0.0))
    return {"pages when it was full": float(told[0]), **figures, "not verified": unverified(folder)}


async def _run(
    store: Store, clock: PassingTime, *, feeds: int, hosts: int, seed: int, share: float
) -> dict[str, float]:
    press = Press(feeds=feeds, hosts=hosts, begin=BEGIN, days=1 / 24, page_bytes=2000, seed=seed)
    async with contextlib.AsyncExitStack() as closing:
        servers = await closing.enter_async_context(Servers(press.site(clock.now), clock.now, shape=_shape))
        proxy = FaultProxy(
            servers.port, clock.now, share=lambda: share if clock.now() < BEGIN + AN_HOUR else 0.0, seed=seed
        )
        servers.port = (await closing.enter_async_context(proxy)).port  # where the watch is to ask
        declare(store, press, servers, BEGIN)
        client = WebClient(
            clock=clock.now,
            allowed=LOOPBACK,
            lookup=address_of,
            total_seconds=_TOTAL_SECONDS,
            silent_seconds=_TOTAL_SECONDS / 2,
        )
        await _watch(store, await closing.enter_async_context(client), clock)
    kept = kept_pages(store)
    wanted = {
        identity_of(servers.address(outlet.host, f"/{outlet.number}-{number}.html")): (outlet, number)
        for outlet, number in press.listed()
    }
    for name in (name for name in wanted if name not in kept):
        print(histories_of(*wanted[name], proxy.log, store))
    befallen = {f"answers broken: {kind}": sum(p.fault == kind for p in proxy.log) for kind in KINDS}
    figures = judged(store, press, servers)
    return {
        "answers broken": proxy.broken,
        **befallen,
        "garbled": _garbled(store, press, kept, wanted),
        **figures,
    }


def _shape(request: Request) -> str:
    return SHAPES[zlib.crc32(f"{request.host}{request.path}".encode()) % len(SHAPES)]


async def _watch(store: Store, client: WebClient, clock: PassingTime) -> None:
    settings = WatchSettings(write_seconds=5.0, refresh_seconds=300.0)
    watcher = Watcher(
        store, client, clock=clock, chance=random.Random(6).random, settings=settings,
        rooms=Rooms(read=article_only),
    )  # fmt: skip
    clock.at(BEGIN + AN_HOUR + _AFTER, watcher.stop)
    await watcher.run()
    while watcher.reader is not None and watcher.reader.read_some():
        pass


def kept_pages(store: Store) -> dict[str, list[WatchedPage]]:
    """Return the watched pages that are kept, by the page's identity."""
    kept: dict[str, list[WatchedPage]] = {}
    for source in store.sources.all():
        for page in store.sources.pages(source.declared.name, limit=100_000):
            if page.state == "kept":
                kept.setdefault(identity_of(page.address), []).append(page)
    return kept


def _garbled(
    store: Store, press: Press, kept: dict[str, list[WatchedPage]], wanted: dict[str, tuple[Outlet, int]]
) -> int:
    """Return how many items' last version is not the page that the site has."""
    pairs = [(page, wanted[name]) for name, pages in kept.items() if name in wanted for page in pages]
    return sum(store.page(page.page_id or "").body != press.page(*item) for page, item in pairs)


def judged(
    store: Store, press: Press, servers: Servers, since: datetime.datetime | None = None
) -> dict[str, float]:
    """Return how many items were published, and how many are in the record never, twice or unread."""
    kept = kept_pages(store)
    wanted = [
        identity_of(servers.address(outlet.host, f"/{outlet.number}-{number}.html"))
        for outlet, number in press.listed(since)
    ]
    return {
        "items": float(len(wanted)),
        "lost": float(sum(name not in kept for name in wanted)),
        "doubled": float(sum(len(kept.get(name, ())) > 1 for name in wanted)),
        "unread": float(len(store.watching.unread(limit=1000))),
        "articles": float(store.counts().articles),
    }
