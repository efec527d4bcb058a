"""The section an article is filed under, as the page shows it or its markup says."""

import functools
import html
import re
from collections.abc import Iterator

import msgspec

from reportedly.language import PageWords, load_language
from reportedly.read.document import Region
from reportedly.read.folding import fold
from reportedly.read.markup import texts_of
from reportedly.read.outlet import find_outlet
from reportedly.read.paths import is_home, is_path, path_parts
from reportedly.read.section_links import (
    AROUND,
    LETTERS,
    LONGEST,
    SECTION_NAMES,
    find_filing_link,
    find_in_title,
    find_linked_path,
    holds,
    is_in_bar,
    part_of_line,
)
from reportedly.read.shown_dates import find_dates
from reportedly.read.sight import Sight, marked_up, shown
from reportedly.read.word_patterns import WordPattern, either
from reportedly.records import Field

_LONGEST_PATH = 160
# A path of links stands so many blocks above the headline at most; a rubric so many.
_PATH_BLOCKS, _RUBRIC_BLOCKS = 16, 3
_META = (
    "article:section",
    "og:article:section",
    "section",
    "parsely-section",
    "cxenseparse:section",
    "articlesection",
)
_PATH_NAMES = re.compile(
    r"(?:^|[^a-z])(?:bread-?crumbs?|bread|crumbs?|nav-?path|topic-?path|rootline|trail|you-?are-?here|fil|position|weizhi|konum|path|channel-path|pfad|ariane|migas|percorso|yol)(?:[^a-z]|$)"
)
_FILED_UNDER = re.compile(
    r"(?:^|[^a-z])(?:post-footer|entry-footer|post-labels|labels|filed|cat-links|posted-in)(?:[^a-z]|$)"
)
_YEAR = re.compile(r"\d{4}")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "button"})


def find_section(sight: Sight) -> Field[str] | None:
    """Return the section: behind its label, in the markup or deeper in the path of links, or the rubric."""
    labelled = _labelled(sight)
    if labelled is not None:
        return labelled
    declared, path = _declared(sight), _path(sight)
    if declared is not None and (path is None or fold(declared.value) not in path.trail):
        return declared
    if path is not None:
        return path.section
    readers = (find_linked_path, find_filing_link, _rubric, find_in_title, _beside_code, _filed)
    return next((found for read in readers if (found := read(sight))), None)


class _Path(msgspec.Struct, frozen=True):
    """The section a path of links ends at, and the folded names on the way."""

    section: Field[str]
    trail: frozenset[str]


def _declared(sight: Sight) -> Field[str] | None:
    for linked in sight.markup.articles:
        sections = texts_of(linked, "articleSection")
        if sections:
            return marked_up(html.unescape(sections[0]), "json-ld:articleSection", 0.9)
    for name in _META:
        if sight.markup.meta.get(name):
            return marked_up(html.unescape(sight.markup.meta[name]), f'meta[name="{name}"]', 0.9)
    return None


def _labelled(sight: Sight) -> Field[str] | None:
    """Return the section behind a label, in the same line or on the next."""
    labels = _labels(sight.page_words)
    for index in sight.near():
        words = sight.words(index) if sight.blocks[index].length <= _LONGEST_PATH else ""
        inside = _within(sight, index) if ":" in words or "：" in words else None
        if inside is not None:
            return inside
        head, mark, rest = words.replace("：", ":").partition(":")
        if head.strip().casefold() not in labels or sight.document.regions(sight.blocks[index]) & AROUND:
            continue
        if mark and rest.strip():
            return part_of_line(sight, index, rest.strip(), 0.9) if len(rest) <= LONGEST else None
        if not mark and sight.document.tag(sight.blocks[index]) in ("dt", "th", "td", "span", "div", "label"):
            return _next(sight, index + 1)
    return None


def _within(sight: Sight, index: int) -> Field[str] | None:
    """Return the section behind its label further on in a line about the report: "… | Category: World"."""
    if sight.document.regions(sight.blocks[index]) & AROUND or index in sight.body:
        return None
    match = _labelled_within(sight.page_words).search(sight.words(index))
    return part_of_line(sight, index, match["name"].strip(), 0.85) if match else None


@functools.lru_cache(maxsize=64)
def _labelled_within(words: PageWords) -> WordPattern:
    labels = _labels(words)
    return WordPattern(
        labels,
        rf"(?:[|•·،,]\s*|(?<=\d)\s*)(?:{either(labels)})\s?[:：]\s*(?P<name>[^\W\d_][^:：|•·\d\n]{{1,{LONGEST}}})(?:$|(?=[|•·]))",
    )


def _next(sight: Sight, index: int) -> Field[str] | None:
    if index >= len(sight.blocks) or index == sight.headline or sight.blocks[index].length > LONGEST:
        return None
    return _whole(sight, index, 0.85) if sight.document.tag(sight.blocks[index]) in ("dd", "td") else None


def _path(sight: Sight) -> _Path | None:
    """Return the path of links above the headline: the names in it but the article's own and "Home"."""
    stop = sight.headline if sight.headline is not None else sight.body_start
    names: list[Field[str]] = []
    for index in range(stop - 1, max(-1, stop - _PATH_BLOCKS), -1):
        block = sight.blocks[index]
        words = sight.words(index) if block.length <= _LONGEST_PATH else ""
        named = bool(words) and _is_named(sight, index, _PATH_NAMES)
        if names and not named:
            break
        if named or (words and is_path(words, sight.page_words) and _is_single_path(words)):
            names.extend(_names(sight, index, words))
    return _Path(names[0], frozenset(fold(name.value) for name in names)) if names else None


