"""Who is known: holders of office by country and day, and people by name.

The table of holders was looked at on some sixty days between 2015 and 2026. A person counts as holding an
office from the first day the table gives to the day before the successor's first, or to the last day the
table was seen with the person in it.
"""

import datetime
import functools
from collections import defaultdict
from collections.abc import Iterable

from reportedly.actors.base import Base, Dictionary, Places, shipped_base, shipped_dictionary, shipped_places
from reportedly.actors.spelling import consonants_of, is_arabic, sound_of, words_of_name
from reportedly.language import find_agency
from reportedly.records import Country, Holder, Listed, Place
from reportedly.text import fold

# The order in which several holders of one office are told: who decides before who represents.
_RANK = (
    "monarch",
    "president",
    "leader",
    "prime minister",
    "chief of state",
    "head of government",
    "governor",
)
# Spellings that differ in their vowels alone ("Muhammad", "Mohamed") are one from so many consonants.
_ENOUGH_CONSONANTS = 3
# Shorter words must be spelled as the table has them: "UN" sounds like many names.
_SHORTEST_SOUND = 4
# Names of so few Latin letters are short forms, written in capitals.
_LONGEST_SHORT_FORM = 5
# Names whose holders are remembered: an article asks for each of its own four times, and news repeats them.
_REMEMBERED = 5_000
_MEDIA = "MED"  # the code of news agencies, as the dictionaries have it


class KnownActors:
    """The questions that the knowledge base answers; the one in the package unless another is handed in."""

    def __init__(
        self,
        base: Base | None = None,
        dictionary: Dictionary | None = None,
        places: Places | None = None,
    ) -> None:
        self._base = base
        self._dictionary = dictionary
        self._places = places
        self._ever_called: dict[str, tuple[Holder, ...]] = {}

    @property
    def base(self) -> Base:
        """Return the countries and the holders of office; loading takes some 7 ms, the first time alone."""
        return self._base or shipped_base()

    @property
    def dictionary(self) -> Dictionary:
        """Return the dictionary of other actors; loading takes some 10 ms, the first time alone."""
        return self._dictionary or shipped_dictionary()

    def holders(self, country: str, office: str, day: datetime.date) -> tuple[Holder, ...]:
        """Return who held an office of a country (alpha-2) on a day, the one who decides first.

        `office` is `chief of state`, `head of government`, or a role of `Holder.roles` (`president`,
        `monarch`). Deputies only where it is `deputy`. A person who holds both offices comes once.
        """
        return tuple(holder for holder in self.ever_held(country, office) if holder.held_on(day))

    def ever_held(self, country: str, office: str) -> tuple[Holder, ...]:
        """Return who ever held an office of a country, in the order of `holders`, then by first day."""
        fitting = (
            holder
            for holder in self._by_country.get(country, ())
            if office in (holder.office, *holder.roles) and holder.is_deputy == (office == "deputy")
        )
        return _once(sorted(fitting, key=_rank))

    def called(self, name: str, day: datetime.date | None = None) -> tuple[Holder, ...]:
        """Return the holders of office who go by a name, on a day or at any time.

        The name is a surname or more; accents, case and the manner of transliteration do not count,
        Cyrillic and Arabic script are read. Two people of one name are both told. Where some are spelled
        letter by letter as asked, those alone. A king of several countries, and a president of
        territories, come with their own country alone.
        """
        if day is not None:
            return self._called(name, day)
        told = self._ever_called.get(name)
        if told is None:
            if len(self._ever_called) >= _REMEMBERED:
                self._ever_called.clear()
            told = self._ever_called[name] = self._called(name, None)
        return told

    def _called(self, name: str, day: datetime.date | None) -> tuple[Holder, ...]:
        words = words_of_name(name)
        places = {place for word in words for place in self.base.surnames.get(_key(word), ())}
        found = (self.base.holders[place] for place in sorted(places))
        fitting = [
            holder for holder in found if _goes_by(holder, words) and (day is None or holder.held_on(day))
        ]
        at_home = {(holder.country, holder.is_deputy) for holder in fitting}
        own = (holder for holder in fitting if (holder.home, holder.is_deputy) not in at_home)
        told = _once(sorted(own, key=_rank))
        return tuple(holder for holder in told if _is_spelled(holder, words)) or told

    def listed(self, name: str) -> tuple[Listed, ...]:
        """Return what the dictionary of actors has under a name, each code by itself, or a news agency.

        Case does not count, but a short form in small letters is a word ("who"), no organisation.
        """
        folded = fold(name).removeprefix("the ")
        if len(folded) <= _LONGEST_SHORT_FORM and name.isascii() and name.islower():
            return ()
        entries = self.dictionary.called(folded)
        agency = None if entries else find_agency(name)
        if agency is not None:
            return (Listed(agency.name, "organisation", _MEDIA, agency.country, source="agencies"),)
        return tuple(
            Listed(entry.name, entry.kind, term.code, term.country, term.first, term.last, entry.source)
            for entry in entries
            for term in entry.terms
        )

    def place(self, name: str) -> Place | None:
        """Return the city of a name in any language, the largest of several, None where none is known.

        Some 6,300 capitals and cities from 100,000 inhabitants; loading takes some 11 ms, the first time.
        """
        return (self._places or shipped_places()).called(fold(name))

    def country(self, code: str | None) -> Country | None:
        """Return the country with a code (alpha-2), None where there is none."""
        return self._countries.get(code) if code else None

    @functools.cached_property
    def named_anywhere(self) -> dict[str, str]:
        """Return by folded name in any language the country it means, where all languages mean the same."""
        found: dict[str, str] = {}
        several: set[str] = set()
        for own in self.base.names.values():
            for name, code in own.items():
                if found.setdefault(name, code) != code:
                    several.add(name)
        return {name: code for name, code in found.items() if name not in several}

    @functools.cached_property
    def _countries(self) -> dict[str, Country]:
        return {country.code: country for country in self.base.countries}

    @functools.cached_property
    def _by_country(self) -> dict[str, list[Holder]]:
        found: dict[str, list[Holder]] = defaultdict(list)
        for holder in self.base.holders:
            found[holder.country].append(holder)
        return found


