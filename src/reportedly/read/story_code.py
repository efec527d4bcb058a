"""The code a desk files a story under."""

import functools
import re

from reportedly.language import PageWords, load_language
from reportedly.read.document import Region
from reportedly.read.sight import Sight, shown
from reportedly.records import Field, Span

_LONGEST_LINE = 120
_LONGEST_LABEL = 24
_LONG_LABEL = 7
_ELSEWHERE = Region.COMMENTS | Region.FORM | Region.RELATED | Region.FOOTER
_DIGIT = re.compile(r"\d")
# Letters in a code are Latin ones but before it; other letters behind its digits are the next word.
_CODE = r"(?P<code>[^\W\d_]{0,5}[-/]?\d(?:\d{0,2}(?:[ \u00a0]\d{3})+(?!\d)|[\dA-Za-z_./-]{1,24}|))"


def find_story_code(sight: Sight) -> Field[str] | None:
    """Return the code a desk files the story under ("Story Code : 281656"), printed near the article.

    The label may stand on the line above or in the cell before.
    """
    pattern, labels = _labelled(sight.page_words), _labels(sight.page_words)
    for index in sight.near():
        block = sight.blocks[index]
        words = sight.words(index) if block.length <= _LONGEST_LINE else ""
        if not _DIGIT.search(words) or sight.document.regions(block) & _ELSEWHERE & ~_own_regions(sight):
            continue
        lower = words.casefold()
        match = pattern.search(words) if any(label in lower for label in labels) else None
        if match is None and index and _is_label(sight, index - 1):
            match = _alone().fullmatch(words)
        if match:
            start = block.span.start
            return shown(match["code"], Span(start + match.start("code"), start + match.end("code")), 0.95)
    return None


def _own_regions(sight: Sight) -> int:
    """Return the regions the report itself stands in: a page may name everything a footer."""
    return sight.document.regions(sight.blocks[sight.body[0]]) if sight.body else 0


def _is_label(sight: Sight, index: int) -> bool:
    words = sight.words(index) if sight.blocks[index].length <= _LONGEST_LABEL else ""
    return words.casefold().strip(" :：#") in _labels(sight.page_words)


@functools.lru_cache(maxsize=64)
def _labels(words: PageWords) -> frozenset[str]:
    return frozenset((*words.story_code, *load_language("en").page_words.story_code))


@functools.lru_cache(maxsize=64)
def _labelled(words: PageWords) -> re.Pattern[str]:
    """Return the pattern of a labelled code; only a long label stands without a mark behind it."""
    labels = sorted(_labels(words), key=len, reverse=True)
    either = "|".join(re.escape(label) for label in labels)
    long = "|".join(re.escape(label) for label in labels if len(label) >= _LONG_LABEL or " " in label)
    return re.compile(
        rf"(?<![^\W\d_])(?:(?:{either})(?:\s*[:：#№.]+\s*|(?<=[.№])\s*)|(?:{long})\s+){_CODE}(?=$|[\s|,;)،）]|(?<=\d)[^\W\d_A-Za-z])",
        re.IGNORECASE,
    )


@functools.cache
def _alone() -> re.Pattern[str]:
    return re.compile(_CODE)
