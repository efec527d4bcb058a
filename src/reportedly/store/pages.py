"""Kept pages: what they are called, their bytes, and the versions of one address."""

import datetime
import hashlib
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, Row, Select, and_, bindparam, insert, or_, select

from reportedly.records import NotInRecord, Page, Refusal
from reportedly.store.bodies import body_of, keep_body
from reportedly.store.kept_files import KeptFiles
from reportedly.store.rows import PageFacts
from reportedly.store.schema import bodies, pages


def _facts() -> Select[Any]:
    # The version before a page is the one fetched last before it, in whatever order they were kept.
    other = pages.alias("other")
    same = other.c.url == pages.c.url
    tie = other.c.fetched_at == pages.c.fetched_at
    before = or_(other.c.fetched_at < pages.c.fetched_at, and_(tie, other.c.seq < pages.c.seq))
    after = or_(other.c.fetched_at > pages.c.fetched_at, and_(tie, other.c.seq > pages.c.seq))
    previous = select(other.c.id).where(same, before).limit(1)
    following = select(other.c.id).where(same, after).limit(1)
    return select(
        pages,
        bodies.c.byte_count,
        previous.order_by(other.c.fetched_at.desc(), other.c.seq.desc())
        .scalar_subquery()
        .label("previous_id"),
        following.order_by(other.c.fetched_at, other.c.seq).scalar_subquery().label("next_id"),
    ).join_from(pages, bodies)


# Built once: SQLAlchemy takes longer to put a statement together than SQLite to carry it out.
_ADD_PAGE: Final = insert(pages)
_FACTS: Final = _facts()
_FACTS_OF: Final = _FACTS.where(pages.c.id == bindparam("page_id"))
_OF_URL: Final = pages.c.url == bindparam("of_url")
_VERSIONS_OF: Final = _FACTS.where(_OF_URL).order_by(pages.c.fetched_at, pages.c.seq)
_SHA_DIGITS = 16  # of a page's identifier: 64 bits, a clash is out of sight below billions of pages


def page_identifier(body_sha256: str, url: str | None) -> str:
    """Return a page's permanent name: 16 hexadecimal digits from its address and its bytes."""
    named = f"{url or ''}\n{body_sha256}".encode("utf-8", "surrogatepass")
    return hashlib.sha256(named).hexdigest()[:_SHA_DIGITS]


def keep_page(connection: Connection, page: Page, *, page_id: str, kept_at: datetime.datetime) -> None:
    """Add a page with its bytes; the bytes are held once for all addresses that sent them."""
    place = keep_body(connection, page, page.sha256)
    connection.execute(_ADD_PAGE, page_row(page, place, page_id=page_id, kept_at=kept_at))


def page_row(
    page: Page, place: dict[str, Any], *, page_id: str, kept_at: datetime.datetime
) -> dict[str, Any]:
    """Return the row of a page whose bytes stand at a place (columns of `pages`)."""
    return {
        "id": page_id,
        "url": page.url,
        "sha256": page.sha256,
        "kept_at": kept_at,
        "fetched_at": page.fetched_at,
        "status": page.status,
        "headers": msgspec.json.encode(page.headers).decode(),
        "is_pasted": page.is_pasted,
        "refusal": None,
        **place,
    }


def facts_of(connection: Connection, page_id: str) -> PageFacts | None:
    """Return what is known of a page, None where it is not kept."""
    row = connection.execute(_FACTS_OF, {"page_id": page_id}).one_or_none()
    return None if row is None else _as_facts(row)


def known_facts_of(connection: Connection, page_id: str) -> PageFacts:
    """Return what is known of a page; `NotInRecord` where it is not kept."""
    facts = facts_of(connection, page_id)
    if facts is None:
        raise not_in_record("page", page_id)
    return facts


def whole_page(connection: Connection, files: KeptFiles, page_id: str) -> Page:
    """Return a page with its bytes as they came."""
    where = (bodies.c.warc_file, bodies.c.warc_offset, bodies.c.warc_length)
    columns = [each for each in pages.c if not each.name.startswith("warc_")]
    query: Select[Any] = select(*columns, bodies.c.packed, *where).join_from(pages, bodies)
    row = connection.execute(query.where(pages.c.id == page_id)).one_or_none()
    if row is None:
        raise not_in_record("page", page_id)
    return Page(
        body=body_of(files, row, page_id),
        fetched_at=row.fetched_at,
        url=row.url,
        status=row.status,
        headers=msgspec.json.decode(row.headers, type=tuple[tuple[str, str], ...]),
        is_pasted=row.is_pasted,
    )


def versions_of(connection: Connection, page_id: str) -> tuple[PageFacts, ...]:
    """Return all that is kept from a page's address, oldest fetch first; pasted text has only itself."""
    facts = known_facts_of(connection, page_id)
    if facts.url is None:
        return (facts,)
    return tuple(_as_facts(row) for row in connection.execute(_VERSIONS_OF, {"of_url": facts.url}))


def refused(connection: Connection, limit: int, offset: int) -> tuple[PageFacts, ...]:
    """Return the pages that gave no article, the last kept first."""
    query = _FACTS.where(pages.c.refusal.is_not(None)).order_by(pages.c.seq.desc())
    return tuple(_as_facts(row) for row in connection.execute(query.limit(limit).offset(offset)))


def not_in_record(what: str, identifier: str) -> NotInRecord:
    """Return the error for an identifier that nothing has."""
    return NotInRecord(
        f"There is no {what} {identifier} in this record.",
        next_step="Look it up in the list; an identifier has 16 hexadecimal digits.",
        about=identifier,
    )


def _as_facts(row: Row[Any]) -> PageFacts:
    return PageFacts(
        id=row.id,
        url=row.url,
        sha256=row.sha256,
        byte_count=row.byte_count,
        fetched_at=row.fetched_at,
        is_pasted=row.is_pasted,
        previous_id=row.previous_id,
        next_id=row.next_id,
        refusal=None if row.refusal is None else msgspec.json.decode(row.refusal, type=Refusal),
    )
