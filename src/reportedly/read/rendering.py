"""From a parsed page to its visible text in blocks."""

import functools
import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from reportedly.read.document import Block, Box, Document, Region
from reportedly.read.regions import inherit_regions, regions_of
from reportedly.records import Span

# Chrome nests no deeper than this; below it the parser's time grows with the square of the depth.
_MOST_NESTED = 512
# Pages with fewer tags than this cannot nest deep enough to matter, so they are not counted.
_TAGS_BEFORE_COUNTING = 5_000

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small "
    "span strike strong sub sup time tt u var wbr".split()
)
UNSEEN = frozenset(
    "script style noscript template svg iframe head object embed video audio canvas math map area input "
    "textarea option datalist link meta title base param source track".split()
)
_STRONG = frozenset({"b", "strong", "em", "i"})
_COUNTED = _STRONG | {"a", "q", "time"}
_SILENT = _INLINE - _COUNTED  # they neither end a block nor are counted
_NAMING = ("class", "id", "itemprop", "data-testid")
_HIDDEN = Region.HIDDEN
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_SENTENCE_END = re.compile(r"""[.!?…。！？؟۔:]["'”’»“)\]]*$""")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)[^>]*>")
# Elements without an end, and those whose end is implied: they do not nest by themselves.
_NOT_NESTING = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li td tr th dt dd option thead "
    "tbody tfoot colgroup".split()
)


def parse(html: str) -> LexborHTMLParser:
    """Return the parsed page; tags nested deeper than browsers nest are left out, their text stays."""
    return LexborHTMLParser(_flattened(html) if html.count("<") > _TAGS_BEFORE_COUNTING else html)


def render(tree: LexborHTMLParser) -> Document:
    """Return the visible text of a page in blocks, each with the box it stands in.

    One block is one line; runs of white space are one space. `<br>` ends a block where the
    line before it ends a sentence or where two stand together, and is a space elsewhere; `<q>` shows
    its quotation marks. Scripts, styles and embedded media have no visible text.
    """
    writer = _Writer()
    root = tree.body or tree.root
    if root is not None:
        _walk(root, writer)
    writer.end_block()
    inherit_regions(writer.boxes, writer.blocks)
    return Document(
        text="\n".join(writer.lines), blocks=writer.blocks, boxes=writer.boxes, times=writer.times
    )


def _walk(root: LexborNode, writer: "_Writer") -> None:  # noqa: C901  # the hottest loop of a read
    """Visit every node below `root` in document order, without recursion."""
    writer.open(root, root.tag or "body")
    write, enter, leave, pieces = writer.write, writer.open, writer.close, writer.pieces
    node = root.first_child
    trail: list[tuple[LexborNode, str]] = []
    while True:
        if node is None:
            if not trail:
                return
            node, tag = trail.pop()
            if tag not in _SILENT:
                leave(tag)
        elif (tag := node.tag or "") == "-text":
            # Half of all texts are the white space between tags: not worth a call.
            if not (raw := node.text_content or "").isspace():
                write(raw)
            elif pieces:
                pieces.append(" ")
        elif tag == "br":
            writer.line_break()
        elif tag not in UNSEEN and tag[:1] not in "-!" and (child := node.first_child) is not None:
            if tag not in _SILENT:
                enter(node, tag)
            trail.append((node, tag))
            node = child
            continue
        node = node.next


class _Writer:
    """Collects text into blocks while the page is walked."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.blocks: list[Block] = []
        self.boxes: list[Box] = []
        self.times: dict[int, str] = {}
        self.pieces: list[str] = []  # of the block being written; emptied in place
        self._length = 0
        self._path: list[tuple[LexborNode, str]] = []
        self._made: list[int] = []  # the boxes of the path's first elements; the rest hold no words yet
        self._links = 0
        self._strongs = 0
        self._linked = 0
        self._strong = 0
        self._breaks = 0

    def open(self, node: LexborNode, tag: str) -> None:
        """Enter an element."""
        if tag in _COUNTED:
            self._mark(tag, 1, node)
            return
        if self.pieces:
            self.end_block()
        self._path.append((node, tag))

    def close(self, tag: str) -> None:
        """Leave an element."""
        if tag in _COUNTED:
            self._mark(tag, -1, None)
            return
        if self.pieces:
            self.end_block()
        self._path.pop()
        del self._made[len(self._path) :]

    def write(self, raw: str) -> None:
        """Add text that is more than white space."""
        self.pieces.append(raw)
        self._breaks = 0
        if self._links:
            self._linked += len(raw.strip())
        if self._strongs:
            self._strong += len(raw.strip())

    def line_break(self) -> None:
        """End the block where the break ends a paragraph, else add a space."""
        self._breaks += 1
        so_far = "".join(self.pieces[-3:]).rstrip()
        if self._breaks > 1 or _SENTENCE_END.search(so_far[-12:]):
            self.end_block()
        else:
            self.pieces.append(" ")

    def end_block(self) -> None:
        """Close the block being written, if it has any words."""
        text = " ".join("".join(self.pieces).split())
        if text:
            start = self._length
            end = start + len(text)
            self.lines.append(text)
            self._length = end + 1
            self.blocks.append(Block(Span(start, end), text, self._box(), self._linked, self._strong))
        self.pieces.clear()
        self._linked = self._strong = self._breaks = 0

    def _box(self) -> int:
        """Return the box that is written into, made now with those around it where they had no words."""
        for node, tag in self._path[len(self._made) :]:
            self.boxes.append(_box(node.attributes, tag, self._made[-1] if self._made else -1))
            self._made.append(len(self.boxes) - 1)
        return self._made[-1]

    def _mark(self, tag: str, step: int, node: LexborNode | None) -> None:
        """Count the links and strong types that are open, show the marks of `<q>`, note a `<time>`."""
        if tag == "a":
            self._links += step
        elif tag in _STRONG:
            self._strongs += step
        elif tag == "q":
            self.pieces.append("“" if step > 0 else "”")
        elif node is not None:
            moment = node.attributes.get("datetime")
            if moment:
                self.times.setdefault(len(self.blocks), moment)


def _box(attributes: dict[str, str | None], tag: str, parent: int) -> Box:
    """Return an element as a box, with its names and the regions they put it in."""
    if not attributes:
        return Box(tag, parent, "", _regions(tag, ""))
    get = attributes.get
    names = " ".join([name for key in _NAMING if (name := get(key))])
    regions = _regions(tag, names)
    style = get("style")
    if "hidden" in attributes or get("aria-hidden") == "true" or (style and _HIDDEN_STYLE.search(style)):
        regions |= _HIDDEN
    return Box(tag, parent, names.lower(), regions)


_regions = functools.lru_cache(maxsize=4096)(regions_of)


def _flattened(html: str) -> str:
    """Return the page without the tags that nest deeper than browsers do."""
    depth, deepest = 0, 0
    for match in _TAG.finditer(html):
        if match[2].lower() not in _NOT_NESTING:
            depth = max(0, depth + (-1 if match[1] else 1))
            deepest = max(deepest, depth)
    return _without_deep_tags(html) if deepest > _MOST_NESTED else html


def _without_deep_tags(html: str) -> str:
    depth, kept, after = 0, [], 0
    for match in _TAG.finditer(html):
        if match[2].lower() in _NOT_NESTING:
            continue
        deep = depth > _MOST_NESTED
        depth = max(0, depth + (-1 if match[1] else 1))
        if deep or depth > _MOST_NESTED:
            kept.append(html[after : match.start()])
            after = match.end()
    kept.append(html[after:])
    return "".join(kept)
