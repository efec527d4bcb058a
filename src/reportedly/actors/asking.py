"""What a mention says: an office, a country, a name, in words of one language."""

import functools
import re
from typing import NamedTuple

from reportedly.actors.countries import country_in
from reportedly.actors.known import KnownActors
from reportedly.language import Offices, load_language
from reportedly.records import Country
from reportedly.text import fold

_POSSESSIVE = re.compile(r"[’'ʼ]s(?=\W|$)")
_WORD = re.compile(r"[^\s,;:()“”\"„«»]+")


class Asked(NamedTuple):
    """The parts of a mention: `role` as in `Offices.roles`, `not_listed` an office nobody has listed."""

    role: str | None
    not_listed: str | None
    is_former: bool
    country: Country | None
    name: str


class _Phrases(NamedTuple):
    """Words for offices, and how many words the longest has."""

    roles: dict[str, str]
    longest: int


class _Words(NamedTuple):
    """Words as they stand, and folded; one that folds to several ("vice-president") has several places."""

    raw: tuple[str, ...]
    folded: tuple[str, ...]

    def without(self, start: int, length: int) -> "_Words":
        return _Words(*(part[:start] + part[start + length :] for part in self))


def read_mention(words: str, language: str, known: KnownActors) -> Asked:
    """Return the parts of a mention ("the Cuban president Díaz-Canel"); what is none of them is the name."""
    offices, titles = load_language(language).offices, load_language(language).titles
    rest = _words(words)
    phrases = _phrases(language)
    role, rest = _taken(rest, phrases)
    another = role
    while another is not None:
        another, rest = _taken(rest, phrases)
    is_former = any(word in offices.former for word in rest.folded)
    rest = _kept(rest, offices.former)
    country, rest = _country(rest, language, known)
    if country is None and role is not None and role in offices.of_one_country:
        country = known.country(offices.of_one_country[role])
    name = _named(_kept(rest, offices.passed_over | titles.honorifics), offices)
    office = None if role is None else phrases.roles[role]
    return Asked(office or None, role if office == "" else None, is_former, country, name)


@functools.lru_cache(maxsize=32)
def _phrases(language: str) -> _Phrases:
    """Return the words for offices of a language with what they amount to, empty where nobody lists them."""
    offices = load_language(language).offices
    roles = {phrase: role for role, given in offices.roles.items() for phrase in given}
    roles |= dict.fromkeys(offices.not_listed, "")
    return _Phrases(roles, max((phrase.count(" ") + 1 for phrase in roles), default=0))


def _words(words: str) -> _Words:
    pairs = [
        (raw, part)
        for raw in _WORD.findall(_POSSESSIVE.sub("", words))
        for part in (fold(raw).split() if "-" in raw or len(fold(raw)) > len(raw) else [fold(raw)])
    ]
    return _Words(tuple(raw for raw, _ in pairs), tuple(part for _, part in pairs))


def _taken(words: _Words, phrases: _Phrases) -> tuple[str | None, _Words]:
    """Return the longest of the phrases among the words, the first of several, and the words without it."""
    for length in range(min(phrases.longest, len(words.folded)), 0, -1):
        for start in range(len(words.folded) - length + 1):
            phrase = " ".join(words.folded[start : start + length])
            if phrase in phrases.roles:
                return phrase, words.without(start, length)
    return None, words


def _country(words: _Words, language: str, known: KnownActors) -> tuple[Country | None, _Words]:
    """Return the country that some of the words name, and the words without them."""
    found = country_in(" ".join(dict.fromkeys(words.raw)), language, known)
    if found is None:
        return None, words
    taken = set(found[1].split())
    kept = [pair for pair in zip(words.raw, words.folded, strict=True) if pair[0] not in taken]
    return found[0], _Words(tuple(raw for raw, _ in kept), tuple(folded for _, folded in kept))


def _kept(words: _Words, left_out: frozenset[str]) -> _Words:
    """Return the words without those left out; initials of names stay."""
    kept = [pair for pair in zip(words.raw, words.folded, strict=True) if pair[1] not in left_out]
    return _Words(tuple(raw for raw, _ in kept), tuple(folded for _, folded in kept))


def _named(words: _Words, offices: Offices) -> str:
    """Return the name in the words, short given names in full."""
    whole = dict.fromkeys(words.raw)
    return " ".join(offices.short_names.get(fold(raw), raw) for raw in whole)
