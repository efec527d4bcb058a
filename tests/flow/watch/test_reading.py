"""What is made of the kept pages, and where credits lead."""

import asyncio
from pathlib import Path

from press.loopback import Answer, Request
from reportedly.flow import read_page
from reportedly.flow.watch import Rooms
from reportedly.records import Page
from reportedly.store import Reading

from .small_world import HTML, SmallWorld, feed, page

WORDS = "<p>" + "The ferry of the harbour sails on every night of the long winter. " * 12 + "</p>"


def story(headline: str, head: str = "", credit: str = "") -> Answer:
    """Return an article."""
    body = f"<article><h1>{headline}</h1>{WORDS}{credit}</article>"
    return Answer(200, f"<html lang=en><head>{head}</head><body>{body}</body></html>".encode(), HTML)


def watched(world: SmallWorld, hours: float = 0.5) -> None:
    """Watch a feed, then read all that was kept, then watch on."""
    world.rooms = Rooms(read=read_page)

    async def turns() -> None:
        async with world.servers:
            world.add("tide.example/feed")
            for _ in range(2):
                await world.watch(hours)
                while world.watcher and world.watcher.reader and world.watcher.reader.read_some():
                    pass

    asyncio.run(turns())


def test_kept_pages_are_read_once(tmp_path: Path) -> None:
    world = SmallWorld(tmp_path, {"tide.example/feed": feed("/a"), "tide.example/a": story("Ferry stays")})
    watched(world)
    assert [line.headline for line in world.store.articles()] == ["Ferry stays"]
    assert world.store.watching.unread(limit=9) == ()


def test_an_original_whose_address_a_page_gives_is_fetched_too(tmp_path: Path) -> None:
    world = SmallWorld(
        tmp_path, {"tide.example/feed": feed("/a"), "first.example/told/first": story("Original")}
    )

    def copied(request: Request) -> Answer:
        port = request.headers["host"].partition(":")[2]
        return story("Ferry stays", f'<link rel="canonical" href="http://first.example:{port}/told/first">')

    world.pages["tide.example/a"] = copied
    watched(world)
    assert {line.headline for line in world.store.articles()} == {"Ferry stays", "Original"}
    assert [each.steps for each in world.pages_of()] == [0, 1]


def test_a_page_that_cannot_be_read_keeps_no_other_unread(tmp_path: Path) -> None:
    world = SmallWorld(tmp_path, {"tide.example/feed": feed("/a", "/b")})
    world.pages |= {"tide.example/a": page("Breaks"), "tide.example/b": story("Ferry stays")}

    def read(kept: Page) -> Reading:
        if b"Breaks" in kept.body:
            raise ZeroDivisionError
        return read_page(kept)

    world.rooms = Rooms(read=read)

    async def turns() -> None:
        async with world.servers:
            world.add("tide.example/feed")
            await world.watch(0.5)
            assert world.watcher is not None
            assert world.watcher.reader is not None
            world.watcher.reader.read_some()

    asyncio.run(turns())
    assert [line.headline for line in world.store.articles()] == ["Ferry stays"]


def test_what_an_edit_changed_is_in_the_record_and_the_page_is_one_line(tmp_path: Path) -> None:
    answers = iter([story("Ferry stays"), *[story("Ferry goes")] * 30])
    world = SmallWorld(
        tmp_path, {"tide.example/feed": feed("/a"), "tide.example/a": lambda _request: next(answers)}
    )
    watched(world, hours=30)
    (kept,) = world.store.newest_changes()
    assert kept.change.headline == ("Ferry stays", "Ferry goes")
    assert [(line.headline, line.version_count) for line in world.store.articles()] == [("Ferry goes", 2)]
