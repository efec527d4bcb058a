"""Whether a holder of office goes by the words of a name."""

import datetime

import pytest

from reportedly.actors.fitting import goes_by, has_surname, is_of_generation, nearly_goes_by
from reportedly.actors.spelling import words_of_name
from reportedly.records import Holder

_DAY = datetime.date(2031, 1, 1)


def holder(name: str, surname: str) -> Holder:
    return Holder(
        country="XV",
        office="head of government",
        title="Prime Minister",
        roles=("prime minister",),
        name=name,
        surname=surname,
        since=_DAY,
        precision="day",
        until=None,
        first_seen=_DAY,
        last_seen=_DAY,
    )


@pytest.mark.parametrize(
    ("name", "surname", "asked"),
    [
        ("Osk Marrin", "Marrin", "Osk Tevan Willem Marrin"),
        ("Kerim Pavlo Sorrel", "Sorrel", "KP Sorrel"),
        ("Samuel W.T. Arden", "Arden", "Tobin Arden"),
        ("Brennad Chan-ovar", "Brennad", "Brennad Chan-o-var"),
        ("Ayman Toruk", "Toruk", "Aymen Toruk"),
        ("Gud Thorlak Venn", "Venn", "Gud Th. Venn"),
    ],
)
def test_further_given_names_initials_and_spellings_are_the_same_person(
    name: str, surname: str, asked: str
) -> None:
    words = words_of_name(asked)
    assert nearly_goes_by(holder(name, surname), words)
    assert not goes_by(holder(name, surname), words)


@pytest.mark.parametrize(
    ("name", "surname", "asked"),
    [
        ("Osk Marrin", "Marrin", "Bettany Marrin"),
        ("Osk Marrin", "Marrin", "Marrin"),
        ("Osk Marrin", "Marrin", "Osk Tevan"),
        ("Marrin Marrin", "Marrin", "Marrin of Vesel"),
    ],
)
def test_another_given_name_or_surname_is_somebody_else(name: str, surname: str, asked: str) -> None:
    assert not nearly_goes_by(holder(name, surname), words_of_name(asked))


def test_the_surname_at_the_end_of_a_full_name_counts_whatever_stands_before_it() -> None:
    assert has_surname(holder("Osk Marrin", "Marrin"), words_of_name("Bettany Marrin"))
    assert not has_surname(holder("Osk Marrin", "Marrin"), words_of_name("Marrin Croll"))
    assert not has_surname(holder("Osk Marrin", "Marrin"), words_of_name("Marrin"))


def test_a_son_is_not_the_holder_whose_name_has_no_jr() -> None:
    assert not is_of_generation(holder("Osk Marrin", "Marrin"), words_of_name("Osk Marrin Jr."))


def test_a_holder_whose_name_has_jr_is_meant_with_it_and_without() -> None:
    junior = holder("Osk Marrin Jr.", "Marrin")
    assert is_of_generation(junior, words_of_name("Osk Marrin Jr."))
    assert is_of_generation(junior, words_of_name("Osk Marrin"))
