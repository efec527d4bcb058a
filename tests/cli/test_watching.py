"""Sources on the command line."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from typer.testing import CliRunner, Result

import reportedly
from reportedly.cli.app import app
from reportedly.cli.exits import Exit

ITEM = b"<item><title>Ferry stays</title><link>/a</link></item>"
PAGE = (
    b"<html lang=en><h1>Ferry stays</h1><p>"
    + b"The ferry sails on every night of winter. " * 12
    + b"</p></html>"
)


class Site(BaseHTTPRequestHandler):
    """A site with a feed of one page."""

    def do_GET(self) -> None:  # the name is http.server's
        """Answer one request."""
        feed = b"<rss><channel><title>Tide News</title>" + ITEM + b"</channel></rss>"
        body = {"/feed": feed, "/a": PAGE}.get(self.path, b"")
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", "application/rss+xml" if self.path == "/feed" else "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name is http.server's
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """Return the address of a running site."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run every test in a folder of its own, the loopback allowed."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REPORTEDLY_NETWORKS", "127.0.0.0/8")
    monkeypatch.delenv("REPORTEDLY_DB", raising=False)


def run(*words: str) -> Result:
    """Run the command line with these words."""
    return CliRunner().invoke(app, list(words))


def test_an_address_is_found_shown_and_added(site: str) -> None:
    result = run("add", f"{site}/feed", "--every", "30m", "--owner", "Tide Trust")
    assert result.exit_code == Exit.DONE, result.output
    assert "an RSS feed “Tide News”" in result.stdout
    assert "Ferry stays" in result.stdout
    shown = json.loads(run("sources", "show", "tide-news", "--json").stdout)
    assert shown["source"]["declared"]["every_seconds"] == 1800
    assert shown["health"]["state"] == "new"


def test_a_dry_run_adds_nothing(site: str) -> None:
    assert run("add", f"{site}/feed", "--dry-run").exit_code == Exit.DONE
    assert json.loads(run("sources", "list", "--json").stdout) == []


def test_what_cannot_be_watched_says_why(site: str) -> None:
    result = run("add", f"{site}/none")
    assert result.exit_code == Exit.NOT_READ
    assert "404" in result.stderr


def test_private_networks_are_refused_unless_configured(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REPORTEDLY_NETWORKS")
    assert "private network" in run("add", f"{site}/feed").stderr


def test_sources_are_paused_resumed_tested_and_removed(site: str) -> None:
    run("add", f"{site}/feed", "--name", "tide")
    for words in (
        ("pause", "tide"),
        ("resume", "tide"),
        ("ask", "tide"),
        ("test", "tide"),
        ("remove", "tide"),
    ):
        assert run("sources", *words).exit_code == Exit.DONE
    assert run("sources", "pause", "tide").exit_code == Exit.NOT_FOUND


def test_an_address_is_watched_once(site: str) -> None:
    run("add", f"{site}/feed")
    assert run("add", f"{site}/feed?utm_source=x", "--name", "again").exit_code == Exit.NOT_READ
    assert run("add", f"{site}/feed", "--name", "again").exit_code == Exit.USAGE


def test_sources_go_out_and_come_in(site: str) -> None:
    run("add", f"{site}/feed", "--notes", "A paper.")
    Path("sources.toml").write_text(run("sources", "export").stdout)
    Path("feeds.opml").write_text(run("sources", "export", "--opml").stdout)
    assert json.loads(run("sources", "import", "sources.toml", "--json", "--db", "b.db").stdout)["added"] == [
        "tide-news"
    ]
    assert json.loads(run("sources", "import", "feeds.opml", "--json", "--db", "b.db").stdout)["known"] == [
        "tide-news"
    ]


def test_a_watch_keeps_and_reads_and_ends_when_told(site: str) -> None:
    run("add", f"{site}/feed")
    home = {**os.environ, "PYTHONPATH": str(Path(reportedly.__file__).parents[1])}
    watch = subprocess.Popen(
        [sys.executable, "-m", "reportedly", "watch"],
        env=home,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    until = time.monotonic() + 60
    while time.monotonic() < until and not _headlines():
        time.sleep(0.3)
    watch.terminate()
    _, log = watch.communicate(timeout=30)
    assert _headlines() == ["Ferry stays"]
    events = [json.loads(line)["event"] for line in log.splitlines()]
    assert (events[0], events[-1]) == ("watch began", "watch ended")
    assert watch.returncode == 0


def _headlines() -> list[str]:
    result = run("search", "--articles", "ferry", "--json")
    assert result.exit_code == Exit.DONE, result.output + result.stderr
    found = json.loads(result.stdout)
    return [line["headline"] for line in found["lines"]]
