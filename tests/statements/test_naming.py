"""Quotation marks that lie: around titles, nicknames and words held at arm's length."""

import pytest

from .reading import read, reasons


@pytest.mark.parametrize(
    "text",
    [
        "Her novel “Tide” came out in May.",
        "They bought “The Long Quay of Sandrel” at the harbour.",
        "The film 'Low Water' won nothing, and “The Last Ferry,” a comedy, won it all.",
    ],
)
def test_the_title_of_a_work_is_refused_as_one(text: str) -> None:
    assert read(text) == []
    assert set(reasons(text)) == {"title-of-work"}


@pytest.mark.parametrize("text", ["Ana “Red” Torv owns the mill.", 'The boat of Osk "the Eel" Kell sank.'])
def test_a_nickname_is_refused_as_one(text: str) -> None:
    assert read(text) == []
    assert reasons(text) == ["nickname"]


def test_words_at_arms_length_are_neither() -> None:
    assert reasons("The “old well” stands behind the mill.") == ["scare-quotes"]
    assert reasons("The “old” Torv mill burned down.") == ["scare-quotes"]


def test_a_german_noun_has_a_capital_without_being_a_title() -> None:
    assert reasons("Der „Große Brunnen“ steht hinter der Mühle.", "de") == ["scare-quotes"]
    assert reasons("Ihr Roman „Ebbe“ erschien im Mai.", "de") == ["title-of-work"]


def test_a_title_that_somebody_says_is_said() -> None:
    assert read("“The Long Quay,” Korval said.") == [("direct", "Korval", "said", "The Long Quay,")]


@pytest.mark.parametrize(
    "text",
    [
        'Korval said: "The well is dry.”',
        'Korval said: “The well is dry."',
        "Korval said: ”The well is dry.“",
        "Korval said: „The well is dry.“",
        "Korval said: «The well is dry.»",
        "Korval said: “The well is dry.",
    ],
)
def test_mixed_reversed_and_missing_marks_are_read(text: str) -> None:
    assert read(text) == [("direct", "Korval", "said", "The well is dry.")]


def test_marks_inside_marks_belong_to_the_outer_statement() -> None:
    text = "“Torv told me ‘the well is dry’ and left,” Korval said."
    assert read(text) == [("direct", "Korval", "said", "Torv told me ‘the well is dry’ and left,")]


def test_a_nickname_inside_a_speaker_is_no_statement_of_its_own() -> None:
    assert [line[3] for line in read("Ana “Red” Torv said that the well is dry.")] == ["the well is dry"]
