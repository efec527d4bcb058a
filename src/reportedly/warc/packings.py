"""Bodies packed with Brotli or Zstandard, unpacked in pieces: one that grows without end is stopped."""

from collections.abc import Iterator
from typing import Final

import brotli
import zstandard

PACKINGS: Final = ("br", "zstd")
"""The names by which HTTP calls them (`Content-Encoding`)."""

_PIECE: Final = 256 * 1024
_FED: Final = 1024  # bytes of Zstandard at a time: of four it makes 128 KB at most, of these 32 MB
_WINDOW: Final = 8 * 2**20  # what RFC 9659 lets a sender use


class BrokenPacking(ValueError):
    """The packed bytes are garbled, or break off; the message says which."""


def unpacked(body: bytes, packing: str) -> Iterator[bytes]:
    """Yield a body's unpacked bytes piece by piece; raises BrokenPacking."""
    try:
        yield from _of_brotli(body) if packing == "br" else _of_zstandard(body)
    except (brotli.error, zstandard.ZstdError) as error:
        raise BrokenPacking("its packed bytes are garbled") from error


def _of_brotli(body: bytes) -> Iterator[bytes]:
    unpacker = brotli.Decompressor()
    given = body
    while not unpacker.is_finished():
        piece = bytes(unpacker.process(given, output_buffer_limit=_PIECE))
        given = b""
        if piece:
            yield piece
        elif unpacker.can_accept_more_data():
            raise BrokenPacking("it breaks off in the middle")


def _of_zstandard(body: bytes) -> Iterator[bytes]:
    maker = zstandard.ZstdDecompressor(max_window_size=_WINDOW)
    unpacker, is_begun = maker.decompressobj(), False
    for start in range(0, len(body), _FED):
        given = body[start : start + _FED]
        while given:
            if unpacker.eof:
                unpacker = maker.decompressobj()
            piece, is_begun = unpacker.decompress(given), True
            given = unpacker.unused_data if unpacker.eof else b""
            if piece:
                yield piece
    if is_begun and not unpacker.eof:
        raise BrokenPacking("it breaks off in the middle")
