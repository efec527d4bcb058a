"""What shows that a page is one item: its own text, its markup and its address."""

import functools
import re
from urllib.parse import SplitResult, urlsplit

import msgspec

from reportedly.language import load_language
from reportedly.read.document import OUTSIDE, Block, Region
from reportedly.read.markup import LinkedData
from reportedly.read.sight import Sight

# A page about one thing dates one object; fronts list the articles they link to, each with its date.
_MOST_DATED = 3
_DATE_METAS = ("article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date")
_FRONT_PATH = re.compile(
    r"/?(?:(?:index|home|homepage|default|start|startseite)(?:\.\w{2,5})?)?/?", re.IGNORECASE
)
_LANGUAGE_PATH = re.compile(r"/[a-z]{2}(?:[-_][a-zA-Z]{2})?/?")
# The address of one item holds a date, a number, or a headline: four words and more.
_DEEP = re.compile(r"(?:19|20)\d\d[/-]\d\d?\b|\d{5,}|[^\W_]+(?:[-_+][^\W_]+){3,}|\d+\.html?$", re.IGNORECASE)
_DEEP_QUERY = re.compile(
    r"(?:^|&)(?:p|id|aid|nid|newsid|article|articleid|storyid|post)=\w*\d", re.IGNORECASE
)
# Running text is as long as this and mostly not link; the same bound as in `body`.
_SHORTEST_PARAGRAPH = 40
_SHORTEST_LOOKED_AT = 16
# More text than this is no wall, no gallery and no empty page.
_MOST_COUNTED = 2500
_WIDE = re.compile("[\u3040-\u9fff\uac00-\ud7af]")
# Scripts that put no blanks between words, or join endings to them.
_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u9fff\uac00-\ud7af]")
_WIDE_WEIGHT = 2.5  # one CJK character says about as much as two and a half Latin letters
_OUTSIDE = OUTSIDE & ~(Region.COMMENTS | Region.RELATED)
_OWN = Region.ARTICLE | Region.BODY


class Signs(msgspec.Struct, frozen=True, kw_only=True):
    """How much a page looks like one item.

    `own` counts the letters of the body that are no link, `is_dated` says that its markup dates one
    item, `is_called_article` that it calls itself an article, `is_front` that its address is the
    top of a site, `is_deep` that it is that of one item.
    """

    own: int
    is_dated: bool
    is_called_article: bool
    is_front: bool
    is_deep: bool

    @property
    def is_item(self) -> bool:
        """Return whether anything but the text says that the page is about one thing."""
        return self.is_dated or self.is_called_article or self.is_deep


def read_signs(sight: Sight) -> Signs:
    """Return what shows that a page is one item, or a list of them."""
    meta, address = sight.markup.meta, address_of(sight)
    return Signs(
        own=_own(sight),
        is_dated=_is_dated(sight),
        is_called_article=meta.get("og:type", "").lower() == "article" or bool(_items(sight)),
        is_front=_is_front(address),
        is_deep=bool(_DEEP.search(address.path) or _DEEP_QUERY.search(address.query)),
    )


def _own(sight: Sight) -> int:
    """Return how many letters of the body are no link; counting ends where more would change nothing."""
    total = 0
    for index in sight.body:
        total += own_letters(sight, index)
        if total > _MOST_COUNTED:
            break
    return total


def own_letters(sight: Sight, index: int) -> int:
    """Return how many letters of a block are no link, a CJK character counting for several."""
    block = sight.blocks[index]
    length = block.length
    own = max(0, length - block.linked)
    words = sight.words(index)
    if words.isascii():
        return own
    return own + int(len(_WIDE.findall(words)) * (_WIDE_WEIGHT - 1) * own / length)


def is_wide_script(words: str) -> bool:
    """Return whether words are mostly in characters that say more than a letter does: Chinese, Korean."""
    return not words.isascii() and 2 * len(_WIDE.findall(words)) > len(words)


