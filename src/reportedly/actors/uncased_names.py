"""Where the name stands in a speaker's words, in scripts without capitals."""

import re
from collections.abc import Sequence

import msgspec

from reportedly.actors.mentions import is_honorific
from reportedly.actors.speakers import pronoun_kind
from reportedly.actors.titles import names_body
from reportedly.actors.tokens import Token
from reportedly.language import Titles

_LONGEST_NAME = 5  # words left of a speaker once titles are off; longer ones are phrases, not names
_LONGEST_BODY = 8  # words of an organisation's name
_FULL_NAME = 2  # words
_FARTHEST_DEFINITE = 2  # words behind a title in which the one that ends its genitive must stand
_COMMA = re.compile("[,،]")


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """The places of a name in a speaker's words, whether it is an organisation's, and the titles beside."""

    name: range
    titles: frozenset[str] = frozenset()
    is_body: bool = False


def read_words(tokens: Sequence[Token], places: range, titles: Titles) -> Words | None:
    """Return the name in a speaker's words, None for pronouns, unnamed sources, groups and bare titles.

    "X, head of the union" and "head of the union, X" are told apart by the comma; without one the name
    stands behind the title and what belongs to it.
    """
    if not places or _is_unnamed(tokens, places, titles):
        return None
    offices = titles.offices | titles.offices_he | titles.offices_she
    parts = _parts(tokens, places)
    plain = [part for part in parts if not any(_is_mark(tokens[at].low, offices, titles) for at in part)]
    held = frozenset(tokens[at].low for at in places) & offices
    if len(parts) > 1 and plain and held:
        part = _without_honorifics(tokens, plain[0], titles)
        return Words(name=part, titles=held) if part and len(part) <= _LONGEST_NAME else None
    part = _without_honorifics(tokens, parts[0], titles)
    if part and names_body(tokens[part[0]].low, titles):
        return Words(name=part, is_body=True) if len(part) <= _LONGEST_BODY else None
    name = _behind_titles(tokens, parts[0], offices, titles)
    if not name or len(name) > _LONGEST_NAME or any(tokens[at].low in titles.prepositions for at in name):
        return None
    return Words(name=name, titles=held)


def _is_unnamed(tokens: Sequence[Token], places: range, titles: Titles) -> bool:
    """Return whether words mean somebody without a name: a pronoun, "a source", "the fishermen"."""
    first = tokens[places[0]].low
    if first in titles.indefinite or first in titles.plural_bodies:
        return True
    if len(places) > 1:
        return False
    is_plural = bool(titles.plural_endings) and first.endswith(titles.plural_endings)
    opens_so = first.startswith(titles.definite_prefix)
    return (is_plural and opens_so) or pronoun_kind(first, titles) is not None


def _is_mark(low: str, offices: frozenset[str], titles: Titles) -> bool:
    return low in offices or names_body(low, titles)


def _parts(tokens: Sequence[Token], places: range) -> list[range]:
    """Return the stretches of words between commas."""
    starts = [places[0], *(at for at in places[1:] if _COMMA.search(tokens[at].gap))]
    return [
        range(start, stop)
        for start, stop in zip(starts, (*starts[1:], places.stop), strict=True)
        if start < stop
    ]


def _without_honorifics(tokens: Sequence[Token], part: range, titles: Titles) -> range:
    start = part.start
    while start < part.stop and is_honorific(tokens[start].low, titles):
        start += 1
    return range(start, part.stop)


def _behind_titles(tokens: Sequence[Token], part: range, offices: frozenset[str], titles: Titles) -> range:
    """Return the name behind the last title and what belongs to it ("head of the union X")."""
    last = next((at for at in reversed(part) if tokens[at].low in offices), None)
    if last is None:
        return _without_honorifics(tokens, part, titles)
    rest = _without_honorifics(tokens, range(last + 1, part.stop), titles)
    if not rest or rest.start > last + 1:
        return rest
    if titles.definite_prefix:
        return _behind_definite(tokens, last, rest, titles)
    if not names_body(tokens[rest.start].low, titles):
        return rest
    # Nothing marks where the body's name ends: the person's is the last two words of three or more.
    return range(rest.stop - _FULL_NAME, rest.stop) if len(rest) > _FULL_NAME else range(0)


def _behind_definite(tokens: Sequence[Token], title: int, rest: range, titles: Titles) -> range:
    """Return the name behind a genitive, which a definite word ends: "rector of the university of Selm X".

    A title that is definite itself has none.
    """
    if tokens[title].low.startswith(titles.definite_prefix):
        return rest
    near = rest[:_FARTHEST_DEFINITE] if not names_body(tokens[rest.start].low, titles) else rest
    end = next((at for at in near if tokens[at].low.startswith(titles.definite_prefix)), None)
    if end is None or any(tokens[at].low in titles.particles for at in range(rest.start, end)):
        return rest
    while end + 1 < rest.stop and tokens[end + 1].low.startswith(titles.definite_prefix):
        end += 1
    return range(end + 1, rest.stop)
