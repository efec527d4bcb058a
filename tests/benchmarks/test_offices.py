"""The table of office holders as the knowledge base reads it, and what is held out of it."""

import datetime
import random

import pytest
from benchmarks.offices import held_out
from training.actors.sightings import Sighting, sightings, since_of
from training.actors.sources import Row
from training.actors.stints import holders

FIRST, LAST = datetime.date(2020, 1, 30), datetime.date(2022, 3, 31)


def row(
    name: str,
    since: str = "2 May 2019",
    office: str = "head of government",
    first: datetime.date = FIRST,
    last: datetime.date = LAST,
    gec: str = "cu",
) -> Row:
    return Row(gec, office, name, since, first, last)


def read(*rows: Row) -> list[Sighting]:
    return list(sightings(rows))


@pytest.mark.parametrize(
    ("words", "day", "precision"),
    [
        ("28 April 1999", (1999, 4, 28), "day"),
        ("August 2020", (2020, 8, 1), "month"),
        ("2014", (2014, 1, 1), "year"),
        ("5 Sep 2025", (2025, 9, 5), "day"),
        ("20 October 2014; re-elected 17 April 2019", (2014, 10, 20), "day"),
        ("31 June 2019", (2019, 6, 1), "month"),
    ],
)
def test_the_first_date_is_the_first_day(words: str, day: tuple[int, int, int], precision: str) -> None:
    since = since_of(words)
    assert since is not None
    assert (since.day, since.precision) == (datetime.date(*day), precision)


def test_the_title_the_name_and_the_surname_are_told_apart() -> None:
    (found,) = read(row("Interim Prime Minister Gen. Ana Maria TORV-ORLO de Lind"))
    assert (found.title, found.name, found.surname) == (
        "Interim Prime Minister",
        "Ana Maria Torv-Orlo de Lind",
        "Torv-Orlo",
    )
    assert found.roles == ("prime minister",)


def test_several_people_of_one_row_are_several() -> None:
    found = read(row("Deputy Prime Ministers Ana TORV (3 May 2018), Ben ORLO, and Cia TARN"), row("Dan VERB"))
    assert [one.surname for one in found] == ["Torv", "Orlo", "Tarn", "Verb"]
    assert {one.title for one in found} == {"Deputy Prime Minister"}


def test_a_date_in_brackets_is_that_of_the_one_before_it() -> None:
    first, second = read(
        row("President Ana TORV (president since 24 February 2008); Vice President Ben ORLO")
    )
    assert (first.since, second.since) == (since_of("24 February 2008"), since_of("2 May 2019"))


def test_notes_and_vacant_offices_give_nobody() -> None:
    assert read(row("Vice President (vacant)")) == []
    (found,) = read(row("Prime Minister Ana TORV resigned on 3 May 2021 but remains"))
    assert found.name == "Ana Torv"


def test_spellings_of_one_person_are_one_holder() -> None:
    (found,) = holders(read(row("President Hasan ROHANI"), row("President Hassan RUHANI", first=LAST)))
    assert (found.name, found.spellings) == ("Hassan Ruhani", ("Hasan Rohani",))


def test_the_successor_ends_a_term_and_a_return_begins_another() -> None:
    days = [datetime.date(2020 + year, 1, 30) for year in range(3)]
    found = holders(
        read(
            row("President Ana TORV", "1 May 2019", first=days[0], last=days[0]),
            row("President Ben ORLO", "1 May 2020", first=days[1], last=days[1]),
            row("President Ana TORV", "1 May 2021", first=days[2], last=days[2]),
        )
    )
    assert [(one.surname, one.until) for one in found] == [
        ("Torv", datetime.date(2020, 4, 30)),
        ("Orlo", datetime.date(2021, 4, 30)),
        ("Torv", None),
    ]


def test_a_held_out_month_leaves_no_sight_of_it() -> None:
    days = [datetime.date(2020, month, 28) for month in range(1, 9)]
    rows = [row("President Ana TORV", first=day, last=day) for day in days]
    rows.append(row("President Ben ORLO", first=days[0], last=days[-1]))
    kept, out = held_out(rows, random.Random(3))
    assert len(out) == 2
    assert {day for one in kept for day in (one.first_seen, one.last_seen)}.isdisjoint(out)
    assert len(kept) == len(rows) - 2


def test_who_stands_without_a_title_beside_a_president_is_a_deputy() -> None:
    found = holders(read(row("President Ana TORV"), row("Ben ORLO")))
    assert [(one.surname, one.is_deputy) for one in found] == [("Torv", False), ("Orlo", True)]
