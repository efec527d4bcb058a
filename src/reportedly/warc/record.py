"""One record of a WARC file, and a place where there should have been one."""

import base64
import binascii
import datetime
import hashlib
import re
from typing import Final

import msgspec

_DAY: Final = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z?$")
_KNOWN_DIGESTS: Final = frozenset({"md5", "sha1", "sha224", "sha256", "sha384", "sha512"})


class WarcRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A record: where it stands, its named fields (names in lower case), and its block.

    `offset` and `length` are bytes of the file as it lies there, so that the record can be read again
    by itself; in a file that was packed as a whole they are those of the unpacked bytes.
    `is_checked` says that gzip's own check sum already held over it.
    """

    offset: int
    length: int
    fields: tuple[tuple[str, str], ...]
    block: bytes
    is_checked: bool = False

    def field(self, name: str) -> str:
        """Return the first field of this name (lower case), empty where there is none."""
        return next((value for key, value in self.fields if key == name), "")

    @property
    def kind(self) -> str:
        """Return the record's type: `response`, `request`, `revisit`, `warcinfo`, ..."""
        return self.field("warc-type").lower()

    @property
    def address(self) -> str:
        """Return the address it is about, without the angle brackets that some writers put round it."""
        return self.field("warc-target-uri").strip("<>")

    @property
    def moment(self) -> datetime.datetime | None:
        """Return when it was captured (UTC), None where it does not say."""
        value = self.field("warc-date")
        if not _DAY.match(value):
            return None
        try:
            found = datetime.datetime.fromisoformat(value)
        except ValueError:
            return None
        return found.replace(tzinfo=datetime.UTC) if found.tzinfo is None else found.astimezone(datetime.UTC)


class BrokenRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of a file in which no whole record stands: where it begins, and what is wrong."""

    offset: int
    words: str


def digest_holds(given: str, data: bytes) -> bool | None:
    """Return whether a digest field ("sha1:JJ4...") is that of the data; None where it cannot be told.

    Base32 is what most writers use, hexadecimal what some do. An unknown algorithm tells nothing.
    """
    algorithm, _, value = given.partition(":")
    algorithm = algorithm.strip().lower().replace("-", "")
    if algorithm not in _KNOWN_DIGESTS or not value:
        return None
    digest = hashlib.new(algorithm, data, usedforsecurity=False).digest()
    return digest in _readings(value.strip(), len(digest))


def _readings(value: str, size: int) -> tuple[bytes, ...]:
    found = []
    for decode in (_base32, bytes.fromhex):
        try:
            digest = decode(value)
        except (ValueError, binascii.Error):
            continue
        if len(digest) == size:
            found.append(digest)
    return tuple(found)


def _base32(value: str) -> bytes:
    bare = value.rstrip("=").upper()
    return base64.b32decode(bare + "=" * (-len(bare) % 8))
