"""Dates in the forms in which the agencies of the world print them."""

from pathlib import Path

import pytest

from reportedly.read.shown_dates import find_dates
from reportedly.records import Timestamp

LINES = Path(__file__).with_name("printed_forms.tsv").read_text(encoding="utf-8").splitlines()
FORMS = [tuple(line.split("\t")) for line in LINES if not line.startswith("#")]


def written(stamp: Timestamp | None) -> str:
    """Return a stamp as the table writes it: without seconds where they are none."""
    if stamp is None:
        return "none"
    text = stamp.isoformat()
    return text[:16] + text[19:] if stamp.time and not stamp.time.second else text


@pytest.mark.parametrize(("language", "words", "meant"), FORMS)
def test_a_printed_form_gives_the_moment_that_is_meant(language: str, words: str, meant: str) -> None:
    assert written(next((stamp for _, stamp in find_dates(words, language)), None)) == meant


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "4 May-10 June at the quay"),
        ("en", "on May 5 '2300 boats came"),
        ("en", "112-12-06"),
        ("de", "Zimmer 18 Uhr"),
        ("ja", "三月二十日に"),
    ],
)
def test_what_only_looks_like_such_a_form_is_no_date(language: str, words: str) -> None:
    assert list(find_dates(words, language)) == []


@pytest.mark.parametrize(
    ("language", "words", "shown"),
    [
        ("en", "Harbour | 18:30, 5 December 2023 (GMT+3) | Lindmoor", "18:30, 5 December 2023 (GMT+3)"),
        ("en", "18:30, 5 December 2023 Zoo", "18:30, 5 December 2023"),
        ("de", "Lindau, 5.12.2023, 18 Uhr, Hafen", "5.12.2023, 18 Uhr"),
    ],
)
def test_a_time_and_its_zone_belong_to_the_date(language: str, words: str, shown: str) -> None:
    ((span, _),) = find_dates(words, language)
    assert span.of(words) == shown


def test_a_word_that_ends_like_a_half_of_the_day_is_none() -> None:
    ((_, stamp),) = find_dates("5 December 2023, team 5:30, rpm 9:15", "en")
    assert stamp.isoformat() == "2023-12-05T05:30:00"
