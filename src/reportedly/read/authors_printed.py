"""The authors that a page prints: in a byline near the headline, or below the report."""

import functools
import re
from collections.abc import Iterator

import msgspec

from reportedly.language import PageWords
from reportedly.read.authors_declared import is_outlet
from reportedly.read.authors_names import looks_like_person, signature, single_names
from reportedly.read.document import Region
from reportedly.read.folding import fold
from reportedly.read.labels import is_comment_heading
from reportedly.read.line_parts import EDGES, line_parts
from reportedly.read.openings import is_desk
from reportedly.read.shown_dates import find_dates
from reportedly.read.sight import Sight
from reportedly.records import Span

_LONGEST_BYLINE = 160
# Where a line about the report is parted: "Kolumne | Ana Torv • 3 min".
_PARTS = re.compile(r"\s*[|•·\n]\s*|\s+[–—-]\s+")
# Names in Chinese characters, Japanese ones with a space.
_EASTERN_NAME = re.compile(
    r"[\u3400-\u9fff々\u3040-\u30ff]{2,5}(?:[ ・·][\u3400-\u9fff々\u3040-\u30ff]{1,5})?"
)
# "Number: 4418" is a fact about the page.
_LABELLED = re.compile(r"[^\W\d_][^:：]{0,40}[:：]")
_DIGIT = re.compile(r"\d")
# A byline may be taken for the report's first lines.
_INTO_BODY = 2
# Names under a headline stand so many lines below it at most.
_UNDER_HEADLINE = 4
_NOT_BYLINE = (
    Region.NAVIGATION | Region.FOOTER | Region.FORM | Region.COMMENTS | Region.RELATED | Region.HIDDEN
)
_NO_FOOT = Region.COMMENTS | Region.RELATED | Region.HIDDEN | Region.FORM
# A byline below the report stands so few blocks below its last paragraph.
_BELOW = 4


class Printed(msgspec.Struct, frozen=True):
    """A name where it stands, and how sure it is the author's."""

    name: str
    span: Span
    confidence: float


def printed_authors(sight: Sight) -> list[Printed]:
    """Return the names in the surest byline that the page prints, none where it prints none.

    In this order: "By" with a name near the headline; a name in a line marked as a byline; one that
    links to its author's page; one beside the date; one below the headline that
    stands on another line too; "By" below the report.
    """
    head = range(sight.head().start, min(len(sight.blocks), sight.body_start + _INTO_BODY))
    lines = [i for i in head if sight.blocks[i].length <= _LONGEST_BYLINE and i != sight.headline]
    lines = [i for i in lines if not _outside(sight, i)]
    below = list(_below(sight))
    after = [i for i in below if i not in sight.body]
    for found in (
        (_signed(sight, i, 0.8) for i in lines),
        (_after_label(sight, i) for i in lines),
        (_named(sight, i, 0.7) for i in lines if _regions(sight, i) & Region.BYLINE),
        (_named(sight, i, 0.7) for i in reversed(lines) if _is_linked(sight, i)),
        (_named(sight, i, 0.6) for i in reversed(lines) if _is_dated(sight, i) and _may_name(sight, i)),
        (_named(sight, i, 0.5) for i in lines if _is_repeated(sight, i)),
        (_signed(sight, i, 0.6) for i in below if sight.blocks[i].length <= _LONGEST_BYLINE),
        (_named(sight, i, 0.6) for i in after if _regions(sight, i) & Region.BYLINE),
        (_named(sight, i, 0.5) for i in after if _is_dated_as_above(sight, i)),
    ):
        names = next((names for names in found if names), None)
        if names:
            return names
    return []


def _below(sight: Sight) -> Iterator[int]:
    """Yield the blocks from the report's first to a few below it, up to the readers' comments."""
    last = sight.body[-1] if sight.body else sight.body_start
    for index in range(sight.body_start, min(len(sight.blocks), last + _BELOW)):
        if index > last and is_comment_heading(sight.words(index), sight.page_words):
            return
        yield index


def _outside(sight: Sight, index: int) -> bool:
    """Return whether a line is no part of the article; a footer above the body holds facts about it."""
    is_head = sight.headline is not None and sight.headline < index < sight.body_start
    return bool(_regions(sight, index) & (_NOT_BYLINE & ~Region.FOOTER if is_head else _NOT_BYLINE))


def _may_name(sight: Sight, index: int) -> bool:
    """Return whether a line beside a date can be a name: in scripts without capitals anything looks like one.

    There it is no line of the report, no lead and no caption.
    """
    if not _is_uncased(sight.words(index)):
        return True
    return index not in sight.body and not _regions(sight, index) & (Region.FIGURE | Region.LEAD)


def _is_uncased(words: str) -> bool:
    return words.lower() == words.upper()


