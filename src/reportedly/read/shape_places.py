"""Where the words of an element stand in the visible text of its page."""

import bisect
import functools

from selectolax.lexbor import LexborHTMLParser, LexborNode

from reportedly.read.document import Document
from reportedly.read.markup import Markup
from reportedly.read.rendering import UNSEEN as UNSEEN
from reportedly.records import Span


class Layout:
    """A page as shapes look at it: its elements, its markup, its blocks, and what stands where."""

    def __init__(self, tree: LexborHTMLParser, document: Document, markup: Markup) -> None:
        self.tree = tree
        self.document = document
        self.markup = markup
        self._asked: dict[str, list[int]] = {}

    @functools.cached_property
    def places(self) -> dict[int, Span]:
        """Return the span of each element that shows words, by its `mem_id`, in the page's order."""
        return _places(self.tree, self.document.text)

    def place(self, node: LexborNode) -> Span | None:
        """Return where the words of an element stand, None where it shows none."""
        return self.places.get(node.mem_id)

    @functools.cached_property
    def shown(self) -> list[tuple[LexborNode, Span]]:
        """Return the elements that show words, each with its place, in the page's order."""
        return [(node, span) for node in self.tree.css("body *") if (span := self.place(node))]

    def around(self, span: Span) -> list[tuple[LexborNode, Span]]:
        """Return the elements that hold a stretch of text, each with its place, the innermost first."""
        at = bisect.bisect_right(self._shown_starts, span.start) - 1
        while at >= 0 and self.shown[at][1].end < span.end:
            at -= 1
        node = self.shown[at][0] if at >= 0 else None
        found = []
        while node is not None and (place := self.place(node)):
            found.append((node, place))
            node = node.parent
        return found

    @functools.cached_property
    def _shown_starts(self) -> list[int]:
        return [place.start for _, place in self.shown]

    def select(self, css: str, without: str | None = None) -> list[LexborNode]:
        """Return the elements that a selector names, each once, less those inside the ones in `without`."""
        left_out = {node.mem_id for node in self.tree.css(without)} if without else set()
        found: dict[int, LexborNode] = {}
        for node in self.tree.css(css):
            if not left_out or not _stands_in(node, left_out):
                found.setdefault(node.mem_id, node)
        return list(found.values())

    def blocks(self, css: str, without: str | None = None) -> list[int]:
        """Return the blocks that begin inside selected elements, less those that begin in `without`."""
        inside = self._begun(css)
        left_out = set(self._begun(without)) if without else set()
        return [i for i in inside if i not in left_out]

    def block_at(self, start: int) -> int:
        """Return the block that a place in the page's text stands in."""
        return max(0, bisect.bisect_right(self._starts, start) - 1)

    def _begun(self, css: str) -> list[int]:
        """Return the blocks that begin inside elements; a draft asks for the same ones again and again."""
        if css not in self._asked:
            self._asked[css] = self._blocks_in(css)
        return self._asked[css]

    def _blocks_in(self, css: str) -> list[int]:
        spans = [span for node in self.tree.css(css) if (span := self.place(node))]
        starts = self._starts
        return sorted({i for span in spans for i in _between(starts, span)})

    @functools.cached_property
    def _starts(self) -> list[int]:
        return [block.span.start for block in self.document.blocks]


def _between(starts: list[int], span: Span) -> range:
    return range(bisect.bisect_left(starts, span.start), bisect.bisect_left(starts, span.end))


def _stands_in(node: LexborNode, around: set[int]) -> bool:
    at: LexborNode | None = node
    while at is not None:
        if at.mem_id in around:
            return True
        at = at.parent
    return False


def _places(tree: LexborHTMLParser, text: str) -> dict[int, Span]:
    """Return the places of all elements: a page's text and its elements have the same characters.

    White space apart, the visible text is what its text nodes hold, in their order. So an element
    stands where the count of characters before it says. Nothing where the two do not agree.
    """
    shown = [i for i, character in enumerate(text) if not character.isspace()]
    root = tree.body or tree.root
    counts, total = _counted(root) if root is not None else ({}, 0)
    if total != len(shown):
        return {}
    return {
        key: Span(shown[first], shown[last - 1] + 1) for key, (first, last) in counts.items() if last > first
    }


def _counted(root: LexborNode) -> tuple[dict[int, tuple[int, int]], int]:
    """Return the counts of characters before and after each element, white space left out, and of all."""
    counts: dict[int, tuple[int, int]] = {}
    trail: list[LexborNode] = []
    node: LexborNode | None = root
    count = 0
    while node is not None:
        child = None
        tag = node.tag or ""
        if tag == "-text":
            count += len("".join((node.text_content or "").split()))
        elif tag[:1] not in "-!" and tag not in UNSEEN:
            child = node.first_child
            if child is not None:
                counts[node.mem_id] = (count + (tag == "q"), count)
                count += tag == "q"
                trail.append(node)
        node = child or (node.next if trail else None)
        while node is None and trail:
            done = trail.pop()
            counts[done.mem_id] = (counts[done.mem_id][0], count)
            count += done.tag == "q"
            node = done.next if trail else None
    return counts, count
