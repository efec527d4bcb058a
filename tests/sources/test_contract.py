"""What every kind of source promises; a new kind is held to it once it is listed and has a sample."""

import random

import pytest

from reportedly.records import Channel, Item, Page, Unread
from reportedly.sources import OUR_KINDS, Kind, kind_of

from .handed import SAMPLES, given

KINDS = [pytest.param(kind, id=kind.name) for kind in OUR_KINDS]


def test_every_kind_has_a_name_of_its_own_and_a_sample() -> None:
    names = [kind.name for kind in OUR_KINDS]
    assert len(set(names)) == len(names)
    assert set(SAMPLES) == set(names)


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_keeps_the_contract(kind: Kind) -> None:
    assert isinstance(kind, Kind)
    assert kind.words.startswith(("a ", "an "))


@pytest.mark.parametrize("kind", KINDS)
def test_its_sample_is_told_as_this_kind_and_no_other(kind: Kind) -> None:
    assert kind_of(SAMPLES[kind.name]) is kind


@pytest.mark.parametrize("kind", KINDS)
def test_its_sample_gives_pages_or_their_addresses(kind: Kind) -> None:
    unfolded = list(kind.unfold(SAMPLES[kind.name]))
    assert all(isinstance(each, Channel | Item | Page | Unread) for each in unfolded)
    assert any(isinstance(each, Item | Page) for each in unfolded)
    assert not any(isinstance(each, Unread) for each in unfolded)


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_bytes_unfold_alike_every_time(kind: Kind) -> None:
    sample = SAMPLES[kind.name]
    assert list(kind.unfold(sample)) == list(kind.unfold(sample))


@pytest.mark.parametrize("kind", KINDS)
def test_bytes_cut_or_garbled_anywhere_raise_nothing(kind: Kind) -> None:
    body, sample = SAMPLES[kind.name].read(), SAMPLES[kind.name]
    chance = random.Random(6)
    for _ in range(120):
        broken = bytearray(body[: chance.randrange(len(body) + 1)])
        for _ in range(chance.randrange(4)):
            if broken:
                broken[chance.randrange(len(broken))] = chance.randrange(256)
        handed = given(bytes(broken), name=sample.name)
        kind.recognises(handed)
        for each in kind.unfold(handed):
            assert isinstance(each, Channel | Item | Page | Unread)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("body", [b"", b"\x00" * 5000, b"<", b"\xff\xfe<", b"{", b"words and nothing else"])
def test_what_is_no_source_at_all_raises_nothing(kind: Kind, body: bytes) -> None:
    kind.recognises(given(body))
    list(kind.unfold(given(body)))
