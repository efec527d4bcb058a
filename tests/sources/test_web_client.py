"""One request: its limits, what is refused, and trouble as a value; over servers on the loopback."""

import asyncio
import datetime
import gzip
import ipaddress
import random
import zlib
from collections.abc import Sequence

import brotli
import pytest
import zstandard

from press.loopback import Answer, Fault, Request, Servers, address_of
from reportedly.sources.networks import Lookup
from reportedly.sources.reply import Reply
from reportedly.sources.web_client import WebClient, user_agent

NOW = datetime.datetime(2024, 3, 4, 8, tzinfo=datetime.UTC)
LOOPBACK = (ipaddress.ip_network("127.0.0.0/8"),)
TEXT = (("Content-Type", "text/html"),)


def ask(
    answer: Answer,
    *,
    path: str = "/a",
    fault: Fault | None = None,
    etag: str | None = None,
    lookup: Lookup = address_of,
    allowed: bool = True,
    address: str | None = None,
) -> tuple[Reply, list[Request]]:
    """Return what came of asking a site that answers so, and what reached the site."""
    seen: list[Request] = []

    def site(request: Request) -> Answer:
        seen.append(request)
        return answer

    async def asked() -> Reply:
        async with Servers(site, lambda: NOW, fault=fault) as servers:
            client = WebClient(
                clock=lambda: NOW, allowed=LOOPBACK if allowed else (), lookup=lookup, total_seconds=1.0,
                silent_seconds=0.5, most_bytes=200_000,
            )  # fmt: skip
            async with client:
                return await client.ask(address or servers.address("tide.example", path), etag=etag)

    return asyncio.run(asked()), seen


def always(kind: str) -> Fault:
    """Return a fault that befalls every answer."""

    def fault(_request: Request, _chance: random.Random) -> str:
        return kind

    return fault


def test_an_answer_comes_with_its_status_head_and_body() -> None:
    reply, _ = ask(Answer(200, b"<p>One</p>", TEXT))
    assert (reply.status, reply.body, reply.header("content-type")) == (200, b"<p>One</p>", "text/html")


def test_a_header_that_is_no_utf8_is_read_as_latin_1() -> None:
    reply, _ = ask(Answer(200, b"<p>One</p>", (("X-Place", "Hafenstra\xdfe"), ("X-Port", "F\xc3\xa4hre"))))
    assert (reply.header("x-place"), reply.header("x-port")) == ("Hafenstraße", "Fähre")


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "bare deflate", "br", "zstd"])
def test_packed_answers_are_unpacked(encoding: str) -> None:
    pack = zlib.compressobj(wbits=-15)
    packed = {
        "gzip": gzip.compress(b"<p>One</p>"),
        "deflate": zlib.compress(b"<p>One</p>"),
        "bare deflate": pack.compress(b"<p>One</p>") + pack.flush(),
        "br": brotli.compress(b"<p>One</p>"),
        "zstd": zstandard.compress(b"<p>One</p>"),
    }[encoding]
    reply, _ = ask(Answer(200, packed, (("Content-Encoding", encoding.split()[-1]),)))
    assert reply.body == b"<p>One</p>"


@pytest.mark.parametrize("encoding", ["gzip", "br", "zstd"])
def test_a_bomb_is_stopped_while_it_unpacks(encoding: str) -> None:
    pack = {"gzip": gzip.compress, "br": brotli.compress, "zstd": zstandard.compress}[encoding]
    reply, _ = ask(Answer(200, pack(b"\x00" * 50_000_000), (("Content-Encoding", encoding),)))
    assert (reply.hitch, reply.body) == ("large", b"")


@pytest.mark.parametrize("encoding", ["gzip", "br", "zstd"])
@pytest.mark.parametrize("kept", [0.5, 0.99])
def test_a_packed_answer_that_is_cut_is_no_answer(encoding: str, kept: float) -> None:
    pack = {"gzip": gzip.compress, "br": brotli.compress, "zstd": zstandard.compress}[encoding]
    packed = pack(b"".join(b"<p>%d</p>" % number for number in range(2000)))
    reply, _ = ask(Answer(200, packed[: int(len(packed) * kept)], (("Content-Encoding", encoding),)))
    assert (reply.hitch, reply.body) == ("broken", b"")


