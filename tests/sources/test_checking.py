"""What a watched page becomes after an answer."""

import datetime
from typing import Any

import msgspec
import pytest

from reportedly.records import WatchedPage
from reportedly.sources.checking import FORBIDDEN_SECONDS, MOST_TRIES, RECHECK_SECONDS, after_look, forbidden
from reportedly.sources.reply import Reply

NOW = datetime.datetime(2024, 3, 8, 12, tzinfo=datetime.UTC)
WAITING = WatchedPage(seq=1, address="https://tide.example/a", source_seq=1, found_at=NOW, due_at=NOW)
KEPT = msgspec.structs.replace(WAITING, state="kept", page_id="0123456789abcdef", kept_at=NOW)


def look(page: WatchedPage, status: int | None = 200, **fields: object) -> tuple[WatchedPage, str]:
    """Return a page and the deed after an answer."""
    answer = Reply(address=page.address, came_at=NOW, status=status, body=b"<p>Words</p>")
    return after_look(page, msgspec.structs.replace(answer, **fields), chance=lambda: 0.5)


def seconds(page: WatchedPage) -> float:
    """Return how long until a page is due."""
    assert page.due_at is not None
    return (page.due_at - NOW).total_seconds()


def test_a_page_that_answers_is_kept_and_looked_at_again_in_an_hour() -> None:
    page, deed = look(WAITING, headers=(("ETag", '"1"'),))
    assert (page.state, deed, page.etag, seconds(page)) == ("kept", "keep", '"1"', 3600)


def test_looks_grow_rarer_and_end() -> None:
    page, waits = KEPT, []
    while page.due_at is not None:
        page, _ = look(page, 304)
        waits.append(seconds(page) if page.due_at else None)
    assert waits == [*RECHECK_SECONDS[1:], None]


def test_a_page_that_cannot_be_had_is_tried_for_two_days_and_given_up_with_the_reason() -> None:
    page, total = WAITING, 0.0
    for _ in range(MOST_TRIES):
        page, deed = look(page, None, hitch="unreachable", words="Nobody answers there.")
        total += seconds(page) if page.due_at else 0
        assert deed == "nothing"
    assert (page.state, page.words) == ("lost", "Nobody answers there.")
    assert total > 40 * 3600


def test_a_listed_page_that_is_not_there_yet_is_given_time() -> None:
    page, _ = look(WAITING, 404)
    assert (page.state, seconds(page)) == ("waiting", 600)


def test_a_kept_page_that_is_not_there_twice_more_is_gone() -> None:
    page = KEPT
    for expected in ("nothing", "nothing", "gone"):
        page, deed = look(page, 404)
        assert deed == expected
    assert page.state == "gone"


def test_410_is_believed_at_once() -> None:
    assert look(KEPT, 410)[1] == "gone"


def test_a_page_that_stays_gone_is_no_news() -> None:
    gone, _ = look(KEPT, 410)
    assert look(gone, 410)[1] == "nothing"


def test_a_page_that_comes_back_is_kept_again() -> None:
    gone, _ = look(KEPT, 410)
    page, deed = look(gone)
    assert (page.state, deed) == ("kept", "keep")


@pytest.mark.parametrize("media_type", ["image/png", "video/mp4", "application/zip"])
def test_what_is_no_page_of_words_is_told(media_type: str) -> None:
    page, deed = look(WAITING, headers=(("Content-Type", media_type),))
    assert (page.state, deed) == ("lost", "nothing")
    assert media_type in (page.words or "")


@pytest.mark.parametrize("fields", [{"body": b""}, {"headers": (("Content-Type", "t\xadxt/html"),)}])
def test_an_answer_that_a_gateway_may_have_garbled_is_tried_thrice(fields: Any) -> None:
    page, states = WAITING, []
    for _ in range(3):
        page, _ = look(page, **fields)
        states.append(page.state)
    assert states == ["waiting", "waiting", "lost"]


@pytest.mark.parametrize("fields", [{"status": 404}, {"status": 403}, {"body": b""}])
def test_one_odd_answer_after_other_trouble_is_not_the_last_word(fields: Any) -> None:
    page = WAITING
    for _ in range(4):
        page, _ = look(page, None, hitch="unreachable", words="Nobody answers there.")
    page, _ = look(page, **fields)
    assert page.state == "waiting"
    page, _ = look(page, **fields)
    assert page.state != "waiting"


CUT = b"<!doctype html><html><body><p>Words"


def test_a_page_that_looks_cut_is_asked_for_once_more_before_it_is_kept() -> None:
    page, deed = look(WAITING, body=CUT)
    assert (page.state, deed, seconds(page)) == ("waiting", "nothing", 60)
    assert look(page, body=CUT + b"</body></html>")[1] == "keep"


def test_a_page_that_looks_cut_every_time_is_kept_and_always_asked_for_whole() -> None:
    once, _ = look(WAITING, body=CUT)
    page, deed = look(once, body=CUT, headers=(("ETag", '"1"'),))
    assert (page.state, deed, page.etag) == ("kept", "keep", None)


def test_an_address_that_must_not_be_asked_is_given_up_after_three_tries() -> None:
    page = WAITING
    for _ in range(3):
        page, _ = look(page, None, hitch="refused", words="It leads into a private network.")
    assert page.state == "lost"


def test_a_denied_page_is_given_up_after_three_tries() -> None:
    page = WAITING
    for _ in range(3):
        page, _ = look(page, 403)
    assert page.state == "lost"


def test_a_kept_page_in_trouble_stays_kept() -> None:
    page = KEPT
    for _ in range(MOST_TRIES + 2):
        page, _ = look(page, 500)
    assert page.state == "kept"


def test_what_robots_forbid_for_two_days_is_given_up_with_the_reason() -> None:
    page = WAITING
    for expected in FORBIDDEN_SECONDS:
        page = forbidden(page, NOW)
        assert (page.state, seconds(page)) == ("waiting", expected)
    page = forbidden(page, NOW)
    assert (page.state, page.due_at) == ("lost", None)
    assert "robots.txt" in (page.words or "")
