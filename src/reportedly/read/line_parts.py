"""A line about the report ("By A. Name | Monitoring | 5 December 2023") taken apart."""

import re
from collections.abc import Iterator

from reportedly.read.shown_dates import find_dates
from reportedly.read.sight import Sight

# What stands around a part and is none of it.
EDGES = " \t,:;|•·-–—"
_DIGIT = re.compile(r"\d")


def line_parts(sight: Sight, index: int, separator: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """Yield the parts of a block between separators and dates, each with where it begins in the text.

    A date counts as a line break, so `separator` must match one. Every date has a digit.
    """
    start, words = sight.blocks[index].span.start, sight.words(index)
    if _DIGIT.search(words):
        for span, _ in find_dates(words, sight.language):
            words = words[: span.start] + "\n" * (span.end - span.start) + words[span.end :]
    at = 0
    for part in separator.split(words):
        clean = part.strip(EDGES)
        if clean:
            at = words.find(clean, at)
            yield start + at, clean
            at += len(clean)
