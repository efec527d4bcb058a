"""The spans under every record, each with its role and the words it held when it was made."""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, and_, delete, insert, or_, select

from reportedly.records import (
    Article,
    Comment,
    Entry,
    Field,
    Link,
    Naming,
    Refusal,
    Relay,
    Span,
    Statement,
)
from reportedly.store.pages import not_in_record
from reportedly.store.rows import Evidence
from reportedly.store.runs import Makes, Work
from reportedly.store.schema import articles, evidence, statements

Placed = tuple[str, Span]
"""A role and the span that plays it."""


def spans_of(record: Article | Statement | Naming) -> Iterator[Placed]:
    """Yield every span of a record with its role, in the order of the record's fields.

    A role is the field's name, in the singular where the field holds several: `headline`, `body`,
    `author`, `comment`, `comment_author`, `content`, `speaker`, `cue`, `negation`, `relay_source`,
    `relay_cue`, `mention`, `named_at`, ...
    """
    for name in record.__struct_fields__:
        yield from _spans_of(_SINGULAR.get(name, name), getattr(record, name))


def keep_evidence(
    work: Work, makes: Makes, records: Mapping[str, Article | Statement | Naming], text: str
) -> None:
    """Put the spans of records of one sort, by their identifiers, in place of those they had."""
    forget = delete(evidence).where(evidence.c.article_id == work.page_id, evidence.c.record == makes)
    if makes == "statement":  # a withdrawn one keeps what it stood on
        forget = forget.where(evidence.c.record_id.in_(list(records)))
    work.connection.execute(forget)
    rows = rows_of_evidence(work.page_id, makes, records, text)
    if rows:
        work.connection.execute(insert(evidence), rows)


def rows_of_evidence(
    page_id: str, makes: Makes, records: Mapping[str, Article | Statement | Naming], text: str
) -> list[dict[str, object]]:
    """Return a row for every span of records of one sort, by their identifiers."""
    return [
        {
            "record": makes,
            "record_id": record_id,
            "article_id": page_id,
            "role": role,
            "ordinal": ordinal,
            "start": span.start,
            "end": span.end,
            "words": span.of(text),
        }
        for record_id, record in records.items()
        for ordinal, (role, span) in enumerate(spans_of(record))
    ]


def evidence_of(connection: Connection, article_id: str) -> tuple[Evidence, ...]:
    """Return every span under an article, its live statements and its namings, in the order made."""
    if connection.scalar(select(articles.c.seq).where(articles.c.id == article_id)) is None:
        raise not_in_record("article", article_id)
    live = and_(
        statements.c.article_id == evidence.c.article_id,
        statements.c.id == evidence.c.record_id,
        statements.c.withdrawn_at.is_(None),
    )
    query = (
        select(evidence)
        .where(
            evidence.c.article_id == article_id,
            or_(evidence.c.record != "statement", select(statements.c.seq).where(live).exists()),
        )
        .order_by(evidence.c.seq)
    )
    return tuple(
        Evidence(
            record=row.record,
            record_id=row.record_id,
            article_id=row.article_id,
            role=row.role,
            span=Span(row.start, row.end),
            words=row.words,
        )
        for row in connection.execute(query)
    )


def _spans_of(role: str, value: Any) -> Iterator[Placed]:  # noqa: ANN401 - whatever a record's field may hold
    if isinstance(value, Span):
        yield role, value
    elif isinstance(value, Field | Refusal) and value.span is not None:
        yield role, value.span
        if isinstance(value, Field) and isinstance(value.value, Link) and value.value.label is not None:
            yield f"{role}_label", value.value.label
    elif isinstance(value, Comment | Entry | Relay):
        for name in value.__struct_fields__:
            yield from _spans_of(role if name == "words" else f"{role}_{name}", getattr(value, name))
    elif isinstance(value, tuple):
        for one in value:
            yield from _spans_of(role, one)


_SINGULAR = {
    "authors": "author",
    "captions": "caption",
    "chain": "relay",
    "comments": "comment",
    "credits": "credit",
    "entries": "entry",
    "hedges": "hedge",
    "negations": "negation",
    "refusals": "refusal",
}
