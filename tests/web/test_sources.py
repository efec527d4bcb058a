"""The Sources pages, over a real desk and a site on the loopback."""

import re
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import msgspec
import pytest

from reportedly.desk import Desk
from reportedly.records import Declared, Item
from reportedly.store import Found, StatementQuery
from reportedly.web import create_app

from .visitor import Visitor

ITEM = b"<item><title>Ferry stays</title><link>/a</link></item>"
FEED = b"<rss><channel><title>Tide &amp; Co</title>" + ITEM + b"</channel></rss>"


class Site(BaseHTTPRequestHandler):
    """A site with a feed and nothing else."""

    def do_GET(self) -> None:  # the name is http.server's
        """Answer one request."""
        body = FEED if self.path == "/feed" else b""
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", "application/rss+xml")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name is http.server's
        """Say nothing."""


@pytest.fixture(scope="module")
def feed() -> Iterator[str]:
    """Return the address of a running feed."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/feed"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk(tmp_path / "desk.db", networks="127.0.0.0/8") as desk:
        yield desk


@pytest.fixture
def visitor(desk: Desk) -> Visitor:
    return Visitor(create_app(desk, watch=desk.watch, sources=desk.sources))


def test_an_address_is_shown_before_it_is_added(visitor: Visitor, desk: Desk, feed: str) -> None:
    shown = visitor.post("/sources", data={"address": feed})
    assert shown.status_code == 200
    assert "an RSS feed" in shown.text
    assert "Ferry stays" in shown.text
    assert desk.sources.all() == ()


def test_a_sure_person_has_it_watched(visitor: Visitor, desk: Desk, feed: str) -> None:
    assert visitor.post("/sources", data={"address": feed, "sure": "1"}).status_code == 303
    (source,) = desk.sources.all()
    assert (source.declared.title, source.declared.kind) == ("Tide & Co", "rss")
    assert "Tide &amp; Co" in visitor.get("/sources").text


def test_what_cannot_be_watched_says_why(visitor: Visitor, feed: str) -> None:
    shown = visitor.post("/sources", data={"address": feed.replace("feed", "none")})
    assert shown.status_code == 422
    assert "answered 404" in shown.text


def test_private_networks_are_refused_unless_they_are_allowed(tmp_path: Path, feed: str) -> None:
    with Desk(tmp_path / "desk.db") as desk:
        shown = Visitor(create_app(desk, sources=desk.sources)).post("/sources", data={"address": feed})
    assert "private network" in shown.text


def test_a_source_is_paused_resumed_and_noted_on(visitor: Visitor, desk: Desk) -> None:
    desk.sources.declare(Declared(name="tide", address="https://tide.example/feed"))
    visitor.post("/sources/tide/pause")
    assert desk.sources.called("tide").paused_at is not None
    assert "Resume" in visitor.get("/sources/tide").text
    visitor.post("/sources/tide/resume")
    assert desk.sources.called("tide").paused_at is None
    visitor.post("/sources/tide/notes", data={"notes": "Paper of the <harbour>."})
    assert desk.sources.called("tide").declared.notes == "Paper of the <harbour>."
    assert "Paper of the &lt;harbour&gt;." in visitor.get("/sources/tide").text


def test_no_other_site_can_pause_a_source(visitor: Visitor, desk: Desk) -> None:
    desk.sources.declare(Declared(name="tide", address="https://tide.example/feed"))
    sent = visitor.post("/sources/tide/pause", headers={"Origin": "https://evil.example"})
    assert sent.status_code == 403
    assert desk.sources.called("tide").paused_at is None


def test_an_unknown_source_is_not_found(visitor: Visitor) -> None:
    assert visitor.get("/sources/none").status_code == 404


def test_the_volume_is_drawn_for_thirty_days(visitor: Visitor, desk: Desk) -> None:
    desk.sources.declare(Declared(name="tide", address="https://tide.example/feed"))
    assert len(re.findall(r'<rect class="day', visitor.get("/sources").text)) == 30


def test_lists_of_feeds_go_out_and_come_in(visitor: Visitor, desk: Desk) -> None:
    opml = b'<opml><body><outline text="Tide" xmlUrl="https://tide.example/feed"/></body></opml>'
    assert visitor.post("/sources/import", files={"file": ("feeds.opml", opml)}).status_code == 200
    assert [source.declared.name for source in desk.sources.all()] == ["tide"]
    assert 'xmlUrl="https://tide.example/feed"' in visitor.get("/sources.opml").text
    assert 'address = "https://tide.example/feed"' in visitor.get("/sources.toml").text


def test_figures_and_health_are_told(visitor: Visitor) -> None:
    assert visitor.get("/healthz").text == "ok"
    assert 'reportedly_sources{state="failing"} 0' in visitor.get("/metrics").text


def test_the_owner_and_notes_of_a_source_stand_in_citations(visitor: Visitor, desk: Desk) -> None:
    declared = Declared(
        name="tide", address="https://tide.example/feed", owner="Tide Trust", notes="A paper."
    )
    source = desk.sources.declare(declared)
    text = 'Harbour opens\n\n"The ferry sails on Monday," Mayor Ana Torv said.'
    kept = desk.read_text(text, url="https://tide.example/a")
    found = Found(item=Item(address="https://tide.example/a"), identity="tide.example/a")
    with desk._store.watching.round() as round_:
        (page,) = round_.add((found,), source.seq, now=source.added_at)
        round_.save_pages((msgspec.structs.replace(page, page_id=kept.page_id, state="kept"),))
    (line,) = desk.find_statements(StatementQuery(words="ferry")).lines
    assert "tide is owned by Tide Trust. A paper." in visitor.get(f"/statements/{line.id}").text
