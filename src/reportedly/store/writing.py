"""Put what the rooms made of a page into the record, inside the caller's transaction."""

import datetime
from collections.abc import Sequence
from typing import Any, Final

import msgspec
from sqlalchemy import Table, bindparam, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or_update

from reportedly.records import (
    Article,
    Field,
    Maker,
    Naming,
    Refusal,
    Span,
    Statement,
    Timestamp,
    words_beside,
)
from reportedly.store.evidence import keep_evidence
from reportedly.store.folding import is_unspaced
from reportedly.store.rows import Reading
from reportedly.store.runs import Work, write_run
from reportedly.store.schema import articles, namings, refusals, statements
from reportedly.text import fold

_PARTS: Final = ("speaker", "speaks_for", "addressee")
_OF_ACTORS: Final = ("speaker_ruled", *(f"{p}_{w}" for p in _PARTS for w in ("at", "actor")))
_KEPT: Final = frozenset(("seq", "id", "article_id", "made_at", "speaker", "naming", "said_on", "dated_on"))
"""What other parts of the work put into a statement's row."""

_NEW: Final = insert_or_update(statements)
_KEEP_STATEMENT: Final = _NEW.on_conflict_do_update(
    index_elements=["article_id", "id"],
    set_={
        column.name: _NEW.excluded[column.name]
        for column in statements.columns
        if column.name not in {*_KEPT, *_OF_ACTORS}
    },
)
"""A statement found again keeps its name and its first date; `write_namings` says who speaks."""

_NAME_SPEAKER: Final = update(statements).where(statements.c.seq == bindparam("statement_seq"))


def write_article(work: Work, article: Article, by: Maker) -> None:
    """Put an article in place of the one that was read from this page before, if any."""
    row = {"run_seq": write_run(work, "article", by), **row_of_article(article, work.now)}
    replaced = work.connection.execute(update(articles).where(articles.c.id == work.page_id).values(row))
    if replaced.rowcount == 0:
        work.connection.execute(insert(articles).values(id=work.page_id, **row))
    keep_evidence(work, "article", {work.page_id: article}, article.text)


def row_of_article(article: Article, now: datetime.datetime) -> dict[str, Any]:
    """Return the columns of an article, without its identifier and its run."""
    return {
        "read_at": now,
        "withdrawn_at": None,
        "record": _json(msgspec.structs.replace(article, text="")),
        "text": article.text,
        **_searched(article),
        **_listed(article),
    }


def withdraw_article(work: Work, by: Maker) -> None:
    """Say that a later run found no article on this page, and so nothing that stood in it."""
    write_run(work, "article", by)
    work.connection.execute(
        update(articles).where(articles.c.id == work.page_id).values(withdrawn_at=work.now)
    )
    _withdraw_statements(work, but=frozenset())


def write_statements(work: Work, article: Article, reading: Reading) -> None:
    """Put in the statements found: those known keep name and date, those found no more are withdrawn."""
    run = write_run(work, "statement", reading.statements_by)
    found = _by_identifier(reading.statements, article.page_sha256)
    _withdraw_statements(work, but=frozenset(found))
    rows = [
        {
            "id": identifier,
            "article_id": work.page_id,
            "ordinal": ordinal,
            "run_seq": run,
            "made_at": work.now,
            "withdrawn_at": None,
            **_said(statement, article.text),
        }
        for ordinal, (identifier, statement) in enumerate(found.items())
    ]
    if rows:
        work.connection.execute(_KEEP_STATEMENT, rows)
    keep_evidence(work, "statement", found, article.text)
    _put_in_place(work, refusals, reading.statement_refusals, run)


def write_namings(work: Work, article: Article, reading: Reading) -> None:
    """Put the namings in place of the earlier ones, and name the speakers by them."""
    run = write_run(work, "naming", reading.named_by)
    _put_in_place(work, namings, reading.namings, run)
    by_place = {f"{work.page_id}-{ordinal}": naming for ordinal, naming in enumerate(reading.namings)}
    keep_evidence(work, "naming", by_place, article.text)
    by_mention = {naming.mention: naming for naming in reversed(reading.namings)}
    _name_speakers(work, by_mention, article.text)


