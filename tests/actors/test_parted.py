"""Tables that lie in the package in parts."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from reportedly.actors.parted import Batches, Index, batches_of, index_of

_NAMES = st.dictionaries(
    st.text(), st.lists(st.integers(0, 10**6), min_size=1, max_size=3).map(tuple), max_size=200
)


def _as_it_lies_in_a_file(table: Batches | Index) -> Batches | Index:
    return msgspec.msgpack.decode(msgspec.msgpack.encode(table), type=type(table))


@given(_NAMES)
def test_an_index_gives_the_places_of_every_name(places: dict[str, tuple[int, ...]]) -> None:
    index = _as_it_lies_in_a_file(index_of(places))
    assert isinstance(index, Index)
    assert {name: index.of(name) for name in places} == places


@given(_NAMES, st.text())
def test_a_name_that_an_index_has_not_has_no_place(places: dict[str, tuple[int, ...]], name: str) -> None:
    assert index_of({known: at for known, at in places.items() if known != name}).of(name) == ()


def test_the_order_in_which_names_come_changes_no_byte_of_an_index() -> None:
    names = {f"Ort {number}": (number,) for number in range(500)}
    backwards = dict(reversed(names.items()))
    assert msgspec.msgpack.encode(index_of(names)) == msgspec.msgpack.encode(index_of(backwards))


@given(st.lists(st.text(), max_size=100))
def test_batches_give_every_row_at_its_place(rows: list[str]) -> None:
    batches = _as_it_lies_in_a_file(batches_of(rows))
    assert isinstance(batches, Batches)
    assert [batches.at(place, str) for place in range(len(rows))] == rows
