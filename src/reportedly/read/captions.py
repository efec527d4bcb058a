"""The captions of pictures beside an article."""

import re

from reportedly.read.document import OUTSIDE, Region
from reportedly.read.sight import Sight
from reportedly.records import Span

_LONGEST = 600
_SHORTEST = 4
# Parts of the names that templates of many languages give to captions and to boxes of pictures.
_NAMED = re.compile(
    r"(?:^|[^a-z])(?:caption|figcaption|legend|legende|leyenda|pie(?:-?de)?-?foto|piefoto|foto-?alti|resim-?alti|"
    r"bildunterschrift|bildtext|bu|didascalia|legenda|onderschrift|fotobijschrift|podpis|cap|"
    r"img[-_]?wrapper|image[-_]?text|photo[-_]?(?:text|desc|description|info)|pic[-_]?(?:text|desc|info))(?:[^a-z]|$)"
)
_PICTURE = re.compile(
    r"(?:^|[^a-z])(?:photo|foto|picture|pic|image|img|bild|imagen|fotografia|figure|media)(?:[^a-z]|$)"
)
_NOT = OUTSIDE & ~Region.TAGS


def find_captions(sight: Sight) -> tuple[Span, ...]:
    """Return the captions of pictures beside the article, whole, photographer included."""
    body = frozenset(sight.body)
    own = sight.document.regions(sight.blocks[sight.body[0]]) if sight.body else 0
    return tuple(
        sight.blocks[index].span
        for index in sight.near()
        if index not in body and index != sight.headline and _is_caption(sight, index, own)
    )


def _is_caption(sight: Sight, index: int, own: int) -> bool:
    block = sight.blocks[index]
    regions = sight.document.regions(block)
    if not _SHORTEST <= block.length <= _LONGEST or block.linked * 2 > block.length:
        return False
    if regions & _NOT & ~own & ~Region.FOOTER or sight.document.tag(block) in ("h1", "h2", "h3", "button"):
        return False
    return bool(regions & Region.FIGURE & ~own) or _is_named(sight, block.box)


def _is_named(sight: Sight, box: int) -> bool:
    """Return whether a box is named for captions, or is the text in a box named for a picture."""
    boxes = sight.document.boxes
    if _NAMED.search(boxes[box].hint):
        return True
    parent = boxes[box].parent
    return (
        parent > 0
        and boxes[box].tag in ("p", "span", "figcaption")
        and bool(_PICTURE.search(boxes[parent].hint))
    )
