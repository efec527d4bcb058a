"""A name as it stands in an article, and what tells where it begins and ends."""

from collections.abc import Sequence

import msgspec

from reportedly.actors.titles import Office, names_body, office_head
from reportedly.actors.tokens import Token
from reportedly.language import Titles

_FULL_NAME = 2  # words


class NameMention(msgspec.Struct, frozen=True, kw_only=True):
    """A name where it stands: its titles and its words.

    `first` is the place of its first title, `name` that of its first name word, `stop` the place
    behind its last word; `keys` are the words as names are compared. `organisation` says that its
    words name one, `titled` that a title or a common given name shows a person. `gender` is
    `he`, `she` or empty, `generation` is "jr" or "ii" where that tells people of one name apart,
    `offices` are the titles it carries, `acronym` what a bracket behind it gives as its short form.
    """

    first: int
    name: int
    stop: int
    keys: tuple[str, ...]
    organisation: bool = False
    titled: bool = False
    gender: str = ""
    generation: str = ""
    offices: tuple[Office, ...] = ()
    acronym: str = ""


class Spellings(msgspec.Struct, frozen=True, kw_only=True):
    """The words an article spells in lower case anywhere, and those with one capital, as keys."""

    low: frozenset[str]
    capital: frozenset[str]


def run_end(tokens: Sequence[Token], start: int, titles: Titles) -> int:
    """Return the place behind the run of capital words (and the particles among them) at `start`."""
    place = start + 1
    while place < len(tokens) and tokens[place].glued and not _is_owner(tokens[place - 1], titles):
        if tokens[place].capital:
            place += 1
            continue
        over = place
        while (
            over < len(tokens)
            and tokens[over].glued
            and _is_particle(tokens[over], titles, is_inner=over > place)
        ):
            over += 1
        if over == place or over >= len(tokens) or not (tokens[over].glued and tokens[over].capital):
            break
        if _is_affiliation(tokens, start, place, over, titles):
            break
        place = over + 1
    return place


def _is_particle(token: Token, titles: Titles, *, is_inner: bool) -> bool:
    is_known = token.low in titles.particles or (is_inner and token.low in titles.inner_particles)
    return is_known and token.glued


def _is_affiliation(tokens: Sequence[Token], start: int, stop: int, body: int, titles: Titles) -> bool:
    """Return whether particles tie a person to an organisation: "Ina Dorn von der Hochschule Selm"."""
    if stop - start < _FULL_NAME or not names_body(tokens[body].low, titles):
        return False
    return not any(names_body(tokens[place].low, titles) for place in range(start, stop))


def _is_owner(token: Token, titles: Titles) -> bool:
    """Return whether a possessive ends a name; that of many people is part of one ("Farmers' League")."""
    return token.possessive and token.key not in titles.plural_possessives


def is_title(low: str, titles: Titles) -> bool:
    """Return whether a word can stand before a name and is no part of it."""
    return is_honorific(low, titles) or office_head(low, titles) is not None


def is_honorific(low: str, titles: Titles) -> bool:
    """Return whether a word is a form of address and no office: "Mr", "Seyed"."""
    return low in titles.honorifics or low in titles.honorifics_he or low in titles.honorifics_she
