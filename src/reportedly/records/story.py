"""Reports of one happening, as one story that grows."""

import datetime
from typing import Literal

import msgspec

from reportedly.records.span import Span

StoryRulingKind = Literal["merge", "split"]


class StoryLink(msgspec.Struct, frozen=True, kw_only=True):
    """Two reports that may be of one story, by their identifiers in rising order.

    `likely` (0 to 1) is how likely they are; pairs that share too little have no link.
    """

    one: str
    other: str
    likely: float


class StoryWords(msgspec.Struct, frozen=True, kw_only=True):
    """Words of a story's title or summary: a span of one of its articles, never invented text.

    `span` is None for a headline that stands in the page's markup alone; `words` is then what it says.
    """

    article_id: str
    words: str
    span: Span | None = None


class StoryRuling(msgspec.Struct, frozen=True, kw_only=True):
    """What a person ruled about stories; it is kept for ever, and no reading overwrites it.

    `merge`: the `articles` and the `others` are of one story. `split`: the `articles` are a story of
    their own, apart from the `others`. It speaks of the articles, so that it binds whatever stories later
    reports make of them; a later ruling on the same two articles outranks it. `stories` are those it was
    made on. `undone_at` is set once a person took it back.
    """

    id: str
    kind: StoryRulingKind
    made_at: datetime.datetime
    articles: tuple[str, ...]
    others: tuple[str, ...]
    stories: tuple[str, ...] = ()
    note: str | None = None
    undone_at: datetime.datetime | None = None
