"""Where the sentences of a paragraph stand."""

import re
from collections.abc import Iterator

from reportedly.records import Span

# Marks that end a sentence in the scripts we read; the later ones need no space after them.
SPACED_ENDS = ".!?؟۔।…"
UNSPACED_ENDS = "。！？"

_END = re.compile(rf"[{SPACED_ENDS}]+[\"'”’»«“)\]]*(?=\s)|[{UNSPACED_ENDS}]+[”’」』）]*")
_WORD_BEFORE = re.compile(r"[\w.]{1,20}$")


def ends_sentence(word: str, following: str, abbreviations: frozenset[str]) -> bool:
    """Return whether a full stop after `word` ends a sentence when `following` comes next.

    `word` is the lower-case word before the stop, without it; a single letter is an initial.
    """
    if not following:
        return True
    if following[0].islower():
        return False
    return word not in abbreviations and not (len(word) == 1 and word.isalpha())


def sentences_of(text: str, span: Span, abbreviations: frozenset[str] = frozenset()) -> Iterator[Span]:
    """Yield the sentences inside `span` in order, trimmed; together they hold all its words."""
    start = span.start
    for match in _END.finditer(text, span.start, span.end):
        following = text[match.end() : min(match.end() + 80, span.end)].lstrip()
        before = _WORD_BEFORE.search(text, max(start, match.start() - 20), match.start())
        word = before.group().lower() if before else ""
        is_stop = match.group()[0] == "."
        if is_stop and not ends_sentence(word, following, abbreviations):
            continue
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, span.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the stretch without white space at its ends, or nothing where nothing is left."""
    piece = text[start:end]
    body = piece.strip()
    if body:
        begin = start + len(piece) - len(piece.lstrip())
        yield Span(begin, begin + len(body))
