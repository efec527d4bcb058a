"""Readers' comments under an article, one by one."""

import re
from collections.abc import Iterator

from reportedly.read.document import Region
from reportedly.read.shown_dates import find_dates, read_iso
from reportedly.read.sight import Sight
from reportedly.records import Comment, Field, Span, Timestamp

_COMMENT_TAGS = ("li", "article", "div", "section", "tr", "dd")
_SINGLE = re.compile(
    r"(?:^|\s)(?:comment|reply|kommentar|comentario|commentaire|comments?[-_]+(?:item|entry|single|box|\d+))(?=\s|$)"
)
# Names and times are short; what a reader writes is the longest block.
_LONGEST_NAME = 60
_LONGEST_TIME = 60
_SHORTEST_WORDS = 2


def find_comments(sight: Sight) -> tuple[Comment, ...]:
    """Return the readers' comments below the article, in the page's order.

    A comment is a box inside a region of comments that repeats and holds a name, mostly a time, and
    words. Boxes of the form that asks for comments have no words of a reader and give none.
    """
    groups: dict[int, list[int]] = {}
    for index, block in enumerate(sight.blocks):
        regions = sight.document.regions(block)
        if regions & Region.COMMENTS and not regions & Region.FORM and index > sight.body_start:
            box = _comment_box(sight, block.box)
            if box is not None:
                groups.setdefault(box, []).append(index)
    return tuple(c for indices in groups.values() for c in _comment(sight, indices))


def _comment_box(sight: Sight, box: int) -> int | None:
    """Return the innermost box around a block that is one comment among several."""
    boxes = sight.document.boxes
    at = box
    while at > 0:
        if boxes[at].tag in _COMMENT_TAGS and _SINGLE.search(boxes[at].hint):
            return at
        at = boxes[at].parent
    return None


def _comment(sight: Sight, indices: list[int]) -> Iterator[Comment]:
    """Yield the comment that a box's blocks make, if they hold a reader's words."""
    posted, author = None, None
    words: list[int] = []
    for index in indices:
        block = sight.blocks[index]
        time = _time(sight, index) if block.length <= _LONGEST_TIME else None
        if time is not None:
            posted = posted or time
        elif author is None and not words and block.length <= _LONGEST_NAME:
            author = _name(sight, index)
        elif block.linked < block.length:
            words.append(index)
    if not words and author is not None and posted is None:
        return
    if words and len(sight.words(words[0]).split()) >= _SHORTEST_WORDS:
        span = Span(sight.blocks[words[0]].span.start, sight.blocks[words[-1]].span.end)
        yield Comment(words=span, author=author, posted=posted)


def _name(sight: Sight, index: int) -> Span:
    """Return where a commenter's name stands, without the "says:" that some pages print behind it."""
    span, words = sight.blocks[index].span, sight.words(index)
    for says in sight.page_words.says:
        if words.lower().rstrip(" :").endswith(f" {says}"):
            return Span(span.start, span.start + len(words.rstrip(" :")[: -len(says)].rstrip()))
    return span


def _time(sight: Sight, index: int) -> Field[Timestamp] | None:
    """Return the time a short block prints, if it prints one."""
    block, words = sight.blocks[index], sight.words(index)
    found = next(find_dates(words, sight.language), None)
    if found is None:
        stamp = read_iso(words)
        return Field(value=stamp, span=block.span, confidence=0.8) if stamp else None
    span, stamp = found
    exact = read_iso(sight.document.times.get(index, ""))
    if exact and exact.time:
        stamp = exact
    place = Span(block.span.start + span.start, block.span.start + span.end)
    return Field(value=stamp, span=place, confidence=0.9)
