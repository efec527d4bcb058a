"""Keep a page and what was made of it: what is out of date, and one transaction that puts it right."""

import datetime
from typing import Final

import msgspec
from sqlalchemy import Connection, func, select, update

from reportedly.records import Article, Maker, Page, Refusal
from reportedly.store.articles import article_of
from reportedly.store.changing import mark_said_again, withdraw_changes, write_changes
from reportedly.store.connecting import Connections
from reportedly.store.keeping_first import keep_first
from reportedly.store.pages import keep_page, known_facts_of, page_identifier, versions_of
from reportedly.store.resolving import Resolve, withdraw_resolutions, write_days, write_resolutions
from reportedly.store.rows import Kept, Outcome, Reading
from reportedly.store.runs import Makes, Work, last_maker
from reportedly.store.schema import articles, pages, statements
from reportedly.store.writing import withdraw_article, write_article, write_namings, write_statements

_NOTHING: Final[frozenset[Makes]] = frozenset()
_ONLY_ARTICLE: Final[frozenset[Makes]] = frozenset({"article"})
_ALL: Final[frozenset[Makes]] = frozenset({"article", "statement", "naming", "resolution"})


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """What the record holds of a page: the article that stands, and who made what of it."""

    article: Article | None
    read_by: Maker | None
    statements_by: Maker | None
    named_by: Maker | None
    resolved_by: Maker | None = None


def out_of_date(standing: Standing | None, reading: Reading) -> frozenset[Makes]:
    """Return which sorts of record must be made anew, given what stands and what was read.

    A room's records follow a new version of the room; statements also follow a changed article, as
    their spans are of its text, namings follow changed statements, whose speakers they name, and who
    the people are follows the namings.
    """
    if standing is None:
        return _ALL if reading.article else _ONLY_ARTICLE
    if standing.read_by == reading.read_by:
        return _dependents(standing, reading)
    if reading.article is None:
        return _ONLY_ARTICLE
    return _ONLY_ARTICLE | _dependents(standing, reading) if reading.article == standing.article else _ALL


def keep(
    connections: Connections, page: Page, reading: Reading, now: datetime.datetime, resolve: Resolve | None
) -> Kept:
    """Keep a page with its reading and return what became of it; see `Store.keep`."""
    page_id = page_identifier(page.sha256, page.url)
    with connections.reading() as connection:
        standing = _standing(connection, page_id)
        if standing is not None and not out_of_date(standing, reading):
            return _as_kept(connection, page_id, "unchanged")
    with connections.writing() as connection:
        return write_reading(Work(connection=connection, page_id=page_id, now=now), page, reading, resolve)


def _dependents(standing: Standing, reading: Reading) -> frozenset[Makes]:
    if standing.article is None:
        return _NOTHING
    if standing.statements_by != reading.statements_by:
        return frozenset({"statement", "naming", "resolution"})
    if standing.named_by != reading.named_by:
        return frozenset({"naming", "resolution"})
    return frozenset({"resolution"}) if standing.resolved_by != reading.resolved_by else _NOTHING


def _standing(connection: Connection, page_id: str) -> Standing | None:
    if connection.scalar(select(pages.c.seq).where(pages.c.id == page_id)) is None:
        return None
    row = connection.execute(
        select(articles.c.record, articles.c.text).where(
            articles.c.id == page_id, articles.c.withdrawn_at.is_(None)
        )
    ).one_or_none()
    return Standing(
        article=None if row is None else article_of(row.record, row.text),
        read_by=last_maker(connection, page_id, "article"),
        statements_by=last_maker(connection, page_id, "statement"),
        named_by=last_maker(connection, page_id, "naming"),
        resolved_by=last_maker(connection, page_id, "resolution"),
    )


def write_reading(work: Work, page: Page, reading: Reading, resolve: Resolve | None) -> Kept:
    """Keep a page with its reading inside the caller's transaction."""
    # Looked at again: another writer may have kept the page while this one waited.
    standing = _standing(work.connection, work.page_id)
    if standing is None:
        keep_page(work.connection, page, page_id=work.page_id, kept_at=work.now)
        keep_first(work, reading, resolve)
        return _as_kept(work.connection, work.page_id, _outcome(work, reading))
    to_make = out_of_date(standing, reading)
    if "article" in to_make:
        _write_refusal(work, reading.refusal if reading.article is None else None)
        if reading.article is None:
            withdraw_article(work, reading.read_by)
            withdraw_resolutions(work)
            withdraw_changes(work)
        else:
            write_article(work, reading.article, reading.read_by)
            write_changes(work)
    article = reading.article if "article" in to_make else standing.article
    if article is not None and "statement" in to_make:
        write_statements(work, article, reading)
        write_days(work, article, reading.statements, reading.said_on)
    if article is not None and "naming" in to_make:
        write_namings(work, article, reading)
    if article is not None and {"statement", "naming"} & to_make:
        mark_said_again(work)
    if article is not None and resolve is not None and reading.resolved_by and "resolution" in to_make:
        write_resolutions(work, article, reading.statements, resolve, reading.resolved_by)
    return _as_kept(work.connection, work.page_id, "unchanged")


def _write_refusal(work: Work, refusal: Refusal | None) -> None:
    told = None if refusal is None else msgspec.json.encode(refusal).decode()
    work.connection.execute(update(pages).where(pages.c.id == work.page_id).values(refusal=told))


def _outcome(work: Work, reading: Reading) -> Outcome:
    if reading.article is None:
        return "refused"
    return "changed" if len(versions_of(work.connection, work.page_id)) > 1 else "new"


def _as_kept(connection: Connection, page_id: str, outcome: Outcome) -> Kept:
    facts = known_facts_of(connection, page_id)
    live = select(func.count()).where(statements.c.article_id == page_id, statements.c.withdrawn_at.is_(None))
    stands = select(articles.c.id).where(articles.c.id == page_id, articles.c.withdrawn_at.is_(None))
    return Kept(
        page_id=page_id,
        outcome=outcome,
        article_id=connection.scalar(stands),
        previous_id=facts.previous_id,
        statement_count=connection.scalar(live) or 0,
        refusal=facts.refusal,
    )
