"""Rows of words that mean a time: the longest that the language's forms know, from left to right."""

from collections.abc import Iterator, Sequence

import msgspec

from reportedly.dates.figures import Token
from reportedly.dates.lexicon import Lexicon, Node
from reportedly.dates.lookup import Value
from reportedly.dates.tokens import are_near
from reportedly.records import Span

Slots = tuple[tuple[str, Value], ...]


class Match(msgspec.Struct, frozen=True):
    """A row of words that means a time: what kind, and the class and value of each of its words."""

    words: Span
    means: str
    slots: Slots

    def get(self, cls: str) -> Value | None:
        """Return the value of the first word of a class, None where no word is of it."""
        return next((value for key, value in self.slots if key == cls), None)

    def number(self, cls: str) -> int | None:
        """Return the value of the first word of a class as a number."""
        value = self.get(cls)
        return value if isinstance(value, int) else None

    def word(self, cls: str) -> str | None:
        """Return the value of the first word of a class as a word."""
        value = self.get(cls)
        return value if isinstance(value, str) else None

    def unit(self) -> str | None:
        """Return the unit that the row counts."""
        return self.word("U") or self.word("V") or self.word("I")

    def has(self, *words: str) -> bool:
        """Return whether one of these words stands in the row."""
        return any(key in words for key, _ in self.slots)


class _Found(msgspec.Struct, frozen=True):
    length: int
    rank: int
    means: str
    slots: Slots


def find_matches(text: str, tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[Match]:
    """Yield the rows of words that mean a time, in order; none overlaps another."""
    at, begins = 0, lexicon.root.onward.keys()
    while at < len(tokens):
        if begins.isdisjoint(tokens[at].keys):
            at += 1
            continue
        found = _longest(text, tokens, at, lexicon)
        if found is None:
            at += 1
            continue
        last = tokens[at + found.length - 1]
        yield Match(Span(tokens[at].start, last.end), found.means, found.slots)
        at += found.length


def _longest(text: str, tokens: Sequence[Token], at: int, lexicon: Lexicon) -> _Found | None:
    """Return the longest row from a token on; of two as long, that of the rule that stands first."""
    best: _Found | None = None
    waiting: list[tuple[Node, int, Slots]] = [(lexicon.root, 0, ())]
    while waiting:
        node, length, slots = waiting.pop()
        if node.means is not None and (best is None or (-length, node.rank) < (-best.length, best.rank)):
            best = _Found(length, node.rank, node.means, slots)
        here = at + length
        if (
            here >= len(tokens)
            or not node.onward
            or (length and not are_near(text, tokens[here - 1], tokens[here]))
        ):
            continue
        for key, value in tokens[here].keys.items():
            onward = node.onward.get(key)
            if onward is not None:
                waiting.append((onward, length + 1, (*slots, (key, value))))
    return best
