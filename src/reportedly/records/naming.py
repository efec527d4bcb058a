"""Who is meant by a mention."""

import msgspec

from reportedly.records.span import Span


class Naming(msgspec.Struct, frozen=True, kw_only=True):
    """A mention in an article ("the Leader", "he") and the name it stands for there.

    `name` is the fullest name the article gives, without titles and honorifics; `named_at` is where
    that full name stands (its words may carry titles). `reason` is a short code in kebab case
    (`full-name`, `short-name`, `title`, `pronoun`), `confidence` runs from 0 to 1.
    """

    mention: Span
    name: str
    named_at: Span
    reason: str
    confidence: float = 1.0
