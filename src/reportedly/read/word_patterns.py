"""Patterns built around the words of a language, made when a text first holds one of the words.

A pattern of a language compiles in one to three milliseconds, as long as a page takes to parse, and
most pages have no use for most of them.
"""

import re
from collections.abc import Iterable, Iterator

# What a pattern that heeds no case takes for one letter, beside what lower case makes one.
# Replaced one after another: for a page's text that takes a tenth of the time of `translate`.
_ONE_LETTER = (("ı", "i"), ("ς", "σ"), ("ſ", "s"), ("ß", "s"))


def either(words: Iterable[str]) -> str:
    """Return a pattern's text for any of some words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


class WordPattern:
    """A pattern that matches nothing without one of its words, in any case.

    Looking for the words alone costs a tenth of the matching, and in a text that holds none the pattern
    is not even made.
    """

    def __init__(self, words: Iterable[str], pattern: str, flags: int = re.IGNORECASE) -> None:
        self._words = tuple(dict.fromkeys(_levelled(word) for word in words))
        self._source = pattern, flags
        self._made: re.Pattern[str] | None = None

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match anywhere in a text."""
        pattern = self._for(text)
        return pattern.search(text) if pattern else None

    def match(self, text: str) -> re.Match[str] | None:
        """Return the match that a text begins with."""
        pattern = self._for(text)
        return pattern.match(text) if pattern else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return the match of a whole text."""
        pattern = self._for(text)
        return pattern.fullmatch(text) if pattern else None

    def finditer(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """Return the matches between two places of a text, which stay places of the whole text."""
        pattern = self._for(text[start:end])
        return pattern.finditer(text, start, end) if pattern else iter(())

    def _for(self, text: str) -> re.Pattern[str] | None:
        """Return the pattern for a text that holds one of the words, None for others."""
        lower = text.lower() if text.isascii() else _levelled(text)
        for word in self._words:
            if word in lower:
                if self._made is None:
                    self._made = re.compile(*self._source)
                return self._made
        return None


def _levelled(words: str) -> str:
    # "İ" alone becomes two letters in lower case.
    words = words.replace("İ", "i").lower()
    for written, letter in _ONE_LETTER:
        words = words.replace(written, letter)
    return words
