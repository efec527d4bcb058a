"""A short way to read statements out of a line of text in tests."""

from reportedly.language import load_language
from reportedly.statements import find_statements
from reportedly.text import paragraphs_of

Line = tuple[str, str | None, str | None, str]


def read(text: str, code: str = "en") -> list[Line]:
    """Return kind, speaker, cue and words of every statement in a text."""
    found = find_statements(text, paragraphs_of(text), load_language(code))
    return [
        (
            each.kind,
            each.speaker.of(text) if each.speaker else None,
            each.cue.of(text) if each.cue else None,
            each.words(text),
        )
        for each in found.statements
    ]


def reasons(text: str, code: str = "en") -> list[str]:
    """Return the reasons of all refusals in a text."""
    found = find_statements(text, paragraphs_of(text), load_language(code))
    return [refusal.reason for refusal in found.refusals]
