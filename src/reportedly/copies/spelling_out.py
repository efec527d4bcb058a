"""Where shared words stand in the two texts, with the marks around them that both have."""

from reportedly.copies.aligning import Block
from reportedly.copies.prints import Printed
from reportedly.records import Span

_SPACE = " \t\n\r\f\v\u00a0\u2003\u3000"
# Marks that belong to the sentence before a passage, and to the one behind it.
_BEFORE_ANOTHER = _SPACE + ".,;:!?…)]}”»’。，！？、؟،؛۔।"
_BEFORE_NEXT = _SPACE + "“„«‘([{`"


def carried_span(here: Printed, there: Printed, block: Block) -> tuple[Span, Span]:
    """Return the stretches of both texts that a block covers, marks at its ends included where both agree."""
    text, other = here.article.text, there.article.text
    start, start_there = int(here.words.starts[block.here]), int(there.words.starts[block.there])
    end, end_there = int(here.words.ends[block.here_end - 1]), int(there.words.ends[block.there_end - 1])
    before = 0
    while min(start, start_there) > before and _agree(
        text, other, start - before - 1, start_there - before - 1
    ):
        before += 1
    after = 0
    while max(end + after - len(text), end_there + after - len(other)) < 0 and _agree(
        text, other, end + after, end_there + after
    ):
        after += 1
    before = len(text[start - before : start].lstrip(_BEFORE_ANOTHER))
    after = len(text[end : end + after].rstrip(_BEFORE_NEXT))
    return Span(start - before, end + after), Span(start_there - before, end_there + after)


def _agree(text: str, other: str, at: int, at_there: int) -> bool:
    """Return whether both texts have the same mark or white space at these places."""
    mark, mark_there = text[at], other[at_there]
    return mark == mark_there and not mark.isalnum()
