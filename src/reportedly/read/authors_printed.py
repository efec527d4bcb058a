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
from reportedly.read.shown_dates import find_dates
from reportedly.read.sight import Sight
from reportedly.records import Span

_LONGEST_BYLINE = 160
# Where a line about the report is parted: "Kolumne | Ana Torv • 3 min".
_PARTS = re.compile(r"\s*[|•·\n]\s*|\s+[–—-]\s+")
_DIGIT = re.compile(r"\d")
_EDGES = " \t,:;|•·-–—"
# A byline may be taken for the report's first lines.
_INTO_BODY = 2
# Names under a headline stand so many lines below it at most.
_UNDER_HEADLINE = 4
_NOT_BYLINE = (
    Region.NAVIGATION | Region.FOOTER | Region.FORM | Region.COMMENTS | Region.RELATED | Region.HIDDEN
)
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
    lines = [i for i in lines if not _regions(sight, i) & _NOT_BYLINE]
    below = range(sight.body_start, len(sight.blocks))[: _after(sight)]
    for found in (
        (_signed(sight, i, 0.8) for i in lines),
        (_after_label(sight, i) for i in lines),
        (_named(sight, i, 0.7) for i in lines if _regions(sight, i) & Region.BYLINE),
        (_named(sight, i, 0.7) for i in reversed(lines) if _is_linked(sight, i)),
        (_named(sight, i, 0.6) for i in reversed(lines) if _is_dated(sight, i)),
        (_named(sight, i, 0.5) for i in lines if _is_repeated(sight, i)),
        (_signed(sight, i, 0.6) for i in below if sight.blocks[i].length <= _LONGEST_BYLINE),
    ):
        names = next((names for names in found if names), None)
        if names:
            return names
    return []


def _after(sight: Sight) -> int:
    last = sight.body[-1] if sight.body else sight.body_start
    return max(0, last - sight.body_start) + _BELOW


def _regions(sight: Sight, index: int) -> int:
    return sight.document.regions(sight.blocks[index])


def _signed(sight: Sight, index: int, sure: float) -> list[Printed]:
    """Return the names after "By" in a line, which may stand behind a date or a section's name."""
    for start, part in _segments(sight, index):
        match = signature(sight.page_words).match(part)
        if match and part[match.end() : match.end() + 1].isupper():
            return _placed(sight, part[match.end() :], start + match.end(), sure)
    return []


def _after_label(sight: Sight, index: int) -> list[Printed]:
    """Return the names on the line below one that says "By" and no more."""
    label = sight.words(index).lower().strip(_EDGES)
    if label not in (*sight.page_words.by, *sight.page_words.signed) or index + 1 >= len(sight.blocks):
        return []
    return _named(sight, index + 1, 0.7)


def _named(sight: Sight, index: int, sure: float) -> list[Printed]:
    """Return the names in a line whose part is nothing but names of persons."""
    for start, part in _segments(sight, index):
        names = single_names(part, sight.language)
        if names and all(looks_like_person(name) and not _is_something_else(sight, name) for name in names):
            return _placed(sight, part, start, sure)
    return []


def _segments(sight: Sight, index: int) -> Iterator[tuple[int, str]]:
    """Yield the parts of a line between separators and dates, each with where it begins in the text."""
    start, words = sight.blocks[index].span.start, sight.words(index)
    if _DIGIT.search(words):
        for span, _ in find_dates(words, sight.language):
            words = words[: span.start] + "\n" * (span.end - span.start) + words[span.end :]
    at = 0
    for part in _PARTS.split(words):
        clean = part.strip(_EDGES)
        if clean:
            at = words.find(clean, at)
            yield start + at, clean
            at += len(clean)


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
    near = [i for i in (index - 1, index, index + 1) if 0 <= i < len(sight.blocks)]
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
    if folded in fold(" ".join(filter(None, subjects))) or is_outlet(sight, name):
        return True
    return not _label_words(sight.page_words).isdisjoint(folded.split())


@functools.lru_cache(maxsize=64)
def _label_words(words: PageWords) -> frozenset[str]:
    """Return the words that labels on a page are made of."""
    labels = (words.published, words.updated, words.by, words.signed, words.related, words.roles)
    return frozenset(word for label in labels for phrase in label for word in phrase.split())
