"""The bytes of kept pages: those fetched over HTTP in WARC files beside the record, others inside it.

Bytes are held once for all addresses that sent them; a further address is a revisit record.
"""

import datetime
import zlib
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from sqlalchemy import BindParameter, Connection, Row, Select, and_, bindparam, select
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
ADD_BODY: Final = insert_or_leave(bodies).on_conflict_do_nothing()
"""Writes what `place_body` returns, one row or many."""

_DIGESTS: Final[BindParameter[Sequence[str]]] = bindparam("digests", expanding=True)
_FIRST: Final[Select[Any]] = (
    select(bodies.c.sha256, pages.c.url, pages.c.fetched_at)
    .join_from(
        bodies,
        pages,
        and_(
            pages.c.sha256 == bodies.c.sha256,
            pages.c.warc_file == bodies.c.warc_file,
            pages.c.warc_offset == bodies.c.warc_offset,
        ),
    )
    .where(bodies.c.sha256.in_(_DIGESTS))
)
_AT_A_TIME: Final = 400  # digests in one question, below SQLite's limit of variables
_ELSEWHERE: Final = b""  # what stands for bytes that a file holds; packed bytes are never empty


class Original(NamedTuple):
    """The page whose record in the files has some bytes: its address, and when it was fetched."""

    url: str | None
    fetched_at: datetime.datetime


def keep_body(connection: Connection, page: Page, sha256: str) -> dict[str, Any]:
    """Keep a page's bytes and return where they stand, as columns of `pages`."""
    original = originals_of(connection, (sha256,)).get(sha256)
    place, body = place_body(connection, page, sha256, original)
    if body is not None:
        connection.execute(ADD_BODY, body)
    return place


def place_body(
    connection: Connection, page: Page, sha256: str, original: Original | None
) -> tuple[dict[str, Any], dict[str, Any] | None]:
    """Append a page's bytes to the files; return where they stand, and the row of `bodies` to be added.

    Where they stand are columns of `pages`. `original` is the page whose record in the files has the
    same bytes, None where none has; the row is None where there is one.
    """
    if page.status is None or page.url is None:
        body = {"sha256": sha256, "byte_count": len(page.body), "packed": zlib.compress(page.body, _PACKING)}
        return _columns(None), {**body, **_columns(None)}
    if original is None:
        record = response_record(
            page.url, page.fetched_at, page.status, page.headers, page.body, sha256=sha256
        )
    else:
        record = _revisit(page, sha256, original)
    place = append(connection, record)
    if page.request:
        append(connection, _request(page, record))
    if original is not None:
        return _columns(place), None
    body = {"sha256": sha256, "byte_count": len(page.body), "packed": _ELSEWHERE}
    return _columns(place), {**body, **_columns(place)}


def originals_of(connection: Connection, digests: Sequence[str]) -> dict[str, Original]:
    """Return the pages whose responses in the files have some bytes, by the digest of these."""
    found = {}
    for start in range(0, len(digests), _AT_A_TIME):
        for row in connection.execute(_FIRST, {"digests": list(digests[start : start + _AT_A_TIME])}):
            found[row.sha256] = Original(row.url, row.fetched_at)
    return found


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


def _revisit(page: Page, sha256: str, original: Original) -> Written:
    return revisit_record(
        page.url or "",
        page.fetched_at,
        page.status or 200,
        page.headers,
        sha256=sha256,
        original=(original.url or "", original.fetched_at),
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