def text_elsewhere(sight: Sight) -> list[int]:
    """Return the blocks of running text outside the body that may still be a page's own.

    Reading rooms lose a text that stands in a box called "related" or "footer"; such a page is an
    article all the same. Menus, forms, dialogues and what is hidden are left out.
    """
    body, boxes = set(sight.body), sight.document.boxes
    return [
        index
        for index, block in enumerate(sight.blocks)
        if block.span.end - block.span.start >= _SHORTEST_LOOKED_AT
        and index not in body
        and boxes[block.box].tag != "h1"
        and _may_be_own(boxes[block.box].regions)
        and (is_running(block) or _is_running_wide(sight, index))
    ]


def is_running(block: Block) -> bool:
    """Return whether a block is long enough for running text and mostly not link."""
    length = block.span.end - block.span.start
    return length >= _SHORTEST_PARAGRAPH and block.linked * 2 < length


def _is_running_wide(sight: Sight, index: int) -> bool:
    """Return whether a block is running text that its script says in few characters."""
    block = sight.blocks[index]
    return block.linked * 2 < block.length and own_letters(sight, index) >= _SHORTEST_PARAGRAPH


def _may_be_own(regions: int) -> bool:
    return bool(regions & _OWN) or not regions & _OUTSIDE


def address_of(sight: Sight) -> SplitResult:
    """Return the page's address, else the one it calls its own, in parts; empty for an unsound one."""
    for address in (sight.url, sight.markup.canonical):
        if address:
            try:
                return urlsplit(address)
            except ValueError:  # "Invalid IPv6 URL": pages print any address
                continue
    return urlsplit("")


def _is_front(address: SplitResult) -> bool:
    """Return whether an address is the top of a site, or of its edition in one language."""
    if not address.netloc or address.query:
        return False
    return bool(_FRONT_PATH.fullmatch(address.path) or _LANGUAGE_PATH.fullmatch(address.path))


def _items(sight: Sight) -> list[LinkedData]:
    """Return the schema.org articles of a page, without plain pages and without a front's long list."""
    found = [linked for linked in sight.markup.articles if not str(linked.get("@type")).endswith("Page")]
    return found if len(found) <= _MOST_DATED else []


def _is_dated(sight: Sight) -> bool:
    """Return whether markup dates one item."""
    if any(name in sight.markup.meta for name in _DATE_METAS):
        return True
    marked = sum(name == "datePublished" for name, _ in sight.markup.marked)
    return 0 < marked <= _MOST_DATED or any("datePublished" in linked for linked in _items(sight))


class Phrases(msgspec.Struct, frozen=True):
    """The phrases of one kind (`paywall`) in a language and in English, in lower case."""

    words: tuple[str, ...]

    def found(self, text: str) -> list[str]:
        """Return the phrases that stand in a text as whole words, in lower case."""
        lower = text.lower()
        # Looking for the words one by one costs a hundredth of the pattern, and most texts have none.
        if not any(word in lower for word in self.words):
            return []
        return _pattern(self.words).findall(lower)


@functools.lru_cache(maxsize=256)
def phrases(kind: str, language: str) -> Phrases:
    """Return the phrases by which pages of a language show that they are of a kind."""
    words = {word for code in ("en", language) for word in getattr(load_language(code).page_words, kind)}
    return Phrases(tuple(sorted(words, key=lambda word: (-len(word), word))))


@functools.lru_cache(maxsize=256)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    apart = "|".join(re.escape(word) for word in words if not _UNSPACED.match(word))
    joined = "|".join(re.escape(word) for word in words if _UNSPACED.match(word))
    pattern = rf"(?<![^\W\d_])(?:{apart})(?![^\W\d_])" if apart else ""
    return re.compile("|".join(each for each in (pattern, joined) if each) or r"(?!)")


def called(sight: Sight) -> list[str]:
    """Return what the page calls itself: its title and its level-1 headings."""
    titles = [sight.markup.title or "", sight.markup.meta.get("og:title", "")]
    return [words for words in (*titles, *(" ".join(pieces) for pieces in sight.markup.headings)) if words]
