"""From a parsed page to its visible text in blocks."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from reportedly.read.document import Block, Box, Document, Region
from reportedly.read.gaps import are_styled_apart, shows_gap
from reportedly.read.nesting import without_deep_tags
from reportedly.read.regions import inherit_regions, name_regions
from reportedly.records import Span

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small "
    "span strike strong sub sup time tt u var wbr".split()
)
UNSEEN = frozenset(
    "script style noscript template svg iframe head object embed video audio canvas math map area input "
    "textarea option datalist link meta title base param source track".split()
)
_SCRIPTED = frozenset({"sub", "sup"})
# What the walk does with an element: boxes end a block, others are counted, break a line, draw one (and
# end a block) or have no words.
_BOX, _SILENT, _COUNTED, _BREAK, _RULE, _UNSEEN = range(6)
_ROLES = (
    dict.fromkeys(_INLINE, _SILENT)
    | dict.fromkeys("a b strong em i q time".split(), _COUNTED)
    | {"br": _BREAK, "hr": _RULE}
    | dict.fromkeys(UNSEEN, _UNSEEN)
)
_NAMING = ("class", "id", "itemprop", "data-testid")
_HIDDEN = Region.HIDDEN
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_SENTENCE_END = re.compile(r"""[.!?…。！？؟۔:]["'”’»“)\]]*$""")


def parse(html: str, written: bytes | None = None) -> LexborHTMLParser:
    """Return the parsed page; tags nested deeper than browsers nest are left out, their text stays.

    `written` are the bytes of `html` in UTF-8 where they are at hand: the parser wants bytes, and to write
    them anew takes a quarter of its time.
    """
    shallow = without_deep_tags(html)
    return LexborHTMLParser(written if written is not None and shallow is html else shallow)


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
    name_regions(writer.boxes, writer.names)
    inherit_regions(writer.boxes, writer.blocks)
    return Document(
        text="\n".join(writer.lines),
        blocks=writer.blocks,
        boxes=writer.boxes,
        times=writer.times,
        more_times=writer.more_times,
        links=writer.links,
    )


def _walk(root: LexborNode, writer: "_Writer") -> None:  # noqa: C901, PLR0912  # the hottest loop of a read
    """Visit every node below `root` in document order, without recursion."""
    pieces, path, made = writer.pieces, writer.path, writer.made
    write, end_block, role_of = writer.write, writer.end_block, _ROLES.get
    path.append((root, root.tag or "body"))
    node = root.first_child
    trail: list[tuple[LexborNode, str, int]] = []
    met = 0  # since the last text: nothing, the end of an element (1), an end and then a start (2)
    while True:
        if node is None:
            if not trail:
                return
            node, tag, role = trail.pop()
            met = 1
            if role == _BOX:
                if pieces:
                    end_block()
                path.pop()
                if len(made) > len(path):
                    made.pop()
            elif role == _COUNTED:
                writer.leave(tag)
        elif (tag := node.tag or "") == "-text":
            # Half of all texts are the white space between tags: not worth a call.
            if not (raw := node.text_content or "").isspace():
                if (
                    met == 2
                    and pieces
                    and (shows_gap(pieces[-1], raw) or are_styled_apart(pieces[-1], trail[-1][0], raw))
                ):
                    pieces.append(" ")
                write(raw)
            elif pieces:
                pieces.append(" ")
            met = 0
        elif (role := role_of(tag, _BOX)) == _BREAK:
            writer.line_break()
        elif role == _RULE:
            end_block()
        elif role != _UNSEEN and tag[:1] not in "-!" and (child := node.first_child) is not None:
            if role == _BOX:
                if pieces:
                    end_block()
                path.append((node, tag))
            elif role == _COUNTED:
                writer.enter(node, tag)
            if met:
                met = 2 if tag not in _SCRIPTED else 0
            trail.append((node, tag, role))
            node = child
            continue
        node = node.next


class _Writer:
    """Collects text into blocks while the page is walked."""

    __slots__ = (
        "_after_link", "_breaks", "_length", "_linked", "_links", "_opened", "_strong", "_strongs",
        "blocks", "boxes", "lines", "links", "made", "more_times", "names", "path", "pieces", "times",
    )  # fmt: skip

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.blocks: list[Block] = []
        self.boxes: list[Box] = []
        self.names: list[str] = []  # of each box, as written
        self.times: dict[int, str] = {}
        self.more_times: dict[int, list[tuple[str, str]]] = {}
        self.links: list[tuple[int, int, LexborNode]] = []
        self.pieces: list[str] = []  # of the block being written; emptied in place
        self.path: list[tuple[LexborNode, str]] = []  # the open elements that stand as blocks
        self.made: list[int] = []  # the boxes of the path's first elements; the rest hold no words yet
        self._length = 0
        self._links = 0
        self._after_link = 0  # the pieces there were when the last link ended
        self._opened: list[tuple[int, LexborNode]] = []  # the links that are open, each with its block
        self._strongs = 0
        self._linked = 0
        self._strong = 0
        self._breaks = 0

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
        pieces = self.pieces
        text = " ".join((pieces[0] if len(pieces) == 1 else "".join(pieces)).split())
        if text:
            if len(self.made) < len(self.path):
                self._make_boxes()
            start = self._length
            end = start + len(text)
            self.lines.append(text)
            self._length = end + 1
            block = Block(Span(start, end), text, self.made[-1], end - start, self._linked, self._strong)
            self.blocks.append(block)
        pieces.clear()
        self._linked = self._strong = self._breaks = self._after_link = 0

    def _make_boxes(self) -> None:
        """Make the box that is written into, with those around it where they had no words."""
        made, boxes = self.made, self.boxes
        parent = made[-1] if made else -1
        for node, tag in self.path[len(made) :]:
            regions, names = 0, ""
            if attributes := node.attributes:
                names = attributes.get("class") or ""
                if len(attributes) > 1 or not names:
                    names = " ".join([name for name in map(attributes.get, _NAMING) if name])
                    regions = _HIDDEN if _is_hidden(attributes) else 0
            self.names.append(names)
            boxes.append(Box(tag, parent, names.lower(), regions))
            parent = len(boxes) - 1
            made.append(parent)

    def enter(self, node: LexborNode, tag: str) -> None:
        """Count a link or strong type that opens, show the mark of `<q>`, note a `<time>`."""
        if tag == "a":
            self._links += 1
            self._opened.append((len(self.blocks), node))
            if self.pieces and self._after_link == len(self.pieces) and not self._same_link(node):
                self.pieces.append(" ")  # links side by side to two places are not one word
        elif tag == "q":
            self.pieces.append("“")
        elif tag != "time":
            self._strongs += 1
        elif (moment := node.attributes.get("datetime")) and (
            self.times.setdefault(len(self.blocks), moment) != moment
        ):
            named = (moment, node.attributes.get("class") or "")
            self.more_times.setdefault(len(self.blocks), []).append(named)

    def leave(self, tag: str) -> None:
        """Count a link or strong type that ends, show the mark of `<q>`, note a link."""
        if tag == "a":
            self._links -= 1
            start, link = self._opened.pop()
            self.links.append((start, len(self.blocks), link))
            self._after_link = len(self.pieces)
        elif tag == "q":
            self.pieces.append("”")
        elif tag != "time":
            self._strongs -= 1

    def _same_link(self, node: LexborNode) -> bool:
        """Return whether a link leads where the last one that ended led."""
        return node.attributes.get("href") == self.links[-1][2].attributes.get("href")


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    """Return whether an element's attributes say that it is not shown."""
    style = attributes.get("style")
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or bool(style and _HIDDEN_STYLE.search(style))
    )
