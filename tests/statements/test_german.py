"""Who said what in German sentences: where the subject stands, and which clause was said."""

import pytest

from reportedly.language import load_language
from reportedly.statements import find_statements
from reportedly.text import paragraphs_of

from .reading import Line, read


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "Offiziell sagt die Hafenbehörde, der Kai sei sicher.",
            ("indirect", "die Hafenbehörde", "sagt", "der Kai sei sicher"),
        ),
        (
            "Vorerst erklärte Bürgermeisterin Ina Korval, dass der Kai sicher sei.",
            ("indirect", "Bürgermeisterin Ina Korval", "erklärte", "der Kai sicher sei"),
        ),
        (
            "Der Sprecher hat am Abend in Port Vesel erklärt: „Der Kai ist sicher.“",
            ("direct", "Der Sprecher", "erklärt", "Der Kai ist sicher."),
        ),
        (
            "Korval besuchte den Hafen und sagte: „Der Kai ist sicher.“",
            ("direct", "Korval", "sagte", "Der Kai ist sicher."),
        ),
        (
            "Der Minister warf den Reedern vor, den Kai zu versperren.",
            ("indirect", "Der Minister", "warf", "den Kai zu versperren"),
        ),
        (
            "Nach bisher unbestätigten Berichten ist der Kai gesperrt.",
            ("indirect", "bisher unbestätigten Berichten", "Nach", "ist der Kai gesperrt"),
        ),
        (
            "Nach Angaben von Fischern ist der Kai gesperrt.",
            ("indirect", "Fischern", "Nach Angaben", "ist der Kai gesperrt"),
        ),
        (
            "Wie die Behörde mitteilte, wird der Kai am 12. Oktober gesperrt.",
            ("indirect", "die Behörde", "mitteilte", "wird der Kai am 12. Oktober gesperrt"),
        ),
        (
            "In dem Schreiben heißt es, der Kai sei sicher.",
            ("indirect", "dem Schreiben", "heißt es", "der Kai sei sicher"),
        ),
        (
            "Später hieß es, dass der Kai sicher sei.",
            ("indirect", None, "hieß es", "der Kai sicher sei"),
        ),
        (
            "Nachdem der Kai gesperrt worden war, plant die Stadt, ihn zu verkaufen.",
            ("indirect", "die Stadt", "plant", "ihn zu verkaufen"),
        ),
    ],
)
def test_the_subject_of_a_german_verb_is_found_where_its_word_order_puts_it(text: str, line: Line) -> None:
    assert read(text, "de") == [line]


@pytest.mark.parametrize(
    "text",
    [
        "Die Fotos zeigen den Kai, der im Herbst gesperrt wird.",
        "Die Aktie legte im Laufe des Vormittags um 3,5 Prozent zu.",
        "Es gab Brände am Kai, der Mole und dem Steg.",
        "In den Proben sind Stoffe festgestellt worden, darunter Blei.",
        "Die Ministerin, eine Juristin, verteidigte den Plan der Stadt.",
        "Seit dem Herbst ist am Kai Kritik laut geworden.",
    ],
)
def test_a_clause_that_a_comma_only_adds_was_not_said(text: str) -> None:
    assert read(text, "de") == []


def test_sentences_in_the_reporting_mood_go_on_as_one_report_of_the_speaker_before_them() -> None:
    text = (
        "Zuletzt warnte Ina Korval, dass der Kai gesperrt werde. Er sei alt. Auch die Mole müsse weichen."
        " Der Kai ist hundert Jahre alt."
    )
    found = find_statements(text, paragraphs_of(text), load_language("de")).statements
    going_on = found[-1]
    assert going_on.words(text) == "Er sei alt. Auch die Mole müsse weichen"
    assert going_on.speaker is not None
    assert going_on.speaker.of(text) == "Ina Korval"
    assert going_on.cue is None


def test_a_quotation_behind_the_colon_that_ends_a_report_is_a_statement_of_its_own() -> None:
    assert read("Das reiche nicht aus, entgegnete Korval: „Der Kai ist alt.“", "de") == [
        ("indirect", "Korval", "entgegnete", "Das reiche nicht aus"),
        ("direct", "Korval", "entgegnete", "Der Kai ist alt."),
    ]


def test_a_name_between_commas_belongs_to_the_speaker_it_names() -> None:
    text = "Der Leiter der Hafenmeisterei, Ole Brandt, nannte den Plan „eine gute Idee“."
    assert read(text, "de") == [
        ("direct", "Der Leiter der Hafenmeisterei, Ole Brandt", "nannte", "eine gute Idee"),
    ]
