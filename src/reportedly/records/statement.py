"""Who said what, in which words."""

import hashlib
from typing import Literal

import msgspec

from reportedly.records.refusal import Refusal
from reportedly.records.span import Span

StatementKind = Literal["direct", "indirect", "mixed"]


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """One thing somebody said, as spans of `Article.text`.

    `content` is one span or several (a quotation split by its cue), without the enclosing quotation
    marks. `speaker` is the mention as written ("he"), None where the text names nobody; `cue` the
    words that report it ("underlined"). `direct` content stands in quotation marks, `indirect` has
    none, `mixed` has both. `confidence` runs from 0 to 1.
    """

    content: tuple[Span, ...]
    kind: StatementKind
    speaker: Span | None = None
    cue: Span | None = None
    addressee: Span | None = None
    confidence: float = 1.0

    def words(self, text: str) -> str:
        """Return the content as it stands in `text`; parts that stood apart are joined by ' … '."""
        return " … ".join(span.of(text) for span in self.content)

    def identifier(self, page_sha256: str) -> str:
        """Return the statement's permanent name: 16 hexadecimal digits from the page and the spans."""
        places = ",".join(f"{span.start}-{span.end}" for span in self.content)
        return hashlib.sha256(f"{page_sha256}:{places}".encode()).hexdigest()[:16]


class StatementsFound(msgspec.Struct, frozen=True, kw_only=True):
    """What the room `statements` found in a text, in reading order, and what it refused."""

    statements: tuple[Statement, ...] = ()
    refusals: tuple[Refusal, ...] = ()
