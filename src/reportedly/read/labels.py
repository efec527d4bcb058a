"""Lines that are about the page, not of the article: dates, codes, form labels, buttons."""

import functools
import re

from reportedly.language import PageWords, load_language
from reportedly.read.clock import time_pattern
from reportedly.read.shown_dates import find_dates
from reportedly.read.word_patterns import WordPattern, either

# A line about the page is short; a longer one that holds a date tells a story.
_LONGEST_LABEL = 120
# A byline before a date is no longer, and neither is a little word between date and time ("at", "a las").
_LONGEST_BYLINE = 60
_LONGEST_LITTLE, _MOST_LITTLE = 4, 2
_MARKS = " :：·•|–—-,،.()（）;"
# No label before a colon is longer.
_LONGEST_START = 80
_CODE = re.compile(r"[:：#]\s*\S*\d")
_COUNT = re.compile(r"[\s(（\[]*\d+\s?(?:개|건|件|条|條|個)?[\s)）\]]*")


def is_label(line: str, labels: PageWords, language: str) -> bool:
    """Return whether a line is a fact about the page: a labelled date or code, or nothing but dates.

    Between the dates stand times of day, and before the first may stand who wrote ("By Ana Torv, …").
    """
    if len(line) > _LONGEST_LABEL:
        return False
    lower = line.lower()
    if lower.startswith(labels.story_code) and _CODE.search(line):
        return True
    dates = [span for span, _ in find_dates(line, language)]
    if not dates:
        return False
    rest = lower
    for span in reversed(dates):
        rest = rest[: span.start] + "|" + rest[span.end :]
    names = _date_labels(labels)
    facts = _fact_labels(labels)
    parts = [
        _bare(_without_facts(part, facts), names) for part in time_pattern(language).sub("|", rest).split("|")
    ]
    if (
        lower.startswith(labels.by)
        and len(parts[0]) <= _LONGEST_BYLINE
        and any(name in rest for name in names)
    ):
        parts[0] = ""
    return not any(parts)


@functools.lru_cache(maxsize=64)
def _fact_labels(labels: PageWords) -> tuple[str, ...]:
    """Return how a labelled fact begins that may stand beside a date."""
    names = (*labels.source, *labels.signed, *labels.by, *labels.roles)
    return tuple(f"{label}{colon}" for label in names for colon in ":：")


def _without_facts(part: str, facts: tuple[str, ...]) -> str:
    """Return a stretch without the words that are a labelled fact each: "来源：青屿晚报 记者：苏晚棠"."""
    return " ".join(word for word in part.split() if not word.startswith(facts))


def _bare(part: str, names: tuple[str, ...]) -> str:
    """Return what a stretch between dates says beside their labels and the little words around these."""
    name = next((name for name in names if name in part), "")
    rest = part.replace(name, " ", 1).strip(_MARKS) if name else part.strip(_MARKS)
    words = rest.split()
    is_little = len(words) <= _MOST_LITTLE and all(len(word) <= _LONGEST_LITTLE for word in words)
    return "" if is_little else rest


@functools.lru_cache(maxsize=64)
def _date_labels(labels: PageWords) -> tuple[str, ...]:
    english = load_language("en").page_words
    names = {*labels.published, *labels.updated, *english.published, *english.updated}
    return tuple(sorted(names, key=len, reverse=True))


def is_form_label(line: str, labels: PageWords) -> bool:
    """Return whether a line is a label of a comment form ("Post a comment", "Your Name *")."""
    return len(line) <= _LONGEST_LABEL and line.lower().strip(" *:：.!") in labels.comment_form


def is_comment_heading(line: str, labels: PageWords) -> bool:
    """Return whether a line stands above readers' comments ("Comments (3)", "۳ نظر")."""
    bare = _COUNT.sub("", line.casefold()).strip(" :：.-–—|")
    return bare in _headings(labels)


@functools.lru_cache(maxsize=64)
def comment_heading_line(labels: PageWords) -> WordPattern:
    """Return the pattern of a line in a longer text that stands above readers' comments."""
    headings = _headings(labels)
    count = r"[ \t(（\[]*\d*\s?(?:개|건|件|条|條|個)?[ \t)）\]]*"
    # WordPress names the story: "3 Responses to “Harbour shut”".
    story = r"(?:[ \t]\S{1,8})?[ \t]?[“\"«„‹「『”].*"
    pattern = (
        rf"^(?:{count}(?:{either(headings)}){count}[:：.]?{count}|\d+[ \t](?:{either(headings)}){story})$"
    )
    return WordPattern(headings, pattern, re.IGNORECASE | re.MULTILINE)


@functools.lru_cache(maxsize=64)
def _headings(labels: PageWords) -> frozenset[str]:
    return frozenset((*labels.comment_heading, *load_language("en").page_words.comment_heading))


def is_pointer(line: str, labels: PageWords) -> bool:
    """Return whether a line only points to another story ("Read also: …")."""
    return line[:_LONGEST_START].lower().startswith(_labelled(labels.related))


def is_correction(line: str, labels: PageWords) -> bool:
    """Return whether a line is a notice of what was corrected after publishing."""
    start = line[:_LONGEST_START].lower().lstrip("*• ")
    return start.startswith(_notices(labels))


@functools.lru_cache(maxsize=64)
def _notices(labels: PageWords) -> tuple[str, ...]:
    return (*_labelled(labels.correction), *labels.amended)


@functools.lru_cache(maxsize=128)
def _labelled(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return how a line begins that one of the words labels."""
    return tuple(f"{word}{mark}" for word in words for mark in (":", " :", "："))
