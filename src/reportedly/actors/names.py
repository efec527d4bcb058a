"""The names that stand in an article, person by person and organisation by organisation."""

from collections.abc import Sequence

import msgspec

from reportedly.actors.titles import Office, office_head, read_office
from reportedly.actors.tokens import Token
from reportedly.language import Titles

_LONGEST_NAME = 6  # words; longer runs of capitals are headlines or lists, not people


class NameMention(msgspec.Struct, frozen=True, kw_only=True):
    """A name where it stands. `first` is the place of its first title, `name` that of its first name
    word, `stop` the place behind its last word; `keys` are the words as names are compared.

    `gender` is `he`, `she` or empty, `offices` are the titles it carries, `acronym` what a bracket behind
    it gives as its short form.
    """

    first: int
    name: int
    stop: int
    keys: tuple[str, ...]
    organisation: bool = False
    titled: bool = False
    gender: str = ""
    offices: tuple[Office, ...] = ()
    acronym: str = ""


def find_names(
    tokens: Sequence[Token], titles: Titles, unread: frozenset[int] = frozenset()
) -> tuple[NameMention, ...]:
    """Return every run of capital words that can be a name, in text order, titles told from names.

    Sentences whose numbers are in `unread` are left out: where every word has a capital, none tells.
    """
    seen_low = {token.low for token in tokens if not token.capital}
    found: list[NameMention] = []
    place = 0
    while place < len(tokens):
        if not tokens[place].capital or tokens[place].sentence in unread:
            place += 1
            continue
        stop = _run_end(tokens, place, titles)
        start = _without_openers(tokens, place, stop, titles, seen_low)
        stop_here = stop
        if start < stop:
            mention = _read_run(tokens, start, stop, titles)
            if mention:
                found.append(mention)
                stop_here = max(stop, mention.stop)
        place = stop_here
    return tuple(found)


def _run_end(tokens: Sequence[Token], start: int, titles: Titles) -> int:
    """Return the place behind the run of capital words (and the particles among them) at `start`."""
    place = start + 1
    while place < len(tokens) and tokens[place].glued and not tokens[place - 1].possessive:
        if tokens[place].capital:
            place += 1
            continue
        over = place
        while over < len(tokens) and tokens[over].low in titles.particles and tokens[over].glued:
            over += 1
        if over == place or over >= len(tokens) or not (tokens[over].glued and tokens[over].capital):
            break
        place = over + 1
    return place


def _without_openers(
    tokens: Sequence[Token], start: int, stop: int, titles: Titles, seen_low: set[str]
) -> int:
    """Return where the run begins once words that are capital for another reason are left out."""
    while start < stop and (
        tokens[start].low in titles.openers
        or (tokens[start].first and _only_opens(tokens[start], titles, seen_low))
    ):
        start += 1
    return start


def _only_opens(token: Token, titles: Titles, seen_low: set[str]) -> bool:
    """Return whether a word at the head of a sentence has its capital from there."""
    if token.low in titles.given_he or token.low in titles.given_she or _is_title(token.low, titles):
        return False
    return token.low in seen_low or token.low.endswith(titles.opener_endings)


def _is_title(low: str, titles: Titles) -> bool:
    return _is_honorific(low, titles) or office_head(low, titles) is not None


def _is_honorific(low: str, titles: Titles) -> bool:
    return low in titles.honorifics or low in titles.honorifics_he or low in titles.honorifics_she


def _read_run(tokens: Sequence[Token], start: int, stop: int, titles: Titles) -> NameMention | None:
    """Return what a run of capital words names; None where it is a bare title."""
    name = _behind_titles(tokens, start, stop, titles)
    if name == stop:
        return None
    if name == start:
        named = _organisation(tokens, start, stop, titles)
        if named:
            return named
    if stop - name > _LONGEST_NAME:
        return None
    return _person(tokens, start, name, stop, titles)


def _behind_titles(tokens: Sequence[Token], start: int, stop: int, titles: Titles) -> int:
    """Return the place behind the last title of the run; a title behind a given name is a surname."""
    behind = start
    for place in range(start, stop):
        low = tokens[place].low
        if low in titles.given_he or low in titles.given_she:
            break
        if _is_title(low, titles):
            behind = place + 1
    if behind == start and stop - start > 2 and tokens[start].low in titles.demonyms:
        return start + 1
    if behind == start and stop - start > 2 and _head_of_complement(tokens, start, titles) is not None:
        return _behind_place(tokens, start, stop, titles)
    return behind


