"""Unpack an answer piece by piece, so that a small one that grows without end is stopped in time."""

import zlib
from typing import Final

from reportedly.warc import PACKINGS, BrokenPacking, unpacked

_PIECE_BYTES: Final = 256 * 1024
ENCODINGS: Final = "gzip, deflate, br, zstd"
"""What the client says it takes."""


class TooLarge(ValueError):
    """An answer is larger than is taken."""


class Garbled(ValueError):
    """An answer cannot be unpacked."""


class Unpacking:
    """Takes the pieces of one answer and holds its unpacked bytes, `most_bytes` of them at most."""

    def __init__(self, encoding: str, most_bytes: int) -> None:
        self._body = bytearray()
        self._most = most_bytes
        self._encoding = encoding.strip().lower()
        self._is_held = self._encoding in PACKINGS  # until all of it is there
        is_plain = self._is_held or self._encoding in ("", "identity")
        self._unpacker = None if is_plain else self._of(self._encoding)
        self._is_first = True

    def take(self, piece: bytes) -> None:
        """Take a piece as it came; raises TooLarge or Garbled."""
        if self._unpacker is None:
            self._add(piece)
            return
        if self._is_first and self._encoding == "deflate" and piece and piece[0] & 0x0F != 8:
            self._unpacker = zlib.decompressobj(wbits=-15)  # sent bare, as some servers do
        self._is_first = False
        try:
            while piece:
                self._add(self._unpacker.decompress(piece, _PIECE_BYTES))
                piece = self._unpacker.unconsumed_tail
        except zlib.error as error:
            raise Garbled(f"it cannot be unpacked ({error})") from error

    def finish(self) -> bytes:
        """Return all bytes once everything has come; raises Garbled where the end is missing."""
        if self._unpacker is not None and not self._unpacker.eof and not self._is_first:
            raise Garbled("it broke off in the middle")
        return self._of_held() if self._is_held else bytes(self._body)

    def _of_held(self) -> bytes:
        packed, self._body = bytes(self._body), bytearray()
        try:
            for piece in unpacked(packed, self._encoding):
                self._add(piece)
        except BrokenPacking as error:
            raise Garbled(f"it cannot be unpacked ({error})") from error
        return bytes(self._body)

    def _add(self, piece: bytes) -> None:
        self._body += piece
        if len(self._body) > self._most:
            raise TooLarge(f"it is larger than {self._most // 2**20} MB")

    @staticmethod
    def _of(encoding: str) -> "zlib._Decompress":
        if encoding in ("gzip", "x-gzip"):
            return zlib.decompressobj(wbits=31)
        if encoding == "deflate":
            return zlib.decompressobj()
        raise Garbled(f"it is packed in a way nobody asked for ({encoding[:40]})")
