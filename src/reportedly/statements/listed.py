"""Listed words and phrases found in a stretch of text: the earliest first, the longest of those that fit."""

import functools
import re
from collections.abc import Iterator, Sequence

from reportedly.records import Span

_GAP = "…"
_LETTERS = r"[\w\u200c]*"
_APOSTROPHE = "['’ʼ]"
_RUN = re.compile(r"\w+")
_DIGITS = "0123456789"


class Listing:
    """Entries of a language's data, as `Acts` describes them, ready to be found in text.

    `labelled` gives each label its entries; those under "" are found and left out, for they only look
    like the others.
    """

    def __init__(
        self, labelled: dict[str, Sequence[str]], no_gap: Sequence[str] = (), *, is_spaced: bool
    ) -> None:
        entries = [(entry, label) for label, group in labelled.items() for entry in group]
        entries.sort(key=lambda each: (-len(each[0].split()), -len(each[0]), each))
        self._labels = [label for _, label in entries]
        pattern = "|".join(f"({_pattern(entry, tuple(no_gap), is_spaced=is_spaced)})" for entry, _ in entries)
        edges = (r"(?<!\w)", r"(?!\w)") if is_spaced else ("", "")
        whole = f"{edges[0]}(?:{pattern}){edges[1]}"
        self._pattern = re.compile(whole, re.IGNORECASE) if entries else None
        openings = {word for entry, _ in entries for word in _openings(entry)} if is_spaced else {""}
        self._first = frozenset(word for word in openings if not word.endswith("*"))
        self._prefixes = tuple(word.rstrip("*") for word in openings if word.endswith("*"))
        self._is_spaced = is_spaced

    def label_at(self, text: str, start: int, end: int) -> tuple[str, Span] | None:
        """Return the label of the longest entry that begins at `start` and ends by `end`, and its place."""
        run = _RUN.match(text, start, end) if self._is_spaced else None
        if self._pattern is None or (run is not None and not self._may_open(run.group().lower())):
            return None
        match = self._pattern.match(text, start, end)
        return self._labelled(match) if match else None

    def all_in(self, text: str, span: Span) -> Iterator[Span]:
        """Yield where entries stand in a stretch of text, in order, none inside another."""
        for match in self._matches(text, span):
            label, place = self._labelled(match)
            if label:
                yield place

    def _matches(self, text: str, span: Span) -> Iterator[re.Match[str]]:
        """Yield the matches; where words are spaced the whole pattern is tried at words that can open one."""
        if self._pattern is None:
            return
        if not self._is_spaced:
            yield from self._pattern.finditer(text, span.start, span.end)
            return
        end = span.start
        for run in _RUN.finditer(text, span.start, span.end):
            word = run.group().lower()
            if run.start() < end or not self._may_open(word):
                continue
            match = self._pattern.match(text, run.start(), span.end)
            if match is not None:
                end = match.end()
                yield match

    def _may_open(self, word: str) -> bool:
        """Return whether some entry can begin with a word."""
        return word in self._first or word.startswith(self._prefixes)

    def _labelled(self, match: re.Match[str]) -> tuple[str, Span]:
        return self._labels[(match.lastindex or 1) - 1], Span(match.start(), match.end())


def _openings(entry: str) -> Iterator[str]:
    """Yield how the first run of letters of an entry can read, `*` behind what more letters may follow."""
    for word in entry.split()[0].split("|"):
        if word.startswith("#"):
            yield from (f"{digit}*" for digit in _DIGITS)
            continue
        run = _RUN.match(word)
        if run is not None:
            yield run.group() + ("*" if word[run.end() :].startswith("*") else "")


@functools.cache
def _pattern(entry: str, no_gap: tuple[str, ...], *, is_spaced: bool) -> str:
    """Return the regular expression of one entry."""
    blank = r"\s+" if is_spaced else r"\s*"
    stops = "|".join(map(re.escape, no_gap))
    gap = rf"(?:\s+(?!(?:{stops})\b)[\w'’\-]+){{0,5}}?"
    parts: list[str] = []
    for token in entry.split():
        if token == _GAP:
            parts.append(gap)
        else:
            parts.append((blank if parts else "") + _word(token))
    return "".join(parts)


def _word(token: str) -> str:
    """Return the regular expression of one word of an entry, with its alternatives."""
    words = (
        re.escape(word).replace(r"\*", _LETTERS).replace(r"\#", r"\d+").replace("'", _APOSTROPHE)
        for word in token.split("|")
    )
    return f"(?:{'|'.join(words)})"
