"""What a person read on each sample page before any code did: `expected/NAME.json`.

Fields that the page does not state are null. `words` of a direct quotation are all that stands
between its marks, the last comma or stop included; they are a list where the quotation is split by
its cue, or runs over paragraphs. `not_content` must stay out of lead and body, `not_statements`
(titles, names, scare quotes) must not become statements of their own.
"""

import re
from pathlib import Path

import msgspec
from selectolax.lexbor import LexborHTMLParser

from reportedly.samples import SamplePage

EXPECTED = Path(__file__).parent / "expected"


class ExpectedComment(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A reader's comment: the name and time it shows and the words it begins with."""

    author: str
    posted: str
    words_begin: str


class ExpectedStatement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who said what: the speaker's name, the mention and the cue as written, the exact words."""

    speaker: str
    speaker_mention: str
    cue: str
    kind: str
    words: str | tuple[str, ...]

    @property
    def parts(self) -> tuple[str, ...]:
        """Return the words as a tuple, of one where they are not split."""
        return (self.words,) if isinstance(self.words, str) else self.words


class Expected(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole reading of one page; dates are ISO 8601, as sure as the page is."""

    is_article: bool
    headline: str | None
    lead: str | None
    published: str | None
    updated: str | None
    outlet: str | None
    desk: str | None
    authors: tuple[str, ...]
    dateline: str | None
    credits: tuple[str, ...]
    story_code: str | None
    language: str | None
    body_begins: str | None
    body_ends: str | None
    not_content: tuple[str, ...]
    comments: tuple[ExpectedComment, ...]
    statements: tuple[ExpectedStatement, ...]
    not_statements: tuple[str, ...]


def expected(page: SamplePage) -> Expected:
    """Return the reading made by hand of `page`."""
    return msgspec.json.decode((EXPECTED / f"{page.name}.json").read_bytes(), type=Expected)


def encoding(page: SamplePage) -> str:
    """Return the encoding that the page declares, UTF-8 where it declares none."""
    declared = re.search(rb'charset=["\']?([\w-]+)', page.body[:2048], re.IGNORECASE)
    return "utf-8" if page.is_pasted or declared is None else declared[1].decode("ascii").lower()


def visible(page: SamplePage) -> str:
    """Return the words a person sees on the page, white space collapsed."""
    text = page.body.decode(encoding(page))
    if not page.is_pasted:
        tree = LexborHTMLParser(text)
        tree.strip_tags(["script", "style", "noscript", "title"])
        text = tree.body.text() if tree.body else ""
    return re.sub(r"\s+", " ", text)


def quoted(page: SamplePage) -> list[str]:
    """Return what follows each opening mark in the body, up to the next mark; German closes with “."""
    reading, text = expected(page), visible(page)
    body = text[text.index(reading.body_begins or "") : text.rindex(reading.body_ends or "")]
    marks = "„([^„“]+)" if reading.language == "de" else '["“«]([^"“”«»]+)["”»]?'
    return [words.strip() for words in re.findall(marks, body)]
