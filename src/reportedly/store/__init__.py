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
from reportedly.store.sources import Sources
from reportedly.store.store import Store
from reportedly.store.watching import Found, Round, UnreadPage, Watching

__all__ = [
    "BUSY_SECONDS",
    "ActorRef",
    "ArticleLine",
    "ArticlePage",
    "BrokenEvidence",
    "Counts",
    "Evidence",
    "Found",
    "Kept",
    "KeptArticle",
    "KeptRefusal",
    "KeptResolution",
    "KeptStatement",
    "Outcome",
    "PageFacts",
    "Reading",
    "Resolve",
    "Round",
    "Sources",
    "StatementLine",
    "StatementPage",
    "StatementQuery",
    "Store",
    "UnreadPage",
    "Watching",
    "open_store",
]
