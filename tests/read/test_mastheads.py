"""The day of a page of lists, and moments that elements count in seconds."""

import datetime

import pytest

from reportedly.read import read_page
from reportedly.records import Article, Page, Refusal

NOW = datetime.datetime(2024, 3, 1, 12, tzinfo=datetime.UTC)
STORIES = "".join(
    f"<div class='teaser'><h2><a href='/town/{i}/story'>Story {i} of the islands and their ferries</a></h2>"
    f"<p>The council of Sandrel heard report number {i} on the boats.</p><div class='date'>{{}}</div></div>"
    for i in range(24)
)


def front(masthead: str, stamps: str = "") -> Article | Refusal:
    body = f"<html><body><div id='date'>{masthead}</div>{STORIES.replace('{}', stamps)}</body></html>"
    return read_page(Page(body=body.encode(), url="https://ledger.example/", fetched_at=NOW))


@pytest.mark.parametrize("masthead", ["Wednesday, 14 February 2024", "14 February 2024"])
def test_the_day_in_the_masthead_of_a_front_page_is_its_day(masthead: str) -> None:
    found = front(masthead)
    assert isinstance(found, Refusal)
    assert found.published is not None
    assert found.published.value.date == datetime.date(2024, 2, 14)


def test_a_front_page_that_shows_several_days_has_none() -> None:
    found = front("Wednesday, 14 February 2024", "11 February 2024")
    assert isinstance(found, Refusal)
    assert found.published is None


def post(attribute: str, head: str = "") -> Article | Refusal:
    words = "<p>The ferry to Halmgate will not sail today, the harbour master of Sandrel has told us.</p>"
    more = "<p>Whoever holds a ticket may sail on the next day, or have the money back at the quay.</p>"
    top = f"<html><head>{head}</head><body><h1>No ferry</h1><span {attribute}>3h</span>"
    body = f"{top}{words}{more}</body></html>"
    return read_page(Page(body=body.encode(), url="https://harbour.example/p/1", fetched_at=NOW))


def test_a_moment_counted_in_seconds_dates_a_page_that_names_no_other() -> None:
    found = post("data-time='1708000000'")
    assert found.published is not None
    assert found.published.value.isoformat() == "2024-02-15T12:26:40+00:00"
    assert found.published.confidence < 0.5


def test_a_moment_counted_in_seconds_does_not_outvote_what_the_page_says() -> None:
    found = post("data-time='1708000000'", "<meta property='article:published_time' content='2024-02-10'>")
    assert found.published is not None
    assert found.published.value.date == datetime.date(2024, 2, 10)
