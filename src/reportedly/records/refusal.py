"""What a room looked at and did not take."""

import msgspec

from reportedly.records.field import Field, Timestamp
from reportedly.records.span import Span


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """Something a room looked at and did not take, with the reason.

    `reason` is a short code in kebab case (`scare-quotes`, `no-article`), `words` the reason in one
    sentence for a reader, `span` where in `Article.text` (None when it is about the whole page).
    `headline` and `published` are what a page without an article says of itself all the same; their
    spans are in the page's text.
    """

    reason: str
    words: str
    span: Span | None = None
    headline: Field[str] | None = None
    published: Field[Timestamp] | None = None