def _by_identifier(found: Sequence[Statement], page_sha256: str) -> dict[str, Statement]:
    """Return the statements by identifier, in reading order; of two with the same words, the first."""
    named: dict[str, Statement] = {}
    for statement in found:
        named.setdefault(statement.identifier(page_sha256), statement)
    return named


def _withdraw_statements(work: Work, *, but: frozenset[str]) -> None:
    live = select(statements.c.seq, statements.c.id).where(
        statements.c.article_id == work.page_id, statements.c.withdrawn_at.is_(None)
    )
    for row in work.connection.execute(live).all():
        if row.id not in but:
            withdrawn = update(statements).where(statements.c.seq == row.seq)
            # Without a speaker it leaves the index of who said what; `speaker_at` still says who it was.
            work.connection.execute(withdrawn.values(withdrawn_at=work.now, speaker_actor=None))


def _put_in_place(work: Work, listed: Table, records: Sequence[Naming | Refusal], run: int) -> None:
    work.connection.execute(delete(listed).where(listed.c.article_id == work.page_id))
    rows = [
        {"article_id": work.page_id, "run_seq": run, "ordinal": ordinal, "record": _json(record)}
        for ordinal, record in enumerate(records)
    ]
    if rows:
        work.connection.execute(insert(listed), rows)


def _name_speakers(work: Work, by_mention: dict[Span, Naming], text: str) -> None:
    """Give each live statement the naming of the very words its speaker is mentioned with."""
    live = select(statements.c.seq, statements.c.record).where(
        statements.c.article_id == work.page_id, statements.c.withdrawn_at.is_(None)
    )
    rows = [
        {"statement_seq": row.seq, **_spoken(row.record, by_mention, text)}
        for row in work.connection.execute(live)
    ]
    if rows:
        work.connection.execute(_NAME_SPEAKER, rows)


def _spoken(record: str, by_mention: dict[Span, Naming], text: str) -> dict[str, Any]:
    mention = msgspec.json.decode(record, type=Statement).speaker
    naming = by_mention.get(mention) if mention else None
    names = [naming.name if naming else "", mention.of(text) if mention else ""]
    return {
        "speaker": naming.name if naming else None,
        "naming": _json(naming) if naming else None,
        "speaker_folded": "".join(f" {fold(name)}\n" for name in names if name),
    }


def _said(statement: Statement, text: str) -> dict[str, Any]:
    words = statement.words(text)
    return {
        "kind": statement.kind,
        "act": statement.act,
        "source_kind": statement.source_kind,
        "found_in": statement.found_in,
        "beside": _json(words_beside(statement, text)),
        "words": words,
        "unspaced": is_unspaced(words),
        "speaker_mention": statement.speaker.of(text) if statement.speaker else None,
        "speaker_folded": "",  # write_namings says who it is
        "cue": statement.cue.of(text) if statement.cue else None,
        "confidence": statement.confidence,
        "record": _json(statement),
    }


def _searched(article: Article) -> dict[str, Any]:
    headline, lead = _value(article.headline), _value(article.lead)
    body = "\n".join(span.of(article.text) for span in article.body)
    whole = f"{headline or ''}\n{lead or ''}\n{body}"
    return {"headline": headline, "lead": lead, "body": body, "unspaced": is_unspaced(whole)}


def _listed(article: Article) -> dict[str, Any]:
    published = article.published.value if article.published else None
    return {
        "outlet": _value(article.outlet),
        "language": _value(article.language),
        "published": published.isoformat() if published else None,
        "published_on": published.date if published else None,
        "published_order": _order(published) if published else None,
        "credits": _json(tuple(credit.value for credit in article.credits)),
    }


def _order(published: Timestamp) -> str:
    """Return the time in UTC where its zone is known, else as the page has it; a day is its beginning."""
    if published.time is None or published.utc_offset_minutes is None:
        return published.isoformat()
    moment = datetime.datetime.fromisoformat(published.isoformat())
    try:
        return moment.astimezone(datetime.UTC).replace(tzinfo=None).isoformat()
    except OverflowError:  # the first or the last day of the calendar
        return published.isoformat()


def _value(field: Field[str] | None) -> str | None:
    return field.value if field else None


def _json(record: object) -> str:
    return msgspec.json.encode(record).decode()