@functools.cache
def known_actors() -> KnownActors:
    """Return the knowledge base in the package."""
    return KnownActors()


def _rank(holder: Holder) -> tuple[int, int, int]:
    """Return where a holder stands among those of one office."""
    first = min((_RANK.index(role) for role in holder.roles if role in _RANK), default=len(_RANK))
    return (int(holder.is_deputy), first, (holder.since or holder.first_seen).toordinal())


def _once(found: Iterable[Holder]) -> tuple[Holder, ...]:
    """Return the holders; one stint of a person who is head of state and of government comes once."""
    kept: dict[tuple[str, str, str, datetime.date | None], Holder] = {}
    for holder in found:
        kept.setdefault((holder.country, holder.name, holder.title, holder.since), holder)
    return tuple(kept.values())


def _is_spelled(holder: Holder, words: tuple[str, ...]) -> bool:
    """Return whether a holder's names have the words letter by letter."""
    return set(words) <= {word for name in (holder.name, *holder.spellings) for word in words_of_name(name)}


def _key(word: str) -> str:
    return "~" + consonants_of(word) if is_arabic(word) else sound_of(word)


def _goes_by(holder: Holder, words: tuple[str, ...]) -> bool:
    """Return whether every word asked for is one of the holder's names; initials fit what they begin."""
    own = _own_words(holder)
    return bool(words) and all(_fits(word, own) for word in words)


def _fits(word: str, own: frozenset[str]) -> bool:
    if len(word) == 1:
        return "^" + word in own
    if len(word) < _SHORTEST_SOUND and not is_arabic(word):
        return "=" + word in own
    consonants = consonants_of(word)
    if is_arabic(word):
        return not consonants or "~" + consonants in own
    return sound_of(word) in own or (len(consonants) >= _ENOUGH_CONSONANTS and "~" + consonants in own)


@functools.lru_cache(maxsize=4_000)
def _own_words(holder: Holder) -> frozenset[str]:
    """Return all words that a holder is called by: spelled, their sounds, consonants and first letters."""
    words = {word for name in (holder.name, *holder.spellings) for word in words_of_name(name)}
    sounds = {sound_of(word) for word in words} | {"~" + consonants_of(word) for word in words}
    return frozenset(sounds | {"^" + word[0] for word in words} | {"=" + word for word in words})
