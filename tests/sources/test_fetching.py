"""Fetching one page from an address, over servers on the loopback."""

import datetime
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from reportedly.records import GonePage, Page, UnreachablePage
from reportedly.sources import fetch_page

NOW = datetime.datetime(2024, 3, 1, tzinfo=datetime.UTC)


class Site(BaseHTTPRequestHandler):
    """A small site: a page, a redirect, a circle, an error, an endless answer."""

    def do_GET(self) -> None:  # the name is http.server's
        """Answer one request."""
        if self.path in ("/old", "/circle"):
            self.send_response(302)
            self.send_header("Location", "/page" if self.path == "/old" else "/circle")
            self.end_headers()
        elif self.path == "/page":
            self._send(b"<p>Harbour</p>")
        elif self.path == "/big":
            self._send(b"x" * (33 * 1024 * 1024))
        else:
            self.send_error(404)

    def _send(self, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            self.wfile.write(body)
        except ConnectionError:
            return

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name is http.server's
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """Return the address of a running site."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def fetch(url: str) -> Page:
    """Fetch a page, the loopback allowed."""
    return fetch_page(url, fetched_at=NOW, allow_private=True)


def test_a_page_comes_with_its_bytes_status_and_headers(site: str) -> None:
    page = fetch(f"{site}/page")
    assert (page.body, page.status, page.url) == (b"<p>Harbour</p>", 200, f"{site}/page")
    assert page.header("content-type") == "text/html; charset=utf-8"


def test_a_page_has_the_address_it_was_found_at_last(site: str) -> None:
    assert fetch(f"{site}/old").url == f"{site}/page"


@pytest.mark.parametrize(
    ("path", "reason"), [("/none", "404"), ("/circle", "circle"), ("/big", "larger than 32 MB")]
)
def test_trouble_is_told_in_words(site: str, path: str, reason: str) -> None:
    with pytest.raises(UnreachablePage, match=reason):
        fetch(site + path)


def test_a_page_that_is_not_there_is_told_with_the_status(site: str) -> None:
    with pytest.raises(GonePage) as told:
        fetch(f"{site}/none")
    assert told.value.status == 404


def test_nobody_answering_is_told(site: str) -> None:
    with pytest.raises(UnreachablePage, match="could not be fetched"):
        fetch("http://127.0.0.1:9/")


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://169.254.169.254/",
        "http://10.0.0.1/",
    ],
)
def test_private_addresses_are_refused_unless_allowed(url: str) -> None:
    with pytest.raises(UnreachablePage, match="private network"):
        fetch_page(url, fetched_at=NOW)


@pytest.mark.parametrize("url", ["file:///etc/hosts", "ftp://ledger.example/", "ledger", "http://"])
def test_only_web_addresses_are_fetched(url: str) -> None:
    with pytest.raises(UnreachablePage, match="only http"):
        fetch(url)
