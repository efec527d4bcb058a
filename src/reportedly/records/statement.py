"""Who said what, in which words."""

import hashlib
from typing import Literal

import msgspec

from reportedly.records.refusal import Refusal
from reportedly.records.span import Span

StatementKind = Literal["direct", "indirect", "mixed"]
# What the speaker does by saying it. `believes` covers what somebody thinks, feels, wants or intends:
# the text reports an attitude, not an utterance.
StatementAct = Literal[
    "says", "asks", "calls-for", "denies", "promises", "threatens", "praises", "condemns", "believes"
]
# What kind of source the speaker is, as the text names it.
SourceKind = Literal[
    "person",
    "spokesperson",
    "organisation",
    "government",
    "court",
    "document",
    "media",
    "anonymous",
    "unnamed",
]
StatementPlace = Literal["text", "headline", "caption"]


class Relay(msgspec.Struct, frozen=True, kw_only=True):
    """One link of a chain of reports: who passes a statement on, and the words that say so."""

    source: Span
    cue: Span | None = None


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """One thing somebody said, as spans of `Article.text`.

    `content` is one span or several (a quotation split by its cue), without the enclosing quotation
    marks. `speaker` is the mention as written ("he"), None where the text names nobody; `cue` the
    words that report it ("underlined"). `direct` content stands in quotation marks, `indirect` has
    none, `mixed` has both. `confidence` runs from 0 to 1.

    `act` is what the speaker does by it, `source_kind` what the speaker is, `on_behalf_of` whom a
    spokesperson speaks for. `chain` holds those who pass it on, the outermost first, where one report
    stands in another ("AVA, citing Tasnim, said that the Leader said"); the speaker is not in it.
    `addressee` is whom it was said to, `about` the words that name its topic ("on the dam").
    `negations` are the words that turn the report round ("did not", "denied"), `hedges` those that
    weaken it ("may", "would not rule out"). `found_in` tells headlines and captions from the text;
    there `summarises` holds the content of the statement of the text that they put in short.
    """

    content: tuple[Span, ...]
    kind: StatementKind
    speaker: Span | None = None
    cue: Span | None = None
    addressee: Span | None = None
    about: Span | None = None
    act: StatementAct = "says"
    source_kind: SourceKind | None = None
    on_behalf_of: Span | None = None
    chain: tuple[Relay, ...] = ()
    negations: tuple[Span, ...] = ()
    hedges: tuple[Span, ...] = ()
    found_in: StatementPlace = "text"
    summarises: tuple[Span, ...] = ()
    confidence: float = 1.0

    @property
    def is_speech(self) -> bool:
        """Return whether it reports an utterance, and not what somebody thinks, feels or intends."""
        return self.act != "believes"

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
