"""Which blocks are the article's own paragraphs."""

import re
from collections.abc import Sequence

from reportedly.read.document import OUTSIDE, Block, Document, Region

# A block with more of its characters in links than this is a list of links, not a paragraph.
_MOST_LINKED = 0.5
# Running text has at least this many characters; shorter blocks are labels unless they end a sentence.
_SHORTEST_PARAGRAPH = 40
_SHORTEST_SENTENCE = 15
# The body is the smallest box that holds this share of a page's running text; lower values lose
# paragraphs that stand outside a page's main column, higher ones let teasers in.
_BODY_SHARE = 0.75
# Markup that calls itself the article's text counts for more than what merely reads like text.
_BODY_WEIGHT = 2.0
_ARTICLE_WEIGHT = 1.3
_ASIDES = int(OUTSIDE | Region.ASIDE | Region.FIGURE | Region.BYLINE)
_BODY = int(Region.BODY)
_ARTICLE = int(Region.ARTICLE)
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_SENTENCE_ENDS = tuple('.!?…。！？؟۔"”»’」:;')
_WIDE = re.compile("[\u3040-\u9fff]")
_WIDE_WEIGHT = 2.5  # one CJK character says about as much as two and a half Latin letters


def body_blocks(document: Document) -> list[int]:
    """Return the indices of the blocks that make up the article's text, in order.

    The body is the smallest box that holds most of the page's running text, less what its markup or
    its links show to be something else: navigation, forms, captions, bylines, related stories.
    Empty where a page has no running text outside such places.
    """
    weights = [_weight(document, block) for block in document.blocks]
    if not any(weights):
        return []
    box = _smallest_box(document, weights)
    inside = [i for i, block in enumerate(document.blocks) if _stands_in(document, block, box)]
    own = document.boxes[box].regions
    kept = [i for i in inside if _is_text(document, document.blocks[i], own)]
    return _without_loose_headings(document, kept)


def _weight(document: Document, block: Block) -> float:
    """Return how much running text a block holds, 0 for what cannot be the article's."""
    regions = document.regions(block)
    if regions & _ASIDES or document.tag(block) in _HEADINGS or document.tag(block) == "h1":
        return 0.0
    words = document.words(block)
    length = _length(words)
    if length < _SHORTEST_PARAGRAPH or block.linked > _MOST_LINKED * block.length:
        return 0.0
    if not words.endswith(_SENTENCE_ENDS) and document.tag(block) != "p":
        length *= 0.5
    if regions & _BODY:
        return length * _BODY_WEIGHT
    return length * _ARTICLE_WEIGHT if regions & _ARTICLE else length


def _length(words: str) -> float:
    """Return the length in letters, a CJK character counting for several."""
    if words.isascii():
        return len(words)
    wide = len(_WIDE.findall(words))
    return len(words) + wide * (_WIDE_WEIGHT - 1)


def _smallest_box(document: Document, weights: Sequence[float]) -> int:
    """Return the index of the smallest box that holds most of the running text."""
    held = [0.0] * len(document.boxes)
    for block, weight in zip(document.blocks, weights, strict=True):
        held[block.box] += weight
    for i in range(len(document.boxes) - 1, 0, -1):
        held[document.boxes[i].parent] += held[i]
    enough = held[0] * _BODY_SHARE
    # Boxes come in document order, so the last one that holds enough is the innermost.
    return max(i for i, amount in enumerate(held) if amount >= enough)


def _stands_in(document: Document, block: Block, box: int) -> bool:
    """Return whether a block stands inside a box."""
    at = block.box
    while at > box:
        at = document.boxes[at].parent
    return at == box


def _is_text(document: Document, block: Block, own: int) -> bool:
    """Return whether a block inside the body box is text; `own` are the body box's own regions."""
    regions = document.regions(block) & ~own
    tag = document.tag(block)
    if regions & _ASIDES or tag == "h1":
        return False
    if block.linked > _MOST_LINKED * block.length:
        return False
    words = document.words(block)
    if tag in _HEADINGS:
        return True
    length = _length(words)
    return (
        length >= _SHORTEST_PARAGRAPH
        or (length >= _SHORTEST_SENTENCE and words.endswith(_SENTENCE_ENDS))
        or tag in ("p", "li", "blockquote")
    )


def _without_loose_headings(document: Document, kept: list[int]) -> list[int]:
    """Drop headings that no paragraph follows: they head what was left out."""
    result: list[int] = []
    for i in reversed(kept):
        if document.tag(document.blocks[i]) in _HEADINGS and (
            not result or document.tag(document.blocks[result[-1]]) in _HEADINGS or result[-1] != i + 1
        ):
            continue
        result.append(i)
    return result[::-1]
