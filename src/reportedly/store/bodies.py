"""The bytes of kept pages: those fetched over HTTP in WARC files beside the record, others inside it.

Bytes are held once for all addresses that sent them; a further address is a revisit record.
"""

import zlib
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, and_, bindparam, select
from sqlalchemy.dialects.sqlite import insert as insert_or_leave

from reportedly.records import Page, StoreDamaged
from reportedly.store.kept_files import KeptFiles, Place, append
from reportedly.store.schema import bodies, pages
from reportedly.warc import (
    WarcRecord,
    Written,
    concurrent_request,
    digest_holds,
    http_message,
    response_record,
    revisit_record,
)

_PACKING: Final = 3
"""zlib's level inside the record. On 300 saved news pages, 3 takes half the time of 6 for 12 % more bytes."""

# Built once: SQLAlchemy takes longer to put a statement together than SQLite to carry it out.
_ADD: Final = insert_or_leave(bodies).on_conflict_do_nothing()
_FIRST: Final[Select[Any]] = (
    select(pages.c.url, pages.c.fetched_at)
    .join_from(
        bodies,
        pages,
        and_(
            pages.c.sha256 == bodies.c.sha256,
            pages.c.warc_file == bodies.c.warc_file,
            pages.c.warc_offset == bodies.c.warc_offset,
        ),
    )
    .where(bodies.c.sha256 == bindparam("sha256"))
)
_ELSEWHERE: Final = b""  # what stands for bytes that a file holds; packed bytes are never empty


def keep_body(connection: Connection, page: Page, sha256: str, original: Row[Any] | None) -> dict[str, Any]:
    """Keep a page's bytes and return where they stand, as columns of `pages`.

    `original` is the page whose record in the files has the same bytes, None where none has.
    """
    if page.status is None or page.url is None:
        body = {"sha256": sha256, "byte_count": len(page.body), "packed": zlib.compress(page.body, _PACKING)}
        connection.execute(_ADD, {**body, **_columns(None)})
        return _columns(None)
    if original is None:
        record = response_record(
            page.url, page.fetched_at, page.status, page.headers, page.body, sha256=sha256
        )
    else:
        record = _revisit(page, sha256, original)
    place = append(connection, record)
    if page.request:
        append(connection, _request(page, record))
    if original is None:
        body = {"sha256": sha256, "byte_count": len(page.body), "packed": _ELSEWHERE}
        connection.execute(_ADD, {**body, **_columns(place)})
    return _columns(place)


def original_of(connection: Connection, sha256: str) -> Row[Any] | None:
    """Return the page whose response in the files has these bytes, None where none has."""
    return connection.execute(_FIRST, {"sha256": sha256}).one_or_none()


def body_of(files: KeptFiles, row: Row[Any], about: str) -> bytes:
    """Return the bytes of a row of `bodies`; raises StoreDamaged."""
    if row.packed != _ELSEWHERE:
        try:
            return zlib.decompress(row.packed)
        except zlib.error as trouble:
            raise StoreDamaged(
                f"The kept bytes of page {about} can no longer be read.",
                next_step="Put back a copy of the record, or read the page again from its address.",
                about=about,
            ) from trouble
    place = Place(number=row.warc_file, offset=row.warc_offset, length=row.warc_length)
    return payload_of(files.record_at(place))


def payload_of(record: WarcRecord) -> bytes:
    """Return the body in a record that we wrote ourselves: it is never packed a second time."""
    message = http_message(record.block)
    return record.block if message is None else record.block[message.body_at :]


def trouble_in(record: WarcRecord) -> str | None:
    """Return what is wrong with a kept record by its own digests, None where they hold."""
    if digest_holds(record.field("warc-block-digest"), record.block) is False:
        return "its bytes are not those its digest was made of"
    payload = record.field("warc-payload-digest")
    if record.kind == "response" and digest_holds(payload, payload_of(record)) is False:
        return "its page is not the one its digest was made of"
    return None


def _revisit(page: Page, sha256: str, original: Row[Any]) -> Written:
    return revisit_record(
        page.url or "",
        page.fetched_at,
        page.status or 200,
        page.headers,
        sha256=sha256,
        original=(original.url, original.fetched_at),
        byte_count=len(page.body),
    )


def _request(page: Page, response: Written) -> Written:
    line, *rest = page.request
    return concurrent_request(page.url or "", page.fetched_at, line[1], rest, response)


def _columns(place: Place | None) -> dict[str, Any]:
    return {
        "warc_file": place.number if place else None,
        "warc_offset": place.offset if place else None,
        "warc_length": place.length if place else None,
    }
