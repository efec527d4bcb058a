"""Words and boxes that say of links that they lead to related stories."""

import functools
import re
from collections.abc import Iterator

from reportedly.language import PageWords, load_language
from reportedly.read.document import Block, Document, Region
from reportedly.read.folding import fold
from reportedly.read.labels import is_comment_heading
from reportedly.read.sight import Sight
from reportedly.records import Span

# A label is short: "Read also", "More on this story".
_LONGEST_LABEL = 50
# So many characters are levelled for the first two: vowel signs fall away.
_HEAD = 8
# A list of related stories has at most so many blocks.
_MOST_LISTED = 60
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_AROUND = Region.NAVIGATION | Region.FOOTER | Region.TAGS | Region.COMMENTS | Region.FORM | Region.DIALOG
_MARKS = ' .,:：;؛،-–—|•·»«›>▶►→←●■◆▼*+…()[]（）【】<＞"“”\u200e\u200f\u200c'
_PARTED = re.compile(r"\s*[:：|]\s*|\s+[–—-]\s+|】\s*")
# One letter for two, where keyboards differ; vowel signs are left out of words in Arabic script.
_LEVELLED = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "أ": "ا", "إ": "ا", "\u200c": " "}) | dict.fromkeys(
    range(0x64B, 0x653)
)
# Parts of the names that templates give to boxes of related stories, apart from the most read and newest.
_BOX = re.compile(
    r"(?:^|[^a-z])(?:related|relateds|readmore|read-?(?:also|next|more)|see-?also|more-?on|morelinks|similar|"
    r"also-?like|recommended|recommendations?|suggested|next-?up)(?:[^a-z]|$)"
)
_OTHER_BOX = re.compile(r"most-?(?:read|view|popular)|popular|trending|latest|taboola|outbrain|sponsor|promo")


def may_begin_label(words: str, page_words: PageWords) -> bool:
    """Return whether words begin with the first two letters of a label: nearly all others are known by it."""
    bare = words.lstrip(_MARKS)
    head = bare[:2].lower() if bare[:2].isascii() else _level(bare[:_HEAD])[:2]
    return head in _heads(page_words)


def label_before(sight: Sight, span: Span) -> Span | None:
    """Return where a label stands that is all there is in `span`, a line's beginning; else None."""
    words = span.of(sight.document.text)
    bare = words.strip(_MARKS)
    if not bare or len(words) > 2 * _LONGEST_LABEL or not _is_label(bare, sight.page_words, words):
        return None
    start = span.start + words.index(bare)
    return Span(start, start + len(bare))


def parted(sight: Sight, span: Span) -> tuple[Span | None, Span]:
    """Return the label that the words of a link begin with, None where they do not, and the other words."""
    words = span.of(sight.document.text)
    mark = _PARTED.search(words, 0, _LONGEST_LABEL)
    if mark is None or mark.end() == len(words) or not _is_label(words[: mark.start()], sight.page_words):
        return None, span
    return Span(span.start, span.start + mark.start()), Span(span.start + mark.end(), span.end)


def listed_below(sight: Sight, first: int) -> dict[int, Span]:
    """Return the blocks, from `first` on, in lists headed as related, with the heading's place."""
    listed: dict[int, Span] = {}
    page_words = sight.page_words
    for index, block in enumerate(sight.blocks[first:], first):
        is_short = len(block.words) <= _LONGEST_LABEL and may_begin_label(block.words, page_words)
        if is_short and _is_heading(sight, index, page_words):
            listed.update(dict.fromkeys(_below(sight, index), block.span))
    return listed


def _is_heading(sight: Sight, index: int, page_words: PageWords) -> bool:
    """Return whether a block is a label, and no link of its own unless it is set as a heading."""
    block = sight.blocks[index]
    if block.linked and sight.document.tag(block) not in _HEADINGS:
        return False
    return _is_label(block.words, page_words)


def _below(sight: Sight, index: int) -> Iterator[int]:
    """Yield the blocks below a heading that belong to it: in the box they share with it, up to the next."""
    body = frozenset(sight.body)
    label = sight.blocks[index]
    last = min(len(sight.blocks), index + 1 + _MOST_LISTED)
    scope = _shared_box(sight.document, index) if last > index + 1 else 0
    regions = sight.document.regions(label)
    for i in range(index + 1, last):
        block = sight.blocks[i]
        is_paragraph = i in body and block.linked * 2 < block.length
        if is_paragraph or not _stands_in(sight.document, block.box, scope) or _ends(sight, block, label):
            return
        if sight.document.regions(block) & _AROUND & ~regions:
            return
        yield i


def _ends(sight: Sight, block: Block, label: Block) -> bool:
    """Return whether a block heads something else: a heading as high, the most read, comments."""
    if block.linked:
        return False
    tag, own = sight.document.tag(block), sight.document.tag(label)
    if tag in _HEADINGS and (own not in _HEADINGS or tag <= own):
        return True
    if block.length > _LONGEST_LABEL:
        return False
    words = _level(block.words)
    others = _levelled(sight.page_words.related)
    return words in others or is_comment_heading(block.words, sight.page_words)


def _shared_box(document: Document, index: int) -> int:
    """Return the smallest box that holds a block and the one below it."""
    box, below = document.blocks[index].box, document.blocks[index + 1].box
    while not _stands_in(document, below, box):
        box = document.boxes[box].parent
    return box


def _stands_in(document: Document, box: int, around: int) -> bool:
    while box > around:
        box = document.boxes[box].parent
    return box == around


def related_box(document: Document, block: Block) -> str | None:
    """Return the name of the box around a block that is named for related stories, None without one."""
    if not document.regions(block) & Region.RELATED:
        return None
    at = block.box
    while at >= 0:
        box = document.boxes[at]
        if _OTHER_BOX.search(box.hint):
            return None
        named = next((name for name in box.hint.split() if _BOX.search(name)), None)
        if named is not None:
            return f"{box.tag} named {named}"
        at = box.parent
    return None


def _is_label(words: str, page_words: PageWords, whole: str = "") -> bool:
    """Return whether words are a label; before a colon, more words may follow it ("Read more on X:")."""
    if len(words) > 2 * _LONGEST_LABEL:
        return False
    bare, labels = _level(words), _labels(page_words)
    return bare in labels or (whole.rstrip().endswith((":", "：")) and _begins(bare, page_words))


def _begins(bare: str, page_words: PageWords) -> bool:
    return bare.startswith(_beginnings(page_words))


@functools.lru_cache(maxsize=64)
def _labels(page_words: PageWords) -> frozenset[str]:
    english = load_language("en").page_words
    return _levelled((*page_words.see_also, *english.see_also))


@functools.lru_cache(maxsize=64)
def _heads(page_words: PageWords) -> frozenset[str]:
    return frozenset(label[:2] for label in _labels(page_words))


@functools.lru_cache(maxsize=64)
def _beginnings(page_words: PageWords) -> tuple[str, ...]:
    return tuple(f"{label} " for label in _labels(page_words) if " " in label)


@functools.lru_cache(maxsize=128)
def _levelled(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_level(word) for word in words)


def _level(words: str) -> str:
    """Return words for comparing: without case, marks around them, and what keyboards differ in."""
    bare = words.strip(_MARKS)
    return fold(bare) if bare.isascii() else fold(bare.translate(_LEVELLED))
