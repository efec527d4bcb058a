"""How alike two names are."""

import pytest

from reportedly.actors.likeness import likeness


def test_a_middle_initial_on_one_side_is_the_same_name() -> None:
    assert likeness("Oskar J. Brenn", ["Oskar Brenn"]) == "sounds-alike"


def test_two_middle_initials_are_not() -> None:
    assert likeness("Oskar J. Brenn", ["Oskar K. Brenn"]) != "sounds-alike"


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Husayn Zarifpour", "Hossein Zarifpour"),
        ("Aleksandr Vetrogon", "Alexander Vetrogon"),
        ("Günter Mühlbach", "Guenter Muehlbach"),
        ("Yevgeni Torv", "Евгений Торв"),
    ],
)
def test_a_given_name_in_other_spellings_is_one(one: str, two: str) -> None:
    assert likeness(one, [two]) == "sounds-alike"


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Karim Zaidan", "Karima Zaidan"),
        ("Aleksandr Torvin", "Александра Торвина"),
        ("Mario Torv", "Maria Torv"),
        ("Hassan Torv", "Hossein Torv"),
    ],
)
def test_a_man_and_a_woman_or_two_names_are_not_one(one: str, two: str) -> None:
    assert likeness(one, [two]) is None


def test_a_father_and_a_son_of_one_name_are_two() -> None:
    assert likeness("Rolf Torv Sr.", ["Rolf Torv Jr."]) is None


def test_a_name_without_jr_says_little_of_one_with_it() -> None:
    assert likeness("Rolf Torv", ["Rolf Torv Jr."]) == "initials"
