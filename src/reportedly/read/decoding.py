"""From a page's bytes to its characters."""

import codecs
import re

from charset_normalizer import from_bytes

from reportedly.records import Page, Refusal

# A page above this is an archive or an attack; the longest article page in our data has 1.6 MB.
MAX_PAGE_BYTES = 32 * 1024 * 1024
# UTF-8 with a few broken bytes is still UTF-8: at most this share of its multi-byte characters.
_MAX_BROKEN_SHARE = 0.1
# How much is looked at to guess an undeclared encoding; more changes nothing but the time.
_GUESS_BYTES = 64 * 1024
_HEAD_BYTES = 4096

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"%PDF", "a PDF file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x00\x00\x00", "a media file"),
    (b"\x7fELF", "a program"),
)
# What browsers read a declared label as (WHATWG Encoding Standard, the labels that differ in use).
_AS_BROWSERS = {
    "iso-8859-1": "cp1252",
    "ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_:.\-]+)""", re.IGNORECASE)


def decode(page: Page) -> str | Refusal:
    """Return the page's characters, or the refusal of bytes that are no text.

    A byte order mark decides first, then UTF-8 where the bytes are valid UTF-8 (declarations are
    wrong more often than that is), then what the response or the markup declares, then a guess.
    Line ends are kept as they are. Source of the labels: WHATWG Encoding Standard.
    """
    return decode_known(page)[0]


def decode_known(page: Page) -> tuple[str | Refusal, bool]:
    """Return what `decode` does, and whether the page's bytes are that text in UTF-8, byte for byte."""
    refusal = _refused(page.body)
    if refusal is not None:
        return refusal, False
    for mark, encoding in _BOMS:
        if page.body.startswith(mark):
            return page.body.decode(encoding, errors="replace"), False
    try:
        return page.body.decode("utf-8"), True
    except UnicodeDecodeError:
        return _not_utf8(page), False


def _refused(body: bytes) -> Refusal | None:
    """Return why the bytes cannot be a page, if they cannot."""
    if not body or body.isspace():
        return Refusal(reason="empty-page", words="The page is empty.")
    if len(body) > MAX_PAGE_BYTES:
        size, limit = len(body) // 2**20, MAX_PAGE_BYTES // 2**20
        words = f"The page has {size} MB; {limit} MB is the most that is read at once."
        return Refusal(reason="too-large", words=words)
    for signature, what in _SIGNATURES:
        if body.startswith(signature):
            return Refusal(reason="not-text", words=f"This is {what}, not a page of text.")
    has_mark = any(body.startswith(mark) for mark, _ in _BOMS)
    head = body[:_HEAD_BYTES]
    if not has_mark and head.count(0) * 10 > len(head):
        return Refusal(reason="not-text", words="The bytes are binary, not a page of text.")
    return None


def _not_utf8(page: Page) -> str:
    """Decode bytes that are not valid UTF-8 throughout."""
    lenient = page.body.decode("utf-8", errors="replace")
    wide = sum(1 for ch in lenient if ch > "\x7f")
    if lenient.count("\ufffd") <= _MAX_BROKEN_SHARE * wide:
        return lenient
    for label in _declared_labels(page):
        try:
            return page.body.decode(label)
        except (LookupError, UnicodeDecodeError):
            continue
    best = from_bytes(page.body[:_GUESS_BYTES]).best()
    return page.body.decode(best.encoding if best else "cp1252", errors="replace")


def _declared_labels(page: Page) -> list[str]:
    """Return the encodings that the response and the markup declare, as Python names, but UTF-8."""
    found = _DECLARED.findall((page.header("content-type") or "").encode())
    found += _DECLARED.findall(page.body[:_HEAD_BYTES])
    labels = []
    for raw in found:
        try:
            name = codecs.lookup(raw.decode("ascii")).name
        except LookupError:
            continue
        if name not in ("utf-8", "utf-16", "utf-32"):
            labels.append(_AS_BROWSERS.get(name.replace("iso8859", "iso-8859"), name))
    return labels
