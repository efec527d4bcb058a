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
from reportedly.actors.fitting import (
    goes_by,
    has_surname,
    is_of_generation,
    is_spelled,
    key_of_word,
    nearly_goes_by,
)
from reportedly.actors.spelling import words_of_name
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
        letter by letter as asked, those alone. Where nobody has all of the words, those whose own words
        are all among them ("Christophe Joseph Marie Dabiré") or whom initials fit ("KP Sharma Oli"). A
        king of several countries, and a president of territories, come with their own country alone.
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
        found = [holder for holder in self._sharing(words) if day is None or holder.held_on(day)]
        fitting = [holder for holder in found if goes_by(holder, words)]
        fitting = fitting or [holder for holder in found if nearly_goes_by(holder, words)]
        fitting = [holder for holder in fitting if is_of_generation(holder, words)]
        at_home = {(holder.country, holder.is_deputy) for holder in fitting}
        own = (holder for holder in fitting if (holder.home, holder.is_deputy) not in at_home)
        told = _once(sorted(own, key=_rank))
        spelled = {(holder.country, holder.surname) for holder in told if is_spelled(holder, words)}
        return tuple(holder for holder in told if (holder.country, holder.surname) in spelled) or told

    def of_surname(self, name: str) -> tuple[Holder, ...]:
        """Return the holders whose surname a name ends in, whatever their given names are."""
        words = words_of_name(name)
        return _once(sorted((h for h in self._sharing(words) if has_surname(h, words)), key=_rank))

    def _sharing(self, words: tuple[str, ...]) -> list[Holder]:
        """Return the holders who have a surname that sounds like one of some words."""
        places = {place for word in words for place in self.base.surnames.get(key_of_word(word), ())}
        return [self.base.holders[place] for place in sorted(places)]

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
