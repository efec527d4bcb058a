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
        self._entries = entries
        self._no_gap = tuple(no_gap)
        self._is_spaced = is_spaced
        self._openings = [tuple(_openings(entry)) for entry, _ in entries]
        openings = {opening for each in self._openings for opening in each}
        self._first = frozenset(opening for opening in openings if not opening.endswith("*"))
        self._prefixes = tuple(opening[:-1] for opening in openings if opening.endswith("*"))
        # What can begin with a word, made when the word is first met.
        self._by_word: dict[str, _Choice | None] = {}

    def label_at(self, text: str, start: int, end: int) -> tuple[str, Span] | None:
        """Return the label of the longest entry that begins at `start` and ends by `end`, and its place."""
        run = _RUN.match(text, start, end) if self._is_spaced else None
        choice = self._choice(run.group().lower() if run else "")
        return choice.at(text, start, end) if choice else None

    def all_in(self, text: str, span: Span) -> Iterator[Span]:
        """Yield where entries stand in a stretch of text, in order, none inside another."""
        for label, place in self._places(text, span):
            if label:
                yield place

    def _places(self, text: str, span: Span) -> Iterator[tuple[str, Span]]:
        """Yield label and place of each entry found, those that only look like others too."""
        end = span.start
        for start, word in self._beginnings(text, span):
            choice = self._choice(word) if start >= end else None
            found = choice.at(text, start, span.end) if choice else None
            if found is not None:
                end = found[1].end
                yield found

    def _beginnings(self, text: str, span: Span) -> Iterator[tuple[int, str]]:
        """Yield where an entry can begin, with the word there; in scripts without spaces that is anywhere."""
        if not self._is_spaced:
            yield from ((start, "") for start in range(span.start, span.end))
            return
        for run in _RUN.finditer(text, span.start, span.end):
            yield run.start(), run.group().lower()

    def _choice(self, word: str) -> "_Choice | None":
        """Return the entries that can begin with a word; all of them for no word."""
        if word and not (word in self._first or word.startswith(self._prefixes)):
            return None
        if word not in self._by_word:
            fits = [
                entry
                for entry, openings in zip(self._entries, self._openings, strict=True)
                if not word or any(_may_open(opening, word) for opening in openings)
            ]
            self._by_word[word] = _Choice(fits, self._no_gap, is_spaced=self._is_spaced) if fits else None
        return self._by_word[word]


class _Choice:
    """Some entries as one regular expression, the longest first."""

    def __init__(
        self, entries: Sequence[tuple[str, str]], no_gap: tuple[str, ...], *, is_spaced: bool
    ) -> None:
        self._labels = [label for _, label in entries]
        pattern = "|".join(f"({_pattern(entry, no_gap, is_spaced=is_spaced)})" for entry, _ in entries)
        edges = (r"(?<!\w)", r"(?!\w)") if is_spaced else ("", "")
        self._pattern = re.compile(f"{edges[0]}(?:{pattern}){edges[1]}", re.IGNORECASE)

    def at(self, text: str, start: int, end: int) -> tuple[str, Span] | None:
        """Return label and place of the entry that begins at `start` and ends by `end`, None if none does."""
        match = self._pattern.match(text, start, end)
        if match is None:
            return None
        return self._labels[(match.lastindex or 1) - 1], Span(match.start(), match.end())


def _may_open(opening: str, word: str) -> bool:
    return word.startswith(opening[:-1]) if opening.endswith("*") else word == opening


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
