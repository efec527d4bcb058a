"""Records out of a file that is plain or packed with gzip, and on past whatever is broken.

A record that is cut, garbled or too large is named (`BrokenRecord`) and the next whole one is looked
for: by the mark that gzip members begin with, or by the line that records begin with. The file is
read once, in pieces; no more than one record is in memory.
"""

import io
from collections.abc import Iterator
from typing import Final

import msgspec
from isal import isal_zlib

from reportedly.warc.garbled import GARBLED
from reportedly.warc.heads import LONGEST_HEAD, fields_of
from reportedly.warc.pieces import Pieces
from reportedly.warc.record import BrokenRecord, WarcRecord, digest_holds

LARGEST_BLOCK: Final = 64 * 2**20
"""Bytes of one record's block. A page takes 32 MB at most; films in an archive are larger and are
named and passed over, so that a bomb fills no memory."""

GZIP_MARK: Final = b"\x1f\x8b\x08"
"""What a gzip member begins with."""

RECORD_MARK: Final = b"WARC/"
"""What a record begins with."""

_BETWEEN: Final = b"\r\n\r\n"
TOO_LARGE: Final = f"it is larger than {LARGEST_BLOCK // 2**20} MB"

Found = WarcRecord | BrokenRecord
"""What stands at a place of a file."""


def packed_records(source: Pieces) -> Iterator[Found]:
    """Yield the records of a file of gzip members."""
    while source.peek(1):
        offset = source.at
        if source.peek(3) != GZIP_MARK:
            yield BrokenRecord(offset=offset, words="no packed record begins here")
            _to_next_member(source)
            continue
        data, trouble = _member(source)
        if trouble is None:
            yield from of_unpacked(data, offset, source.at - offset)
        elif trouble is _MANY:
            yield from plain_records(Pieces(_Unpacked(source)))
        else:
            yield BrokenRecord(offset=offset, words=trouble)
            _to_next_member(source)


_MANY: Final = "it is packed as a whole"


def _member(source: Pieces) -> tuple[bytes, str | None]:
    """Return the unpacked bytes of the next member and None, or what is wrong with it.

    On trouble the source stands just past the member's first byte, to look for the next one.
    """
    unpacker = isal_zlib.decompressobj(wbits=31)
    parts: list[bytes] = []
    size, taken = 0, [source.some()]
    limit = LARGEST_BLOCK + LONGEST_HEAD
    trouble = None
    piece = taken[0]
    try:
        while True:
            part = unpacker.decompress(piece, limit - size + 1)
            parts.append(part)
            size += len(part)
            if unpacker.eof or size > limit:
                break
            piece = unpacker.unconsumed_tail or source.some()
            if not piece:
                trouble = "it breaks off in the middle"
                break
            if not unpacker.unconsumed_tail:
                taken.append(piece)
    except GARBLED:
        trouble = "its packed bytes are garbled"
    data = parts[0] if len(parts) == 1 else b"".join(parts)
    if trouble is None and size > limit:
        trouble = _MANY if _holds_several(data) else TOO_LARGE
    if trouble is None:
        source.give_back(unpacker.unused_data)
        return data, None
    source.give_back(b"".join(taken))
    source.take(0 if trouble is _MANY else 1)
    return data, trouble


def _holds_several(data: bytes) -> bool:
    """Return whether an unpacked member goes on with a further record after its first."""
    first = whole_record(data, 0)
    return isinstance(first, WarcRecord) and data.startswith(RECORD_MARK, first.length)


def _to_next_member(source: Pieces) -> None:
    """Go on to the next gzip member that begins with a record; by chance its mark stands elsewhere, too."""
    while source.seek_mark(GZIP_MARK):
        head = source.peek(4096)
        try:
            if isal_zlib.decompressobj(wbits=31).decompress(head, 64).startswith(RECORD_MARK):
                return
        except GARBLED:
            pass
        source.take(1)


class _Unpacked:
    """The unpacked bytes of a file that was packed as a whole, read in pieces."""

    def __init__(self, source: Pieces) -> None:
        self._source = source
        self._unpacker = isal_zlib.decompressobj(wbits=31)
        self._tail = b""

    def read(self, count: int) -> bytes:
        """Return some bytes, `count` at most; nothing at the end, or where they are garbled."""
        while True:
            if self._unpacker.eof:
                self._tail = self._unpacker.unused_data + self._tail
                self._unpacker = isal_zlib.decompressobj(wbits=31)
            piece = self._tail or self._source.some()
            if not piece:
                return b""
            try:
                found = self._unpacker.decompress(piece, count)
            except GARBLED:
                self._tail = b""
                while self._source.some():
                    pass
                return b""
            self._tail = self._unpacker.unconsumed_tail
            if found:
                return bytes(found)


