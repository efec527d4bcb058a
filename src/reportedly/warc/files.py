"""Records out of a file, one after the other, whatever the file is packed with."""

from collections.abc import Iterator
from typing import BinaryIO

from reportedly.warc.heads import LONGEST_HEAD
from reportedly.warc.pieces import Pieces
from reportedly.warc.reading import (
    GZIP_MARK,
    RECORD_MARK,
    Found,
    of_member,
    packed_records,
    plain_records,
    whole_record,
)
from reportedly.warc.record import BrokenRecord
from reportedly.warc.zst_reading import is_zst, zst_at, zst_records


def read_records(stream: BinaryIO) -> Iterator[Found]:
    """Yield every record of a file, packed or not, from where the stream stands; never raises."""
    source = Pieces(stream)
    head = source.peek(LONGEST_HEAD)
    if is_zst(head):
        yield from zst_records(source)
    elif not head.startswith(RECORD_MARK) and GZIP_MARK in head:  # its very first bytes may be garbled
        yield from packed_records(source)
    else:
        yield from plain_records(source)


def read_at(stream: BinaryIO, offset: int, length: int) -> Found:
    """Return the one record that stands at a place of a file, as an index has it."""
    stream.seek(offset)
    data = stream.read(length)
    if is_zst(data):
        return zst_at(stream, data, offset)
    if not data.startswith(GZIP_MARK):
        return whole_record(data, 0)
    return next(iter(of_member(data, offset)), BrokenRecord(offset=offset, words="nothing stands there"))
