"""What the room asks of a trained tagger, and what such a tagger answers."""

from collections.abc import Sequence
from typing import Protocol

import msgspec

from reportedly.records import Span


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """One report as a tagger reads it: what was said, the words that report it, and who said it.

    Spans are those of the text; quotation marks may stand in `content`. `confidence` (0 to 1) is how
    likely words and source are both right.
    """

    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    confidence: float


class AttributionTagger(Protocol):
    """A trained model that reads running text; `models` has one, a test fakes it in six lines."""

    @property
    def name(self) -> str:
        """Return the name of the model with its version, as records name their maker."""

    @property
    def yields_below(self) -> float:
        """Return the confidence below which its finds give way to those of the rules; 0 for never."""

    def attributions(self, text: str, paragraphs: Sequence[Span]) -> Sequence[Attribution]:
        """Return who said what in `paragraphs` of `text`, in reading order."""
