"""The record: the only folder that speaks SQL."""

from reportedly.store.opening import BUSY_SECONDS, open_store
from reportedly.store.rows import (
    ArticleLine,
    ArticlePage,
    BrokenEvidence,
    Counts,
    Evidence,
    Kept,
    KeptArticle,
    KeptRefusal,
    KeptStatement,
    Outcome,
    PageFacts,
    Reading,
    StatementLine,
    StatementPage,
    StatementQuery,
)
from reportedly.store.store import Store

__all__ = [
    "BUSY_SECONDS",
    "ArticleLine",
    "ArticlePage",
    "BrokenEvidence",
    "Counts",
    "Evidence",
    "Kept",
    "KeptArticle",
    "KeptRefusal",
    "KeptStatement",
    "Outcome",
    "PageFacts",
    "Reading",
    "StatementLine",
    "StatementPage",
    "StatementQuery",
    "Store",
    "open_store",
]
