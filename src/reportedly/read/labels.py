"""Lines that are about the page, not of the article: dates, codes, form labels."""

import re

from reportedly.language import PageWords
from reportedly.read.shown_dates import find_dates

# A line about the page is short; a longer one that holds a date tells a story.
_LONGEST_LABEL = 120
_CODE = re.compile(r"[:：#]\s*\S*\d")


def is_label(line: str, labels: PageWords, language: str) -> bool:
    """Return whether a line is a fact about the page: a labelled date or code, or nothing but dates."""
    if len(line) > _LONGEST_LABEL:
        return False
    lower = line.lower()
    if any(lower.startswith(word) for word in labels.story_code) and _CODE.search(line):
        return True
    dates = [span for span, _ in find_dates(line, language)]
    if not dates:
        return False
    rest = lower
    for span in reversed(dates):
        rest = rest[: span.start] + "|" + rest[span.end :]
    names = (*labels.published, *labels.updated)
    return all(part.strip(" :·-–—,()") in ("", *names) for part in rest.split("|"))


def is_form_label(line: str, labels: PageWords) -> bool:
    """Return whether a line is a label of a comment form ("Post a comment", "Your Name *")."""
    return line.lower().strip(" *:：.!") in labels.comment_form


def is_correction(line: str, labels: PageWords) -> bool:
    """Return whether a line is a notice of what was corrected after publishing."""
    lower = line.lower()
    return any(lower.startswith(f"{word}:") for word in labels.correction)
