"""Articles written as "[words=Name]" marks, read into an article, its statements and the right names."""

import re
import tomllib
from pathlib import Path

import msgspec

from reportedly.records import Article, Field, Span, Statement

_MARK = re.compile(r"\[([^\]=]+)=([^\]]*)\]")
_CORPUS = Path(__file__).with_name("corpus") / "articles.toml"


class Marked(msgspec.Struct, frozen=True):
    """An article, one statement for each marked speaker, and the name each must have ('' for none)."""

    article: Article
    statements: tuple[Statement, ...]
    names: dict[Span, str]


def read_marked(marked: str) -> Marked:
    """Return the article that marked text stands for; its first line is the headline."""
    text, names = _unmark(marked.strip())
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    headline = Field(value=spans[0].of(text), span=spans[0])
    article = Article(page_sha256="0" * 64, text=text, headline=headline, body=tuple(spans[1:]))
    statements = tuple(
        Statement(content=(Span(span.end, span.end),), kind="direct", speaker=span) for span in names
    )
    return Marked(article, statements, names)


def read_corpus() -> dict[str, Marked]:
    """Return the articles of the corpus by name."""
    rows = tomllib.loads(_CORPUS.read_text(encoding="utf-8"))["article"]
    return {row["name"]: read_marked(row["text"]) for row in rows}


def _unmark(marked: str) -> tuple[str, dict[Span, str]]:
    parts: list[str] = []
    names: dict[Span, str] = {}
    reached, length = 0, 0
    for match in _MARK.finditer(marked):
        before = marked[reached : match.start()]
        start = length + len(before)
        names[Span(start, start + len(match[1]))] = match[2]
        parts += [before, match[1]]
        reached, length = match.end(), start + len(match[1])
    return "".join([*parts, marked[reached:]]), names
