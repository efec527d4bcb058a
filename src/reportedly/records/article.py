"""What a page says of itself once it has been read."""

import datetime
from typing import Generic, TypeVar

import msgspec

from reportedly.records.span import Refusal, Span

T = TypeVar("T")


class Field(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """One thing an article says of itself, with where it stands and how sure the reading is.

    `span` is where in `Article.text` the words stand; `markup` names the markup that said it
    (`meta[property="og:title"]`, `json-ld:NewsArticle.headline`). At least one of them is set.
    `confidence` runs from 0 to 1.
    """

    value: T
    span: Span | None = None
    markup: str | None = None
    confidence: float = 1.0


class Timestamp(msgspec.Struct, frozen=True, kw_only=True):
    """A publish time exactly as sure as the page is: no time or no zone where it names none."""

    date: datetime.date
    time: datetime.time | None = None
    utc_offset_minutes: int | None = None

    def isoformat(self) -> str:
        """Return ISO 8601: `2023-12-05`, `2023-12-05T15:26:00` or `2023-12-05T15:26:00+04:30`."""
        if self.time is None:
            return self.date.isoformat()
        naive = datetime.datetime.combine(self.date, self.time.replace(tzinfo=None))
        if self.utc_offset_minutes is None:
            return naive.isoformat()
        zone = datetime.timezone(datetime.timedelta(minutes=self.utc_offset_minutes))
        return naive.replace(tzinfo=zone).isoformat()

    @classmethod
    def of(cls, moment: datetime.datetime) -> "Timestamp":
        """Return the timestamp of a datetime; the offset is kept where it has one."""
        offset = moment.utcoffset()
        minutes = None if offset is None else int(offset.total_seconds() // 60)
        return cls(date=moment.date(), time=moment.time(), utc_offset_minutes=minutes)


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


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """An article as read from one page.

    `text` is the page's whole visible text (one block a line; pasted text stands as pasted), so that
    every span is evidence that can be sliced again from the kept page. `body` holds the paragraphs
    of the article itself, in order, without headline, lead, byline, dateline and credits.
    `entries` are those of a live ticker, empty on every other page. A field that is None is one the
    page does not show.
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
    refusals: tuple[Refusal, ...] = ()

    @property
    def paragraphs(self) -> tuple[Span, ...]:
        """Return what a statement can stand in: the lead, where it is in the text, then the body."""
        lead = self.lead.span if self.lead else None
        return self.body if lead is None or lead in self.body else (lead, *self.body)
