"""Records out of files packed with Zstandard, with a dictionary and without."""

import datetime
import gzip
import io

import pytest
import zstandard

from reportedly.warc import BrokenRecord, WarcRecord, may_hold_records, read_at, read_records, response_record

NOON = datetime.datetime(2031, 4, 2, 12, tzinfo=datetime.UTC)
HTML = (("Content-Type", "text/html"),)


def records() -> list[bytes]:
    """Return records, not packed."""
    bodies = [f"<p>The ferry sails at {number}, the council said.</p>" * 9 for number in range(40)]
    made = (
        response_record(f"https://tide.example/{number}", NOON, 200, HTML, body.encode())
        for number, body in enumerate(bodies)
    )
    return [gzip.decompress(each.packed) for each in made]


def file_of(some: list[bytes], *, dictionary: bytes | None = None, is_packed: bool = False) -> bytes:
    """Return a `.warc.zst` file."""
    trained = zstandard.ZstdCompressionDict(dictionary) if dictionary is not None else None
    packer = zstandard.ZstdCompressor(dict_data=trained, write_checksum=True)
    head = b""
    if dictionary is not None:
        held = zstandard.compress(dictionary) if is_packed else dictionary
        head = b"\x5d\x2a\x4d\x18" + len(held).to_bytes(4, "little") + held
    return head + b"".join(packer.compress(each) for each in some)


DICTIONARY = zstandard.train_dictionary(2000, [each[n : n + 300] for each in records() for n in (0, 200)])
FILES = {
    "plain": file_of(records()),
    "with a dictionary": file_of(records(), dictionary=DICTIONARY.as_bytes()),
    "with a packed dictionary": file_of(records(), dictionary=DICTIONARY.as_bytes(), is_packed=True),
}


@pytest.mark.parametrize("name", FILES)
def test_every_record_is_read_and_read_again_at_its_place(name: str) -> None:
    stream = io.BytesIO(FILES[name])
    found = [each for each in read_records(stream) if isinstance(each, WarcRecord)]
    assert [each.address for each in found] == [f"https://tide.example/{number}" for number in range(40)]
    again = [read_at(stream, each.offset, each.length) for each in found]
    assert [each.block for each in again if isinstance(each, WarcRecord)] == [each.block for each in found]


@pytest.mark.parametrize("name", FILES)
def test_it_is_told_by_its_first_bytes(name: str) -> None:
    assert may_hold_records(FILES[name][:4096])
    assert not may_hold_records(zstandard.compress(b"no record"))


@pytest.mark.parametrize("name", FILES)
def test_a_record_that_is_garbled_is_named_and_the_others_are_read(name: str) -> None:
    whole = FILES[name]
    places = [each.offset for each in read_records(io.BytesIO(whole))]
    for change in (places[7] + 30, places[7] + 90, places[7]):
        garbled = bytearray(whole)
        garbled[change] ^= 0xFF
        found = list(read_records(io.BytesIO(bytes(garbled))))
        assert sum(isinstance(each, WarcRecord) for each in found) == 39
        assert any(isinstance(each, BrokenRecord) for each in found)


@pytest.mark.parametrize("name", FILES)
def test_a_cut_file_gives_all_but_its_last_record(name: str) -> None:
    found = list(read_records(io.BytesIO(FILES[name][:-5])))
    assert [type(each) for each in found] == [WarcRecord] * 39 + [BrokenRecord]


def test_a_dictionary_that_is_cut_or_too_large_is_named() -> None:
    for head in (b"\x5d\x2a\x4d\x18\xff\xff\xff\xff", b"\x5d\x2a\x4d\x18\x09\x00\x00\x00\x28\xb5\x2f\xfd"):
        (found,) = read_records(io.BytesIO(head))
        assert isinstance(found, BrokenRecord)


def test_a_bomb_fills_no_memory_and_the_record_behind_it_is_read() -> None:
    bomb = zstandard.compress(b"WARC/1.1\r\n" + b"a" * 100_000_000)
    first, second = read_records(io.BytesIO(bomb + file_of(records()[:1])))
    assert isinstance(first, BrokenRecord)
    assert isinstance(second, WarcRecord)


def test_without_a_check_sum_the_digest_of_a_block_is_checked() -> None:
    wrong = records()[0].replace(b"council", b"country")
    (found,) = read_records(io.BytesIO(zstandard.ZstdCompressor(write_checksum=False).compress(wrong)))
    assert isinstance(found, BrokenRecord)
