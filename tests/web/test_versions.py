"""The versions of a page in the browser: a real record, with what changed in place."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from reportedly.desk import Desk
from reportedly.records import Page
from reportedly.web import create_app

NOON = datetime.datetime(2031, 4, 2, 12, tzinfo=datetime.UTC)
URL = "https://tide.example/ferry"
WORDS = "The ferry sails at nine, the council of Lindholm said on Monday, and nobody objected to it."

REST = "Fishermen said they had not been asked. Their guild will meet in the old harbour on Thursday evening."


def page(headline: str, words: str, hours: int) -> Page:
    body = f"<html lang=en><h1>{headline}</h1><p>{words}</p><p>{REST}</p></html>"
    fetched = NOON + datetime.timedelta(hours=hours)
    return Page(body=body.encode(), url=URL, fetched_at=fetched, status=200)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk(tmp_path / "desk.db") as opened:
        yield opened


def test_what_changed_is_marked_and_read_out(desk: Desk) -> None:
    desk.read(page("Ferry sails at nine o'clock", WORDS, 0))
    later = desk.read(page("Ferry sails at ten o'clock", WORDS.replace("nine", "&lt;ten&gt;"), 1))
    shown = TestClient(create_app(desk), base_url="http://127.0.0.1").get(
        f"/articles/{later.page_id}/versions"
    )
    assert shown.status_code == 200
    assert '<del><span class="unseen" lang="en">[cut: </span>nine' in shown.text
    assert "the page does not say that it was changed" in shown.text
    assert "<ins>" in shown.text
    assert "<ten>" not in shown.text


def test_the_first_version_and_an_unknown_one_are_told(desk: Desk) -> None:
    first = desk.read(page("Ferry sails at nine o'clock", WORDS, 0))
    client = TestClient(create_app(desk), base_url="http://127.0.0.1")
    assert "No article stands before it" in client.get(f"/articles/{first.page_id}/versions").text
    assert client.get("/articles/0000000000000000/versions").status_code == 404


def test_a_page_that_is_gone_says_since_when(desk: Desk) -> None:
    kept = desk.read(page("Ferry sails at nine o'clock", WORDS, 0))
    with desk._store.watching.round() as round_:
        round_.remove(URL, kept.page_id, 410, now=NOON)
    client = TestClient(create_app(desk), base_url="http://127.0.0.1")
    for path in (f"/articles/{kept.page_id}/versions", f"/articles/{kept.page_id}"):
        assert "Removed on" in client.get(path).text
        assert "410" in client.get(path).text
