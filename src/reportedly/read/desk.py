"""The desk of the outlet that a report is signed with."""

import re
from collections.abc import Iterator

from reportedly.read.document import Region
from reportedly.read.line_parts import EDGES, line_parts
from reportedly.read.openings import is_desk
from reportedly.read.sight import Sight, shown
from reportedly.records import Field, Span

_LONGEST_LINE = 160
_LONGEST_NAME = 36
_PARTS = re.compile(r"\s*[|•·,،/\n]\s*|\s+[–—-]\s+")
_AROUND = Region.NAVIGATION | Region.FORM | Region.COMMENTS | Region.RELATED | Region.HIDDEN | Region.TAGS
_BELOW = 6
# What ends so is a sentence of the report: "Ana Torv, head of the group, said so."
_STOPS = tuple(".!?…。！？؟۔।»”")


def find_desk(sight: Sight) -> Field[str] | None:
    """Return the desk that the byline or a line below the report names ("Haber Merkezi", "Redacción")."""
    for index in _lines(sight):
        block = sight.blocks[index]
        if block.length > _LONGEST_LINE or sight.document.regions(block) & _AROUND:
            continue
        lower = sight.words(index).casefold()
        if index in sight.body and lower.endswith(_STOPS):
            continue
        if not any(word in lower for word in (*sight.page_words.desk_words, *sight.page_words.desks)):
            continue
        for start, part in line_parts(sight, index, _PARTS):
            for name in (part,) if part.casefold() in sight.page_words.desks else (_unlabelled(sight, part),):
                if len(name) <= _LONGEST_NAME and is_desk(sight, name):
                    at = start + part.index(name)
                    return shown(name, Span(at, at + len(name)), 0.8)
    return None


def _lines(sight: Sight) -> Iterator[int]:
    first = sight.headline + 1 if sight.headline is not None else max(0, sight.body_start - _BELOW)
    last = sight.body[-1] if sight.body else first
    yield from range(first, min(len(sight.blocks), sight.body_start + 2))
    yield from range(last + 1, min(len(sight.blocks), last + 1 + _BELOW))


def _unlabelled(sight: Sight, part: str) -> str:
    """Return a part of a byline without "By" before it."""
    for label in (*sight.page_words.by, *sight.page_words.signed):
        if part.casefold().startswith((f"{label} ", f"{label}:")):
            return part[len(label) :].strip(EDGES)
    return part
