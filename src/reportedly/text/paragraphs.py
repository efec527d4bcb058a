"""Where the paragraphs of running text stand."""

import re

from reportedly.records import Span

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")


def paragraphs_of(text: str) -> tuple[Span, ...]:
    """Return the paragraphs of running text: every line that is not blank, without the space around it.

    Blank lines between paragraphs make no difference. Offsets are code points of `text`.
    """
    found = (_trimmed(text, line.start(), line.end()) for line in _LINE.finditer(text))
    return tuple(span for span in found if span.start < span.end)


def _trimmed(text: str, start: int, end: int) -> Span:
    """Return the stretch without white space at its ends; empty at `end` where nothing else is there."""
    line = text[start:end]
    body = line.strip()
    if not body:
        return Span(end, end)
    begin = start + len(line) - len(line.lstrip())
    return Span(begin, begin + len(body))
