"""How alike two names are."""

from reportedly.actors.likeness import likeness


def test_a_middle_initial_on_one_side_is_the_same_name() -> None:
    assert likeness("Oskar J. Brenn", ["Oskar Brenn"]) == "sounds-alike"


def test_two_middle_initials_are_not() -> None:
    assert likeness("Oskar J. Brenn", ["Oskar K. Brenn"]) != "sounds-alike"
