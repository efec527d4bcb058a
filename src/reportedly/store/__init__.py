"""The record: the only folder that speaks SQL."""

from reportedly.store.actor_answers import (
    ActorLine,
    ActorPage,
    ActorSaying,
    KeptActor,
    MonthSaid,
    Told,
    WordUsed,
)
from reportedly.store.actor_importing import Imported
from reportedly.store.actor_lookup import ActorsInRecord
from reportedly.store.actors import ActorStore, MentionOf
from reportedly.store.changing import KeptChange
from reportedly.store.opening import BUSY_SECONDS, open_store
from reportedly.store.resolving import Resolve
from reportedly.store.rounds import Found, Round
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
from reportedly.store.sources import HubPromise, Sources
from reportedly.store.store import Store
from reportedly.store.watching import UnreadPage, Watching

__all__ = [
    "BUSY_SECONDS",
    "ActorLine",
    "ActorPage",
    "ActorRef",
    "ActorSaying",
    "ActorStore",
    "ActorsInRecord",
    "ArticleLine",
    "ArticlePage",
    "BrokenEvidence",
    "Counts",
    "Evidence",
    "Found",
    "HubPromise",
    "Imported",
    "Kept",
    "KeptActor",
    "KeptArticle",
    "KeptChange",
    "KeptRefusal",
    "KeptResolution",
    "KeptStatement",
    "MentionOf",
    "MonthSaid",
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
    "Told",
    "UnreadPage",
    "Watching",
    "WordUsed",
    "open_store",
]
