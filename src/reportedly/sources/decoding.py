"""The text of a list's bytes: byte order mark, then HTTP, then the XML head, then UTF-8."""

import codecs
import re
from typing import Final

_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\x00\x00\x00", "utf-32-le"),
    (b"\x00\x00\x00<", "utf-32-be"),
    (b"<\x00", "utf-16-le"),
    (b"\x00<", "utf-16-be"),
    (b"\x4c\x6f\xa7\x94", "cp037"),
)
"""How bytes begin, the longer marks first; without a mark, "<" tells (appendix F of XML 1.0)."""

_DECLARED: Final = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']""")


def decode(body: bytes, charset: str = "") -> str:
    """Return the text of a feed, a site map or a page; bytes that fit no encoding become marks (U+FFFD)."""
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return _tried(body, encoding, "replace") or ""
    declared = _DECLARED.match(body)
    named = (charset, declared.group(1).decode() if declared else "", "utf-8", "cp1252")
    for encoding in named:
        text = _tried(body, encoding, "strict") if encoding else None
        if text is not None:
            return text
    return body.decode("utf-8", "replace")


def fits(body: bytes, charset: str = "") -> bool:
    """Return whether bytes are text in the encoding that they name; where they name none, they are.

    `charset` is what was named outside of them. An encoding that nobody knows tells nothing.
    """
    marked = next((encoding for mark, encoding in _MARKS if body.startswith(mark)), "")
    declared = _DECLARED.match(body)
    named = marked or charset or (declared.group(1).decode() if declared else "")
    try:
        body.decode(named or "latin-1")
    except LookupError:
        return True
    except ValueError:
        return False
    return True


def _tried(body: bytes, encoding: str, errors: str) -> str | None:
    try:
        return body.decode(encoding, errors).removeprefix("\ufeff")
    except (LookupError, ValueError):  # no such encoding, no encoding of text, or bytes that are not in it
        return None
