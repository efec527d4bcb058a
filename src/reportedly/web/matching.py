"""Where the words somebody searched for stand in a text, whatever their case and accents."""

import re
import unicodedata
from collections.abc import Sequence

import msgspec

from reportedly.records import Span

_WORDS = re.compile(r"\w+\*?")


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of text, and whether it is one of the words searched for."""

    text: str
    is_match: bool


def matched(text: str | None, query: str | None) -> tuple[Match, ...]:
    """Return `text` in stretches, with the words of `query` told apart; joined they are the text.

    As in the record's own search, a word matches whole, and one that ends in `*` as a beginning.
    """
    if not text:
        return ()
    found = _merged(_found(text, _WORDS.findall(_folded(query or "")[0])))
    stretches, at = [], 0
    for span in found:
        stretches += [Match(text=text[at : span.start], is_match=False)]
        stretches += [Match(text=span.of(text), is_match=True)]
        at = span.end
    stretches.append(Match(text=text[at:], is_match=False))
    return tuple(stretch for stretch in stretches if stretch.text)


def _found(text: str, words: Sequence[str]) -> list[Span]:
    """Return where any of the words begins a word of the text, in order."""
    folded, origins = _folded(text)
    hits = (hit for word in set(words) for hit in _pattern(word).finditer(folded))
    return sorted(Span(origins[hit.start()], origins[hit.end() - 1] + 1) for hit in hits)


def _pattern(word: str) -> re.Pattern[str]:
    """Return the pattern of a word; scripts that write without spaces match anywhere."""
    letters = re.escape(word.rstrip("*"))
    if unicodedata.east_asian_width(word[0]) == "W":
        return re.compile(letters)
    return re.compile(rf"\b{letters}" if word.endswith("*") else rf"\b{letters}\b")


def _merged(spans: Sequence[Span]) -> list[Span]:
    """Return the spans without overlaps, in order."""
    merged: list[Span] = []
    for span in spans:
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _folded(text: str) -> tuple[str, list[int]]:
    """Return the text without case and accents, and for each of its characters where it came from."""
    letters, origins = [], []
    for place, letter in enumerate(text):
        for part in unicodedata.normalize("NFKD", letter.casefold()):
            if not unicodedata.combining(part):
                letters.append(part)
                origins.append(place)
    return "".join(letters), origins
