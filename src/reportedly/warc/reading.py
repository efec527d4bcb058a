"""Records out of a file, one after the other, and on past whatever is broken.

A record that is cut, garbled or too large is named (`BrokenRecord`) and the next whole one is looked
for: by the mark that gzip members begin with, or by the line that records begin with. The file is
read once, in pieces; no more than one record is in memory.
"""

import io
from collections.abc import Iterator
from typing import BinaryIO, Final, Protocol

import msgspec
from isal import isal_zlib

from reportedly.warc.garbled import GARBLED
from reportedly.warc.heads import LONGEST_HEAD, fields_of
from reportedly.warc.record import BrokenRecord, WarcRecord, digest_holds

LARGEST_BLOCK: Final = 64 * 2**20
"""Bytes of one record's block. A page takes 32 MB at most; films in an archive are larger and are
named and passed over, so that a bomb fills no memory."""

_PIECE: Final = 256 * 1024  # bytes read at a time: a packed page is 10 to 70 KB
_GZIP_MARK: Final = b"\x1f\x8b\x08"
_RECORD_MARK: Final = b"WARC/"
_BETWEEN: Final = b"\r\n\r\n"
_TOO_LARGE: Final = f"it is larger than {LARGEST_BLOCK // 2**20} MB"

Found = WarcRecord | BrokenRecord


def read_records(stream: BinaryIO) -> Iterator[Found]:
    """Yield every record of a file, packed or not, from where the stream stands; never raises."""
    source = _Bytes(stream)
    head = source.peek(LONGEST_HEAD)
    if not head.startswith(_RECORD_MARK) and _GZIP_MARK in head:  # its very first bytes may be garbled
        yield from _packed_records(source)
    else:
        yield from _plain_records(source)


def read_at(stream: BinaryIO, offset: int, length: int) -> Found:
    """Return the one record that stands at a place of a file, as an index has it."""
    stream.seek(offset)
    data = stream.read(length)
    if not data.startswith(_GZIP_MARK):
        return _whole(data, 0)
    return next(iter(_of_member(data, offset)), BrokenRecord(offset=offset, words="nothing stands there"))


class _Stream(Protocol):
    def read(self, count: int, /) -> bytes: ...


class _Bytes:
    """A stream read in pieces, looked ahead into; `at` is where in the stream its next byte stands."""

    def __init__(self, stream: "_Stream") -> None:
        self._stream = stream
        self._held = b""
        self._from = 0  # of the held bytes, the first that was not taken yet
        self.at = 0

    def peek(self, count: int) -> bytes:
        """Return so many of the next bytes without taking them; fewer at the end."""
        self._hold(count)
        return self._held[self._from : self._from + count]

    def take(self, count: int) -> bytes:
        """Return so many of the next bytes; fewer at the end."""
        found = self.peek(count)
        self._from += len(found)
        self.at += len(found)
        return found

    def some(self) -> bytes:
        """Return whatever is at hand, a piece at least; nothing at the end."""
        self._hold(1)
        found = self._held[self._from :] if self._from else self._held
        self._held, self._from = b"", 0
        self.at += len(found)
        return found

    def give_back(self, data: bytes) -> None:
        """Put bytes back that were taken last."""
        self._held = data + self._held[self._from :] if self._from < len(self._held) else data
        self._from = 0
        self.at -= len(data)

    def seek_mark(self, mark: bytes) -> bool:
        """Go on to where the next such mark begins; False where there is none any more."""
        while True:
            self._hold(len(mark))
            found = self._held.find(mark, self._from)
            if found >= 0:
                self.at += found - self._from
                self._from = found
                return True
            left = len(self._held) - self._from
            keep = min(left, len(mark) - 1)
            self.at += left - keep
            self._from += left - keep
            if not self._more():
                self.at += keep
                self._from += keep
                return False

    def _hold(self, count: int) -> None:
        while len(self._held) - self._from < count:
            if not self._more(max(_PIECE, count - (len(self._held) - self._from))):
                return

    def _more(self, count: int = _PIECE) -> bool:
        try:
            piece = self._stream.read(count)
        except (OSError, EOFError, ValueError):  # a torn zip member, or a disk that fails: the end is here
            piece = b""
        if piece:
            self._held = self._held[self._from :] + piece
            self._from = 0
        return bool(piece)


