"""Versions of articles about a town that does not exist."""

import datetime
import hashlib
import re

from reportedly.records import Article, Field, Span, Timestamp

NOON = datetime.datetime(2031, 4, 2, 12, tzinfo=datetime.UTC)


def article(body: str, *, headline: str = "Ferry sails", updated: datetime.datetime | None = None) -> Article:
    """Return an article whose paragraphs are the lines of a text; its headline stands before them."""
    text = f"{headline}\n{body}"
    lines = [Span(found.start(), found.end()) for found in re.finditer(r"[^\n]+", text)]
    return Article(
        page_sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        headline=Field(value=headline, span=lines[0]),
        body=tuple(lines[1:]),
        updated=Field(value=Timestamp.of(updated), markup="meta[updated]") if updated else None,
    )
