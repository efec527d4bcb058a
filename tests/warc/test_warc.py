"""Records go into a file and come out alike, for us and for other tools; what is broken loses only itself."""

import datetime
import gzip
import hashlib
import io

import pytest
from fastwarc.warc import ArchiveIterator as FastIterator
from fastwarc.warc import WarcRecordType
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator as SlowIterator

from reportedly.warc import (
    BrokenRecord,
    WarcRecord,
    body_of,
    digest_holds,
    http_message,
    info_record,
    read_at,
    read_records,
    response_record,
    revisit_record,
)
from reportedly.warc import reading as warc_reading

NOON = datetime.datetime(2031, 4, 2, 12, tzinfo=datetime.UTC)
ADDRESS = "https://harbour.example/wall?a=1&b=ü"
HTML = (("Content-Type", "text/html; charset=utf-8"), ("Content-Encoding", "gzip"), ("X-Note", "é"))

NAMES = st.text(st.characters(min_codepoint=33, max_codepoint=126, exclude_characters=":"), min_size=1)
VALUES = st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\u0085\u2028\u2029")).map(
    str.strip
)
HEADERS = st.lists(st.tuples(NAMES, VALUES), max_size=6)


def file_of(bodies: list[bytes]) -> bytes:
    """Return a file with a head and one response for each body."""
    records = [info_record("pages.warc.gz", "Reportedly", NOON)]
    records += [response_record(f"{ADDRESS}{n}", NOON, 200, HTML, body) for n, body in enumerate(bodies)]
    return b"".join(record.packed for record in records)


def found_in(data: bytes) -> tuple[list[WarcRecord], list[BrokenRecord]]:
    found = list(read_records(io.BytesIO(data)))
    whole = [each for each in found if isinstance(each, WarcRecord)]
    return whole, [each for each in found if isinstance(each, BrokenRecord)]


def body(record: WarcRecord) -> bytes:
    message = http_message(record.block)
    assert message is not None
    return body_of(message, record.block, most_bytes=1 << 25)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=3000), HEADERS, st.integers(100, 599))
def test_any_body_and_any_headers_come_back_as_they_were_written(
    sent: bytes, headers: list[tuple[str, str]], status: int
) -> None:
    packed = response_record(ADDRESS, NOON, status, headers, sent).packed
    (record,), broken = found_in(packed)
    message = http_message(record.block)
    assert message is not None
    assert broken == []
    assert record.moment == NOON
    assert message.status == status
    kept = [(name.removeprefix("X-Orig-"), value) for name, value in message.headers[:-1]]
    assert kept == headers
    assert record.block[message.body_at :] == sent
    assert digest_holds(record.field("warc-block-digest"), record.block)
    assert digest_holds(record.field("warc-payload-digest"), sent)


def test_a_header_cannot_bring_in_a_further_one() -> None:
    evil = (("X-Note", "a\r\nSet-Cookie: b\r\n\r\nbody"), ("Bad\r\nName", "c"))
    (record,), _ = found_in(response_record(ADDRESS + "\r\nWARC-Type: x", NOON, 200, evil, b"words").packed)
    message = http_message(record.block)
    assert message is not None
    assert [name for name, _ in message.headers] == ["X-Note", "Bad-Name", "Content-Length"]
    assert record.block[message.body_at :] == b"words"
    assert record.kind == "response"


def test_a_file_cut_at_any_byte_loses_only_the_torn_record() -> None:
    bodies = [bytes([65 + n]) * (40 + n) for n in range(5)]
    data = file_of(bodies)
    ends = [record.offset + record.length for record in found_in(data)[0]]
    for cut in range(len(data)):
        whole, broken = found_in(data[:cut])
        assert len(whole) == sum(end <= cut for end in ends)
        assert len(broken) == (cut not in (0, *ends))


def test_an_unpacked_file_cut_at_any_byte_loses_only_the_torn_record() -> None:
    data = gzip.decompress(file_of([b"a" * 50, b"b" * 60, b"c" * 70]))
    ends = [record.offset + record.length for record in found_in(data)[0]]
    for cut in range(len(data)):
        whole, broken = found_in(data[:cut])
        # The empty lines behind a record tell nothing: without them it is whole already.
        assert len(whole) in (sum(end <= cut for end in ends), sum(end - 4 <= cut for end in ends))
        assert len(broken) <= 1


def test_any_one_byte_changed_loses_only_its_record() -> None:
    bodies = [f"<p>Page {n} of words</p>".encode() for n in range(3)]
    data = file_of(bodies)
    for place in range(len(data)):
        garbled = bytearray(data)
        garbled[place] ^= 0x5A
        whole, broken = found_in(bytes(garbled))
        # A byte of gzip's head, the time say, is no byte of the record.
        assert len(whole) >= 3
        assert len(whole) + len(broken) >= 4