def _packed_records(source: _Bytes) -> Iterator[Found]:
    """Yield the records of a file of gzip members."""
    while source.peek(1):
        offset = source.at
        if source.peek(3) != _GZIP_MARK:
            yield BrokenRecord(offset=offset, words="no packed record begins here")
            _to_next_member(source)
            continue
        data, trouble = _member(source)
        if trouble is None:
            yield from _of_unpacked(data, offset, source.at - offset)
        elif trouble is _MANY:
            yield from _plain_records(_Bytes(_Unpacked(source)))
        else:
            yield BrokenRecord(offset=offset, words=trouble)
            _to_next_member(source)


_MANY: Final = "it is packed as a whole"


def _member(source: _Bytes) -> tuple[bytes, str | None]:
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
        trouble = _MANY if _holds_several(data) else _TOO_LARGE
    if trouble is None:
        source.give_back(unpacker.unused_data)
        return data, None
    source.give_back(b"".join(taken))
    source.take(0 if trouble is _MANY else 1)
    return data, trouble


def _holds_several(data: bytes) -> bool:
    """Return whether an unpacked member goes on with a further record after its first."""
    first = _whole(data, 0)
    return isinstance(first, WarcRecord) and data.startswith(_RECORD_MARK, first.length)


def _to_next_member(source: _Bytes) -> None:
    """Go on to the next gzip member that begins with a record; by chance its mark stands elsewhere, too."""
    while source.seek_mark(_GZIP_MARK):
        head = source.peek(4096)
        try:
            if isal_zlib.decompressobj(wbits=31).decompress(head, 64).startswith(_RECORD_MARK):
                return
        except GARBLED:
            pass
        source.take(1)


class _Unpacked:
    """The unpacked bytes of a file that was packed as a whole, read in pieces."""

    def __init__(self, source: _Bytes) -> None:
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


def _of_member(data: bytes, offset: int) -> Iterator[Found]:
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
    yield from _of_unpacked(block, offset, len(data))


def _of_unpacked(data: bytes, offset: int, length: int) -> Iterator[Found]:
    """Yield the records of an unpacked member: one in a file as it should be."""
    first = _whole(data, 0)
    if isinstance(first, WarcRecord) and not data[first.length :].strip(b"\r\n"):
        yield msgspec.structs.replace(first, offset=offset, length=length, is_checked=True)
        return
    for found in _plain_records(_Bytes(io.BytesIO(data))):
        if isinstance(found, BrokenRecord):
            yield BrokenRecord(offset=offset, words=found.words)
        else:
            yield msgspec.structs.replace(found, offset=offset, length=length, is_checked=True)


def _whole(data: bytes, place: int) -> Found:
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
    if not data.startswith(_RECORD_MARK, place):
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


def _plain_records(source: _Bytes) -> Iterator[Found]:
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
            yield BrokenRecord(offset=offset, words=_TOO_LARGE)
            source.take(1)
            _to_next_record(source)
            continue
        yield _plain_record(source, fields, begin, size)


def _plain_record(source: _Bytes, fields: tuple[tuple[str, str], ...], begin: int, size: int) -> Found:
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


def _trouble_after(source: _Bytes) -> str | None:
    after = source.peek(4)
    if after in (_BETWEEN, b""):
        return None
    return "it is not as long as its head says" if len(after) == 4 else "it breaks off in the middle"


def _to_next_record(source: _Bytes) -> None:
    """Go on to the next line that a record begins with, behind the empty lines that end one."""
    if source.seek_mark(_BETWEEN + _RECORD_MARK):
        source.take(len(_BETWEEN))
