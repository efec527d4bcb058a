"""Organisations that other signs than capitals show: the word before them, quotation marks, their place."""

from collections.abc import Sequence

from reportedly.actors.mentions import NameMention
from reportedly.actors.titles import names_body
from reportedly.actors.tokens import Token
from reportedly.language import Titles

_LONGEST_QUOTED = 5  # words between quotation marks that can be a name; longer ones are said
_FEWEST_WORDS = 2  # of such a name: "the union" alone is none
_LONGEST_BODY = 7  # words of "Совет ветеранов труда Приморска"
_OPENING = '«„“"‹'
_CLOSING = '»“”"›'


def quoted_name(tokens: Sequence[Token], first: int) -> int | None:
    """Return the place behind a name that quotation marks enclose from `first` on, None where none does."""
    if not (tokens[first].gap[-1:] in _OPENING and tokens[first].gap and tokens[first].capital):
        return None
    for place in range(first + 1, min(first + _LONGEST_QUOTED + 1, len(tokens))):
        if tokens[place].gap[:1] in _CLOSING:
            return place
        if not tokens[place].glued:
            return None
    return len(tokens) if len(tokens) - first <= _LONGEST_QUOTED else None


def body_before(tokens: Sequence[Token], start: int, titles: Titles) -> bool:
    """Return whether a word for an organisation stands right before a name: "la empresa Aguas de Olvarra"."""
    if start == 0 or not titles.small_bodies or not names_body(tokens[start - 1].low, titles):
        return False
    is_quoted = quoted_name(tokens, start) is not None
    return is_quoted or (tokens[start].glued and not titles.case_endings)


def body_speaking(tokens: Sequence[Token], places: range, titles: Titles) -> NameMention | None:
    """Return the organisation that a speaker's words as a whole name, None where they name none.

    Its word opens the name ("le ministère de la Mer"), or stands second ("Торфяное товарищество"), and
    something of its own follows; or the name stands in quotation marks and is all of the words.
    """
    first = places.start
    while first < places.stop - 1 and tokens[first].low in titles.articles:
        first += 1
    stop = quoted_name(tokens, first)
    if stop is not None and stop >= places.stop:
        return _body(tokens, first, places.stop)
    if not titles.small_bodies or tokens[first].low in titles.indefinite:
        return None
    stop = _stop(tokens, first, places.stop, titles)
    words = [tokens[place] for place in range(first, stop)]
    head = next((at for at, word in enumerate(words[:2]) if names_body(word.low, titles)), None)
    if head is None or len(words) < _FEWEST_WORDS:
        return None
    has_cases = bool(titles.case_endings)
    if not has_cases and (head or not any(word.capital for word in words) or words[1].capital):
        return None  # "la empresa Aguas de Olvarra" is the name alone
    return _body(tokens, first, stop) if head == 0 or len(words) == _FEWEST_WORDS else None


def _stop(tokens: Sequence[Token], first: int, last: int, titles: Titles) -> int:
    """Return the place behind the words that can belong to a name: up to a comma or a preposition."""
    ties = titles.particles | titles.of
    for place in range(first + 1, min(last, first + _LONGEST_BODY)):
        low = tokens[place].low
        is_out = low in titles.relative or (low in titles.prepositions and low not in ties)
        if not tokens[place].glued or is_out:
            return place
    return min(last, first + _LONGEST_BODY)


def _body(tokens: Sequence[Token], first: int, stop: int) -> NameMention:
    keys = tuple(tokens[place].key for place in range(first, stop))
    return NameMention(first=first, name=first, stop=stop, keys=keys, organisation=True)
