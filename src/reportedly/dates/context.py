"""What a text has told so far of when: the day it is reckoned from, what was named, and the tense."""

import datetime
import re
from typing import Literal

import msgspec

from reportedly.dates.lexicon import Lexicon
from reportedly.dates.matching import Match
from reportedly.dates.spans_of_days import Days
from reportedly.records import Precision, Span

Tense = Literal["past", "future"] | None

# Code points around an expression among which a verb shows whether the past or the future is told.
_REACH = 90
# Most verbs stand before the words of time: one behind them counts as so many words farther away.
_BEHIND = 3
_NEAR_SUPERLATIVE = 4  # words before an expression
_TENSES: tuple[Tense, ...] = ("future", "past")
_INTENT = "is to"  # how words of an intent stand among the words of a clause
_WORD = re.compile(r"[^\W\d_]+")
# A dot behind one small letter ("p.m.") or within figures ends no clause.
_CLAUSE_END = re.compile(r"(?<!\b[a-z])\.(?!\d)|:(?!\d)|[;!?\n\"“”«»]")
# How many of the last named stretches are remembered.
_REMEMBERED = 12


class Context(msgspec.Struct):
    """The day that a text is reckoned from, and the stretches of days that it has named, the last first.

    `quarter` is the one that a text reports on; `is_of_months` says that it went on to longer figures since
    ("for the nine months"), whose like lies a year back.
    """

    text: str
    lexicon: Lexicon
    anchor: datetime.date
    named: list[Days] = []
    quarter: Days | None = None
    is_of_months: bool = False

    def remember(self, days: Days) -> None:
        """Take note of a stretch of days that the text has named."""
        if days.first is not None:
            self.named.insert(0, days)
            del self.named[_REMEMBERED:]

    def report_on(self, quarter: Days) -> None:
        """Take note of the quarter that the text reports on; comparisons reckon from it."""
        self.is_of_months = False
        if self.quarter is None or (quarter.last is not None and quarter.last <= self.anchor):
            self.quarter = quarter

    def last_named(self, *precisions: Precision) -> Days | None:
        """Return the stretch of one of these sizes that was named last."""
        return next((days for days in self.named if days.precision in precisions), None)

    def count(self, match: Match) -> int | None:
        """Return how many units a row counts, without a half; None where it has no count."""
        if match.get("I") is not None:
            return 2
        count = match.number("N")
        return match.number("K") if count is None else count

    def is_half(self, match: Match) -> bool:
        """Return whether a row adds half of a unit to its count, or means half of one."""
        return match.get("K") is not None or match.has(*self.lexicon.data.half_words)

    def tense(self, words: Span) -> Tense:
        """Return whether the clause around some words tells of what was or of what is to come."""
        before = self._finite(_clause_before(self.text, words.start))
        sides = (before[::-1], self._finite(_clause_after(self.text, words.end)))
        if sides[0][:1] and sides[0][0] in self.lexicon.data.future_before:
            return "past" if self._nearest(sides[0], "past") < self._nearest(sides[0], "future") else "future"
        if before:  # "the vote on Tuesday will …" tells when the vote was, not what will be
            first = sides[1][:1]
            if first and self._tells(first[0], "future"):
                sides = (sides[0], sides[1][1:])
        ahead, behind = (
            min(self._nearest(sides[0], tense), self._nearest(sides[1], tense) + _BEHIND) for tense in _TENSES
        )
        if ahead == behind:
            return None
        return "future" if ahead < behind else "past"

    def compares(self, words: Span) -> bool:
        """Return whether a clause sets something above all else of a stretch: "for the first time in …"."""
        data = self.lexicon.data
        near = _clause_before(self.text, words.start)[-_NEAR_SUPERLATIVE:]
        return any(word in data.superlatives or word.endswith(data.superlative_endings) for word in near)

    def _finite(self, words: list[str]) -> list[str]:
        """Return the words that can tell a tense, those of an intent ("is to") written as one.

        Participles of passives and those that describe a noun tell no past.
        """
        data = self.lexicon.data
        skipped = {*data.passives, *data.describing}
        joined: list[str] = []
        for i, word in enumerate(words):
            if word in data.intended and i and words[i - 1] in data.intents:
                joined.append(_INTENT)
            elif not i or (words[i - 1] not in skipped and not self._is_infinitive(words[i - 1], word)):
                joined.append(word)
        return joined

    def _is_infinitive(self, before: str, word: str) -> bool:
        """Return whether a verb that looks like a past ("hit") is an infinitive: "expected to hit"."""
        return before in self.lexicon.data.infinitives and word in self.lexicon.past

    def _nearest(self, words: list[str], tense: Tense) -> int:
        """Return how many words away the nearest sign of a tense stands; far off where none does."""
        return next((i for i, word in enumerate(words) if self._tells(word, tense)), _REACH)

    def _tells(self, word: str, tense: Tense) -> bool:
        if tense == "future":
            return word == _INTENT or word in self.lexicon.future
        endings = self.lexicon.data.past_endings
        return word in self.lexicon.past or (word.endswith(endings) and word not in self.lexicon.future)


def _clause_before(text: str, at: int) -> list[str]:
    start = max(0, at - _REACH)
    ends = [match.end() for match in _CLAUSE_END.finditer(text, start, at)]
    return [word.lower() for word in _WORD.findall(text, ends[-1] if ends else start, at)]


def _clause_after(text: str, at: int) -> list[str]:
    end = _CLAUSE_END.search(text, at, min(len(text), at + _REACH))
    reach = end.start() if end else min(len(text), at + _REACH)
    return [word.lower() for word in _WORD.findall(text, at, reach)]
