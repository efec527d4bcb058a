"""The boxes that blocks stand in, and share."""

from reportedly.read.sight import Sight


def shared_box(sight: Sight, one: int, other: int) -> int:
    """Return the innermost box around both of two blocks."""
    return max(boxes_around(sight, one) & boxes_around(sight, other), default=0)


def boxes_around(sight: Sight, index: int) -> set[int]:
    """Return the boxes that a block stands in; those inside others have the higher numbers."""
    boxes, at = sight.document.boxes, sight.blocks[index].box
    found = set()
    while at >= 0:
        found.add(at)
        at = boxes[at].parent
    return found
