"""Listed words and phrases, looked up in a sentence."""

import re
from collections.abc import Iterable, Sequence

from reportedly.statements.speakers import Range
from reportedly.text import Word

_ANY = "*"


class Phrases:
    """A list of words and phrases of a language, to be found in a sentence; `*` stands for any letters."""

    def __init__(self, entries: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        patterns = []
        for entry in sorted(entries, key=lambda each: -len(each.split())):
            if _ANY in entry:
                patterns.append(re.escape(entry).replace(r"\*", ".*"))
            else:
                first, *rest = entry.split()
                self._by_first.setdefault(first, []).append(tuple(rest))
        self._pattern = re.compile("|".join(patterns)) if patterns else None
        # The statements of one sentence ask for the same words one after the other.
        self._last: tuple[Sequence[Word], int, int, list[Range]] | None = None

    def length_at(self, words: Sequence[Word], at: int, end: int) -> int:
        """Return how many words the longest listed phrase at `at` has that ends by `end`, 0 for none."""
        lower = words[at].lower
        for rest in self._by_first.get(lower, ()):
            stop = at + 1 + len(rest)
            if stop <= end and all(words[at + 1 + i].lower == word for i, word in enumerate(rest)):
                return 1 + len(rest)
        return 1 if self._pattern is not None and self._pattern.fullmatch(lower) else 0

    def first_in(self, words: Sequence[Word], start: int, end: int) -> Range | None:
        """Return the first listed phrase between two places."""
        return next(iter(self.all_in(words, start, end)), None)

    def all_in(self, words: Sequence[Word], start: int, end: int) -> list[Range]:
        """Return the listed phrases between two places in order, none inside another."""
        last = self._last
        if last is not None and last[0] is words and last[1:3] == (start, end):
            return last[3]
        found: list[Range] = []
        for at in range(start, end):
            if self._pattern is None and words[at].lower not in self._by_first:
                continue
            length = self.length_at(words, at, end)
            if length and (not found or found[-1][1] <= at):
                found.append((at, at + length))
        self._last = (words, start, end, found)
        return found

    def holds(self, word: str) -> bool:
        """Return whether a single word is listed."""
        if () in self._by_first.get(word, ()):
            return True
        return self._pattern is not None and self._pattern.fullmatch(word) is not None
