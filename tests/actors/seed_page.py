"""The seed page as an article, with what a careful person reads in it."""

from pathlib import Path

import msgspec
import pytest

from reportedly.records import Article, Field, Span, Statement

_PAGES = Path(__file__).parents[2].parent / "shared" / "pages"


class ExpectedStatement(msgspec.Struct):
    speaker: str
    speaker_mention: tuple[int, int]
    content: list[tuple[int, int]]


class Expected(msgspec.Struct):
    statements: list[ExpectedStatement]


def read_seed() -> tuple[Article, Expected]:
    page = _PAGES / "ava-281656.txt"
    if not page.is_file():
        pytest.skip("the seed page is not beside this checkout")
    text = page.read_text(encoding="utf-8")
    expected = msgspec.json.decode((_PAGES / "ava-281656.expected.json").read_bytes(), type=Expected)
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append(Span(start, start + len(line)))
        start += len(line) + 1
    byline = "Afghan Voice Agency (AVA) - Monitoring: "
    end = text.index("/Tasnim News")
    body = [span for span in lines[4:] if span.start < end]
    body[0] = Span(body[0].start + len(byline), body[0].end)
    body[-1] = Span(body[-1].start, end)
    headline, lead = (Field(value=line.of(text), span=line) for line in lines[2:4])
    article = Article(page_sha256="0" * 64, text=text, headline=headline, lead=lead, body=tuple(body))
    return article, expected


def statements_of(expected: Expected) -> tuple[Statement, ...]:
    return tuple(
        Statement(
            content=tuple(Span(*part) for part in given.content),
            kind="direct",
            speaker=Span(*given.speaker_mention),
        )
        for given in expected.statements
    )
