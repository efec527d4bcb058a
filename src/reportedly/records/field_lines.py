"""Every field of an article as one line: what it reads, where that stands, how sure it is."""

from collections.abc import Iterator

import msgspec

from reportedly.records.article import Article, Comment, Entry, Link
from reportedly.records.field import Field, Timestamp
from reportedly.records.span import Span

# What is no reading of the page's words, the paragraphs themselves, and what was not taken.
_NOT_LISTED = ("page_sha256", "text", "url", "body", "refusals")
_SINGULAR = {
    "authors": "author",
    "captions": "caption",
    "comments": "comment",
    "credits": "credit",
    "entries": "entry",
}


class FieldLine(msgspec.Struct, frozen=True, kw_only=True):
    """One thing read from a page: the field's name in the singular, its words, and the evidence.

    `span` and `markup` are where it stands, `confidence` how sure the reading is: None for what is
    words of the page and nothing more (a caption, a comment), which is sure if its place is.
    """

    name: str
    words: str
    span: Span | None = None
    markup: str | None = None
    confidence: float | None = None

    @property
    def place(self) -> str:
        """Return where it stands, in words: offsets in the article's text, the markup, or both."""
        offsets = f"{self.span.start}–{self.span.end}" if self.span else ""
        return ", ".join(part for part in (offsets, self.markup) if part)


def field_lines(article: Article) -> tuple[FieldLine, ...]:
    """Return a line for each value of each field but the paragraphs, in the order of the record.

    Parts of comments and entries have names of their own: `comment_author`, `entry_posted`.
    """
    names = (name for name in article.__struct_fields__ if name not in _NOT_LISTED)
    return tuple(
        line
        for name in names
        for line in _lines(_SINGULAR.get(name, name), getattr(article, name), article.text)
    )


def _lines(name: str, value: object, text: str) -> Iterator[FieldLine]:
    if isinstance(value, tuple):
        for one in value:
            yield from _lines(name, one, text)
    elif isinstance(value, Span):
        yield FieldLine(name=name, words=value.of(text), span=value)
    elif isinstance(value, Comment | Entry):
        for part in value.__struct_fields__:
            yield from _lines(name if part == "words" else f"{name}_{part}", getattr(value, part), text)
    elif isinstance(value, Field):
        shown = _words(value.value)
        yield FieldLine(
            name=name, words=shown, span=value.span, markup=value.markup, confidence=value.confidence
        )
        if isinstance(value.value, Link) and value.value.label is not None:
            yield from _lines(f"{name}_label", value.value.label, text)


def _words(value: object) -> str:
    if isinstance(value, Timestamp):
        return value.isoformat()
    if isinstance(value, Link):
        return f"{value.words}: {value.url}" if value.words else value.url
    return str(value)
