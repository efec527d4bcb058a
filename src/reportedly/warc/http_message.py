"""The HTTP message in a record's block: its status, its headers, and its body unpacked."""

import re
from typing import Final

import msgspec
from isal import isal_zlib

from reportedly.warc.garbled import GARBLED
from reportedly.warc.heads import LONGEST_HEAD, fields_of
from reportedly.warc.packings import PACKINGS, BrokenPacking, unpacked

_STATUS: Final = re.compile(rb"HTTP/\d(?:\.\d)? +(\d{3})")
_END_OF_HEAD: Final = re.compile(rb"\r?\n\r?\n")
_CHUNK: Final = re.compile(rb"([0-9A-Fa-f]{1,8})[^\r\n]{0,200}\r?\n")


class PackedUnknown(ValueError):
    """A body is packed in a way that is not unpacked here, broken, or grows past all reason."""


class HttpMessage(msgspec.Struct, frozen=True, kw_only=True):
    """A response: its status, its headers in order, and where in the block its body begins."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body_at: int

    def header(self, name: str) -> str:
        """Return the first header called `name` (lower case), empty where there is none."""
        return next((value for key, value in self.headers if key.lower() == name), "")


def http_message(block: bytes) -> HttpMessage | None:
    """Return the head of a response, None where the block does not begin with one."""
    status = _STATUS.match(block)
    if status is None:
        return None
    end = _END_OF_HEAD.search(block, 0, LONGEST_HEAD)
    head_end, body_at = (end.start(), end.end()) if end else (len(block), len(block))
    if end is None and len(block) > LONGEST_HEAD:
        return None
    return HttpMessage(status=int(status[1]), headers=fields_of(block[:head_end]), body_at=body_at)


def body_of(message: HttpMessage, block: bytes, *, most_bytes: int) -> bytes:
    """Return the body of a response, put together from chunks and unpacked; raises PackedUnknown.

    Crawlers often keep a body that is already whole under the headers of the packed one; such a body
    is taken as it stands.
    """
    body = block[message.body_at :]
    if "chunked" in message.header("transfer-encoding").lower():
        body = _unchunked(body)
    for encoding in reversed(message.header("content-encoding").lower().split(",")):
        body = _unpacked(body, encoding.strip(), most_bytes)
    if len(body) > most_bytes:
        raise PackedUnknown(f"it is larger than {most_bytes // 2**20} MB")
    return body


def _unchunked(body: bytes) -> bytes:
    """Return a body sent in chunks; one that is not in chunks after all comes back as it is."""
    parts: list[bytes] = []
    place = 0
    while chunk := _CHUNK.match(body, place):
        size = int(chunk[1], 16)
        if size == 0:
            return b"".join(parts)
        parts.append(body[chunk.end() : chunk.end() + size])
        place = chunk.end() + size
        place += 2 if body.startswith(b"\r\n", place) else 1
    return b"".join(parts) if parts else body


def _unpacked(body: bytes, encoding: str, most_bytes: int) -> bytes:
    if encoding in ("", "identity", "none", "utf-8"):
        return body
    if encoding in ("gzip", "x-gzip"):
        return _inflated(body, 31, most_bytes) if body[:2] == b"\x1f\x8b" else body
    if encoding == "deflate":
        is_zlib = len(body) > 1 and body[0] & 0x0F == 8 and (body[0] << 8 | body[1]) % 31 == 0
        return body if body.lstrip()[:1] == b"<" else _inflated(body, 15 if is_zlib else -15, most_bytes)
    if body.lstrip()[:1] == b"<":
        return body
    if encoding in PACKINGS:
        return _limited(body, encoding, most_bytes)
    raise PackedUnknown(f"it is packed with {encoding[:40]}, which is not unpacked here")


def _limited(body: bytes, encoding: str, most_bytes: int) -> bytes:
    found = bytearray()
    try:
        for piece in unpacked(body, encoding):
            found += piece
            if len(found) > most_bytes:
                raise PackedUnknown(f"it is larger than {most_bytes // 2**20} MB once it is unpacked")
    except BrokenPacking as error:
        raise PackedUnknown(str(error)) from error
    return bytes(found)


def _inflated(body: bytes, wbits: int, most_bytes: int) -> bytes:
    unpacker = isal_zlib.decompressobj(wbits=wbits)
    try:
        found = unpacker.decompress(body, most_bytes + 1)
    except GARBLED as error:
        raise PackedUnknown("it cannot be unpacked") from error
    if len(found) > most_bytes:
        raise PackedUnknown(f"it is larger than {most_bytes // 2**20} MB once it is unpacked")
    if not unpacker.eof:
        raise PackedUnknown("it breaks off in the middle")
    return bytes(found)
