"""Feasts that move, and what comes again."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.dates import find_moments
from reportedly.dates.feasts import easter, pascha, rosh_hashanah
from reportedly.language import load_language
from reportedly.records import Moment
from reportedly.text import paragraphs_of

TUESDAY = datetime.date(2023, 12, 5)
_SUNDAY = 7


def only(text: str) -> Moment:
    (found,) = find_moments(text, paragraphs_of(text), load_language("en"), TUESDAY).moments
    return found


@pytest.mark.parametrize(
    ("sentence", "words", "first", "last"),
    [
        ("The shops closed on Good Friday.", "Good Friday", "2023-04-07", "2023-04-07"),
        ("They will meet after Easter 2025.", "Easter 2025", "2025-04-20", "2025-04-20"),
        ("Turkeys were dear on Thanksgiving.", "Thanksgiving", "2023-11-23", "2023-11-23"),
        ("He spoke on Memorial Day.", "Memorial Day", "2023-05-29", "2023-05-29"),
        ("The cafes closed during Ramadan.", "Ramadan", "2023-03-23", "2023-04-20"),
        ("The cafes will close in Ramadan 2024.", "Ramadan 2024", "2024-03-11", "2024-04-09"),
        ("Crowds marched on Quds Day 2023.", "Quds Day 2023", "2023-04-14", "2023-04-14"),
        ("Gates opened on Passover 2024.", "Passover 2024", "2024-04-23", "2024-04-23"),
        ("He came last Christmas.", "last Christmas", "2022-12-25", "2022-12-25"),
        ("The base year is FY2021.", "FY2021", "2021-01-01", "2021-12-31"),
        ("It has stood for a quarter-century.", "a quarter-century", "None", "None"),
    ],
)  # fmt: skip
def test_a_feast_has_its_days(sentence: str, words: str, first: str, last: str) -> None:
    found = only(sentence)
    assert (found.words.of(sentence), str(found.first), str(found.last)) == (words, first, last)


@pytest.mark.parametrize(
    ("sentence", "kind", "value"),
    [
        ("The council meets on Mondays.", "set", "P1W"),
        ("The council meets three times a week.", "set", "P3W"),
        ("The annual fair drew crowds.", "set", "P1Y"),
        ("The monthly bill rose.", "set", "P1M"),
        ("It has stood for a quarter-century.", "duration", "P25Y"),
        ("The dam broke six months after the vote.", "duration", "P6M"),
        ("The fair ran for the past 75 years.", "duration", "P75Y"),
    ],
)
def test_what_comes_again_and_what_lasts_are_told_apart(sentence: str, kind: str, value: str) -> None:
    found = only(sentence)
    assert (found.kind, found.value) == (kind, value)


@pytest.mark.parametrize(
    "sentence",
    ["The Renewable Future Fund grew.", "It goes to a second ballot.", "In a year when rents fell, he left."],
)
def test_words_that_only_look_like_times_are_none(sentence: str) -> None:
    assert find_moments(sentence, paragraphs_of(sentence), load_language("en"), TUESDAY).moments == ()


@given(st.integers(min_value=1900, max_value=2100))
def test_moving_feasts_fall_on_their_weekdays(year: int) -> None:
    assert easter(year).isoweekday() == pascha(year).isoweekday() == _SUNDAY
    assert easter(year) <= pascha(year)
    assert rosh_hashanah(year).isoweekday() not in (_SUNDAY, 3, 5)  # the rules of postponement
    assert rosh_hashanah(year).month in (9, 10)
