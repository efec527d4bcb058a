"""Keep the first reading of pages that are in the record already, many in one transaction.

The same rows as `keeping` writes, by fewer and ready-made statements: nothing stands on such a page yet,
so there is nothing to look up, to replace or to withdraw.
"""

from typing import Final

import msgspec
from sqlalchemy import Connection, bindparam, func, insert, select, update

from reportedly.records import Article
from reportedly.store.changing import mark_said_again, write_changes
from reportedly.store.evidence import rows_of_evidence
from reportedly.store.resolving import Resolve, write_days, write_resolutions
from reportedly.store.rows import Reading
from reportedly.store.runs import Work
from reportedly.store.schema import articles, evidence, pages, runs
from reportedly.store.writing import row_of_article, write_namings, write_statements

_HAS_RUN: Final = select(runs.c.seq).where(runs.c.page_id == bindparam("page_id")).limit(1)
_LAST_RUN: Final = select(func.max(runs.c.seq))
_ADD_RUN: Final = insert(runs)
_ADD_ARTICLE: Final = insert(articles)
_ADD_EVIDENCE: Final = insert(evidence)
_REFUSE: Final = update(pages).where(pages.c.id == bindparam("b_id")).values(refusal=bindparam("b_refusal"))


def was_read(connection: Connection, page_id: str) -> bool:
    """Return whether any room has made anything of a page."""
    return connection.scalar(_HAS_RUN, {"page_id": page_id}) is not None


def keep_first(work: Work, reading: Reading, resolve: Resolve | None) -> None:
    """Write what the rooms made of a page that no room had read before."""
    run = _write_runs(work, reading)
    if reading.article is None:
        told = None if reading.refusal is None else msgspec.json.encode(reading.refusal).decode()
        work.connection.execute(_REFUSE, {"b_id": work.page_id, "b_refusal": told})
        return
    _write_article(work, reading.article, run)
    write_changes(work)
    if reading.statements or reading.statement_refusals:
        write_statements(work, reading.article, reading)
        write_days(work, reading.article, reading.statements, reading.said_on)
    if reading.statements or reading.namings:
        write_namings(work, reading.article, reading)
    mark_said_again(work)
    if resolve is not None and reading.resolved_by:
        write_resolutions(work, reading.article, reading.statements, resolve, reading.resolved_by)


def _write_runs(work: Work, reading: Reading) -> int:
    """Write who made what, and return the number of the article's run."""
    first = (work.connection.scalar(_LAST_RUN) or 0) + 1
    makers = [("article", reading.read_by)]
    if reading.article is not None:
        makers += [("statement", reading.statements_by), ("naming", reading.named_by)]
    rows = [
        {
            "seq": number,
            "page_id": work.page_id,
            "makes": makes,
            "made_at": work.now,
            "room": by.room,
            "version": by.version,
            "maker": by.maker,
        }
        for number, (makes, by) in enumerate(makers, first)
    ]
    work.connection.execute(_ADD_RUN, rows)
    return first


def _write_article(work: Work, article: Article, run: int) -> None:
    row = {"id": work.page_id, "run_seq": run, **row_of_article(article, work.now)}
    work.connection.execute(_ADD_ARTICLE, row)
    spans = rows_of_evidence(work.page_id, "article", {work.page_id: article}, article.text)
    if spans:
        work.connection.execute(_ADD_EVIDENCE, spans)
