"""A watcher over a few made-up sites on the loopback, and a clock that a test moves."""

import asyncio
import datetime
import ipaddress
import random
from collections.abc import Callable
from pathlib import Path

from press.loopback import Answer, Fault, Request, Servers, address_of
from press.passing_time import PassingTime
from reportedly.flow.watch import Rooms, Watcher, WatchSettings
from reportedly.records import Declared, WatchedPage
from reportedly.sources.asking import first_watch
from reportedly.sources.identity import identity_of
from reportedly.sources.web_client import WebClient
from reportedly.store import Store, open_store

BEGIN = datetime.datetime(2024, 3, 4, 8, tzinfo=datetime.UTC)
LOOPBACK = (ipaddress.ip_network("127.0.0.0/8"),)
HTML = (("Content-Type", "text/html; charset=utf-8"),)
RSS = (("Content-Type", "application/rss+xml"),)

Pages = dict[str, Answer | Callable[[Request], Answer]]


def page(words: str, head: str = "") -> Answer:
    """Return a page of some words."""
    return Answer(200, f"<html><head>{head}</head><body><p>{words}</p></body></html>".encode(), HTML)


def feed(*links: str) -> Answer:
    """Return a feed with these links."""
    items = "".join(f"<item><link>{link}</link></item>" for link in links)
    return Answer(200, f"<rss><channel><title>Tide</title>{items}</channel></rss>".encode(), RSS)


class SmallWorld:
    """Sites by the host and path (`tide.example/feed`); what is not there answers 404."""

    def __init__(self, folder: Path, pages: Pages, *, fault: Fault | None = None) -> None:
        self.pages = pages
        self.clock = PassingTime(BEGIN)
        self.servers = Servers(self.answer, self.clock.now, fault=fault)
        self.store: Store = open_store(folder / "desk.db")
        self.rooms: Rooms | None = None
        self.settings = WatchSettings(refresh_seconds=600)
        self.watcher: Watcher | None = None

    def answer(self, request: Request) -> Answer:
        """Return what a site answers."""
        found = self.pages.get(request.host + request.path, Answer(404))
        return found(request) if callable(found) else found

    def add(self, place: str, *, name: str = "tide", declared: Declared | None = None) -> None:
        """Have a place watched."""
        host, _, path = place.partition("/")
        address = self.servers.address(host, f"/{path}")
        given = declared or Declared(name=name, address=address)
        self.store.sources.add(
            given, identity_of(address), first_watch(self.clock.now()), now=self.clock.now()
        )

    async def watch(self, hours: float) -> None:
        """Watch for so long."""
        end = self.clock.now() + datetime.timedelta(hours=hours)
        async with WebClient(
            clock=self.clock.now, contact="desk@tide.example", allowed=LOOPBACK, lookup=address_of,
            silent_seconds=0.5, total_seconds=1.0,
        ) as client:  # fmt: skip
            watcher = Watcher(
                self.store, client, clock=self.clock, chance=random.Random(6).random, settings=self.settings,
                rooms=self.rooms,
            )  # fmt: skip
            self.watcher = watcher
            self.clock.at(end, watcher.stop)
            await watcher.run()

    def pages_of(self, name: str = "tide") -> list[WatchedPage]:
        """Return the watched pages of a source, the first found first."""
        return list(self.store.sources.pages(name, limit=1000))[::-1]

    def asked(self, path: str) -> list[datetime.datetime]:
        """Return when a path was asked for."""
        return [line.came_at for line in self.servers.log if line.path == path]


def run(world: SmallWorld, *places: str, hours: float = 1.0) -> SmallWorld:
    """Watch places of a world for so long, and return it."""

    async def watched() -> None:
        async with world.servers:
            for number, place in enumerate(places):
                world.add(place, name="tide" if number == 0 else f"tide-{number}")
            await world.watch(hours)

    asyncio.run(watched())
    return world
