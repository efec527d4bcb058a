"""Whether an answer came whole, as far as it can be told by looking at it: HTTP itself has no check sum."""

import re
from typing import Final

from reportedly.sources.contract import given_page
from reportedly.sources.decoding import fits
from reportedly.sources.reply import Reply

_HEAD_BYTES: Final = 4096
_TAIL_BYTES: Final = 4096  # behind the last tag stand comments of servers and caches, seldom 1 KB of them
_BEGINS: Final = re.compile(rb"<html[\s>]", re.IGNORECASE)
_ENDS: Final = re.compile(rb"</html\s*>", re.IGNORECASE)
_CHUNKS: Final = re.compile(rb"[0-9A-Fa-f]{1,8}\r\n")
_LAST_CHUNK: Final = b"\r\n0\r\n\r\n"
_META: Final = re.compile(rb"""<meta[^>]{1,200}?charset\s*=\s*["']?([A-Za-z0-9._:-]{1,40})""", re.IGNORECASE)


def looks_whole(reply: Reply) -> bool:
    """Return whether a page shows no sign of having been cut or garbled on its way.

    A page that begins with `<html>` ends with `</html>`, and its bytes are letters in the encoding that
    it names. Some sites send all their pages otherwise; none of them is lost, each costs a request more.
    """
    given, body = given_page(reply.page()), reply.body
    is_begun = _BEGINS.search(body, 0, _HEAD_BYTES) is not None
    is_ended = _ENDS.search(body, max(0, len(body) - _TAIL_BYTES)) or _ENDS.search(body)
    if is_begun and not is_ended:
        return False
    if _CHUNKS.match(body) and body.endswith(_LAST_CHUNK):  # the header that says so was garbled
        return False
    named = _META.search(body, 0, _HEAD_BYTES)
    return fits(body, given.charset or (named.group(1).decode() if named else ""))
