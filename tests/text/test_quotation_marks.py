"""Which marks open and close a quotation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.text import paragraphs_of, quotations


def _read(text: str) -> list[str]:
    """Return the words of every quotation, the parts of one joined by a stroke."""
    found = quotations(text, paragraphs_of(text))
    return [" | ".join(part.of(text) for part in quotation.parts) for quotation in found]


@pytest.mark.parametrize(
    "text",
    [
        'She said "the well is dry" at noon.',
        "She said “the well is dry” at noon.",
        "She said «the well is dry» at noon.",
        "She said « the well is dry » at noon.",
        "She said »the well is dry« at noon.",
        "She said „the well is dry“ at noon.",
        "She said „the well is dry” at noon.",
        "She said 「the well is dry」 at noon.",
        "She said ‘the well is dry’ at noon.",
        "She said 'the well is dry' at noon.",
        'She said "the well is dry” at noon.',
        'She said “the well is dry" at noon.',
        "She said ”the well is dry“ at noon.",
    ],
)
def test_marks_of_every_habit_pair_even_when_mixed(text: str) -> None:
    assert _read(text) == ["the well is dry"]


def test_an_apostrophe_is_no_quotation_mark() -> None:
    assert _read("The miners' lamps didn't work in the '90s, and that's that.") == []


def test_a_nested_quotation_belongs_to_the_outer_one() -> None:
    assert _read("“He told me ‘go home’ and left,” she said.") == ["He told me ‘go home’ and left,"]


def test_a_quotation_runs_over_paragraphs_that_open_with_a_mark() -> None:
    text = "“The well is dry.\n\n“The river is low.”\n\nNobody came."
    assert _read(text) == ["The well is dry. | The river is low."]


def test_a_missing_closing_mark_ends_with_the_paragraph_and_says_so() -> None:
    text = "She said: “The well is dry.\nNobody came."
    (found,) = quotations(text, paragraphs_of(text))
    assert found.parts[0].of(text) == "The well is dry."
    assert not found.is_closed


def test_a_stray_mark_does_not_swallow_the_pairs_behind_it() -> None:
    assert _read("A board 6 feet “ wide and “painted green” and “very old” stood there.") != []


def test_empty_pairs_are_none() -> None:
    assert _read('He wrote "" and “ ” on the wall.') == []


@given(st.text(alphabet="ab \n.\"“”„«»‘’'「」,"))
def test_quotations_are_in_range_in_order_and_never_empty(text: str) -> None:
    last = 0
    for quotation in quotations(text, paragraphs_of(text)):
        for part, outer in zip(quotation.parts, quotation.outer, strict=True):
            assert last <= outer.start <= part.start < part.end <= outer.end <= len(text)
            last = outer.end
