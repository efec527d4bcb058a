"""Newsletters out of mail: a mailbox (mbox), or one message (.eml). Each one's HTML is a page.

The page's address is the message's own (`mid:`, RFC 2392), so that a mailbox read twice changes
nothing. From, Date and Subject go with it as headers: they tell outlet, day and headline where the
page itself does not.
"""

import datetime
import email.message
import email.policy
import email.utils
import hashlib
import re
from collections.abc import Iterator
from email.parser import BytesParser
from typing import BinaryIO, Final
from urllib.parse import quote

from reportedly.records import Page, Passed, Unread
from reportedly.sources.contract import Given, Unfolded
from reportedly.sources.fetching import MOST_BYTES
from reportedly.sources.warc_files import Archived

MOST_MESSAGE_BYTES: Final = 2 * MOST_BYTES
"""Bytes of one message; servers take 25 to 50 MB. A longer one is named and passed over."""

_LONGEST_LINE: Final = 1 << 20  # of what is read at a time: a line without an end fills no memory
_FIELD: Final = re.compile(rb"^[A-Za-z][A-Za-z0-9-]{0,60}:[^\n]*\n", re.MULTILINE)
_TOLD: Final = frozenset({b"from", b"date", b"subject", b"message-id", b"mime-version", b"received"})
_KEPT_HEADERS: Final = ("From", "Date", "Subject", "Message-ID", "List-Id", "Archived-At")
_POLICY: Final = email.policy.default


class Mailbox:
    """A mailbox in mbox form: messages one after the other, each behind a line that begins with "From "."""

    name = "mbox"
    words = "a mailbox"
    is_watched = False

    def recognises(self, given: Given) -> bool:
        """Return whether it begins as a mailbox does, with a message's head behind the first line."""
        first, _, rest = given.head.partition(b"\n")
        return first.startswith(b"From ") and _is_head(rest)

    def unfold(self, given: Given) -> Iterator[Unfolded]:
        """Yield the HTML of each message, and what cannot be read."""
        yield from (each for each in mailed(given) if not isinstance(each, Passed))


class Mail:
    """One message in a file."""

    name = "mail"
    words = "a mail"
    is_watched = False

    def recognises(self, given: Given) -> bool:
        """Return whether it begins with a message's head."""
        return _is_head(given.head)

    def unfold(self, given: Given) -> Iterator[Unfolded]:
        """Yield the HTML of the message."""
        yield from (each for each in mailed(given) if not isinstance(each, Passed))


MAILBOX: Final = Mailbox()
MAIL: Final = Mail()


def mailed(given: Given) -> Iterator[Archived]:
    """Yield the page of each message, those without HTML as passed over, those too large as unread."""
    if not MAILBOX.recognises(given):
        body = given.read()
        yield _page(body, given.name, given) if len(body) <= MOST_MESSAGE_BYTES else _too_large(given.name)
        return
    with given.open() as stream:
        for number, message in enumerate(_messages(stream), 1):
            where = f"{given.name} message {number}"
            yield _too_large(where) if message is None else _page(message, where, given)


def _is_head(data: bytes) -> bool:
    """Return whether bytes begin with fields of a mail's head, two of those that every mail has."""
    head = data.replace(b"\r\n", b"\n").partition(b"\n\n")[0] + b"\n"
    names = {found.group().partition(b":")[0].lower() for found in _FIELD.finditer(head)}
    return _FIELD.match(head) is not None and len(names & _TOLD) >= 2


def _messages(stream: BinaryIO) -> Iterator[bytes | None]:
    """Yield each message of a mailbox, None for one that is too large."""
    parts: list[bytes] = []
    size, is_first, was_empty, was_whole = 0, True, True, True
    while line := stream.readline(_LONGEST_LINE):
        if was_whole and was_empty and line.startswith(b"From "):
            if not is_first:
                yield b"".join(parts) if size <= MOST_MESSAGE_BYTES else None
            parts, size, is_first = [], 0, False
        else:
            size += len(line)
            if size <= MOST_MESSAGE_BYTES:
                parts.append(line[1:] if was_whole and line.startswith(b">From ") else line)
        was_empty, was_whole = not line.strip(b"\r\n"), line.endswith(b"\n")
    if not is_first:
        yield b"".join(parts) if size <= MOST_MESSAGE_BYTES else None


def _page(data: bytes, where: str, given: Given) -> Archived:
    """Return the page of one message."""
    try:
        message = BytesParser(policy=_POLICY).parsebytes(data)
        part = message.get_body(preferencelist=("html",))
        if not isinstance(part, email.message.Message):
            return Passed(where=where, reason="no-html-part")
        body = part.get_payload(decode=True)
        if not isinstance(body, bytes) or not body.strip():
            return Passed(where=where, reason="no-html-part")
        charset = part.get_content_charset() or ""
        headers = tuple((name, str(message[name])) for name in _KEPT_HEADERS if message[name])
        date = message["Date"]
    except Exception as error:  # noqa: BLE001  # the standard parser raises much over forged heads
        return Unread(where=where, words=f"The message cannot be read ({type(error).__name__}).")
    media_type = f"text/html; charset={charset}" if charset else "text/html"
    return Page(
        body=body,
        url=_address(str(message["Message-ID"] or ""), data),
        fetched_at=_moment(str(date or "")) or given.given_at,
        headers=(*headers, ("Content-Type", media_type)),
    )


def _address(message_id: str, data: bytes) -> str:
    """Return a message's address: by its identifier, or by its bytes where it has none."""
    bare = message_id.strip().strip("<>").strip()
    return (
        f"mid:{quote(bare, safe='@%$!*+.-_~')}"
        if bare
        else f"mid:{hashlib.sha256(data).hexdigest()[:32]}@none"
    )


def _moment(text: str) -> datetime.datetime | None:
    try:
        found = email.utils.parsedate_to_datetime(text)
        zoned = found if found.tzinfo else found.replace(tzinfo=datetime.UTC)
        return zoned.astimezone(datetime.UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _too_large(where: str) -> Unread:
    return Unread(where=where, words=f"The message is larger than {MOST_MESSAGE_BYTES // 2**20} MB.")
