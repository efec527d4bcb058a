"""What a speaker's words name where a script has no capital letters: somebody, an organisation, or nobody."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from reportedly.actors.speakers import pronoun_kind
from reportedly.actors.titles import names_body
from reportedly.actors.tokens import Token
from reportedly.language import Titles

_LONGEST_NAME = 5  # words left of a speaker once titles are off; longer ones are phrases, not names
_LONGEST_BESIDE = 4  # words of a name that a comma parts from its title
_A_NAME = 2  # words of a given name and a surname: so many are taken where more are left behind a title
_FEWEST_OF_BODY = 2  # words of an organisation's name: "the ministry" alone is none


class Words(msgspec.Struct, frozen=True):
    """Where in a speaker's words titles (`first`) and name (`start`, `stop`) stand, and if it is a body's."""

    first: int
    start: int
    stop: int
    is_body: bool = False


def read_words(tokens: Sequence[Token], places: range, titles: Titles) -> Words | None:
    """Return the name in a speaker's words; None for pronouns, groups, and titles without one.

    A comma may part the title from the name: "رئیس انجمن، بهرام دریاسری"; the name may stand before the words
    themselves, which are the title alone: "بهرام دریاسری، [رئیس انجمن]، گفت".
    """
    if not places or tokens[places[0]].low in titles.indefinite:
        return None
    if len(places) == 1 and pronoun_kind(tokens[places[0]].low, titles):
        return None
    before = _name_before(tokens, places, titles)
    if before:
        return Words(before[0], before[0], before[-1] + 1)
    parts = _parts(tokens, places)
    lead = _read_part(tokens, parts[0], titles)
    if len(parts) > 1 and _is_title(tokens[places[0]].low, titles):
        beside = _name_beside(tokens, parts[1], titles)
        if beside and (lead is None or not is_given(tokens[lead.start], titles)):
            return Words(places[0], beside[0], beside[-1] + 1)
    return lead


def introduced(tokens: Sequence[Token], titles: Titles) -> Iterator[Words]:
    """Yield those whom a sentence opens with and gives a title between commas, speakers or not.

    "گلبانو رستاک، وزیر آب تالمیر، …": the words end with the title's head.
    """
    for place, token in enumerate(tokens):
        if place and token.low in offices_of(titles):
            name = _name_before(tokens, range(place, place + 1), titles)
            if name and (tokens[name[0]].first or _is_title(tokens[name[0] - 1].low, titles)):
                yield Words(name[0], name[0], name[-1] + 1)


def is_given(token: Token, titles: Titles) -> bool:
    """Return whether a word is one of the common given names."""
    return token.low in titles.given_he or token.low in titles.given_she


def is_group(token: Token, titles: Titles) -> bool:
    """Return whether a word means many people: "residents"."""
    is_many = token.low in titles.plural_bodies or token.low.endswith(titles.crowd_endings)
    return is_many and not is_given(token, titles)


def offices_of(titles: Titles) -> frozenset[str]:
    """Return the words for offices, whoever holds them."""
    return titles.offices | titles.offices_he | titles.offices_she


def _parts(tokens: Sequence[Token], places: range) -> list[range]:
    """Return the words between commas."""
    cuts = [place for place in places if place > places[0] and not tokens[place].glued]
    return [range(first, stop) for first, stop in pairwise([places.start, *cuts, places.stop])]


def _name_before(tokens: Sequence[Token], places: range, titles: Titles) -> range | None:
    """Return the name that a comma parts from a title behind it, None where the words are no title so set."""
    opens = tokens[places[0]]
    if opens.gap.strip() not in ("،", ",") or opens.low not in offices_of(titles):
        return None
    start = places[0] - 1
    while start > 0 and tokens[start].glued and tokens[start].sentence == opens.sentence:
        start -= 1
    part = range(start, places[0])
    while part and _is_title(tokens[part[0]].low, titles):
        part = part[1:]
    return part if part == _name_beside(tokens, part, titles) else None


def _name_beside(tokens: Sequence[Token], part: range, titles: Titles) -> range | None:
    """Return the words of a part that can be the name of whose title stood before the comma."""
    name = _cut(tokens, part, titles)
    if not name or len(name) > _LONGEST_BESIDE or _is_title(tokens[name[0]].low, titles):
        return None
    return name if len(name) >= _A_NAME and not names_body(tokens[name[0]].low, titles) else None


def _read_part(tokens: Sequence[Token], part: range, titles: Titles) -> Words | None:
    start = part.start
    while start < part.stop and _is_title(tokens[start].low, titles):
        start += 1
    name = _cut(tokens, range(start, part.stop), titles)
    if not name:
        return None
    if start == part.start:
        return _read_bare(tokens, part, name, titles)
    if tokens[start - 1].low in offices_of(titles):
        name = _behind_office(tokens, name, titles) or range(0)
    if not name or len(name) > _LONGEST_NAME:
        return None
    return Words(part.start, name[0], name[-1] + 1)


def _read_bare(tokens: Sequence[Token], part: range, name: range, titles: Titles) -> Words | None:
    """Return what words without a title name."""
    first = tokens[name[0]]
    if names_body(first.low, titles):
        return Words(name[0], name[0], name[-1] + 1, is_body=True) if len(name) >= _FEWEST_OF_BODY else None
    is_phrase = len(name) < len(part) and not is_given(first, titles)
    if is_group(first, titles) or is_phrase or len(name) > _LONGEST_NAME:
        return None
    return Words(name[0], name[0], name[-1] + 1)


def _behind_office(tokens: Sequence[Token], rest: range, titles: Titles) -> range | None:
    """Return the name behind an office and what it is an office of; None where there is no name.

    It begins at a common given name; else it is the last two words, where more are left than a name has.
    """
    is_of = rest.start > 0 and not tokens[rest.start - 1].low.startswith(titles.definite_prefix or "\0")
    own = rest[1:] if tokens[rest[0]].low in titles.complements else rest  # "باسم" is a name elsewhere
    given = next((p for p in own[:-1] if is_given(tokens[p], titles)), None)
    if given is not None:
        return range(given, rest.stop)
    if all(_is_complement(tokens[p].low, titles, is_of=is_of) for p in rest):
        return None
    if len(rest) > _A_NAME:
        return rest[-_A_NAME:]
    # One word behind "minister of water" may be the country's name as well as a surname.
    return None if _is_complement(tokens[rest[0]].low, titles, is_of=is_of) else rest


def _is_complement(low: str, titles: Titles, *, is_of: bool) -> bool:
    """Return whether a word behind an office says of what: a listed one, a body, or "the …" behind "head"."""
    is_definite = bool(titles.definite_prefix) and low.startswith(titles.definite_prefix)
    return low in titles.complements or names_body(low, titles) or (is_of and is_definite)


def _cut(tokens: Sequence[Token], name: range, titles: Titles) -> range:
    """Return words up to the first preposition or relative pronoun."""
    out = titles.prepositions | titles.relative
    stop = next((place for place in name if tokens[place].low in out), name.stop)
    return range(name.start, stop)


def _is_title(low: str, titles: Titles) -> bool:
    is_address = low in titles.honorifics or low in titles.honorifics_he or low in titles.honorifics_she
    return is_address or low in titles.ranks or low in titles.former or low in offices_of(titles)
