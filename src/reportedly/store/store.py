"""The record of a desk: every page, what was read from it, and where each word of that stands."""

import datetime
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import BinaryIO, Final, Self

from sqlalchemy import Column, select

from reportedly.records import Article, Page
from reportedly.store import (
    articles,
    changing,
    checking,
    evidence,
    keeping,
    pages,
    searching,
    statements,
    warc_export,
)
from reportedly.store.actors import ActorStore
from reportedly.store.changing import KeptChange
from reportedly.store.connecting import Connections
from reportedly.store.copy_links import KeptCopies
from reportedly.store.identifiers import whole_identifier
from reportedly.store.removals import Removals
from reportedly.store.resolving import Resolve
from reportedly.store.rows import (
    ArticleLine,
    ArticlePage,
    BrokenEvidence,
    Counts,
    Evidence,
    Kept,
    KeptArticle,
    KeptStatement,
    PageFacts,
    Reading,
    StatementPage,
    StatementQuery,
)
from reportedly.store.schema import articles as article_rows
from reportedly.store.schema import pages as page_rows
from reportedly.store.sources import Sources
from reportedly.store.standing_makers import Makers, makers_of
from reportedly.store.stories import KeptStories
from reportedly.store.translations import KeptTranslations
from reportedly.store.watching import Watching

_LARGEST: Final = 2**31 - 1  # rows asked for or skipped; keeps any number a person writes within SQL's
_BATCH: Final = 1000  # identifiers fetched at a time, so that no question stays open while they are used


