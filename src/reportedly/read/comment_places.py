"""Where on a page readers' comments stand."""

import bisect
import re
from collections.abc import Iterator

from reportedly.read.document import Region
from reportedly.read.labels import comment_heading_line, is_comment_heading, is_form_label
from reportedly.read.sight import Sight

_COMMENT_TAGS = frozenset({"li", "article", "div", "section", "tr", "dd", "p"})
_SINGLE = re.compile(
    r"(?:^|\s)(?:u?-?comment|reply|review|kommentar|comentario|commentaire|commento|yorum|opinion|post|"
    r"[a-z]*comments?[-_]+(?:item|entry|single|box|body|wrapper|\d+)|(?:user|reader)-?comment)(?=\s|$)"
)
# A line that heads comments is no longer.
_LONGEST_HEADING = 40
_ELSEWHERE = Region.NAVIGATION | Region.ASIDE | Region.RELATED
# An area without a region of its own ends where a line of links begins, and holds so many blocks at most.
_MOST_BLOCKS = 400


def comment_areas(sight: Sight) -> Iterator[list[int]]:
    """Yield the blocks of each part of the page that holds readers' comments, without the form."""
    named = [i for i in range(sight.body_start + 1, len(sight.blocks)) if _is_named(sight, i)]
    if named:
        yield named
        return
    for index in _headings(sight):
        area = list(_below(sight, index))
        if area:
            yield area
            return


def is_under_heading(sight: Sight, index: int) -> bool:
    """Return whether a block stands below a line that heads comments, where no markup names their place."""
    for at in range(sight.body_start + 1, index):
        block = sight.blocks[at]
        if block.length <= _LONGEST_HEADING and is_comment_heading(block.words, sight.page_words):
            return not any(_is_named(sight, i) for i in range(at, index + 1))
    return False


def _headings(sight: Sight) -> Iterator[int]:
    """Yield the blocks below the report's start that head comments; every block is a line of the text."""
    if sight.body_start >= len(sight.blocks):
        return
    start = sight.blocks[sight.body_start].span.end
    for match in comment_heading_line(sight.page_words).finditer(
        sight.document.text, start, len(sight.document.text)
    ):
        yield bisect.bisect(sight.blocks, match.start(), key=lambda block: block.span.start) - 1


def _is_named(sight: Sight, index: int) -> bool:
    regions = sight.document.regions(sight.blocks[index])
    return bool(regions & Region.COMMENTS) and not regions & (Region.FORM | Region.HIDDEN)


def _below(sight: Sight, heading: int) -> Iterator[int]:
    """Yield the blocks below a heading in its box, up to the form's first label."""
    boxes = sight.document.boxes
    around = boxes[sight.blocks[heading].box].parent if not sight.document.is_pasted else -1
    for index in range(heading + 1, min(len(sight.blocks), heading + 1 + _MOST_BLOCKS)):
        block = sight.blocks[index]
        at = block.box
        while at > around:
            at = boxes[at].parent
        if at == around and sight.document.tag(block) == "button" and not _is_in_form(sight, block.box):
            continue
        if at != around or sight.document.regions(block) & (Region.FORM | Region.FOOTER | Region.RELATED):
            return
        if is_form_label(sight.words(index), sight.page_words):
            return
        yield index


def _is_in_form(sight: Sight, box: int) -> bool:
    """Return whether a button stands in a form, and not below a comment."""
    parent = sight.document.boxes[box].parent
    return parent >= 0 and bool(sight.document.boxes[parent].regions & Region.FORM)


def comment_box(sight: Sight, index: int) -> int | None:
    """Return the innermost box around a block that is one comment among several."""
    boxes = sight.document.boxes
    at = sight.blocks[index].box
    while at > 0:
        if boxes[at].tag in _COMMENT_TAGS and _SINGLE.search(boxes[at].hint):
            return at
        at = boxes[at].parent
    return None
