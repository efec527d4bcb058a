"""The files of the knowledge base as they lie in the package, read when they are first asked for."""

import datetime
import functools
from collections.abc import Mapping, Sequence
from importlib import resources
from typing import Final

import msgspec

from reportedly.records.actor import ActorKind, Country, Holder, Place

FOLDER: Final = "data"
OFFICES: Final = "offices.msgpack"
DICTIONARY: Final = "dictionary.msgpack"
PLACES: Final = "places.msgpack"
ENTRIES_IN_A_BATCH: Final = 32
_LETTERS_OF_A_PART = 3


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
    """Dictionaries of actors: entries in batches, and by folded name which entries go by it.

    The index is parted by the first letters of the names (`part_of`); a part, and a batch of
    `ENTRIES_IN_A_BATCH` entries, are decoded when they are asked for: all at once would take 60 ms.
    """

    batches: tuple[msgspec.Raw, ...]
    parts: dict[str, msgspec.Raw]

    def called(self, folded: str) -> tuple[Entry, ...]:
        """Return the entries that go by a folded name."""
        part = self.parts.get(part_of(folded))
        names = {} if part is None else msgspec.msgpack.decode(part, type=dict[str, tuple[int, ...]])
        return tuple(self._entry(place) for place in names.get(folded, ()))

    def _entry(self, place: int) -> Entry:
        batch, at = divmod(place, ENTRIES_IN_A_BATCH)
        entries = msgspec.msgpack.decode(self.batches[batch], type=tuple[msgspec.Raw, ...])
        return msgspec.msgpack.decode(entries[at], type=Entry)


def dictionary_of(entries: Sequence[Entry], names: Mapping[str, tuple[int, ...]]) -> Dictionary:
    """Return a dictionary of entries and of their places by folded name."""
    size = ENTRIES_IN_A_BATCH
    batches = [entries[start : start + size] for start in range(0, len(entries), size)]
    parts: dict[str, dict[str, tuple[int, ...]]] = {}
    for name in sorted(names):
        parts.setdefault(part_of(name), {})[name] = names[name]
    return Dictionary(tuple(map(_raw, batches)), {part: _raw(names) for part, names in sorted(parts.items())})


def _raw(what: object) -> msgspec.Raw:
    return msgspec.Raw(msgspec.msgpack.encode(what))


class Places(msgspec.Struct, frozen=True, array_like=True):
    """Cities, the largest first, and by folded name which of them is meant.

    The index is parted by the first letters of the names (`part_of`); a part and a city are decoded when
    they are asked for: the whole would take 35 ms.
    """

    places: tuple[msgspec.Raw, ...]
    parts: dict[str, msgspec.Raw]

    def called(self, folded: str) -> Place | None:
        """Return the city that goes by a folded name, the largest of several."""
        part = self.parts.get(part_of(folded))
        if part is None:
            return None
        at = msgspec.msgpack.decode(part, type=dict[str, int]).get(folded)
        return None if at is None else msgspec.msgpack.decode(self.places[at], type=Place)


def part_of(folded: str) -> str:
    """Return which part of an index a folded name stands in."""
    return folded[:_LETTERS_OF_A_PART]


def places_of(places: Sequence[Place], names: Mapping[str, int]) -> Places:
    """Return cities, the largest first, with their places by folded name."""
    parts: dict[str, dict[str, int]] = {}
    for name in sorted(names):
        parts.setdefault(part_of(name), {})[name] = names[name]
    return Places(tuple(map(_raw, places)), {part: _raw(names) for part, names in sorted(parts.items())})


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
