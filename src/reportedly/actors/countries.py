"""Which country words name: by its name, its people, its capital or a house of its government."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from reportedly.actors.known import KnownActors, known_actors
from reportedly.language import load_language
from reportedly.records import Country
from reportedly.text import fold

# Words that are the short name of a country only in capitals.
_IN_CAPITALS: Final = frozenset(("us", "uk", "uae", "usa", "prc", "drc"))
# The longest name of a country has so many words.
_LONGEST = 7
# Names of another language than the one asked for count from so many letters, if they are in Latin ones.
_SHORTEST_FOREIGN = 4
_Find = Callable[[str, str, KnownActors], Country | None]
_POSSESSIVE = re.compile(r"[’'ʼ]s?(?=\W|$)")


def country_of(words: str, language: str = "en", known: KnownActors | None = None) -> Country | None:
    """Return the country that words as a whole name, None where they name none or several.

    A name, a demonym or an adjective ("Cuban") in the language or in any other, a capital or a house that
    stands for its government ("Tehran", "the Kremlin"). Articles before it and a possessive behind count
    for nothing.
    """
    known = known or known_actors()
    return known.country(_code_of(words, language, known))


def is_seat(words: str, known: KnownActors | None = None) -> bool:
    """Return whether words name a capital or a house that stands for a government."""
    plain = _without_article(words, "en")
    return bool({plain, f"the {plain}"} & (known or known_actors()).base.seats.keys())


def country_in(
    words: str, language: str = "en", known: KnownActors | None = None
) -> tuple[Country, str] | None:
    """Return the country that a part of some words names, with that part: the longest part, then the first.

    None where no part does. Parts of words with hyphens count last ("Kenyan-led").
    """
    known = known or known_actors()
    whole = _POSSESSIVE.sub("", words).split()
    pieces = words.replace("-", " ").split() if "-" in words else []
    for parts in (whole, pieces):
        if found := _part(parts, language, known, country_of):
            return found
    return None


def country_of_actor(words: str, language: str = "en", known: KnownActors | None = None) -> Country | None:
    """Return the country of an actor as a text names it: by a part of the words, a person, or a place.

    "Chilean officials", "President Clinton", "shopkeepers in Kandahar". None where there is none, or several.
    """
    known = known or known_actors()
    if found := country_in(words, language, known):
        return found[0]
    parts = _POSSESSIVE.sub("", words).split()
    for start in range(len(parts)):
        if not parts[start][:1].islower():
            name = " ".join(parts[start:])
            codes = {holder.country for holder in known.called(name)} or _listed_countries(name, known)
            if len(codes) == 1:
                return known.country(codes.pop())
    place = _part(parts, language, known, _place_of)
    return place and place[0]


def _part(parts: Sequence[str], language: str, known: KnownActors, find: _Find) -> tuple[Country, str] | None:
    """Return what is found for the longest stretch of words for which anything is, with the stretch."""
    passed_over = load_language(language).offices.passed_over
    for length in range(min(_LONGEST, len(parts)), 0, -1):
        for start in range(len(parts) - length + 1):
            part = " ".join(parts[start : start + length])
            if length > 1 and fold(parts[start]) in passed_over:
                continue
            if found := find(part, language, known):
                return found, part
    return None


def _listed_countries(name: str, known: KnownActors) -> set[str]:
    return {
        one.country for one in known.listed(name) if one.country and one.kind in ("person", "armed group")
    }


def _place_of(words: str, _: str, known: KnownActors) -> Country | None:
    """Return the country that the dictionary lists a place under; None for words without a capital."""
    if words.islower():
        return None
    codes = {listed.country for listed in known.listed(words) if listed.kind == "country"}
    if len(codes) == 1:
        return known.country(codes.pop())
    place = None if codes else known.place(words)
    return known.country(place.country) if place else None


def _code_of(words: str, language: str, known: KnownActors) -> str | None:
    plain = _without_article(words, language)
    if plain in _IN_CAPITALS and words != words.upper():
        return None
    names = known.base.names
    for own in dict.fromkeys((language, "en")):
        if code := names.get(own, {}).get(plain):
            return code
    for seat in (plain, f"the {plain}"):
        if code := known.base.seats.get(seat):
            return code
    if len(plain) < _SHORTEST_FOREIGN and plain.isascii():
        return None
    return known.named_anywhere.get(plain)


def _without_article(words: str, language: str) -> str:
    """Return words folded, without the articles and prepositions before them and the possessive behind."""
    passed_over = load_language(language).offices.passed_over
    plain = fold(_POSSESSIVE.sub("", words)).split()
    while len(plain) > 1 and plain[0] in passed_over:
        plain.pop(0)
    return " ".join(plain)
