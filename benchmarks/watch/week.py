"""A simulated week of many feeds: what is lost, doubled, late, or impolite."""

import asyncio
import bisect
import datetime
import random
import time
from collections import defaultdict
from pathlib import Path

from benchmarks.watch.desks import LOOPBACK, declare, opened, unverified
from press.loopback import Line, Servers, address_of
from press.outlets import LISTED, Press
from press.passing_time import PassingTime
from reportedly.flow.watch import Watcher, WatchSettings
from reportedly.sources import checking
from reportedly.sources.identity import identity_of
from reportedly.sources.robots import PAUSE_SECONDS
from reportedly.sources.web_client import WebClient
from reportedly.store import Store

BEGIN = datetime.datetime(2024, 3, 4, tzinfo=datetime.UTC)
WRITE_SECONDS = 20.0  # of simulated time: as many answers a transaction as a real second brings


def run(folder: Path, *, feeds: int, hosts: int, days: float, busy: float, looks: int) -> dict[str, float]:
    """Return what a simulated stretch of time gave.

    `busy` is the share of what outlets publish in the other experiments, `looks` how many later looks
    each page is given.
    """
    given, checking.RECHECK_SECONDS = checking.RECHECK_SECONDS, checking.RECHECK_SECONDS[:looks]  # type: ignore[misc]
    try:
        return asyncio.run(_run(folder, feeds=feeds, hosts=hosts, days=days, busy=busy))
    finally:
        checking.RECHECK_SECONDS = given  # type: ignore[misc]


async def _run(folder: Path, *, feeds: int, hosts: int, days: float, busy: float) -> dict[str, float]:
    press = Press(feeds=feeds, hosts=hosts, begin=BEGIN, days=days, page_bytes=1200, busy=busy)
    clock = PassingTime(BEGIN)
    began, wall = time.process_time(), time.monotonic()
    with opened(folder) as store:
        async with Servers(press.site(clock.now), clock.now) as servers:
            declare(store, press, servers, BEGIN)
            async with WebClient(clock=clock.now, allowed=LOOPBACK, lookup=address_of) as client:
                settings = WatchSettings(write_seconds=WRITE_SECONDS, refresh_seconds=900.0)
                watcher = Watcher(
                    store, client, clock=clock, chance=random.Random(6).random, settings=settings
                )
                clock.at(BEGIN + datetime.timedelta(days=days), watcher.stop)
                await watcher.run()
        figures = _judged(store, press, servers, BEGIN + datetime.timedelta(days=days))
    figures["CPU s"] = time.process_time() - began
    figures["wall s"] = time.monotonic() - wall
    figures["not verified"] = unverified(folder)
    figures["requests"] = len(servers.log)
    figures["most connections a host"] = servers.most_open
    return figures


def _judged(store: Store, press: Press, servers: Servers, end: datetime.datetime) -> dict[str, float]:
    """Return the figures: from the record beside what was published, and from the servers' log."""
    intervals = _intervals(servers.log)
    kept = defaultdict(list)
    for source in store.sources.all():
        for page in store.sources.pages(source.declared.name, limit=100_000):
            if page.state == "kept":
                kept[identity_of(page.address)].append(page)
    due = lost = late = doubled = 0
    for outlet, number in press.pages():
        asked = intervals[outlet.host, f"/f{outlet.number}.xml"]
        if not asked or number < bisect.bisect_right(outlet.moments, asked[0]) - LISTED:
            continue  # had rolled off the list before it was asked for the first time
        moment = outlet.moments[number]
        pages = kept.get(identity_of(servers.address(outlet.host, f"/{outlet.number}-{number}.html")), [])
        doubled += len(pages) > 1
        begin = max(moment, BEGIN)
        interval = _interval_at(asked, begin, end)
        if interval is None:
            continue
        due += 1
        lost += not pages
        late += bool(pages) and (pages[0].kept_at or end) > begin + interval
    return {
        "items": float(due),
        "lost": float(lost),
        "doubled": float(doubled),
        "bodies kept": float(store.counts().pages),
        "in time": 1 - (late + lost) / max(due, 1),
        "impolite": float(_impolite(servers.log)),
    }


def _intervals(log: list[Line]) -> dict[tuple[str, str], list[datetime.datetime]]:
    asked: dict[tuple[str, str], list[datetime.datetime]] = defaultdict(list)
    for line in log:
        if line.path.startswith("/f"):
            asked[line.host, line.path].append(line.came_at)
    return asked


def _interval_at(
    asked: list[datetime.datetime], moment: datetime.datetime, end: datetime.datetime
) -> datetime.timedelta | None:
    """Return the feed's interval in force when an item appeared; None where the time ended first.

    An item of before the first asking is given the shortest interval.
    """
    before = [at for at in asked if at <= moment]
    after = [at for at in asked if at > moment]
    if not before:
        return datetime.timedelta(seconds=300)
    if not after or after[0] + datetime.timedelta(seconds=300) > end:
        return None
    return after[0] - before[-1]


def _impolite(log: list[Line]) -> int:
    """Return how many requests came sooner than the pause after the one before at the same host."""
    last: dict[str, datetime.datetime] = {}
    count = 0
    for line in log:
        if line.host in last and (line.came_at - last[line.host]).total_seconds() < PAUSE_SECONDS:
            count += 1
        last[line.host] = line.came_at
    return count
