"""Dates as pages print them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.read.shown_dates import find_dates, read_iso

PRINTED = [
    ("en", "Tuesday 5 December 2023 - 15:26", "2023-12-05T15:26:00"),
    ("en", "Dec. 5, 2023, 3:26 p.m. EST", "2023-12-05T15:26:00-05:00"),
    ("en", "Published Feb. 2, 2024, 8:20 a.m. (UTC+2)", "2024-02-02T08:20:00+02:00"),
    ("en", "12:05 a.m. on 5 December 2023", "2023-12-05T00:05:00"),
    ("de", "05.12.2023, 15.26 Uhr", "2023-12-05T15:26:00"),
    ("de", "Stand: 3. März 2024", "2024-03-03"),
    ("fr", "le 1er août 2023 à 7h05", "2023-08-01T07:05:00"),
    ("es", "5 de diciembre de 2023", "2023-12-05"),
    ("ru", "5 декабря 2023, 15:26 MSK", "2023-12-05T15:26:00+03:00"),
    ("zh", "2023年12月5日 15:26", "2023-12-05T15:26:00"),
    ("fa", "چهارشنبه ۱۵ قوس ۱۴۰۲ ساعت ۱۱:۲۰", "2023-12-06T11:20:00"),
    ("fa", "۱۵ آذر ۱۴۰۲", "2023-12-06"),
    ("en", "15 Qaws 1402", "2023-12-06"),
    ("fa", "1402/09/15 - 12:40", "2023-12-06T12:40:00"),
    ("en-US", "3/4/2024", "2024-03-04"),
    ("en-GB", "3/4/2024", "2024-04-03"),
    ("en-GB", "3/14/2024", "2024-03-14"),
]


@pytest.mark.parametrize(("language", "words", "value"), PRINTED)
def test_a_printed_date_is_as_sure_as_the_page(language: str, words: str, value: str) -> None:
    assert [stamp.isoformat() for _, stamp in find_dates(words, language)] == [value]


def test_the_day_of_the_week_belongs_to_the_date_even_when_a_label_is_glued_to_it() -> None:
    text = "Publish dateTuesday 5 December 2023"
    ((span, _),) = find_dates(text, "en")
    assert span.of(text) == "Tuesday 5 December 2023"


@pytest.mark.parametrize("words", ["31 February 2024", "5 December 1820", "Route 66/2024", "1402/13/15"])
def test_what_is_no_day_of_news_is_no_date(words: str) -> None:
    assert list(find_dates(words, "en")) == []


def test_a_machine_readable_time_keeps_its_zone() -> None:
    stamp = read_iso("2023-12-05T15:26:00.123+04:30")
    assert stamp is not None
    assert stamp.isoformat() == "2023-12-05T15:26:00+04:30"


@given(
    st.text(alphabet=st.characters(codec="utf-8"), max_size=300), st.sampled_from(["en", "fa", "zh", "de-AT"])
)
def test_any_text_can_be_looked_through(text: str, language: str) -> None:
    for span, stamp in find_dates(text, language):
        assert span.of(text)
        assert stamp.isoformat()
