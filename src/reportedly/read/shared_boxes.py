"""The boxes that blocks stand in, and share."""

from collections.abc import Iterator

from reportedly.read.document import Document
from reportedly.read.sight import Sight

_PAGE = 0


def shared_box(sight: Sight, one: int, other: int) -> int:
    """Return the innermost box around both of two blocks; those inside others have the higher numbers."""
    return max({*boxes_around(sight, one)}.intersection(boxes_around(sight, other)), default=_PAGE)


def stands_in(sight: Sight, index: int, box: int) -> bool:
    """Return whether a block stands in a box; every block stands in the page's own."""
    return box == _PAGE or box in boxes_around(sight, index)


def boxes_around(sight: Sight, index: int) -> Iterator[int]:
    """Yield the boxes around a block, innermost first, without the page's own."""
    return around(sight.document, sight.blocks[index].box)


def around(document: Document, box: int) -> Iterator[int]:
    """Yield a box and those around it, innermost first, without the page's own."""
    boxes = document.boxes
    while box > _PAGE:
        yield box
        box = boxes[box].parent
