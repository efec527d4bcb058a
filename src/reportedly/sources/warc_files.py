"""Pages out of WARC files: answers with status 200 that are HTML; everything else is told apart or named."""

import datetime
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO, Final

import msgspec

from reportedly.records import Page, Passed, Unread
from reportedly.sources.addresses import whole_address
from reportedly.sources.contract import Given, Unfolded
from reportedly.sources.fetching import MOST_BYTES
from reportedly.warc import (
    PASTED,
    BrokenRecord,
    HttpMessage,
    PackedUnknown,
    WarcRecord,
    body_of,
    http_message,
    is_zst,
    may_hold_records,
    read_at,
    read_records,
)

MOST_ORIGINALS: Final = 2_000_000
"""Pages of one archive that later revisit records may name; some 500 MB of memory at worst."""

_HTML: Final = ("text/html", "application/xhtml+xml")
_GZIP_MARK: Final = b"\x1f\x8b"
_RECORD_MARK: Final = b"WARC/"

Open = Callable[[], BinaryIO]
Archived = Page | Passed | Unread


class _Original(msgspec.Struct, frozen=True):
    open: Open
    offset: int
    length: int
    record_id: str


class Originals:
    """Where the pages stand that revisit records may name; for one archive, of one file or several."""

    def __init__(self) -> None:
        self._places: dict[str, _Original] = {}

    def add(self, record: WarcRecord, opened: Open) -> None:
        """Remember where a page stands, under all that a revisit may call it."""
        if len(self._places) < MOST_ORIGINALS:
            record_id = record.field("warc-record-id")
            place = _Original(opened, record.offset, record.length, record_id)
            dated = _dated(record.address, record.field("warc-date"))
            names = (record_id, record.field("warc-payload-digest"), dated)
            for name in names:
                if name:
                    self._places.setdefault(name, place)

    def named_by(self, revisit: WarcRecord) -> WarcRecord | None:
        """Return the record whose body a revisit says it has, None where it is in no file of the archive."""
        target = revisit.field("warc-refers-to-target-uri").strip("<>")
        names = (
            revisit.field("warc-refers-to"),
            _dated(target, revisit.field("warc-refers-to-date")),
            revisit.field("warc-payload-digest"),
        )
        place = next((self._places[name] for name in names if name and name in self._places), None)
        if place is None:
            return None
        with place.open() as stream:
            found = read_at(stream, place.offset, place.length)
        is_it = isinstance(found, WarcRecord) and found.field("warc-record-id") == place.record_id
        return found if is_it and isinstance(found, WarcRecord) else None


class WarcFile:
    """A WARC file, packed or not: what crawlers and archives of the web keep."""

    name = "warc"
    words = "a WARC archive"
    is_watched = False

    def recognises(self, given: Given) -> bool:
        """Return whether it begins with a record, packed or not."""
        return begins_as_warc(given.head)

    def unfold(self, given: Given) -> Iterator[Unfolded]:
        """Yield the pages, and what is broken; what is no page is passed over."""
        yield from (each for each in archived(given) if not isinstance(each, Passed))


WARC: Final = WarcFile()


def archived(given: Given) -> Iterator[Archived]:
    """Yield every page of a WARC file, what is passed over with the reason, and what is broken."""
    with given.open() as stream:
        yield from pages_in(stream, given.name, given.given_at, given.open, Originals())


def pages_in(
    stream: BinaryIO, name: str, given_at: datetime.datetime, opened: Open, originals: Originals
) -> Iterator[Archived]:
    """Yield what stands in one file of an archive; `opened` opens it anew, for what revisits name."""
    for record in read_records(stream):
        where = f"{name} at byte {record.offset}"
        if isinstance(record, BrokenRecord):
            yield Unread(where=where, words=f"A record cannot be read: {record.words}.")
        elif record.kind == "response":
            found = _page(record, record, where, given_at)
            if isinstance(found, Page):
                originals.add(record, opened)
            yield found
        elif record.kind == "revisit":
            original = originals.named_by(record)
            if original is None:
                yield Passed(where=where, reason="revisit-of-elsewhere")
            else:
                yield _page(record, original, where, given_at)
        elif record.kind == "resource":
            yield _given(record, where, given_at)
        else:
            yield Passed(where=where, reason=f"record-{record.kind[:20] or 'untyped'}")


def _page(record: WarcRecord, original: WarcRecord, where: str, given_at: datetime.datetime) -> Archived:
    """Return the page of a response, or of a revisit with the body of its original."""
    message = http_message(original.block)
    address = whole_address(record.address)
    if message is None or address is None:
        return Passed(where=where, reason="not-http")
    if message.status != 200:
        return Passed(where=where, reason=f"status-{message.status}")
    if record.field("warc-truncated") or original.field("warc-truncated"):
        return Passed(where=where, reason="cut-by-crawler")
    if not _is_html(message, original.block):
        return Passed(where=where, reason="not-html")
    try:
        body = body_of(message, original.block, most_bytes=MOST_BYTES)
    except PackedUnknown as trouble:
        return Unread(where=where, words=f"The page {address} cannot be read: {trouble}.")
    own = http_message(record.block) if record is not original else message
    headers = (own or message).headers
    return Page(
        body=body,
        url=address,
        fetched_at=record.moment or given_at,
        status=200,
        headers=headers,
    )


def _given(record: WarcRecord, where: str, given_at: datetime.datetime) -> Archived:
    """Return the page of a resource record: a saved page, a mail, or a text that was pasted into Reportedly.

    Crawlers keep their own notes and extracts as resources, too; these are passed over.
    """
    media_type = record.field("content-type").partition(";")[0].strip().lower()
    is_pasted = bool(record.field(PASTED.lower()))
    address = whole_address(record.address) or _named(record.address)
    if not is_pasted and (media_type not in _HTML or address is None):
        return Passed(where=where, reason="record-resource")
    if len(record.block) > MOST_BYTES:
        return Unread(where=where, words=f"The page is larger than {MOST_BYTES // 2**20} MB.")
    moment = record.moment or given_at
    return Page(body=record.block, url=address, fetched_at=moment, is_pasted=is_pasted)


def _named(address: str) -> str | None:
    """Return the address of a file or of a mail, None for any other."""
    return address if address.startswith(("file:", "mid:")) and address.isprintable() else None


def _is_html(message: HttpMessage, block: bytes) -> bool:
    """Return whether a body is HTML by its head; where that is silent, by how it begins."""
    media_type = message.header("content-type").partition(";")[0].strip().lower()
    return media_type in _HTML if media_type else block[message.body_at :][:200].lstrip()[:1] == b"<"


def _dated(address: str, date: str) -> str:
    return f"{date[:19]} {address}" if address and date else ""


def begins_as_warc(head: bytes) -> bool:
    """Return whether bytes begin with a record, packed or not, or with the dictionary of packed ones."""
    if is_zst(head):
        return may_hold_records(head)
    if not head.startswith(_GZIP_MARK):
        return head.startswith(_RECORD_MARK)
    try:
        return zlib.decompressobj(wbits=31).decompress(head, 16).startswith(_RECORD_MARK)
    except zlib.error:
        return False
