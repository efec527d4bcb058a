"""A page as boxes and blocks: the visible text with the place each stretch stands in."""

from typing import Final

import msgspec
from selectolax.lexbor import LexborNode

from reportedly.records import Span


class Region:
    """What part of a page a box belongs to, as bits; a box has its own and those of all boxes around it.

    Plain numbers, not an `IntFlag`: they are joined and asked for ten thousand times a page.
    """

    NONE: Final = 0
    NAVIGATION: Final = 1
    FOOTER: Final = 2
    ASIDE: Final = 4
    HEADER: Final = 8
    FORM: Final = 16
    FIGURE: Final = 32
    COMMENTS: Final = 64
    RELATED: Final = 128
    HIDDEN: Final = 256
    BYLINE: Final = 512
    ARTICLE: Final = 1024
    BODY: Final = 2048
    LEAD: Final = 4096
    MEDIA: Final = 8192
    TAGS: Final = 16384
    PROMOTION: Final = 32768
    DIALOG: Final = 65536
    LIVE: Final = 131072


ALL_REGIONS: Final = tuple(1 << bit for bit in range(18))
# Never part of an article's own text, whatever the words look like.
OUTSIDE = (
    Region.NAVIGATION
    | Region.FOOTER
    | Region.FORM
    | Region.COMMENTS
    | Region.RELATED
    | Region.HIDDEN
    | Region.PROMOTION
    | Region.DIALOG
    | Region.TAGS
)


class Box(msgspec.Struct, gc=False):
    """An element that stands as a block: its tag, the index of the box around it, and its markup.

    `hint` is the element's class, id and microdata in lower case, parted by blanks.
    """

    tag: str
    parent: int
    hint: str
    regions: int


class Block(msgspec.Struct, gc=False):
    """One stretch of visible text between two block boundaries, with its words.

    `length` counts its code points, `linked` and `strong` those inside links and inside bold or italic
    type. Written down, not asked of the words: it is asked for a thousand times a page.
    """

    span: Span
    words: str
    box: int
    length: int
    linked: int = 0
    strong: int = 0


class Document(msgspec.Struct):
    """The visible text of a page (one block a line), its blocks in order, and the boxes around them.

    `times` holds, by index of a block, the `datetime` of the first `<time>` in it, `more_times` those of
    the others with their classes. `links` holds every
    `<a>` that ends, in order, as (index of the block it begins in, the one it ends in, the element):
    the two are the same for a link within a line; the last is excluded where blocks end inside it.
    """

    text: str
    blocks: list[Block]
    boxes: list[Box]
    times: dict[int, str] = {}
    more_times: dict[int, list[tuple[str, str]]] = {}
    links: list[tuple[int, int, LexborNode]] = []
    is_pasted: bool = False

    def words(self, block: Block) -> str:
        """Return the words of a block."""
        return block.words

    def regions(self, block: Block) -> int:
        """Return the regions a block stands in."""
        return self.boxes[block.box].regions

    def tag(self, block: Block) -> str:
        """Return the tag of the box a block stands in."""
        return self.boxes[block.box].tag
