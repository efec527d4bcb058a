"""What the choosers of fields look at."""

import functools

import msgspec

from reportedly.language import PageWords, load_language
from reportedly.read.document import Block, Document
from reportedly.read.markup import LinkedData, Markup
from reportedly.records import Field, Span


class Sight(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """A page as its fields are chosen: document, markup, address, language tag, and the body's blocks.

    `body` holds indices into `document.blocks`; `headline` is the index of the block that shows the
    headline, None where none is known yet.
    """

    document: Document
    markup: Markup
    url: str | None
    language: str
    body: list[int]
    headline: int | None = None

    @functools.cached_property  # the three that are asked for hundreds of times a page
    def blocks(self) -> list[Block]:
        """Return all blocks of the page."""
        return self.document.blocks

    @functools.cached_property
    def page_words(self) -> PageWords:
        """Return the labels of the page's language."""
        return load_language(self.language).page_words

    @property
    def linked(self) -> LinkedData:
        """Return the schema.org object most like an article, empty where there is none."""
        return self.markup.articles[0] if self.markup.articles else {}

    @property
    def body_start(self) -> int:
        """Return the index of the body's first block, or the number of blocks."""
        return self.body[0] if self.body else len(self.blocks)

    def words(self, index: int) -> str:
        """Return the words of a block."""
        return self.blocks[index].words

    def head(self) -> range:
        """Return the indices of the blocks from a little above the headline to the body."""
        first = self.headline if self.headline is not None else max(0, self.body_start - _HEAD_BLOCKS)
        return range(max(0, first - _ABOVE_HEADLINE), self.body_start)

    def near(self) -> range:
        """Return the head and a few blocks into and after the body: where pages put facts about it."""
        after = (self.body[-1] if self.body else 0) + _BELOW_BODY
        return range(self.head().start, min(len(self.blocks), after))


# Dates, bylines and section names stand so many blocks above a headline at most (measured on 137 pages).
_ABOVE_HEADLINE = 8
_HEAD_BLOCKS = 12
_BELOW_BODY = 12


def shown(value: str, span: Span, confidence: float = 1.0) -> Field[str]:
    """Return a field read from the visible text."""
    return Field(value=value, span=span, confidence=confidence)


def marked_up(value: str, markup: str, confidence: float = 1.0) -> Field[str]:
    """Return a field read from markup alone."""
    return Field(value=value, markup=markup, confidence=confidence)