def _is_dated_as_above(sight: Sight, index: int) -> bool:
    """Return whether a line below the report holds the day that stands at its headline, too."""
    words = sight.words(index)
    if len(words) > _LONGEST_BYLINE or not _DIGIT.search(words) or _regions(sight, index) & _NO_FOOT:
        return False
    days = {stamp.date for _, stamp in find_dates(words, sight.language)}
    above = (sight.words(i) for i in sight.head() if sight.blocks[i].length <= _LONGEST_BYLINE)
    return any(stamp.date in days for text in above for _, stamp in find_dates(text, sight.language))


def _regions(sight: Sight, index: int) -> int:
    return sight.document.regions(sight.blocks[index])


def _signed(sight: Sight, index: int, sure: float) -> list[Printed]:
    """Return the names after "By" in a line, which may stand behind a date or a section's name."""
    for start, part in line_parts(sight, index, _PARTS):
        match = signature(sight.page_words).match(part)
        if match and _may_be_signed(sight, part, match):
            found = _placed(sight, part[match.end() :], start + match.end(), sure)
            is_sure = not _is_uncased(part)
            return [e for e in found if is_sure or not _is_something_else(sight, e.name)]
    return []


def _may_be_signed(sight: Sight, part: str, match: re.Match[str]) -> bool:
    """Return whether what stands behind "By" can be a name, and the whole is no desk and no date's label."""
    name = part[match.end() :]
    if is_desk(sight, part) or part.lower().startswith(
        (*sight.page_words.published, *sight.page_words.updated)
    ):
        return False
    return name[:1].isupper() or (
        _is_uncased(name) and all(_is_short(n) for n in single_names(name, sight.language))
    )


def _is_short(name: str) -> bool:
    """Return whether words in a script without capitals are as few as those of a name."""
    return not _DIGIT.search(name) and (looks_like_person(name) or bool(_EASTERN_NAME.fullmatch(name)))


def _after_label(sight: Sight, index: int) -> list[Printed]:
    """Return the names on the line below one that says "By" and no more."""
    label = sight.words(index).lower().strip(EDGES)
    if label not in (*sight.page_words.by, *sight.page_words.signed) or index + 1 >= len(sight.blocks):
        return []
    return _named(sight, index + 1, 0.7)


def _named(sight: Sight, index: int, sure: float) -> list[Printed]:
    """Return the names in a line whose part is nothing but names of persons."""
    for start, part in line_parts(sight, index, _PARTS):
        if _LABELLED.match(part) and not signature(sight.page_words).match(part):
            continue
        names = single_names(part, sight.language)
        if names and all(_is_person(sight, index, name) for name in names):
            return _placed(sight, part, start, sure)
    return []


def _is_person(sight: Sight, index: int, name: str) -> bool:
    """Return whether words are a person's name; one in Chinese characters only in a line marked for it."""
    marked = bool(_regions(sight, index) & Region.BYLINE) and bool(_EASTERN_NAME.fullmatch(name))
    return (looks_like_person(name) or marked) and not _is_something_else(sight, name)


def _placed(sight: Sight, part: str, start: int, sure: float) -> list[Printed]:
    found = []
    for name in single_names(part, sight.language):
        at = part.find(name)
        if at >= 0:
            found.append(Printed(name, Span(start + at, start + at + len(name)), sure))
    return found


def _is_linked(sight: Sight, index: int) -> bool:
    words = sight.words(index)
    return any(signed in words for signed in sight.markup.signed)


def _is_dated(sight: Sight, index: int) -> bool:
    """Return whether a line, or one beside it, holds a date."""
    above = index - 2 if _LABELLED.match(sight.words(index - 1)) else index - 1
    near = [i for i in (above, index, index + 1) if 0 <= i < len(sight.blocks)]
    texts = [sight.words(i) for i in near if sight.blocks[i].length <= _LONGEST_BYLINE]
    return any(_DIGIT.search(text) and any(find_dates(text, sight.language)) for text in texts)


def _is_repeated(sight: Sight, index: int) -> bool:
    """Return whether a line just below the headline stands again further down, as above a note on it."""
    if sight.headline is None or not sight.headline < index <= sight.headline + _UNDER_HEADLINE:
        return False
    words = sight.words(index)
    later = range(index + 1, len(sight.blocks))
    return not words.isupper() and any(sight.words(i).startswith(words) for i in later)


def _is_something_else(sight: Sight, name: str) -> bool:
    """Return whether words in a name's form name a section, a label, a role or a subject of the page."""
    folded = fold(name)
    meta = sight.markup.meta
    subjects = (meta.get("article:section"), meta.get("keywords"), sight.markup.title, sight.url)
    if folded in fold(" ".join(filter(None, subjects))) or is_outlet(sight, name) or is_desk(sight, name):
        return True
    return not _label_words(sight.page_words).isdisjoint(folded.split())


@functools.lru_cache(maxsize=64)
def _label_words(words: PageWords) -> frozenset[str]:
    """Return the words that labels on a page are made of."""
    labels = (words.published, words.updated, words.by, words.signed, words.related, words.roles)
    return frozenset(word for label in labels for phrase in label for word in phrase.split())
