"""The page of the monitoring desk: what a careful person reads in it is found."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from reportedly.language import load_language
from reportedly.records import Span, Statement
from reportedly.statements import find_statements
from reportedly.text import paragraphs_of

_PAGES = Path(__file__).parents[3] / "shared" / "pages"
_EDGES = " \"“”'.,"


def _body(text: str, page: dict[str, Any]) -> tuple[Span, ...]:
    """Return the lead and the body of the page as paragraphs, the dateline and the credit left out."""
    lead = text.index(page["lead"])
    begins = text.index(page["body_begins"])
    ends = page["credit_words"][0] - 1
    spans = (span for span in paragraphs_of(text) if lead <= span.start < ends)
    cut = (
        Span(begins if span.start < begins < span.end else span.start, min(span.end, ends)) for span in spans
    )
    return tuple(cut)


def _trimmed(text: str, statement: Statement) -> list[tuple[int, int]]:
    """Return the content spans without punctuation and marks at their edges."""
    spans = []
    for span in statement.content:
        words = span.of(text)
        start = span.start + len(words) - len(words.lstrip(_EDGES))
        spans.append((start, span.start + len(words.rstrip(_EDGES))))
    return spans


def _key(text: str, statement: Statement) -> tuple[Any, ...]:
    return (
        statement.kind,
        statement.speaker and statement.speaker.of(text),
        statement.cue and (statement.cue.start, statement.cue.end),
        _trimmed(text, statement),
    )


def _expected(text: str, item: dict[str, Any]) -> tuple[Any, ...]:
    content = tuple(Span(start, end) for start, end in item["content"])
    cue, speaker = Span(*item["cue"]), Span(*item["speaker_mention"])
    return _key(text, Statement(content=content, kind=item["kind"], speaker=speaker, cue=cue))


def test_all_statements_of_the_seed_page_are_found_and_none_for_the_lost_agency() -> None:
    if not (_PAGES / "ava-281656.txt").is_file():
        pytest.skip("the shared pages are not here")
    text = (_PAGES / "ava-281656.txt").read_text(encoding="utf-8")
    expected = msgspec.json.decode((_PAGES / "ava-281656.expected.json").read_bytes())
    paragraphs = _body(text, expected["page"])
    found = find_statements(text, paragraphs, load_language("en")).statements
    keys = [_key(text, statement) for statement in found]
    missing = [item["text"] for item in expected["statements"] if _expected(text, item) not in keys]
    assert missing == []
    assert not any(each.cue and each.cue.of(text) == "reported" for each in found)
