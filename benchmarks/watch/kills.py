"""A watch that is killed at random moments, again and again: what is there afterwards."""

import asyncio
import datetime
import multiprocessing
import os
import random
import signal
import time
from multiprocessing.connection import Connection
from pathlib import Path

from benchmarks.watch.desks import LOOPBACK, declare, opened, unverified
from benchmarks.watch.faults import judged
from benchmarks.watch.reading import article_only
from press.loopback import Servers, address_of
from press.outlets import Press
from reportedly.flow.watch import Rooms, WallClock, Watcher, WatchSettings
from reportedly.sources.web_client import WebClient
from reportedly.store import open_store

BEGIN = datetime.datetime(2024, 3, 4, 8, tzinfo=datetime.UTC)
LATE = BEGIN + datetime.timedelta(days=2)  # when the servers stand: all is published
LONGEST_SECONDS = 1.0  # of a watch's life
_SETTINGS = WatchSettings(pause_seconds=0.01, write_seconds=0.05, write_answers=20)


def run(folder: Path, *, kills: int, feeds: int, hosts: int, seed: int = 6) -> dict[str, float]:
    """Return what so many kills left, once a watch was let live."""
    press = Press(feeds=feeds, hosts=hosts, begin=BEGIN, days=1.0, page_bytes=2000)
    context, chance = multiprocessing.get_context("fork"), random.Random(seed)
    ours, theirs = multiprocessing.Pipe()
    server = context.Process(target=_serve, args=(theirs, press))
    server.start()
    try:
        servers = Servers(lambda _request: None, lambda: BEGIN)  # type: ignore[arg-type, return-value]  # not started here
        servers.port = int(ours.recv())
        with opened(folder) as store:
            declare(store, press, servers, BEGIN)
        lived = 0.0
        for _ in range(kills):
            lived += _live_and_die(context, folder, chance.random() * LONGEST_SECONDS)
        with open_store(folder / "desk.db") as store:
            at_kills = store.counts().pages
        last = context.Process(target=_watch, args=(folder, len(press.listed(LATE))))
        last.start()
        last.join(240)
        last.kill()
        with open_store(folder / "desk.db") as store:
            figures = judged(store, press, servers, LATE)
    finally:
        server.kill()
    return {
        "kills": float(kills),
        "pages kept before the last start": float(at_kills),
        "s lived": lived,
        **figures,
        "not verified": unverified(folder),
    }


def _live_and_die(context: "multiprocessing.context.ForkContext", folder: Path, seconds: float) -> float:
    watch = context.Process(target=_watch, args=(folder, 10**9))
    watch.start()
    time.sleep(seconds)
    if watch.pid is not None:
        os.kill(watch.pid, signal.SIGKILL)
    watch.join()
    return seconds


def _serve(told: Connection, press: Press) -> None:
    async def served() -> None:
        async with Servers(press.site(lambda: LATE), lambda: LATE) as servers:
            told.send(servers.port)
            while True:
                await asyncio.sleep(3600)

    asyncio.run(served())


def _watch(folder: Path, until: int) -> None:
    asyncio.run(_watched(folder, until))


async def _watched(folder: Path, until: int) -> None:
    clock = WallClock()
    with open_store(folder / "desk.db") as store:
        async with WebClient(clock=clock.now, allowed=LOOPBACK, lookup=address_of) as client:
            watcher = Watcher(
                store, client, clock=clock, chance=random.random, settings=_SETTINGS,
                rooms=Rooms(read=article_only),
            )  # fmt: skip
            watching = asyncio.create_task(watcher.run())
            while store.counts().articles < until and not watching.done():
                await asyncio.sleep(0.5)
            watcher.stop()
            await watching
