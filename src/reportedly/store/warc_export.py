"""Kept pages written into one WARC file that other tools replay."""

import datetime
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO, Final

import msgspec
from sqlalchemy import Connection, Row, Select, select

from reportedly.store.bodies import body_of
from reportedly.store.kept_files import SOFTWARE, KeptFiles
from reportedly.store.schema import articles, bodies, pages
from reportedly.warc import Written, info_record, resource_record, response_record

_BATCH: Final = 200  # pages asked for at a time
_HTML: Final = "text/html"
_TEXT: Final = "text/plain; charset=utf-8"


def page_ids_between(
    connection: Connection, since: datetime.date | None, until: datetime.date | None
) -> tuple[str, ...]:
    """Return the pages whose articles were published in some days, both included; all where none is given."""
    query: Select[Any] = select(pages.c.id).order_by(pages.c.seq)
    if since is not None or until is not None:
        query = query.join_from(pages, articles).where(articles.c.withdrawn_at.is_(None))
    if since is not None:
        query = query.where(articles.c.published_on >= since)
    if until is not None:
        query = query.where(articles.c.published_on <= until)
    return tuple(connection.scalars(query))


def write_pages(
    connection: Connection, files: KeptFiles, page_ids: Sequence[str], out: BinaryIO, now: datetime.datetime
) -> int:
    """Write pages as whole responses or resources, each with its own body and digests; return how many."""
    out.write(info_record("pages.warc.gz", SOFTWARE, now).packed)
    count = 0
    for row in _rows(connection, page_ids):
        out.write(_record(files, row).packed)
        count += 1
    return count


def _rows(connection: Connection, page_ids: Sequence[str]) -> Iterator[Row[Any]]:
    places = (bodies.c.packed, bodies.c.warc_file, bodies.c.warc_offset, bodies.c.warc_length)
    columns = [each for each in pages.c if not each.name.startswith("warc_")]
    for start in range(0, len(page_ids), _BATCH):
        some = page_ids[start : start + _BATCH]
        query: Select[Any] = select(*columns, *places).join_from(pages, bodies).where(pages.c.id.in_(some))
        yield from connection.execute(query.order_by(pages.c.seq)).all()


def _record(files: KeptFiles, row: Row[Any]) -> Written:
    """Return a page as a response; one that no HTTP answer brought as a resource."""
    body = body_of(files, row, row.id)
    address = row.url or f"urn:reportedly:{row.id}"
    is_web = address.startswith(("http://", "https://"))
    if row.is_pasted or not is_web:
        media_type = _TEXT if row.is_pasted else _HTML
        return resource_record(
            address, row.fetched_at, media_type, body, sha256=row.sha256, is_pasted=row.is_pasted
        )
    headers = msgspec.json.decode(row.headers, type=tuple[tuple[str, str], ...])
    if row.status is None:
        headers = (*headers, ("Content-Type", _HTML))
    return response_record(address, row.fetched_at, row.status or 200, headers, body, sha256=row.sha256)
