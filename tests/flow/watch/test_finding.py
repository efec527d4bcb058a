"""What stands at an address that somebody wants watched."""

import asyncio
from pathlib import Path

from press.loopback import Answer, address_of
from reportedly.flow.watch import NotASource, Preview, find_source
from reportedly.sources.web_client import WebClient

from .small_world import LOOPBACK, Pages, SmallWorld, feed, page

LINKS = "".join(
    f'<a href="/2024/{n}/story-of-the-harbour">The council votes on part {n}</a>' for n in range(9)
)
RULES = (("Content-Type", "text/plain"),)


def found(tmp_path: Path, pages: Pages, path: str = "/") -> Preview | NotASource:
    """Return what is found at a path of a site."""
    world = SmallWorld(tmp_path, pages)

    async def asked() -> Preview | NotASource:
        async with (
            world.servers,
            WebClient(clock=world.clock.now, allowed=LOOPBACK, lookup=address_of) as client,
        ):
            return await find_source(client, world.servers.address("tide.example", path), pause_seconds=0)

    return asyncio.run(asked())


def test_a_feed_is_shown_with_its_items(tmp_path: Path) -> None:
    preview = found(tmp_path, {"tide.example/feed": feed("/a", "/b")}, "/feed")
    assert isinstance(preview, Preview)
    assert (preview.kind, preview.title, preview.listed) == ("rss", "Tide", 2)


def test_a_home_page_is_watched_by_the_feed_it_declares(tmp_path: Path) -> None:
    declared = '<link rel="alternate" type="application/rss+xml" href="/feed">'
    pages: Pages = {"tide.example/": page(LINKS, declared), "tide.example/feed": feed("/a")}
    preview = found(tmp_path, pages)
    assert isinstance(preview, Preview)
    assert preview.kind == "rss"
    assert preview.address.endswith("/feed")


def test_a_home_page_without_a_feed_is_watched_by_its_links(tmp_path: Path) -> None:
    preview = found(tmp_path, {"tide.example/": page(LINKS)})
    assert isinstance(preview, Preview)
    assert (preview.kind, preview.listed) == ("section", 9)


def test_a_declared_feed_that_is_empty_is_passed_over(tmp_path: Path) -> None:
    declared = '<link rel="alternate" type="application/rss+xml" href="/feed">'
    preview = found(tmp_path, {"tide.example/": page(LINKS, declared), "tide.example/feed": feed()})
    assert isinstance(preview, Preview)
    assert preview.kind == "section"


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    trouble = found(tmp_path, {})
    assert isinstance(trouble, NotASource)
    assert "404" in trouble.words


def test_a_picture_is_no_source(tmp_path: Path) -> None:
    picture = Answer(200, b"\x89PNG\r\n", (("Content-Type", "image/png"),))
    trouble = found(tmp_path, {"tide.example/": picture})
    assert isinstance(trouble, NotASource)
    assert "image/png" in trouble.words


def test_what_robots_txt_forbids_is_not_watched(tmp_path: Path) -> None:
    rules = Answer(200, b"User-agent: *\nDisallow: /feed\n", RULES)
    trouble = found(tmp_path, {"tide.example/feed": feed("/a"), "tide.example/robots.txt": rules}, "/feed")
    assert isinstance(trouble, NotASource)
    assert "robots.txt" in trouble.words
