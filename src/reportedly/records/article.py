"""What a page says of itself once it has been read."""

import msgspec

from reportedly.records.field import Field, Timestamp
from reportedly.records.refusal import Refusal
from reportedly.records.span import Span


class Comment(msgspec.Struct, frozen=True, kw_only=True):
    """One reader's comment under an article: its words, and the name and time it shows."""

    words: Span
    author: Span | None = None
    posted: Field[Timestamp] | None = None


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One dated entry of a live ticker: its headline where it has one, when it was posted, its words.

    `words` are the entry's paragraphs in reading order. `posted` is surest where markup dates the
    entry; where the page shows a time of day alone, its day is the article's, and `confidence` is low.
    """

    headline: Span | None = None
    posted: Field[Timestamp] | None = None
    words: tuple[Span, ...] = ()


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """A link to another story: its address, the words it shows, and the words that introduce it.

    `url` is absolute wherever the page's own address is known. `words` is None where markup alone
    names the story; `label` is where "Read also" or "More on this" stands, None where nothing says so.
    """

    url: str
    words: str | None = None
    label: Span | None = None


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """An article as read from one page.

    `text` is the page's whole visible text (one block a line; pasted text stands as pasted), so that
    every span is evidence that can be sliced again from the kept page. `body` holds the paragraphs
    of the article itself, in order, without headline, lead, byline, dateline and credits.
    `entries` are those of a live ticker, empty on every other page. `related` are the links inside or
    below the article to other stories, each address once; those in mid-sentence are not. A field that
    is None is one the page does not show.
    """

    page_sha256: str
    text: str
    url: str | None = None
    language: Field[str] | None = None
    headline: Field[str] | None = None
    lead: Field[str] | None = None
    body: tuple[Span, ...] = ()
    published: Field[Timestamp] | None = None
    updated: Field[Timestamp] | None = None
    outlet: Field[str] | None = None
    desk: Field[str] | None = None
    authors: tuple[Field[str], ...] = ()
    dateline: Field[str] | None = None
    credits: tuple[Field[str], ...] = ()
    story_code: Field[str] | None = None
    section: Field[str] | None = None
    captions: tuple[Span, ...] = ()
    comments: tuple[Comment, ...] = ()
    entries: tuple[Entry, ...] = ()
    related: tuple[Field[Link], ...] = ()
    refusals: tuple[Refusal, ...] = ()

    @property
    def paragraphs(self) -> tuple[Span, ...]:
        """Return what a statement can stand in: the lead, where it is in the text, then the body."""
        lead = self.lead.span if self.lead else None
        return self.body if lead is None or lead in self.body else (lead, *self.body)
