"""What an office before a name is tied to: "mayor of Lindmark Ana Torv", "secretary of state Ana Torv"."""

from collections.abc import Sequence

from reportedly.actors.mentions import is_title
from reportedly.actors.titles import office_head
from reportedly.actors.tokens import Token
from reportedly.language import Titles

_SMALL_COMPLEMENT = 2  # words: "secretary of foreign affairs X"


def place_behind(tokens: Sequence[Token], stop: int, titles: Titles) -> frozenset[str]:
    """Return the qualifier that "of Velmark" behind a name gives to the title before it."""
    if stop + 1 >= len(tokens) or not (tokens[stop].glued and tokens[stop + 1].glued):
        return frozenset()
    is_tied = tokens[stop].low in titles.of and tokens[stop + 1].capital
    return frozenset({tokens[stop + 1].key}) if is_tied else frozenset()


def head_of_small_complement(tokens: Sequence[Token], start: int, titles: Titles) -> int | None:
    """Return the place of "secretary" in "former secretary of state X", None where no office stands so."""
    for place in range(start - 1, max(start - 1 - _SMALL_COMPLEMENT, 1), -1):
        is_small = not tokens[place].capital and tokens[place].low not in titles.articles
        if not (is_small and tokens[place + 1].glued and tokens[place].glued):
            return None
        if tokens[place - 1].low in titles.office_ties:
            is_office = place > 1 and office_head(tokens[place - 2].low, titles) is not None
            return place - 2 if is_office and tokens[place - 1].glued else None
    return None


def head_of_complement(tokens: Sequence[Token], start: int, titles: Titles) -> int | None:
    """Return the place of "Leader" in "Leader of the Islamic Revolution Ayatollah X" for its "Islamic"."""
    before = start - 1
    while before > 0 and tokens[before].low in titles.articles and tokens[before + 1].glued:
        before -= 1
    if (
        before < 1
        or tokens[before].low not in titles.of
        or not (tokens[before].glued and tokens[before + 1].glued)
    ):
        return None
    if is_title(tokens[start].low, titles) or not office_head(tokens[before - 1].low, titles):
        return None
    return before - 1
