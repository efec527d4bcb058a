"""The embedded record: every verb of the desk is a method."""

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from reportedly import flow
from reportedly.desk.actors import DeskOfActors
from reportedly.desk.archives import DeskArchives
from reportedly.desk.copies import Copies
from reportedly.desk.history import DeskHistory
from reportedly.desk.sources import DeskSources, networks_of
from reportedly.desk.stories import Stories
from reportedly.desk.watching import DeskWatch
from reportedly.records import GonePage, Page
from reportedly.sources import fetch_page, page_of_file, page_of_text
from reportedly.store import (
    ArticleLine,
    ArticlePage,
    BrokenEvidence,
    Counts,
    Kept,
    KeptArticle,
    KeptStatement,
    PageFacts,
    StatementPage,
    StatementQuery,
    open_store,
)

Clock = Callable[[], datetime.datetime]


class Fetch(Protocol):
    """How an address becomes a page."""

    def __call__(self, url: str, *, fetched_at: datetime.datetime) -> Page:
        """Return the page at an address; raises UnreachablePage."""


def _utc_now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


class Desk:
    r"""A record in one file, and everything a person can do with it.

    >>> import tempfile, pathlib
    >>> with tempfile.TemporaryDirectory() as folder, Desk(pathlib.Path(folder) / "desk.db") as desk:
    ...     text = 'Harbour opens\n\n"The ferry sails on Monday," Mayor Ana Torv said.'
    ...     kept = desk.read_text(text)
    ...     line, = desk.find_statements(StatementQuery(words="ferry")).lines
    >>> kept.outcome, line.speaker, line.words
    ('new', 'Ana Torv', 'The ferry sails on Monday,')
    """

    def __init__(
        self,
        path: Path | str,
        *,
        read_only: bool = False,
        clock: Clock = _utc_now,
        fetch: Fetch = fetch_page,
        contact: str = "",
        networks: str = "",
        callback: str = "",
    ) -> None:
        """Open the record at `path`, creating it where there is none; raises StoreError.

        `contact` is told to the sites that are watched, `networks` are private ones that may be asked,
        `callback` is the address under which hubs reach the desk's page.
        """
        self._store = open_store(Path(path), read_only=read_only)
        self._clock = clock
        self.copies = Copies(self._store, clock)
        self.stories = Stories(self._store, clock)
        self._fetch = fetch
        self.history = DeskHistory(self._store)
        self.archives = DeskArchives(self._store, clock, self.read)
        allowed = networks_of(networks)
        self.sources = DeskSources(self._store, clock, contact=contact, allowed=allowed)
        self.watch = DeskWatch(self._store, contact=contact, allowed=allowed, callback=callback)
        self.actors = DeskOfActors(self._store, clock)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the record."""
        self._store.close()

    def read(self, page: Page) -> Kept:
        """Read a page and keep it with all that stands in it; the same page twice changes nothing."""
        reading = flow.read_page(page)
        kept = self._store.keep(page, reading, now=self._clock(), resolve=flow.resolver_of(reading))
        if kept.article_id is not None and reading.article is not None:
            flow.compare_article(self._store, kept.article_id, reading.article, now=self._clock())
        return kept

    def read_file(self, path: Path | str, *, url: str | None = None) -> Kept:
        """Read and keep a saved page; `url` is the address it was saved from, where that is known."""
        return self.read(page_of_file(Path(path), fetched_at=self._clock(), url=url))

    def read_text(self, text: str, *, url: str | None = None) -> Kept:
        """Read and keep pasted text."""
        return self.read(page_of_text(text, fetched_at=self._clock(), url=url))

    def read_bytes(self, body: bytes, *, url: str | None = None) -> Kept:
        """Read and keep the bytes of a page."""
        return self.read(Page(body=body, url=url, fetched_at=self._clock()))

    def read_url(self, url: str) -> Kept:
        """Fetch, read and keep the page at an address; raises UnreachablePage.

        Where nothing is there any more (GonePage), that is noted as the removal of what was kept of it.
        """
        try:
            page = self._fetch(url, fetched_at=self._clock())
        except GonePage as gone:
            self._store.removals.gone(url, gone.status, now=self._clock())
            raise
        if page.url is not None:
            self._store.removals.back(page.url, now=self._clock())
        return self.read(page)

    def counts(self) -> Counts:
        """Return how much the record holds."""
        return self._store.counts()

    def articles(self, *, limit: int = 50, offset: int = 0) -> tuple[ArticleLine, ...]:
        """Return articles, the newest first."""
        return self._store.articles(limit=limit, offset=offset)

    def article(self, article_id: str) -> KeptArticle:
        """Return an article with its statements; raises NotInRecord."""
        return self._store.article(article_id)

    def statement(self, statement_id: str) -> KeptStatement:
        """Return a statement, a withdrawn one too; raises NotInRecord."""
        return self._store.statement(statement_id)

    def find_statements(self, query: StatementQuery) -> StatementPage:
        """Return the statements that answer a query, the best first."""
        return self._store.find_statements(query)

    def search_articles(self, words: str, *, limit: int = 50, offset: int = 0) -> ArticlePage:
        """Return the articles that hold words, the best first."""
        return self._store.search_articles(words, limit=limit, offset=offset)

    def page(self, page_id: str) -> Page:
        """Return a kept page with its bytes as they came; raises NotInRecord."""
        return self._store.page(page_id)

    def refused_pages(self, *, limit: int = 50, offset: int = 0) -> tuple[PageFacts, ...]:
        """Return the pages that gave no article, with the reasons."""
        return self._store.refused_pages(limit=limit, offset=offset)

    def versions(self, page_id: str) -> tuple[PageFacts, ...]:
        """Return all kept versions of a page's address, the oldest first."""
        return self._store.versions(page_id)

    def article_ids(self) -> tuple[str, ...]:
        """Return the identifiers of all articles."""
        return tuple(self._store.article_ids())

    def broken_evidence(self, article_id: str) -> tuple[BrokenEvidence, ...]:
        """Return the spans of an article's records whose words no longer stand in the kept page."""
        return tuple(flow.broken_evidence(self._store, article_id))

    def verify(self) -> Iterator[BrokenEvidence]:
        """Yield every span in the record whose words no longer stand in its kept page."""
        for article_id in self.article_ids():
            yield from flow.broken_evidence(self._store, article_id)
        yield from self._store.broken_records()

    def broken_records(self) -> tuple[BrokenEvidence, ...]:
        """Return the pages whose WARC record beside this file is missing or not as it was kept."""
        return tuple(self._store.broken_records())
