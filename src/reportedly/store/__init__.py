"""The record: the only folder that speaks SQL."""

from reportedly.store.opening import BUSY_SECONDS, open_store
from reportedly.store.resolving import Resolve
from reportedly.store.rows import (
    ActorRef,
    ArticleLine,
    ArticlePage,
    BrokenEvidence,
    Counts,
    Evidence,
    Kept,
    KeptArticle,
    KeptRefusal,
    KeptResolution,
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
    "ActorRef",
    "ArticleLine",
    "ArticlePage",
    "BrokenEvidence",
    "Counts",
    "Evidence",
    "Kept",
    "KeptArticle",
    "KeptRefusal",
    "KeptResolution",
    "KeptStatement",
    "Outcome",
    "PageFacts",
    "Reading",
    "Resolve",
    "StatementLine",
    "StatementPage",
    "StatementQuery",
    "Store",
    "open_store",
]
