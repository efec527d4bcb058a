"""The names of organisations: ministries, parties, papers, and their short forms."""

import re
from collections.abc import Sequence

from reportedly.actors.bodies_named import body_before, quoted_name
from reportedly.actors.mentions import NameMention, Spellings, is_title, run_end
from reportedly.actors.titles import names_body
from reportedly.actors.tokens import Token
from reportedly.language import Titles

_MOST_COMPLEMENTS = 3  # "Front for the Liberation of the Delta"
_LONGEST_QUOTED = 5  # words of a name in quotation marks; longer ones are sayings
_OPENS_NAME = re.compile(r" [«„“\"]")
_LONGEST_ACRONYM = 6  # letters; longer words in capitals are names set in capitals


def read_organisation(
    tokens: Sequence[Token], start: int, stop: int, titles: Titles, spelt: Spellings
) -> NameMention | None:
    """Return the organisation a run names, with the "of …" behind it; None where no word says so."""
    words = [tokens[place].low for place in range(start, stop)]
    named = start > 1 and tokens[start - 1].low in titles.naming and names_body(tokens[start - 2].low, titles)
    if named or body_before(tokens, start, titles):
        return _introduced(tokens, start, stop, titles)
    acronym = _bracketed(tokens, start, stop)
    is_short_form = stop - start == 1 and tokens[start].upper and _is_acronym(tokens[start], spelt)
    if is_short_form and words[0] in titles.demonyms:  # "the U.S." is a country
        return None
    if not (acronym or is_short_form or any(names_body(low, titles) for low in words)):
        return None
    for _ in range(_MOST_COMPLEMENTS if not acronym else 0):
        stop = _with_complement(tokens, stop, titles)
    is_noun = titles.capital_nouns and stop - start == 1 and not (acronym or is_short_form)
    if is_noun and not (start and tokens[start - 1].low in titles.articles):
        return None  # "Betriebe" are no organisation, "die Polizei" may be one
    if not acronym and names_body(tokens[stop - 1].low, titles):
        stop = _with_quoted(tokens, stop) or _with_genitives(tokens, stop, titles)
    return _body(tokens, start, stop, acronym or _bracketed(tokens, start, stop), titles)


def read_small_body(tokens: Sequence[Token], start: int, titles: Titles) -> NameMention | None:
    """Return the organisation whose name opens with a small word: "ministère de l'Intérieur"."""
    if not titles.small_bodies or not names_body(tokens[start].low, titles):
        return None
    if start + 1 < len(tokens) and body_before(tokens, start + 1, titles) and tokens[start + 1].capital:
        return None  # the name is read by itself
    stop = _with_quoted(tokens, start + 1) or _with_complement(tokens, start + 1, titles)
    return _body(tokens, start, stop, "", titles) if stop > start + 1 else None


def _introduced(tokens: Sequence[Token], start: int, stop: int, titles: Titles) -> NameMention:
    """Return the organisation whose word stands before its name: "l'entreprise Verre et Lumière"."""
    stop = quoted_name(tokens, start) or _with_joined(tokens, stop, titles)
    for _ in range(_MOST_COMPLEMENTS):
        stop = _with_complement(tokens, stop, titles)
    return _body(tokens, start, stop, "", titles)


def _with_joined(tokens: Sequence[Token], stop: int, titles: Titles) -> int:
    """Return the place behind "and Y": "Verre et Lumière"."""
    if stop + 1 >= len(tokens) or tokens[stop].low not in titles.conjunctions:
        return stop
    is_joined = tokens[stop].glued and tokens[stop + 1].glued and tokens[stop + 1].capital
    return stop + 2 if is_joined else stop


def _body(tokens: Sequence[Token], start: int, stop: int, acronym: str, titles: Titles) -> NameMention:
    keys = tuple(
        tokens[place].key for place in range(start, stop) if tokens[place].low not in titles.articles
    )
    return NameMention(first=start, name=start, stop=stop, keys=keys, organisation=True, acronym=acronym)


def _with_quoted(tokens: Sequence[Token], stop: int) -> int | None:
    """Return the place behind the quotation marks that hold the name of a body: "Компания «Торф»"."""
    if stop >= len(tokens) or not tokens[stop].capital or not _OPENS_NAME.fullmatch(tokens[stop].gap):
        return None
    end = stop
    while end < len(tokens) and end - stop <= _LONGEST_QUOTED and tokens[end].quoted:
        end += 1
    return end if end - stop <= _LONGEST_QUOTED else None


def _with_genitives(tokens: Sequence[Token], stop: int, titles: Titles) -> int:
    """Return the place behind the small words in the genitive that say of what a body is."""
    end = stop
    while end < len(tokens) and end - stop < _MOST_COMPLEMENTS and titles.genitive_endings:
        token = tokens[end]
        is_genitive = token.low.endswith(titles.genitive_endings) and not token.low.endswith(
            titles.verb_endings
        )
        ends_so = is_genitive or (end > stop and tokens[end - 1].low.endswith(titles.adjective_endings))
        is_tie = token.low in titles.prepositions or token.low in titles.conjunctions
        if not ends_so or not token.glued or token.capital or is_tie:
            break
        end += 1
    return end


def _is_acronym(token: Token, spelt: Spellings) -> bool:
    """Return whether a word all in capitals is a short form and no surname set in capitals."""
    return (
        token.key not in spelt.capital
        and len(token.low.replace(".", "").replace("-", "")) <= _LONGEST_ACRONYM
    )


def _with_complement(tokens: Sequence[Token], stop: int, titles: Titles) -> int:
    """Return the place behind "of (the) Y" where that follows and Y is no titled person."""
    place = stop
    if place >= len(tokens) or not tokens[place].glued or tokens[place].low not in titles.of:
        return stop
    place += 1
    opening = titles.articles | titles.indefinite
    while place < len(tokens) and tokens[place].glued and tokens[place].low in opening:
        place += 1
    if place >= len(tokens) or not (tokens[place].glued and tokens[place].capital):
        return stop
    end = run_end(tokens, place, titles)
    return stop if any(is_title(tokens[at].low, titles) for at in range(place, end)) else end


def _bracketed(tokens: Sequence[Token], start: int, stop: int) -> str:
    """Return the short form in brackets behind a run, where its letters come from the run's words."""
    if stop >= len(tokens) or not tokens[stop].upper or not tokens[stop].gap.endswith("("):
        return ""
    initials = {tokens[place].key[0] for place in range(start, stop)}
    return tokens[stop].key if tokens[stop].key[0] in initials else ""