def _names(sight: Sight, index: int, words: str) -> list[Field[str]]:
    """Return the names of sections in a block of a path, the deepest first."""
    parts = [p for p in path_parts(words) if len(p) <= LONGEST and not _is_end_of_path(sight, p)]
    outlet = find_outlet(sight) if parts else None
    parts = [p for p in parts if outlet is None or fold(p) != fold(outlet.value)]
    if len(parts) == 1 and any(parts[0].casefold().startswith(h) for h in sight.page_words.home):
        return []
    return [part_of_line(sight, index, part, 0.85) for part in reversed(parts)]


def _is_end_of_path(sight: Sight, words: str) -> bool:
    """Return whether a name in a path is the front page or the article itself."""
    title = fold(sight.words(sight.headline)) if sight.headline is not None else ""
    return is_home(words, sight.page_words) or (
        len(words) > 3 and title.startswith(fold(words).rstrip(" .…"))
    )


def _is_single_path(words: str) -> bool:
    """Return whether a line that begins at the front page goes down, and does not list all sections."""
    parts = path_parts(words)
    return len(parts) == 2 or (len(parts) <= 4 and "|" not in words)


def _rubric(sight: Sight) -> Field[str] | None:
    """Return a short line near the headline or below the report whose names, or being a link, say section."""
    body = frozenset(sight.body)
    for index in sight.near():
        if index == sight.headline or index in body or not _is_named(sight, index, SECTION_NAMES, depth=1):
            continue
        if _could_be(sight, index) and (
            index < sight.body_start or is_in_bar(sight, index, sight.words(index))
        ):
            return _whole(sight, index, 0.8)
    if sight.headline is None:
        return None
    for index in range(sight.headline - 1, max(-1, sight.headline - _RUBRIC_BLOCKS - 1), -1):
        block = sight.blocks[index]
        outside = sight.document.regions(block) & (AROUND | Region.NAVIGATION)
        if (
            not outside
            and block.linked >= block.length
            and _could_be(sight, index)
            and (is_in_bar(sight, index, sight.words(index)) or _is_alone_above(sight, index))
        ):
            return _whole(sight, index, 0.6)
    return None


def _is_alone_above(sight: Sight, index: int) -> bool:
    """Return whether a link stands right above the headline, with no row of links before it."""
    before = sight.blocks[index - 1] if index else None
    if index + 1 != sight.headline:
        return False
    outlet = find_outlet(sight) if before is not None and before.linked else None
    return before is None or not before.linked or (outlet is not None and outlet.value == before.words)


def _beside_code(sight: Sight) -> Field[str] | None:
    """Return the bold words that stand beside the labelled code in one line."""
    stop = sight.headline if sight.headline is not None else sight.body_start
    for index in range(max(0, stop - _RUBRIC_BLOCKS), stop):
        block = sight.blocks[index]
        words = sight.words(index)
        label = words.split(":")[0].casefold()
        if block.strong and label in sight.page_words.story_code and LETTERS.search(words[-block.strong :]):
            rest = words[-block.strong :].strip()
            return part_of_line(sight, index, rest, 0.6) if rest != words and len(rest) <= LONGEST else None
    return None


def _filed(sight: Sight) -> Field[str] | None:
    """Return what stands behind the date in a line below the report that files it."""
    last = sight.body[-1] if sight.body else 0
    for index in range(last + 1, min(len(sight.blocks), last + 4)):
        words = sight.words(index)
        if len(words) > LONGEST * 3 or not _is_named(sight, index, _FILED_UNDER, depth=1):
            continue
        ends = [span.end for span, _ in find_dates(words, sight.language)]
        rest = _without_weekday(words[ends[-1] :].strip(" ,·|-"), sight.language) if ends else ""
        if ends and 1 < len(rest) <= LONGEST and LETTERS.search(rest) and not re.search(r"\d", rest):
            return part_of_line(sight, index, rest, 0.6)
    return None


def _without_weekday(words: str, language: str) -> str:
    for day in sorted(load_language(language).calendar.weekdays, key=len, reverse=True):
        if words.casefold().startswith(day):
            return words[len(day) :].strip(" ,·|-")
    return words


def _could_be(sight: Sight, index: int) -> bool:
    block, words, labels = sight.blocks[index], sight.words(index), sight.page_words
    if block.length > LONGEST or sight.document.regions(block) & (AROUND & ~Region.ASIDE):
        return False
    lower = words.casefold().strip(" :")
    if (
        not LETTERS.search(words)
        or ":" in words
        or _YEAR.search(words)
        or is_home(words, labels)
        or sight.document.tag(block) in _HEADINGS
    ):
        return False
    if lower in _labels(labels) or lower in labels.related or lower in labels.comment_heading:
        return False
    outlet = find_outlet(sight)
    return outlet is None or fold(outlet.value) != fold(words)


def _is_named(sight: Sight, index: int, names: re.Pattern[str], depth: int = 3) -> bool:
    """Return whether one of the innermost boxes around a block has one of the names."""
    return any(hint and holds(names, hint) for hint in _hints(sight, index, depth))


def _hints(sight: Sight, index: int, depth: int) -> Iterator[str]:
    box = sight.blocks[index].box
    for _ in range(depth):
        if box <= 0:
            return
        yield sight.document.boxes[box].hint
        box = sight.document.boxes[box].parent


def _whole(sight: Sight, index: int, sure: float) -> Field[str]:
    return shown(sight.words(index), sight.blocks[index].span, sure)


@functools.lru_cache(maxsize=64)
def _labels(words: PageWords) -> frozenset[str]:
    return frozenset((*words.section, *load_language("en").page_words.section))