class Store:
    """An open record; made by `open_store`, closed by `close` or at the end of a `with` block.

    It may be used from several threads at once. Every question is answered as of one moment. All
    methods raise `StoreDamaged` where the file turns out broken; identifiers that nothing has raise
    `NotInRecord`. Whom it knows is asked of `actors`.
    """

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self.actors = ActorStore(connections)
        self.copies = KeptCopies(connections)
        self.stories = KeptStories(connections)
        self.translations = KeptTranslations(connections)
        self.removals = Removals(connections)
        self.sources = Sources(connections)
        self.watching = Watching(connections)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the record; what was kept stays."""
        self._connections.close()

    def keep(
        self, page: Page, reading: Reading, *, now: datetime.datetime, resolve: Resolve | None = None
    ) -> Kept:
        """Return what became of a page (`new`, `unchanged`, `changed`, `refused`); all is kept or nothing.

        A page kept before is `unchanged` and nothing is written, unless a room's version is new: then
        that room's records are replaced, and statements found no more are withdrawn, not deleted.
        `resolve` finds out which actors the people are, given whom the record knows; it is asked within
        the transaction. `now` is UTC. Raises `StoreLocked` where another writer does not finish,
        `StoreFull` where the disk is; the record is then as it was.
        """
        return keeping.keep(self._connections, page, reading, now, resolve)

    def counts(self) -> Counts:
        """Return how much the record holds; what was withdrawn is not counted."""
        with self._connections.reading() as connection:
            return articles.count_all(connection)

    def find_page(self, body_sha256: str, url: str | None) -> PageFacts | None:
        """Return the kept page of these bytes (SHA-256 in hexadecimal) from this address, None if none is."""
        with self._connections.reading() as connection:
            return pages.facts_of(connection, pages.page_identifier(body_sha256, url))

    def page(self, page_id: str) -> Page:
        """Return a page with its bytes as they came."""
        with self._connections.reading() as connection:
            return pages.whole_page(connection, self._connections.files, page_id)

    def page_facts(self, page_id: str) -> PageFacts:
        """Return what is known of a page, without its bytes."""
        with self._connections.reading() as connection:
            return pages.known_facts_of(connection, page_id)

    def versions(self, page_id: str) -> tuple[PageFacts, ...]:
        """Return all that is kept from a page's address, oldest first; pasted text has only itself."""
        with self._connections.reading() as connection:
            return pages.versions_of(connection, page_id)

    def refused_pages(self, *, limit: int = 50, offset: int = 0) -> tuple[PageFacts, ...]:
        """Return the pages that gave no article, each with the reason, the last kept first."""
        with self._connections.reading() as connection:
            return pages.refused(connection, _within(limit), _within(offset))

    def articles(self, *, limit: int = 50, offset: int = 0) -> tuple[ArticleLine, ...]:
        """Return articles as lines, the newest published first; those without a date stand last."""
        with self._connections.reading() as connection:
            return articles.newest_articles(connection, _within(limit), _within(offset))

    def article(self, article_id: str) -> KeptArticle:
        """Return an article with all that stands on it.

        The identifier may be cut to its first 6 digits or more where no other begins so. An article
        that a later run withdrew is still returned; its page then carries the refusal.
        """
        with self._connections.reading() as connection:
            return articles.whole_article(connection, article_id)

    def article_read(self, article_id: str) -> Article:
        """Return the Article alone, as it was read, by its whole identifier; raises NotInRecord."""
        with self._connections.reading() as connection:
            return articles.article_read(connection, article_id)

    def statement(self, statement_id: str) -> KeptStatement:
        """Return a statement, also one that was withdrawn."""
        with self._connections.reading() as connection:
            return statements.whole_statement(connection, statement_id)

    def find_statements(self, query: StatementQuery) -> StatementPage:
        """Return one page of the statements asked for: best match first, or newest where no words are given.

        No words a person can type are an error. Where a date is asked for, statements of articles
        without one are left out.
        """
        with self._connections.reading() as connection:
            return searching.find_statements(connection, query, _within(query.limit), _within(query.offset))

    def search_articles(self, words: str, *, limit: int = 50, offset: int = 0) -> ArticlePage:
        """Return one page of articles that hold the words, best match first, each with an excerpt."""
        with self._connections.reading() as connection:
            return searching.search_articles(connection, words, _within(limit), _within(offset))

    def evidence(self, article_id: str) -> tuple[Evidence, ...]:
        """Return every span under an article, its live statements and its namings, with the words held."""
        with self._connections.reading() as connection:
            return evidence.evidence_of(connection, article_id)

    def broken_records(self) -> Iterator[BrokenEvidence]:
        """Yield every page whose record in the files beside this one no longer holds (role `warc`)."""
        return checking.broken_records(self._connections)

    def changes_of(self, article_ids: tuple[str, ...]) -> tuple[KeptChange, ...]:
        """Return the changes that led to some versions, the oldest first."""
        with self._connections.reading() as connection:
            return changing.changes_of(connection, article_ids)

    def newest_changes(
        self, *, silent_only: bool = False, limit: int = 50, offset: int = 0
    ) -> tuple[KeptChange, ...]:
        """Return the changes in the record, the newest first; `silent_only` those the page does not tell."""
        with self._connections.reading() as connection:
            return changing.newest_changes(
                connection, silent_only=silent_only, limit=_within(limit), offset=_within(offset)
            )

    def article_line_id(self, article_id: str) -> str:
        """Return an article's whole identifier, given its first 6 digits or more."""
        with self._connections.reading() as connection:
            return whole_identifier(connection, article_rows.c.id, "article", article_id)

    def headline_of(self, page_id: str) -> tuple[str | None, str | None]:
        """Return the headline of a page's article and its identifier, None twice where none stands."""
        with self._connections.reading() as connection:
            query = select(article_rows.c.headline, article_rows.c.id).where(
                article_rows.c.id == page_id, article_rows.c.withdrawn_at.is_(None)
            )
            row = connection.execute(query).one_or_none()
            return (row.headline, row.id) if row else (None, None)

    def write_warc(
        self,
        out: BinaryIO,
        *,
        now: datetime.datetime,
        page_ids: Sequence[str] | None = None,
        since: datetime.date | None = None,
        until: datetime.date | None = None,
    ) -> int:
        """Write pages as one WARC file and return how many: those named, or all published in some days."""
        with self._connections.reading() as connection:
            ids = page_ids
            if ids is None:
                ids = warc_export.page_ids_between(connection, since, until)
            return warc_export.write_pages(connection, self._connections.files, ids, out, now)

    def makers(self, body_sha256: str, url: str | None) -> Makers | None:
        """Return which rooms made what of the page of these bytes and this address, None if none is kept."""
        with self._connections.reading() as connection:
            return makers_of(connection, pages.page_identifier(body_sha256, url))

    def article_ids(self) -> Iterator[str]:
        """Yield the identifier of every article that stands, in the order they were first kept."""
        return self._identifiers(article_rows.c.seq, article_rows.c.id, article_rows.c.withdrawn_at)

    def page_ids(self) -> Iterator[str]:
        """Yield the identifier of every page, in the order they were kept."""
        return self._identifiers(page_rows.c.seq, page_rows.c.id, None)

    def _identifiers(
        self, seq: Column[int], identifier: Column[str], withdrawn: Column[datetime.datetime] | None
    ) -> Iterator[str]:
        last = 0
        while True:
            query = select(seq, identifier).where(seq > last).order_by(seq).limit(_BATCH)
            if withdrawn is not None:
                query = query.where(withdrawn.is_(None))
            with self._connections.reading() as connection:
                rows = connection.execute(query).all()
            if not rows:
                return
            yield from (str(row[1]) for row in rows)
            last = rows[-1][0]


def _within(number: int) -> int:
    return min(max(number, 0), _LARGEST)
