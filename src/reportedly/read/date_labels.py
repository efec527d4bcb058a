"""What a page calls the dates it prints: published, updated, or as of a moment."""

import functools
import re
from collections.abc import Sequence
from typing import Literal

from reportedly.language import PageWords, load_language
from reportedly.read.calendar_days import levelled
from reportedly.read.sight import Sight
from reportedly.records import Span, Timestamp

Label = Literal["published", "updated", "as of", ""]

# A line above a date that calls it something is no longer than this.
_LONGEST_ABOVE = 40
# The first row of a table calls so many dates below it something.
_MOST_COLUMNS = 3
# One day in two calendars stands side by side with no more than this between.
_LONGEST_BETWEEN = 16
# A figure so close behind a label is what it labels ("updated: 1 hour ago"), and no date before it.
_LABELLED_WITHIN = 24
_UPDATED_HINT = re.compile(
    r"updat|modif|changed|lastmod|actualiz|atualiz|aktualis|aktualiz|aggiorn|guncel|obnovl|izmenen"
)
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")
_FIRST_WIDE = "\u2e80"


def date_labels(sight: Sight, words: str, found: Sequence[tuple[Span, Timestamp]], index: int) -> list[Label]:
    """Return what a line calls each of its dates, '' where it says nothing.

    Where a line holds several dates, a label belongs to the date behind it ("5 May (updated: 6 May)"),
    unless the labels stand behind the dates ("5 May (published), 6 May (updated)").
    """
    labels: list[Label] = []
    known = sight.page_words
    is_behind = bool(found) and not called(known, words[: found[0][0].start])
    is_behind = is_behind and _is_ended_by_label(known, words[found[-1][0].end :])
    for i, (span, stamp) in enumerate(found):
        before = words[found[i - 1][0].end if i else 0 : span.start]
        after = words[span.end : found[i + 1][0].start if i + 1 < len(found) else len(words)]
        label = called(known, after) if is_behind else called(known, before)
        if not label and i and stamp.date == found[i - 1][1].date and len(before) <= _LONGEST_BETWEEN:
            label = labels[-1]
        if not label and not i and not _WORD.search(before):
            label = _called_above(sight, index)
        labels.append(label or _called_by_box(sight, index))
    return labels


def _called_above(sight: Sight, index: int) -> Label:
    """Return what the line above calls a date, or of several lines above several dates that of its place."""
    first = index
    while first > max(0, index - _MOST_COLUMNS) and _DIGIT.search(sight.words(first - 1)):
        first -= 1
    labels: list[Label] = []
    for above in range(first - 1, max(-1, first - 1 - _MOST_COLUMNS), -1):
        words = sight.words(above)
        label = called(sight.page_words, words) if len(words) <= _LONGEST_ABOVE else ""
        if not label or _DIGIT.search(words):
            break
        labels.insert(0, label)
    if len(labels) > 1 and index - first < len(labels):
        return labels[index - first]
    return labels[-1] if labels and first == index else ""


def _called_by_box(sight: Sight, index: int) -> Label:
    """Return what the name of a date's box calls it."""
    hint = sight.document.boxes[sight.blocks[index].box].hint
    return "updated" if _UPDATED_HINT.search(hint) and "publi" not in hint else ""


def called(known: PageWords, words: str) -> Label:
    """Return what the last label in some words says, '' where they hold none.

    Pages of Persian and Urdu write their letters in several ways, so both are levelled.
    Of two that end together the longer says more ("更新时间" and "时间"). What is said of the whole site
    ("Site last updated:") says nothing. A label that stands in both lists ("Stand" on German pages) says
    as of when the page holds.
    """
    return _last_label(known, words)[0]


def calls_update(known: PageWords, words: str, within: int) -> bool:
    """Return whether the last label in some words, so close to their end, is one of an update."""
    name, end = _last_label(known, words)
    return name in ("updated", "as of") and len(words) - end <= within


def _is_ended_by_label(known: PageWords, words: str) -> bool:
    """Return whether some words hold a label, and nothing behind it that it could belong to."""
    name, end = _last_label(known, words)
    return bool(name) and not _DIGIT.search(words[end : end + _LABELLED_WITHIN])


def _last_label(known: PageWords, words: str) -> tuple[Label, int]:
    """Return what the last label in some words says, and where it ends."""
    lower = levelled(words.lower())
    if not _WORD.search(lower):
        return "", 0
    best = (-1, 0)
    name: Label = ""
    for label, role in [pair for pair in _labels(known) if pair[0] in lower]:
        start = lower.rfind(label)
        place = (start + len(label), len(label))
        if place > best and _stands_alone(lower, start, len(label)):
            best, name = place, role
    is_of_site = name == "updated" and lower[: best[0] - best[1]].rstrip().endswith(known.of_site or ("\0",))
    return ("" if is_of_site else name), max(0, best[0])


@functools.lru_cache(maxsize=64)
def _labels(known: PageWords) -> tuple[tuple[str, Label], ...]:
    """Return a language's labels for dates as pages spell them, and the English ones, with what each says."""
    return tuple((_roles(load_language("en").page_words) | _roles(known)).items())


def _roles(known: PageWords) -> dict[str, Label]:
    roles: dict[str, Label] = {}
    for role, labels in (("published", known.published), ("updated", known.updated)):
        for label in map(levelled, labels):
            roles[label] = "as of" if roles.get(label, role) != role else role  # type: ignore[assignment]
    return roles


def _stands_alone(words: str, start: int, length: int) -> bool:
    """Return whether a label is a word of its own; scripts without spaces divide no words."""
    if words[start] >= _FIRST_WIDE:
        return True
    before, after = words[max(0, start - 1) : start], words[start + length : start + length + 1]
    return not before.isalpha() and not after.isalpha()
