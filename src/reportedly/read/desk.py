"""The desk of the outlet that a report is signed with."""

import re
from collections.abc import Iterator

from reportedly.read.document import Region
from reportedly.read.openings import is_desk
from reportedly.read.shown_dates import find_dates
from reportedly.read.sight import Sight, shown
from reportedly.records import Field, Span

_LONGEST_LINE = 100
_LONGEST_NAME = 36
_PARTS = re.compile(r"\s*[|•·,،/\n]\s*|\s+[–—-]\s+")
_EDGES = " \t,:;|•·-–—"
_AROUND = Region.NAVIGATION | Region.FORM | Region.COMMENTS | Region.RELATED | Region.HIDDEN | Region.TAGS
_BELOW = 6


def find_desk(sight: Sight) -> Field[str] | None:
    """Return the desk that the byline or a line below the report names ("Haber Merkezi", "Redacción")."""
    for index in _lines(sight):
        block = sight.blocks[index]
        if block.length > _LONGEST_LINE or sight.document.regions(block) & _AROUND:
            continue
        lower = sight.words(index).casefold()
        if not any(word in lower for word in (*sight.page_words.desk_words, *sight.page_words.desks)):
            continue
        for start, part in _segments(sight, index):
            for name in (part,) if part.casefold() in sight.page_words.desks else (_unlabelled(sight, part),):
                if len(name) <= _LONGEST_NAME and is_desk(sight, name):
                    at = start + part.index(name)
                    return shown(name, Span(at, at + len(name)), 0.8)
    return None


def _lines(sight: Sight) -> Iterator[int]:
    first = sight.headline + 1 if sight.headline is not None else max(0, sight.body_start - _BELOW)
    last = sight.body[-1] if sight.body else first
    yield from range(first, min(len(sight.blocks), sight.body_start + 1))
    yield from range(last + 1, min(len(sight.blocks), last + 1 + _BELOW))


def _unlabelled(sight: Sight, part: str) -> str:
    """Return a part of a byline without "By" before it."""
    for label in (*sight.page_words.by, *sight.page_words.signed):
        if part.casefold().startswith((f"{label} ", f"{label}:")):
            return part[len(label) :].strip(_EDGES)
    return part


def _segments(sight: Sight, index: int) -> Iterator[tuple[int, str]]:
    """Yield the parts of a line between separators and dates, each with where it begins in the text."""
    start, words = sight.blocks[index].span.start, sight.words(index)
    for span, _ in list(find_dates(words, sight.language)):
        words = words[: span.start] + "\n" * (span.end - span.start) + words[span.end :]
    at = 0
    for part in _PARTS.split(words):
        clean = part.strip(_EDGES)
        if clean:
            at = words.find(clean, at)
            yield start + at, clean
            at += len(clean)
