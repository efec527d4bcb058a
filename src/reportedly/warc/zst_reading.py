"""Records out of a file packed with Zstandard (`.warc.zst`): a frame a record, often by a common dictionary.

The dictionary, if there is one, stands in a frame of its own that the file begins with, packed or not
(IIPC, "Zstandard Compression for WARC Files 1.0", 2021).
"""

import io
from collections.abc import Iterator
from typing import BinaryIO, Final

import zstandard

from reportedly.warc.heads import LONGEST_HEAD
from reportedly.warc.pieces import Pieces
from reportedly.warc.reading import LARGEST_BLOCK, RECORD_MARK, TOO_LARGE, Found, of_unpacked
from reportedly.warc.record import BrokenRecord, WarcRecord, digest_holds

_FRAME: Final = b"\x28\xb5\x2f\xfd"
_DICTIONARY: Final = b"\x5d\x2a\x4d\x18"
_FED: Final = 1024  # bytes at a time: of four Zstandard makes 128 KB at most, of these 32 MB
_MOST_DICTIONARY: Final = 16 * 2**20  # bytes; those of archives are 100 KB to 2 MB
_WINDOW: Final = 2**27  # bytes a record may look back; what `zstd --long` uses

Dictionary = zstandard.ZstdCompressionDict | None


def is_zst(head: bytes) -> bool:
    """Return whether bytes begin as a `.warc.zst` file does, or as one of its records."""
    return head.startswith((_FRAME, _DICTIONARY))


def may_hold_records(head: bytes) -> bool:
    """Return whether the first bytes of such a file do not say that it holds anything else than records.

    Of a frame nothing can be told before its first block is there as a whole, up to 128 KB.
    """
    return head.startswith(_DICTIONARY) or _begins_record(head, None)


def zst_records(source: Pieces) -> Iterator[Found]:
    """Yield every record of such a file; a broken one is named, and the next is looked for."""
    dictionary = None
    if source.peek(4) == _DICTIONARY:
        found = _dictionary(source)
        if isinstance(found, BrokenRecord):
            yield found
            return
        dictionary = found
    while source.peek(1):
        offset = source.at
        data, trouble = _frame(source, dictionary)
        if trouble is None:
            yield from _sound(data, offset, source.at - offset)
        else:
            yield BrokenRecord(offset=offset, words=trouble)
            _to_next_frame(source, dictionary)


def zst_at(stream: BinaryIO, data: bytes, offset: int) -> Found:
    """Return the record in one frame, with the dictionary that its file begins with."""
    stream.seek(0)
    start = Pieces(stream)
    found = _dictionary(start) if start.peek(4) == _DICTIONARY else None
    if isinstance(found, BrokenRecord):
        return found
    block, trouble = _frame(Pieces(io.BytesIO(data)), found)
    if trouble is not None:
        return BrokenRecord(offset=offset, words=trouble)
    return next(iter(_sound(block, offset, len(data))), BrokenRecord(offset=offset, words="nothing is there"))


def _dictionary(source: Pieces) -> Dictionary | BrokenRecord:
    """Return the dictionary that a file begins with."""
    offset = source.at
    size = int.from_bytes(source.take(8)[4:], "little")
    if size > _MOST_DICTIONARY:
        return BrokenRecord(offset=offset, words="its dictionary is larger than 16 MB")
    data = source.take(size)
    if data.startswith(_FRAME):
        data, trouble = _frame(Pieces(io.BytesIO(data)), None)
        if trouble is not None:
            return BrokenRecord(offset=offset, words=f"its dictionary cannot be read: {trouble}")
    return zstandard.ZstdCompressionDict(data)


def _frame(source: Pieces, dictionary: Dictionary) -> tuple[bytes, str | None]:
    """Return the unpacked bytes of the next frame and None, or what is wrong with it.

    On trouble the source stands just past the first byte, to look for the next frame.
    """
    maker = zstandard.ZstdDecompressor(dict_data=dictionary, max_window_size=_WINDOW)
    unpacker, parts, taken, size = maker.decompressobj(), [b""], [b""], 0
    trouble = None
    try:
        while not unpacker.eof and trouble is None:
            taken.append(source.take(_FED))
            parts.append(unpacker.decompress(taken[-1]))
            size += len(parts[-1])
            if size > LARGEST_BLOCK + LONGEST_HEAD:
                trouble = TOO_LARGE
            elif not taken[-1] and not unpacker.eof:
                trouble = "it breaks off in the middle"
    except zstandard.ZstdError:
        trouble = "its packed bytes are garbled"
    if trouble is None:
        source.give_back(unpacker.unused_data)
        return b"".join(parts), None
    source.give_back(b"".join(taken))
    source.take(1)
    return b"", trouble


def _to_next_frame(source: Pieces, dictionary: Dictionary) -> None:
    """Go on to the next frame that begins with a record; by chance its mark stands elsewhere, too."""
    while source.seek_mark(_FRAME):
        if _begins_record(source.peek(_FED), dictionary):
            return
        source.take(1)


def _begins_record(head: bytes, dictionary: Dictionary) -> bool:
    """Return whether a frame that begins so may hold a record."""
    unpacker = zstandard.ZstdDecompressor(dict_data=dictionary, max_window_size=_WINDOW).decompressobj()
    try:
        found = unpacker.decompress(head[:_FED])
    except zstandard.ZstdError:
        return False
    return not found or found.startswith(RECORD_MARK)


def _sound(data: bytes, offset: int, length: int) -> Iterator[Found]:
    """Yield the records of a frame; Zstandard's own check sum is optional, so their digests are checked."""
    for found in of_unpacked(data, offset, length):
        digest = found.field("warc-block-digest") if isinstance(found, WarcRecord) else ""
        if isinstance(found, WarcRecord) and digest and digest_holds(digest, found.block) is False:
            yield BrokenRecord(offset=offset, words="its bytes are not those its digest was made of")
        else:
            yield found
