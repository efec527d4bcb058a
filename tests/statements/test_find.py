"""Who said what in English sentences."""

import pytest

from reportedly.language import load_language
from reportedly.statements import MAKER, find_statements
from reportedly.text import paragraphs_of

from .reading import Line, read, reasons


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            '"The well is dry," said Mayor Ina Korval.',
            ("direct", "Mayor Ina Korval", "said", "The well is dry,"),
        ),
        (
            "“The well,” Korval said, “is dry.”",
            ("direct", "Korval", "said", "The well, … is dry."),
        ),
        ("Korval said: “The well is dry.”", ("direct", "Korval", "said", "The well is dry.")),
        (
            "The minister also stressed that the well is dry.",
            ("indirect", "The minister", "stressed", "the well is dry"),
        ),
        ("Officials say the well is dry.", ("indirect", "Officials", "say", "the well is dry")),
        (
            "The well is dry and will stay so, a spokesman for the ministry said on Friday.",
            ("indirect", "a spokesman for the ministry", "said", "The well is dry and will stay so"),
        ),
        (
            "According to the water board, the well is dry.",
            ("indirect", "the water board", "According to", "the well is dry"),
        ),
        (
            "The well has been dry since May, according to Ina Korval.",
            ("indirect", "Ina Korval", "according to", "The well has been dry since May"),
        ),
        (
            "Korval called for a new well in Tarnmouth.",
            ("indirect", "Korval", "called for", "a new well in Tarnmouth"),
        ),
        (
            "Korval, who runs the mill, said the well is dry.",
            ("indirect", "Korval", "said", "the well is dry"),
        ),
        (
            "Korval said the well is “bone dry” and must close.",
            ("mixed", "Korval", "said", "the well is “bone dry” and must close"),
        ),
        (
            "Korval vowed to dig a new well.",
            ("indirect", "Korval", "vowed", "to dig a new well"),
        ),
        (
            "Ms. Korval told reporters on Monday that the well is dry.",
            ("indirect", "Ms. Korval", "told", "the well is dry"),
        ),
        (
            "As the mayor put it, the well is dry.",
            ("indirect", "the mayor", "put it", "the well is dry"),
        ),
        (
            "“The well is dry,” Odo Tarn, a miller from Orlo, told the council.",
            ("direct", "Odo Tarn", "told", "The well is dry,"),
        ),
        (
            "“Is the well dry?” Korval asked.",
            ("direct", "Korval", "asked", "Is the well dry?"),
        ),
    ],
)
def test_a_sentence_gives_its_statement(text: str, line: Line) -> None:
    assert read(text) == [line]


def test_a_participle_borrows_the_speaker_of_its_sentence() -> None:
    lines = read('The mayor praised the diggers, adding, "They will go on until there is water."')
    assert lines[-1] == ("direct", "The mayor", "adding", "They will go on until there is water.")


def test_a_quotation_behind_an_indirect_clause_has_the_same_speaker_and_cue() -> None:
    lines = read('Korval explained that the well is dry, "Because no rain has come since early May."')
    assert lines == [
        ("indirect", "Korval", "explained", "the well is dry"),
        ("direct", "Korval", "explained", "Because no rain has come since early May."),
    ]


def test_a_quotation_goes_on_behind_its_cue() -> None:
    assert read("“It is dry,” Korval said. “It stays so.”") == [
        ("direct", "Korval", "said", "It is dry, … It stays so.")
    ]


def test_an_announcement_gives_its_speaker_to_the_next_paragraph() -> None:
    lines = read("Korval wrote:\n\n“The well of our town is dry.”")
    assert lines == [("direct", "Korval", "wrote", "The well of our town is dry.")]


def test_a_paragraph_without_a_cue_has_the_speaker_before_it() -> None:
    lines = read("“The well is dry,” Korval said.\n\n“Nobody can drink from it any more.”")
    assert lines[1][1:] == ("Korval", "said", "Nobody can drink from it any more.")


def test_a_quotation_over_paragraphs_is_one_statement() -> None:
    lines = read("“The well is dry.\n\n“The river is low,” said Korval.")
    assert [line[3] for line in lines] == ["The well is dry. … The river is low,"]


def test_reported_without_its_agency_is_nobody_and_no_content() -> None:
    text = "The mayor stated that the well, the oldest one, is dry, reported."
    assert read(text) == [("indirect", "The mayor", "stated", "the well, the oldest one, is dry")]


def test_a_noun_is_no_cue() -> None:
    assert read("The report on the state of the well was late.") == []


def test_words_held_at_arms_length_are_refused() -> None:
    text = "The “old well” stands behind the mill."
    assert read(text) == []
    assert reasons(text) == ["scare-quotes"]


def test_a_missing_mark_is_told_and_lowers_the_confidence() -> None:
    english = load_language("en")
    whole, broken = "Korval said: “The well is dry.”", "Korval said: “The well is dry."
    sure = find_statements(whole, paragraphs_of(whole), english).statements[0].confidence
    unsure = find_statements(broken, paragraphs_of(broken), english).statements[0].confidence
    assert reasons(broken) == ["no-closing-mark"]
    assert unsure < sure


def test_a_quotation_that_nobody_says_is_kept_without_a_speaker() -> None:
    assert read("“The well of our town is dry and shut.”") == [
        ("direct", None, None, "The well of our town is dry and shut.")
    ]


def test_the_maker_names_the_room_and_its_rules() -> None:
    assert (MAKER.room, MAKER.maker) == ("statements", "rules")
