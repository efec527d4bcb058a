"""What the web page asks of the desk, and nothing else."""

from typing import Protocol

from reportedly.records import Page
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
)
from reportedly.web.actor_desk import ActorQuestions
from reportedly.web.copies import CopyQuestions
from reportedly.web.story_questions import StoryQuestions
from reportedly.web.versions import HistoryQuestions


class DeskQuestions(Protocol):
    """The questions the web page asks; `reportedly.Desk` answers them, a test fakes them.

    Every method may block (they run in worker threads) and may raise a `ReportedlyError`, which the
    page shows with its next step. An unknown identifier raises `NotInRecord`.
    """

    @property
    def copies(self) -> CopyQuestions:
        """Return the part of the desk that is about copies."""
        ...

    @property
    def stories(self) -> StoryQuestions:
        """Return the part of the desk that is about stories."""
        ...

    @property
    def history(self) -> HistoryQuestions:
        """Return the part of the desk that is about versions."""
        ...

    @property
    def actors(self) -> ActorQuestions:
        """Return the questions about actors."""
        ...

    def counts(self) -> Counts:
        """Return how much the record holds."""
        ...

    def articles(self, *, limit: int = 50, offset: int = 0) -> tuple[ArticleLine, ...]:
        """Return the articles of the record, latest first."""
        ...

    def article(self, article_id: str) -> KeptArticle:
        """Return one article with all that stands on it."""
        ...

    def statement(self, statement_id: str) -> KeptStatement:
        """Return one statement, withdrawn ones included."""
        ...

    def find_statements(self, query: StatementQuery) -> StatementPage:
        """Return the statements that meet every condition of the query."""
        ...

    def search_articles(self, words: str, *, limit: int = 50, offset: int = 0) -> ArticlePage:
        """Return the articles whose words match."""
        ...

    def refused_pages(self, *, limit: int = 50, offset: int = 0) -> tuple[PageFacts, ...]:
        """Return the kept pages that gave no article, each with its reason."""
        ...

    def versions(self, page_id: str) -> tuple[PageFacts, ...]:
        """Return every kept copy of the same address, oldest first, this one included."""
        ...

    def page(self, page_id: str) -> Page:
        """Return a kept page with its bytes."""
        ...

    def read_text(self, text: str, *, url: str | None = None) -> Kept:
        """Return what became of pasted text."""
        ...

    def read_bytes(self, body: bytes, *, url: str | None = None) -> Kept:
        """Return what became of a saved page."""
        ...

    def read_url(self, url: str) -> Kept:
        """Return what became of the page at this address; fetches it."""
        ...

    def broken_evidence(self, article_id: str) -> tuple[BrokenEvidence, ...]:
        """Return the spans whose words no longer stand in the kept page."""
        ...