@pytest.mark.parametrize("is_packed", [True, False])
def test_a_record_of_wrong_length_or_beginning_is_named_and_the_next_is_read(*, is_packed: bool) -> None:
    plain = gzip.decompress(file_of([b"a" * 50, b"b" * 60, b"c" * 70]))
    second = found_in(plain)[0][2].offset
    for old, new in (
        (b"WARC/1.1", b"WORC/1.1"),
        (b"Content-Length: ", b"Content-Length: 9"),
        (b"b" * 60, b"x" * 60),
    ):
        broken_file = plain[:second] + plain[second:].replace(old, new, 1)
        whole, broken = found_in(gzip.compress(broken_file) if is_packed else broken_file)
        assert [body(record)[:1] for record in whole if record.kind == "response"] == [b"a", b"c"]
        assert len(broken) == 1


def test_a_file_packed_as_a_whole_is_read_like_any_other(monkeypatch: pytest.MonkeyPatch) -> None:
    data = gzip.compress(gzip.decompress(file_of([b"a" * 5000, b"b" * 5000, b"c" * 5000])))
    assert len(found_in(data)[0]) == 4
    monkeypatch.setattr(warc_reading, "LARGEST_BLOCK", 6000)
    monkeypatch.setattr(warc_reading, "LONGEST_HEAD", 1000)
    assert len(found_in(data)[0]) == 4


def test_a_bomb_fills_no_memory_and_the_record_behind_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc_reading, "LARGEST_BLOCK", 2**20)
    data = file_of([b"\0" * 3 * 2**20, b"words"])
    whole, broken = found_in(data)
    assert [body(record) for record in whole[1:]] == [b"words"]
    assert len(broken) == 1


def test_an_endless_line_ends_nothing_but_its_record() -> None:
    data = b"WARC/1.1\r\nX: " + b"y" * 200_000 + b"\r\n\r\n" + gzip.decompress(file_of([b"words"]))
    whole, broken = found_in(data)
    assert [record.kind for record in whole] == ["warcinfo", "response"]
    assert broken[0].words == "its head has no end"


@given(st.binary(max_size=400))
def test_no_bytes_at_all_raise_anything(data: bytes) -> None:
    for start in (b"", b"\x1f\x8b\x08", b"WARC/1.0\r\n"):
        list(read_records(io.BytesIO(start + data)))


def test_a_record_is_read_again_at_its_place() -> None:
    data = file_of([b"one", b"two"])
    place = found_in(data)[0][2]
    again = read_at(io.BytesIO(data), place.offset, place.length)
    assert again == place
    assert isinstance(read_at(io.BytesIO(data), place.offset + 1, place.length), BrokenRecord)


def test_other_tools_read_our_files_with_every_digest_right() -> None:
    sent = "<p>Wörter</p>".encode() * 50
    data = file_of([sent])
    first = found_in(data)[0][1]
    sha256 = hashlib.sha256(sent).hexdigest()
    data += revisit_record(
        ADDRESS, NOON, 200, HTML, sha256=sha256, original=(first.address, NOON), byte_count=len(sent)
    ).packed
    slowly = SlowIterator(io.BytesIO(data), check_digests="raise")
    slow = [(record.rec_type, record.content_stream().read()) for record in slowly]
    assert slow[1] == ("response", sent)
    assert [kind for kind, _ in slow] == ["warcinfo", "response", "revisit"]
    fast = list(FastIterator(io.BytesIO(data), parse_http=False))
    assert len(fast) == 3
    for record in FastIterator(io.BytesIO(data), parse_http=False):
        assert record.verify_block_digest(consume=False)
    for record in FastIterator(io.BytesIO(data), parse_http=True):
        if int(record.record_type) == int(WarcRecordType.response):
            assert record.verify_payload_digest(consume=False)
            assert record.reader.read() == sent


def test_chunks_and_packed_bodies_are_put_together() -> None:
    words = b"<p>words</p>" * 20
    chunked = b"".join(b"%x\r\n%s\r\n" % (len(p), p) for p in (words[:7], words[7:])) + b"0\r\n\r\n"
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    packed = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(words)
    unpacked_after_all = (
        b"HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nTransfer-Encoding: chunked\r\n\r\n" + words
    )
    for block in (head + chunked, packed, unpacked_after_all):
        message = http_message(block)
        assert message is not None
        assert body_of(message, block, most_bytes=10_000) == words