def of_member(data: bytes, offset: int) -> Iterator[Found]:
    """Yield what stands in one packed member that is in memory as a whole."""
    unpacker = isal_zlib.decompressobj(wbits=31)
    try:
        block = unpacker.decompress(data, LARGEST_BLOCK + LONGEST_HEAD)
    except GARBLED:
        yield BrokenRecord(offset=offset, words="its packed bytes are garbled")
        return
    if not unpacker.eof:
        yield BrokenRecord(offset=offset, words="it breaks off in the middle")
        return
    yield from of_unpacked(block, offset, len(data))


def of_unpacked(data: bytes, offset: int, length: int) -> Iterator[Found]:
    """Yield the records of an unpacked member: one in a file as it should be."""
    first = whole_record(data, 0)
    if isinstance(first, WarcRecord) and not data[first.length :].strip(b"\r\n"):
        yield msgspec.structs.replace(first, offset=offset, length=length, is_checked=True)
        return
    for found in plain_records(Pieces(io.BytesIO(data))):
        if isinstance(found, BrokenRecord):
            yield BrokenRecord(offset=offset, words=found.words)
        else:
            yield msgspec.structs.replace(found, offset=offset, length=length, is_checked=True)


def whole_record(data: bytes, place: int) -> Found:
    """Return the record that begins at a place of bytes in memory; its length is that of head and block."""
    head = _head(data, place)
    if isinstance(head, BrokenRecord):
        return head
    fields, begin, size = head
    block = data[begin : begin + size]
    if len(block) < size:
        return BrokenRecord(offset=place, words="it breaks off in the middle")
    end = begin + size + (4 if data.startswith(_BETWEEN, begin + size) else 0)
    return WarcRecord(offset=place, length=end - place, fields=fields, block=block)


def _head(data: bytes, place: int) -> tuple[tuple[tuple[str, str], ...], int, int] | BrokenRecord:
    """Return the fields of the head at a place, where its block begins, and how long that is to be."""
    if not data.startswith(RECORD_MARK, place):
        return BrokenRecord(offset=place, words="no record begins here")
    end = data.find(_BETWEEN, place, place + LONGEST_HEAD)
    begin = end + 4
    if end < 0:
        end = data.find(b"\n\n", place, place + LONGEST_HEAD)
        begin = end + 2
    if end < 0:
        return BrokenRecord(offset=place, words="its head has no end")
    fields = tuple((name.lower(), value) for name, value in fields_of(data[place:end]))
    size = next((value for name, value in fields if name == "content-length"), "")
    if not (size.isascii() and size.isdigit() and len(size) < 19):
        return BrokenRecord(offset=place, words="its head does not say how long it is")
    return fields, begin, int(size)


def plain_records(source: Pieces) -> Iterator[Found]:
    """Yield the records of a file that is not packed."""
    while source.peek(1):
        offset = source.at
        head = _head(source.peek(LONGEST_HEAD), 0)
        if isinstance(head, BrokenRecord):
            yield BrokenRecord(offset=offset, words=head.words)
            source.take(1)
            _to_next_record(source)
            continue
        fields, begin, size = head
        if size > LARGEST_BLOCK:
            yield BrokenRecord(offset=offset, words=TOO_LARGE)
            source.take(1)
            _to_next_record(source)
            continue
        yield _plain_record(source, fields, begin, size)


def _plain_record(source: Pieces, fields: tuple[tuple[str, str], ...], begin: int, size: int) -> Found:
    """Return the record that begins here and go on behind it, or behind its head where it is broken."""
    offset = source.at
    head = source.take(begin)
    block = source.take(size)
    trouble = "it breaks off in the middle" if len(block) < size else None
    if trouble is None:
        trouble = _trouble_after(source)
    given = next((value for name, value in fields if name == "warc-block-digest"), "")
    if trouble is None and given and digest_holds(given, block) is False:
        trouble = "its bytes are not those its digest was made of"
        source.take(len(_BETWEEN))
        return BrokenRecord(offset=offset, words=trouble)
    if trouble is not None:
        source.give_back(block)
        _to_next_record(source)
        return BrokenRecord(offset=offset, words=trouble)
    source.take(len(_BETWEEN))
    return WarcRecord(offset=offset, length=len(head) + size + 4, fields=fields, block=block)


def _trouble_after(source: Pieces) -> str | None:
    after = source.peek(4)
    if after in (_BETWEEN, b""):
        return None
    return "it is not as long as its head says" if len(after) == 4 else "it breaks off in the middle"


def _to_next_record(source: Pieces) -> None:
    """Go on to the next line that a record begins with, behind the empty lines that end one."""
    if source.seek_mark(_BETWEEN + RECORD_MARK):
        source.take(len(_BETWEEN))
