"""The record: the only folder that speaks SQL."""

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

__all__ = [
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
]