def test_an_answer_that_is_too_large_is_not_taken() -> None:
    reply, _ = ask(Answer(200, b"x" * 300_000, TEXT))
    assert reply.hitch == "large"


@pytest.mark.parametrize(
    ("kind", "hitch"), [("drop", "unreachable"), ("reset", "unreachable"), ("endless", "slow")]
)
def test_trouble_is_a_value_with_its_reason(kind: str, hitch: str) -> None:
    reply, _ = ask(Answer(200, b"<p>One</p>" * 50, TEXT), fault=always(kind))
    assert (reply.status, reply.hitch) == (None, hitch)
    assert reply.words


def test_an_answer_that_breaks_off_is_no_answer() -> None:
    reply, _ = ask(Answer(200, b"<p>One</p>" * 50, TEXT), fault=always("truncate"))
    assert reply.hitch in ("broken", "unreachable")


def test_garbled_packing_is_told_as_such() -> None:
    reply, _ = ask(Answer(200, b"no gzip", (("Content-Encoding", "gzip"),)))
    assert reply.hitch == "broken"


def test_redirects_are_told_and_not_followed() -> None:
    reply, seen = ask(Answer(302, b"", (("Location", "http://10.0.0.1/"),)))
    assert reply.redirects_to == "http://10.0.0.1/"
    assert len(seen) == 1


@pytest.mark.parametrize("address", ["file:///etc/hostname", "ftp://tide.example/", "gopher://tide.example/"])
def test_only_http_and_https_are_asked(address: str) -> None:
    reply, seen = ask(Answer(200), address=address)
    assert (reply.hitch, seen) == ("refused", [])


def test_the_loopback_is_refused_unless_it_is_allowed() -> None:
    reply, seen = ask(Answer(200), allowed=False)
    assert (reply.hitch, seen) == ("refused", [])
    assert "private network" in reply.words


def test_a_name_that_changes_where_it_leads_gains_nothing() -> None:
    leads = iter((["127.1.2.3"], ["10.0.0.1"]))

    async def rebinding(_host: str) -> Sequence[str]:
        return next(leads)

    first, _ = ask(Answer(200, b"x", TEXT), lookup=rebinding)
    second, seen = ask(Answer(200, b"x", TEXT), lookup=rebinding)
    assert first.status == 200
    assert (second.hitch, seen) == ("refused", [])


def test_no_address_and_no_tag_can_put_a_line_into_the_head() -> None:
    _, seen = ask(Answer(200), path="/a\r\nX-Evil: 1", etag='"1"\r\nX-Evil: 1')
    (request,) = seen
    assert "x-evil" not in request.headers
    assert "if-none-match" not in request.headers
    assert request.path.startswith("/aX-Evil:")


def test_what_has_not_changed_is_not_sent_again() -> None:
    reply, seen = ask(Answer(304), etag='"7"')
    assert (reply.status, seen[0].headers["if-none-match"]) == (304, '"7"')


def test_the_reader_says_who_it_is_and_where_its_owner_is_reached() -> None:
    assert user_agent("desk@tide.example") == "Reportedly/0.1 (news desk's reader; desk@tide.example)"
    assert "\n" not in user_agent("desk@tide.example\r\nX-Evil: 1")


def test_no_cookie_is_sent_back() -> None:
    async def asked() -> list[dict[str, str]]:
        heads: list[dict[str, str]] = []

        def site(request: Request) -> Answer:
            heads.append(request.headers)
            return Answer(200, b"x", (("Set-Cookie", "a=1"),))

        async with (
            Servers(site, lambda: NOW) as servers,
            WebClient(clock=lambda: NOW, allowed=LOOPBACK, lookup=address_of) as client,
        ):
            await client.ask(servers.address("tide.example"))
            await client.ask(servers.address("tide.example"))
        return heads

    assert all("cookie" not in head for head in asyncio.run(asked()))
