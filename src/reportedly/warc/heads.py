"""The heads of records and of HTTP messages: named fields, one a line."""

import functools
import re
from collections.abc import Iterable
from typing import Final

LONGEST_HEAD: Final = 64 * 1024
"""Bytes. Servers refuse heads over 8 to 16 KB; past this a line without an end is an attack."""

_UNSAFE: Final = re.compile(r"[\r\n\x00]+")
_UNSAFE_NAME: Final = re.compile(r"[\x00-\x20:\x7f]+")
_UNSAFE_ADDRESS: Final = re.compile(r"[\x00-\x20\x7f<>]")


def written(fields: Iterable[tuple[str, str]]) -> bytes:
    """Return fields as they stand in a head; what would break a line out of its place is left out."""
    lines = [f"{_safe_name(name)}: {_safe_value(value)}\r\n" for name, value in fields]
    return "".join(lines).encode("utf-8", "replace")


@functools.lru_cache(maxsize=1024)  # the same few dozen names stand in every record
def _safe_name(name: str) -> str:
    return _UNSAFE_NAME.sub("-", name)


def _safe_value(value: str) -> str:
    return (value if value.isprintable() else _UNSAFE.sub(" ", value)).strip()


def safe_address(address: str) -> str:
    """Return an address with spaces and control characters as percent signs, as a head can hold it."""
    whole = address.encode("utf-8", "replace").decode()
    return _UNSAFE_ADDRESS.sub(lambda found: f"%{ord(found.group()):02X}", whole)


def fields_of(head: bytes) -> tuple[tuple[str, str], ...]:
    """Return the fields of a head without its first line; a line that begins with a space goes on."""
    found: list[tuple[str, str]] = []
    for line in _text(head).split("\n")[1:]:
        if line[:1] in (" ", "\t") and found:
            name, value = found[-1]
            found[-1] = (name, f"{value} {line.strip()}")
            continue
        name, colon, value = line.partition(":")
        if colon and name.strip():
            found.append((name.strip(), value.strip()))
    return tuple(found)


def _text(head: bytes) -> str:
    try:
        return head.decode()
    except UnicodeDecodeError:
        return head.decode("latin-1")
