"""What the room makes of a tagger's finds."""

from collections.abc import Sequence

import msgspec
import pytest

from reportedly.language import load_language
from reportedly.records import Span, StatementsFound
from reportedly.statements import Attribution, find_statements, maker_of
from reportedly.text import paragraphs_of


class Fake(msgspec.Struct):
    """A tagger that answers with spans of words that are handed over."""

    content: tuple[str, ...]
    cue: str | None = None
    source: str | None = None
    confidence: float = 0.9
    name: str = "fake-1"

    yields_below = 0.0

    def attributions(self, text: str, paragraphs: Sequence[Span]) -> Sequence[Attribution]:
        def place(words: str) -> Span:
            return Span(text.index(words), text.index(words) + len(words))

        return [
            Attribution(
                content=tuple(place(words) for words in self.content),
                cue=place(self.cue) if self.cue else None,
                source=place(self.source) if self.source else None,
                confidence=self.confidence,
            )
        ]


def read(text: str, tagger: Fake) -> StatementsFound:
    return find_statements(text, paragraphs_of(text), load_language("en"), tagger)


def words(found: StatementsFound, text: str) -> list[tuple[str, str]]:
    return [(statement.kind, statement.words(text)) for statement in found.statements]


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        ("The chair said that the dam holds.", ("that the dam holds",), [("indirect", "the dam holds")]),
        ("“The dam holds,” the chair said.", ("“The dam holds,”",), [("direct", "The dam holds,")]),
        (
            "The chair said that, “The dam will hold for years.”",
            ("that, “The dam will hold for years.”",),
            [("direct", "The dam will hold for years.")],
        ),
        (
            "The chair said that the dam is old, “It was built by our fathers.”",
            ("that the dam is old, “It was built by our fathers.”",),
            [("indirect", "the dam is old"), ("direct", "It was built by our fathers.")],
        ),
        (
            "The chair said the dam is “a wonder”.",
            ("the dam is “a wonder”",),
            [("mixed", "the dam is “a wonder”")],
        ),
    ],
)
def test_the_words_are_those_that_were_said(
    text: str, content: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    assert words(read(text, Fake(content, cue="said", source="chair")), text) == expected


def test_a_topic_named_before_the_cue_was_not_said() -> None:
    text = "Regarding the dam, the chair said it will hold."
    found = read(text, Fake(("Regarding the dam", "it will hold"), cue="said", source="the chair"))
    assert words(found, text) == [("indirect", "it will hold")]


def test_an_unsure_indirect_find_is_refused_and_says_so() -> None:
    text = "The chair hoped the dam holds."
    found = read(text, Fake(("the dam holds",), cue="hoped", source="The chair", confidence=0.2))
    assert found.statements == ()
    assert [refusal.reason for refusal in found.refusals] == ["unsure"]


def test_an_unsure_quotation_is_kept_with_its_confidence() -> None:
    text = "“The dam will hold,” the chair said."
    found = read(text, Fake(("“The dam will hold,”",), confidence=0.2))
    assert [statement.confidence for statement in found.statements] == [0.2]


def test_a_report_that_lost_its_reporter_reports_nothing() -> None:
    text = "The chair stated that the dam holds, reported."
    found = read(text, Fake(("The chair stated that the dam holds",), cue="reported"))
    assert words(found, text) == [("indirect", "the dam holds")]


def test_what_the_rules_are_sure_of_is_added() -> None:
    text = "The mayor said that the road is shut. “The dam will hold for years,” the chair said."
    found = read(text, Fake(("the road is shut",), cue="said", source="The mayor"))
    assert words(found, text)[1:] == [("direct", "The dam will hold for years,")]


def test_the_record_names_who_made_it() -> None:
    assert maker_of(Fake(())).maker == "fake-1"
    assert maker_of(None).maker == "rules"


def test_what_somebody_was_asked_about_is_not_who_speaks_in_spanish() -> None:
    text = "Preguntado por la huelga, dijo que no habrá acuerdo."
    fake = Fake(("no habrá acuerdo",), cue="dijo", source="Preguntado por la huelga")
    found = find_statements(text, paragraphs_of(text), load_language("es"), fake).statements
    assert [statement.speaker for statement in found] == [None]
