"""Tables that lie in the package in parts, so that opening one decodes none of what nobody asks for."""

import zlib
from collections.abc import Mapping, Sequence
from typing import TypeVar

import msgspec

_IN_A_BATCH = 32  # rows: decoding a batch takes 10 us, a table of 27,000 rows opens in .1 ms
_NAMES_IN_A_PART = 48  # on average: looking a name up takes 5 us

T = TypeVar("T")


class Batches(msgspec.Struct, frozen=True, array_like=True):
    """Rows in batches, each kept as its bytes."""

    batches: tuple[msgspec.Raw, ...]

    def at(self, place: int, kind: type[T]) -> T:
        """Return the row at a place, read as a kind of record."""
        batch, within = divmod(place, _IN_A_BATCH)
        rows = msgspec.msgpack.decode(self.batches[batch], type=tuple[msgspec.Raw, ...])
        return msgspec.msgpack.decode(rows[within], type=kind)


def batches_of(rows: Sequence[object]) -> Batches:
    """Return rows in batches."""
    return Batches(
        tuple(_raw(rows[start : start + _IN_A_BATCH]) for start in range(0, len(rows), _IN_A_BATCH))
    )


class Index(msgspec.Struct, frozen=True, array_like=True):
    """Places by name, parted by the checksum of the name, each part kept as its bytes."""

    parts: tuple[msgspec.Raw, ...]

    def of(self, name: str) -> tuple[int, ...]:
        """Return the places of a name, none if the index has it not."""
        part = self.parts[_part_of(name, len(self.parts))]
        return msgspec.msgpack.decode(part, type=dict[str, tuple[int, ...]]).get(name, ())


def index_of(places: Mapping[str, tuple[int, ...]]) -> Index:
    """Return an index of places by name; the same names give the same bytes."""
    parts: list[dict[str, tuple[int, ...]]] = [{} for _ in range(1 + len(places) // _NAMES_IN_A_PART)]
    for name in sorted(places):
        parts[_part_of(name, len(parts))][name] = places[name]
    return Index(tuple(map(_raw, parts)))


def _part_of(name: str, count: int) -> int:
    return zlib.crc32(name.encode()) % count


def _raw(what: object) -> msgspec.Raw:
    return msgspec.Raw(msgspec.msgpack.encode(what))
