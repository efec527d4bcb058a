"""A page as boxes and blocks: the visible text with the place each stretch stands in."""

import enum

import msgspec

from reportedly.records import Span


class Region(enum.IntFlag):
    """What part of a page a box belongs to; a box has its own and those of all boxes around it."""

    NONE = 0
    NAVIGATION = 1
    FOOTER = 2
    ASIDE = 4
    HEADER = 8
    FORM = 16
    FIGURE = 32
    COMMENTS = 64
    RELATED = 128
    HIDDEN = 256
    BYLINE = 512
    ARTICLE = 1024
    BODY = 2048
    LEAD = 4096
    MEDIA = 8192
    TAGS = 16384
    PROMOTION = 32768
    DIALOG = 65536
    LIVE = 131072


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
    """One stretch of visible text between two block boundaries.

    `linked` and `strong` count the characters inside links and inside bold or italic type.
    """

    span: Span
    box: int
    linked: int = 0
    strong: int = 0

    @property
    def length(self) -> int:
        """Return the number of code points."""
        return self.span.end - self.span.start


class Document(msgspec.Struct):
    """The visible text of a page (one block a line), its blocks in order, and the boxes around them.

    `times` holds, by index of a block, the `datetime` of the first `<time>` in it.
    """

    text: str
    blocks: list[Block]
    boxes: list[Box]
    times: dict[int, str] = {}
    is_pasted: bool = False

    def words(self, block: Block) -> str:
        """Return the words of a block."""
        return self.text[block.span.start : block.span.end]

    def regions(self, block: Block) -> int:
        """Return the regions a block stands in."""
        return self.boxes[block.box].regions

    def tag(self, block: Block) -> str:
        """Return the tag of the box a block stands in."""
        return self.boxes[block.box].tag
