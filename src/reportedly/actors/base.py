"""The files of the knowledge base as they lie in the package, read when they are first asked for."""

import datetime
import functools
from collections.abc import Mapping, Sequence
from importlib import resources
from typing import Final

import msgspec

from reportedly.actors.parted import Batches, Index, batches_of, index_of
from reportedly.records.actor import ActorKind, Country, Holder, Place

FOLDER: Final = "data"
OFFICES: Final = "offices.msgpack"
DICTIONARY: Final = "dictionary.msgpack"
PLACES: Final = "places.msgpack"
SOURCES_OF_OFFICES: Final = frozenset(("factbook", "leaders"))


class Base(msgspec.Struct, frozen=True, array_like=True):
    """Countries with their names, and holders of office.

    `seen_to` is the last day on which the table of holders was looked at. `names` gives by language
    what a country and its people are called, `seats` (in Latin letters) the capitals and houses that
    stand for a government; their keys are folded (`reportedly.text.fold`), their values alpha-2 codes.
    `surnames` says which holders have a surname with a key of `spelling.keys_of`.
    """

    seen_to: datetime.date
    countries: tuple[Country, ...]
    names: dict[str, dict[str, str]]
    seats: dict[str, str]
    holders: tuple[Holder, ...]
    surnames: dict[str, tuple[int, ...]]


class Term(msgspec.Struct, frozen=True, array_like=True):
    """A code of a dictionary's entry, the country in it, and the days on which it applies."""

    code: str
    country: str | None
    first: datetime.date | None
    last: datetime.date | None


class Entry(msgspec.Struct, frozen=True, array_like=True):
    """An actor of a dictionary: the first of its names, and its codes."""

    name: str
    kind: ActorKind
    terms: tuple[Term, ...]
    source: str = "phoenix"


class Dictionary(msgspec.Struct, frozen=True, array_like=True):
    """Dictionaries of actors: entries, and by folded name which of them go by it.

    Both are decoded in parts, when they are asked for: all at once would take 60 ms.
    """

    entries: Batches
    names: Index

    def called(self, folded: str) -> tuple[Entry, ...]:
        """Return the entries that go by a folded name."""
        return tuple(self.entries.at(place, Entry) for place in self.names.of(folded))


def dictionary_of(entries: Sequence[Entry], names: Mapping[str, tuple[int, ...]]) -> Dictionary:
    """Return a dictionary of entries and of their places by folded name."""
    return Dictionary(batches_of(entries), index_of(names))


class Places(msgspec.Struct, frozen=True, array_like=True):
    """Cities, the largest first, and by folded name which of them is meant; decoded in parts."""

    cities: Batches
    names: Index

    def called(self, folded: str) -> Place | None:
        """Return the city that goes by a folded name, the largest of several."""
        found = self.names.of(folded)
        return self.cities.at(found[0], Place) if found else None


def places_of(places: Sequence[Place], names: Mapping[str, int]) -> Places:
    """Return cities, the largest first, with their places by folded name."""
    return Places(batches_of(places), index_of({name: (place,) for name, place in names.items()}))


@functools.cache
def shipped_places() -> Places:
    """Return the cities in the package."""
    return msgspec.msgpack.decode(_file(PLACES), type=Places)


@functools.cache
def shipped_base() -> Base:
    """Return the countries and holders of office in the package."""
    return msgspec.msgpack.decode(_file(OFFICES), type=Base)


@functools.cache
def shipped_dictionary() -> Dictionary:
    """Return the dictionary of actors in the package."""
    return msgspec.msgpack.decode(_file(DICTIONARY), type=Dictionary)


def _file(name: str) -> bytes:
    return resources.files("reportedly.actors").joinpath(FOLDER, name).read_bytes()
