"""A statement's speaker is told as whom the world knows, on the day of the report."""

import datetime

import pytest

from reportedly.actors import identify_speaker, known_line
from reportedly.records import Identified, Naming, Span

DAY = datetime.date(2023, 12, 5)
TEXT = "Cuban President Miguel Diaz-Canel came on Monday. He said the talks went well. The mayor agreed."


def span_of(words: str, text: str = TEXT) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def naming_of(mention: str, full: str, name: str, reason: str) -> Naming:
    return Naming(mention=span_of(mention), name=name, named_at=span_of(full), reason=reason)


def found(mention: str, naming: Naming | None, day: datetime.date = DAY) -> Identified | None:
    return identify_speaker(TEXT, span_of(mention), naming, day, "en")


def test_a_pronoun_is_known_by_the_name_it_stands_for() -> None:
    full = "Cuban President Miguel Diaz-Canel"
    known = found("He", naming_of("He", full, "Miguel Diaz-Canel", "pronoun"))
    assert known is not None
    assert not known.unsure
    assert known_line(known) == (
        "Miguel Diaz-Canel Bermudez: President, Cuba, since 19 April 2018 (factbook, how sure: 95%)"
    )


def test_an_office_is_that_of_the_day() -> None:
    text = "The Cuban president said the talks went well."
    speaker = span_of("The Cuban president", text)
    names = []
    for year in (2016, 2023):
        known = identify_speaker(text, speaker, None, datetime.date(year, 6, 1), "en")
        assert known is not None
        names.append(known.candidates[0].name)
    assert names == ["Raul Castro Ruz", "Miguel Diaz-Canel Bermudez"]


def test_a_house_speaks_for_its_government() -> None:
    text = "The Kremlin said the talks went well."
    known = identify_speaker(text, span_of("The Kremlin", text), None, DAY, "en")
    assert known is not None
    assert known_line(known).startswith("the government, Russia (countries")


@pytest.mark.parametrize("mention", ["The mayor", "He"])
def test_nobody_is_made_up(mention: str) -> None:
    assert found(mention, None) is None


def test_a_surname_alone_is_not_enough() -> None:
    text = "Trudeau said the talks went well."
    assert identify_speaker(text, span_of("Trudeau", text), None, DAY, "en") is None


def test_somebody_who_is_not_in_office_that_day_is_told_as_unsure() -> None:
    text = "Mr. Donald Trump, a builder, said the talks went well."
    name = span_of("Donald Trump", text)
    naming = Naming(mention=name, name="Donald Trump", named_at=name, reason="full-name")
    known = identify_speaker(text, name, naming, datetime.date(2016, 9, 1), "en")
    assert known is not None
    assert known.unsure
    assert known_line(known).startswith("unsure (not in office): Donald J. Trump: President, United States")


def test_a_country_that_is_merely_named_is_not_told() -> None:
    text = "Norway said the talks went well."
    assert identify_speaker(text, span_of("Norway", text), None, DAY, "en") is None
