"""Titles: reading them and telling whether two are one office."""

import pytest

from reportedly.actors.titles import Office, fit, office_head, same_qualifier
from reportedly.language import load_language

_ENGLISH = load_language("en").titles


def _office(head: str, *qualifiers: str, rank: str = "", former: bool = False) -> Office:
    ranks = frozenset({rank} - {""})
    return Office(
        head=head, head_at=0, first=0, stop=1, ranks=ranks, qualifiers=frozenset(qualifiers), former=former
    )


@pytest.mark.parametrize(
    ("word", "head"),
    [("minister", "minister"), ("mayor-elect", "mayor"), ("gen", "general"), ("river", None)],
)
def test_the_head_of_a_title_is_told_from_other_words(word: str, head: str | None) -> None:
    assert office_head(word, _ENGLISH) == head


@pytest.mark.parametrize(("one", "other"), [("ostravian", "ostravia"), ("dutch", "netherlands")])
def test_a_country_and_its_adjective_qualify_alike(one: str, other: str) -> None:
    assert same_qualifier(one, other, _ENGLISH)


def test_different_countries_do_not_fit() -> None:
    asked, held = _office("president", "ostravian"), _office("president", "velmark")
    assert fit(asked, held, _ENGLISH) is None


def test_a_bare_title_fits_a_qualified_one() -> None:
    assert fit(_office("president"), _office("president", "ostravian"), _ENGLISH) is not None


def test_a_shared_topic_does_not_hide_a_different_country() -> None:
    asked = _office("minister", "ostravian", "foreign")
    assert fit(asked, _office("minister", "velmark", "foreign"), _ENGLISH) is None


def test_rank_parts_offices() -> None:
    assert fit(_office("president"), _office("president", rank="vice"), _ENGLISH) is None


def test_who_holds_an_office_fits_better_than_who_held_it() -> None:
    asked = _office("president")
    now, once = (
        fit(asked, _office("president"), _ENGLISH),
        fit(asked, _office("president", former=True), _ENGLISH),
    )
    assert now is not None
    assert once is not None
    assert now > once
