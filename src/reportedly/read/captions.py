"""The captions of pictures beside an article."""

import functools
import re

from reportedly.language import PageWords, load_language
from reportedly.read.document import OUTSIDE, Region
from reportedly.read.sight import Sight
from reportedly.records import Span

_LONGEST = 600
_SHORTEST = 4
# A paragraph that ends with a photographer's name is a caption up to this many characters.
_LONGEST_CREDITED = 320
# Characters at the end of a caption in which label and name stand.
_CREDIT = 120
# Parts of the names that templates of many languages give to captions and to boxes of pictures.
_NAMED = re.compile(
    r"(?:^|[^a-z])(?:caption|figcaption|legend|legende|leyenda|pie(?:-?de)?-?foto|piefoto|foto-?alti|resim-?alti|"
    r"bildunterschrift|bildtext|bu|didascalia|legenda|onderschrift|fotobijschrift|podpis|cap|[a-z]{3,8}img-?cap(?:tion)?|img-?cap|pic-?cap|photo-?cap|"
    r"img[-_]?wrapper|image[-_]?text|photo[-_]?(?:text|desc|description|info)|pic[-_]?(?:text|desc|info))(?:[^a-z]|$)"
)
_PICTURE = re.compile(
    r"(?:^|[^a-z])(?:photo|foto|picture|pic|image|img|bild|imagen|fotografia|figure|media)(?:[^a-z]|$)"
)
_NOT = OUTSIDE & ~Region.TAGS


def find_captions(sight: Sight) -> tuple[Span, ...]:
    """Return the captions of pictures beside the article, whole, photographer included."""
    body = frozenset(sight.body) - find_captions_within(sight)
    own = sight.document.regions(sight.blocks[sight.body[0]]) if sight.body else 0
    return tuple(
        sight.blocks[index].span
        for index in sight.near()
        if index not in body
        and index != sight.headline
        and (_is_caption(sight, index, own) or is_credited_picture(sight.words(index), sight.page_words))
    )


def find_captions_within(sight: Sight) -> frozenset[int]:
    """Return the blocks of the body that are captions: they end with whose photograph it is.

    A body that is nothing else is a picture story, whose captions are its text.
    """
    found = frozenset(i for i in sight.body if is_credited_picture(sight.words(i), sight.page_words))
    return found if 0 < len(found) < len(sight.body) else frozenset()


def is_credited_picture(words: str, page_words: PageWords) -> bool:
    """Return whether a text is a caption by its end: "(Photo by A. Name/Agency)", "— Foto: Name", "… 摄"."""
    return _SHORTEST <= len(words) <= _LONGEST_CREDITED and _ends_with_credit(words, page_words)


@functools.lru_cache(maxsize=256)  # a page's paragraphs are asked about three times
def _ends_with_credit(words: str, page_words: PageWords) -> bool:
    """Return whether a text ends with whose photograph it is."""
    end = words[-_CREDIT:].lower()
    # Looking for the labels alone takes a fifth of the time of looking for what may stand around them.
    if not any(label in end for label in _photo_labels(page_words)):
        return False
    return bool(_credited(page_words).search(words, max(0, len(words) - _CREDIT)))


@functools.lru_cache(maxsize=64)
def _photo_labels(words: PageWords) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*words.photo_credit, *load_language("en").page_words.photo_credit)))


@functools.lru_cache(maxsize=64)
def _credited(words: PageWords) -> re.Pattern[str]:
    labels = _photo_labels(words)
    either = "|".join(re.escape(label) for label in sorted(labels, key=len, reverse=True))
    behind = (
        "|".join(re.escape(label) for label in sorted(labels) if not label.isascii() and len(label) < 3)
        or r"\0"
    )
    return re.compile(
        rf"[(（\[]\s*(?:{either})(?:\s*[:：/]\s*|\s+)[^()（）\[\]]{{2,60}}[)）\]]\.?$"
        rf"|(?:^|[.。!?»”\"،,—–|•/-])\s*(?:{either})\s*[:：]\s*[^.。:\n]{{2,60}}\.?$"
        rf"|[^\W\d_]{{2,5}}\s?(?:{behind})(?:\s*[)）])?$",
        re.IGNORECASE,
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
    if _holds(_NAMED, boxes[box].hint):
        return True
    parent = boxes[box].parent
    return (
        parent > 0 and boxes[box].tag in ("p", "span", "figcaption") and _holds(_PICTURE, boxes[parent].hint)
    )


@functools.lru_cache(maxsize=4096)
def _holds(names: re.Pattern[str], hint: str) -> bool:
    return bool(hint) and bool(names.search(hint))
