"""Hubs confirm what this desk asked for, and are believed only with the secret they were given."""

import hashlib
import hmac
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.desk import Desk
from reportedly.records import Declared
from reportedly.store import HubPromise
from reportedly.web import create_app

from .visitor import Visitor

PROMISE = HubPromise(
    token="t0ken", secret="s3cret", topic="https://tide.example/feed", hub="https://hub.example/"
)
ASKED = {
    "hub.mode": "subscribe",
    "hub.topic": PROMISE.topic,
    "hub.challenge": "xyz",
    "hub.lease_seconds": "3600",
}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk(tmp_path / "desk.db") as desk:
        source = desk.sources.declare(Declared(name="tide", address=PROMISE.topic))
        desk._store.sources.ask_hub(source.seq, PROMISE, now=source.added_at)
        yield desk


@pytest.fixture
def visitor(desk: Desk) -> Visitor:
    return Visitor(create_app(desk, sources=desk.sources))


def asked_next(desk: Desk) -> float:
    """Return when the source is asked next, in seconds."""
    return desk.sources.called("tide").watch.next_at.timestamp()


def test_a_hub_that_was_asked_gets_its_challenge_back(visitor: Visitor) -> None:
    answer = visitor.get("/hub/t0ken", params=ASKED)
    assert (answer.status_code, answer.text) == (200, "xyz")


@pytest.mark.parametrize(
    ("path", "changed"),
    [
        ("/hub/other", {}),
        ("/hub/t0ken", {"hub.topic": "https://other.example/"}),
        ("/hub/t0ken", {"hub.mode": "unsubscribe"}),
        ("/hub/t0ken", {"hub.mode": ""}),
    ],
)
def test_what_nobody_asked_for_is_not_confirmed(visitor: Visitor, path: str, changed: dict[str, str]) -> None:
    assert visitor.get(path, params={**ASKED, **changed}).status_code == 404


def test_signed_news_have_the_source_asked_at_once(visitor: Visitor, desk: Desk) -> None:
    before = asked_next(desk)
    signature = "sha256=" + hmac.new(b"s3cret", b"<rss/>", hashlib.sha256).hexdigest()
    sent = visitor.post("/hub/t0ken", content=b"<rss/>", headers={"X-Hub-Signature": signature})
    assert sent.status_code == 202
    assert asked_next(desk) > before


@pytest.mark.parametrize("signature", ["", "sha256=00", "md5=00", "sha256", "sha256=é"])
def test_news_with_a_wrong_signature_change_nothing(visitor: Visitor, desk: Desk, signature: str) -> None:
    before = asked_next(desk)
    sent = visitor.post("/hub/t0ken", content=b"<rss/>", headers={"X-Hub-Signature": signature.encode()})
    assert sent.status_code == 202
    assert asked_next(desk) == before
