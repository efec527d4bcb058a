"""Dates, directions and addresses as the page writes them."""

import datetime

import pytest

from reportedly.records import Moment, Precision, Span, Timestamp
from reportedly.web import wording

DAY = datetime.date(2031, 4, 9)
CLOCK = datetime.time(15, 26)


@pytest.mark.parametrize(
    ("stamp", "shown"),
    [
        (Timestamp(date=DAY), "9 April 2031 (time not stated)"),
        (Timestamp(date=DAY, time=CLOCK), "9 April 2031, 15:26 (time zone not stated)"),
        (Timestamp(date=DAY, time=CLOCK, utc_offset_minutes=0), "9 April 2031, 15:26 UTC"),
        (Timestamp(date=DAY, time=CLOCK, utc_offset_minutes=-210), "9 April 2031, 15:26 UTC−03:30"),
    ],
)
def test_a_publish_time_is_as_sure_as_the_page(stamp: Timestamp, shown: str) -> None:
    assert wording.shown_timestamp(stamp) == shown


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        (None, "date not stated"),
        ("2031-04-09", "9 April 2031"),
        ("2031-04-09T15:26:00", "9 April 2031, 15:26"),
        ("2031-04-09T15:26:00+04:30", "9 April 2031, 15:26 UTC+04:30"),
        ("some day", "some day"),
    ],
)
def test_a_line_shows_its_publish_time(published: str | None, shown: str) -> None:
    assert wording.shown_published(published) == shown


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Radio Nilgun: سد نیلگون تا پاییز آماده می‌شود", "rtl"),
        ("Lindholm", "ltr"),
        ("", "ltr"),
        (None, "ltr"),
    ],
)
def test_a_text_runs_the_way_most_of_its_letters_do(text: str | None, runs: str) -> None:
    assert wording.direction(text) == runs


@pytest.mark.parametrize(
    ("url", "is_link"),
    [
        ("https://lindholm.example/a", True),
        ("HTTP://lindholm.example", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("https:///nothing", False),
        (None, False),
    ],
)
def test_only_web_addresses_become_links(url: str | None, is_link: bool) -> None:  # noqa: FBT001 - a table's column
    assert wording.is_web_address(url) is is_link


@pytest.mark.parametrize(("code", "tag"), [("fa_IR", "fa-IR"), ("en", "en"), ('" onload="', ""), (None, "")])
def test_only_language_tags_reach_the_page(code: str | None, tag: str) -> None:
    assert wording.language_tag(code) == tag


@pytest.mark.parametrize(
    ("precision", "first", "last", "shown"),
    [
        ("day", "2023-12-04", "2023-12-04", "Monday, 4 December 2023"),
        ("year", "2001-01-01", "2001-12-31", "2001"),
        ("month", "2023-06-01", "2023-06-30", "June 2023"),
        ("vague", "1948-01-01", "2023-12-05", "1 January 1948 to 5 December 2023"),
    ],
)
def test_days_are_shown_as_exactly_as_they_are_known(
    precision: Precision, first: str, last: str, shown: str
) -> None:
    moment = Moment(
        words=Span(0, 1),
        kind="date",
        value="x",
        precision=precision,
        first=datetime.date.fromisoformat(first),
        last=datetime.date.fromisoformat(last),
    )
    assert wording.shown_days(moment) == shown