def _behind_place(tokens: Sequence[Token], start: int, stop: int, titles: Titles) -> int:
    """Return where the name begins in "mayor of Port Selm Ana Torv": at a given name or two words."""
    given = (place for place in range(start + 1, stop) if _given(tokens[place].low, titles))
    return next(given, stop - 2)


def _person(tokens: Sequence[Token], start: int, name: int, stop: int, titles: Titles) -> NameMention:
    while stop - name > 1 and tokens[stop - 1].low in titles.suffixes:
        stop -= 1
    offices = _offices_of(tokens, start, name, titles)
    keys = tuple(tokens[place].key for place in range(name, stop))
    gender = _gender(tokens, start, name, titles) or next((o.gender for o in offices if o.gender), "")
    given = _given(tokens[name].low, titles)
    return NameMention(
        first=min((start, *(office.head_at for office in offices))),
        name=name,
        stop=stop,
        keys=keys,
        titled=name > start or bool(offices) or (bool(given) and len(keys) > 1),
        gender=gender or (given if len(keys) > 1 else ""),
        offices=offices,
    )


def _given(low: str, titles: Titles) -> str:
    """Return `he` or `she` where a given name is one of the common ones, else nothing."""
    first = low.split("-")[0]
    return "he" if first in titles.given_he else "she" if first in titles.given_she else ""


def _gender(tokens: Sequence[Token], start: int, name: int, titles: Titles) -> str:
    words = {tokens[place].low for place in range(start, name)}
    return "he" if words & titles.honorifics_he else "she" if words & titles.honorifics_she else ""


def _offices_of(tokens: Sequence[Token], start: int, name: int, titles: Titles) -> tuple[Office, ...]:
    """Return the offices before a name: those in the run, and the one right before it or "X of (the)"."""
    heads = [place for place in range(start, name) if office_head(tokens[place].low, titles)]
    before = start - 1
    if before >= 0 and tokens[start].glued and office_head(tokens[before].low, titles):
        heads.insert(0, before)
    offices = [read_office(tokens, place, titles, right=False) for place in heads]
    over = None if name == start else _head_of_complement(tokens, start, titles)
    if over is not None:
        offices.insert(0, read_office(tokens, over, titles, right=True, until=name))
    return tuple(offices)


def _head_of_complement(tokens: Sequence[Token], start: int, titles: Titles) -> int | None:
    """Return the place of "Leader" in "Leader of the Islamic Revolution Ayatollah X" for its "Islamic"."""
    before = start - 1
    while before > 0 and tokens[before].low in titles.articles and tokens[before + 1].glued:
        before -= 1
    if before < 1 or tokens[before].low not in titles.of or not (tokens[before].glued and tokens[before + 1].glued):
        return None
    if _is_title(tokens[start].low, titles) or not office_head(tokens[before - 1].low, titles):
        return None
    return before - 1


def _organisation(tokens: Sequence[Token], start: int, stop: int, titles: Titles) -> NameMention | None:
    """Return the organisation a run names, with the "of …" behind it; None where no word says so."""
    words = [tokens[place].low for place in range(start, stop)]
    acronym = _bracketed(tokens, start, stop)
    is_short_form = stop - start == 1 and tokens[start].upper
    if is_short_form and words[0] in titles.demonyms:  # "the U.S." is a country
        return None
    if not (acronym or is_short_form or any(low in titles.organisations for low in words)):
        return None
    stop = stop if acronym else _with_complement(tokens, stop, titles)
    acronym = acronym or _bracketed(tokens, start, stop)
    keys = tuple(tokens[place].key for place in range(start, stop) if tokens[place].low not in titles.articles)
    return NameMention(first=start, name=start, stop=stop, keys=keys, organisation=True, acronym=acronym)


def _with_complement(tokens: Sequence[Token], stop: int, titles: Titles) -> int:
    """Return the place behind "of (the) Y" where that follows and Y is no titled person."""
    place = stop
    if place >= len(tokens) or not tokens[place].glued or tokens[place].low not in titles.of:
        return stop
    place += 1
    while place < len(tokens) and tokens[place].glued and tokens[place].low in titles.articles:
        place += 1
    if place >= len(tokens) or not (tokens[place].glued and tokens[place].capital):
        return stop
    end = _run_end(tokens, place, titles)
    return stop if any(_is_title(tokens[at].low, titles) for at in range(place, end)) else end


def _bracketed(tokens: Sequence[Token], start: int, stop: int) -> str:
    """Return the short form in brackets behind a run, where its letters come from the run's words."""
    if stop >= len(tokens) or not tokens[stop].upper or not tokens[stop].gap.endswith("("):
        return ""
    initials = {tokens[place].key[0] for place in range(start, stop)}
    return tokens[stop].key if tokens[stop].key[0] in initials else ""
