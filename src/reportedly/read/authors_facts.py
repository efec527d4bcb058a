"""Names in a line of facts about the report: behind the outlet, behind a label further on, an agency's."""

import functools
import re

from reportedly.language.agencies import find_agency
from reportedly.read.authors_lines import (
    BYLINE_PARTS,
    EASTERN,
    EASTERN_NAME,
    LONGEST_BYLINE,
    Printed,
    is_dated,
    is_something_else,
)
from reportedly.read.authors_names import looks_like_person
from reportedly.read.authors_trimming import beside_names
from reportedly.read.line_parts import EDGES, line_parts
from reportedly.read.outlet import find_outlet
from reportedly.read.shown_dates import find_dates
from reportedly.read.sight import Sight
from reportedly.records import Span

_FIRST_WIDE = "\u2e80"
_DIGIT = re.compile(r"\d")


def agency_beside(sight: Sight, index: int) -> list[Printed]:
    """Return the known agency that a dated line begins with: "Lusa 17 mai 2024, 15:22"."""
    if not _DIGIT.search(sight.words(index)) or not is_dated(sight, index):
        return []
    start, part = next(line_parts(sight, index, BYLINE_PARTS), (0, ""))
    is_first = part and sight.words(index).startswith(part) and part != sight.words(index)
    return [Printed(part, Span(start, start + len(part)), 0.6)] if is_first and find_agency(part) else []


def labelled_within(sight: Sight, index: int) -> list[Printed]:
    """Return the names behind their label further on in a line of facts: "来源：远山晨报 作者：韩冰"."""
    words, start = sight.words(index), sight.blocks[index].span.start
    if "：" not in words and ":" not in words:
        return []
    labels = (*sight.page_words.by, *sight.page_words.signed, *sight.page_words.roles)
    pattern = _within(tuple(label for label in labels if label >= _FIRST_WIDE))
    return [
        Printed(name[0], Span(start + name.start(), start + name.end()), 0.7)
        for match in pattern.finditer(words)
        for name in EASTERN_NAME.finditer(words, match.start("names"), match.end("names"))
    ]


@functools.lru_cache(maxsize=64)
def _within(labels: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of names in Chinese characters behind their label, with a gap around both."""
    either = "|".join(re.escape(label) for label in labels) or r"(?!)"
    return re.compile(
        rf"(?:^|\s)(?:{either})\s?[:：]\s?(?P<names>{EASTERN}{{2,4}}(?:[、，,]{EASTERN}{{2,4}})*)(?=\s|$)"
    )


def after_outlet(sight: Sight, index: int) -> list[Printed]:
    """Return the name between the outlet and the date in one line: "Lindmark Post Ana TORV Published …"."""
    block, words = sight.blocks[index], sight.words(index)
    outlet = find_outlet(sight) if block.length <= LONGEST_BYLINE and _DIGIT.search(words) else None
    if outlet is None or not words.startswith(f"{outlet.value} "):
        return []
    start = len(outlet.value) + 1
    parts = _DIGIT.split(words[start:])[0].split()
    while parts and parts[-1].strip(EDGES).casefold() in beside_names(sight.page_words):
        parts.pop()
    name = " ".join(parts).strip(EDGES)
    is_beside = bool(_DIGIT.search(words)) and any(find_dates(words, sight.language))
    if not is_beside or not looks_like_person(name) or is_something_else(sight, name):
        return []
    at = block.span.start + words.index(name, start)
    return [Printed(name, Span(at, at + len(name)), 0.7)]
