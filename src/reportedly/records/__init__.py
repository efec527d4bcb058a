"""What things are: frozen, typed records and the error tree. Imports nothing of ours."""

from reportedly.records.actor import (
    ActorKind,
    Candidate,
    Country,
    DatePrecision,
    Holder,
    Identified,
    Listed,
    Office,
)
from reportedly.records.article import Article, Comment, Entry, Link
from reportedly.records.beside import Beside, RelayWords, words_beside
from reportedly.records.copy_family import Carrier, CopyFamily, Origin
from reportedly.records.copy_link import CopyKind, CopyLink, DirectionReason, Handling, Passage
from reportedly.records.errors import (
    BadRequest,
    NotInRecord,
    PageError,
    ReportedlyError,
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreLocked,
    StoreNewer,
    UnreachablePage,
    UnreadablePage,
)
from reportedly.records.field import Field, Timestamp
from reportedly.records.field_lines import FieldLine, field_lines
from reportedly.records.ledger import Fate, LedgerLine, Said, SpokenBy, Utterance, Wording
from reportedly.records.listing import Channel, Item, Unread
from reportedly.records.moment import Moment, MomentKind, MomentsFound, Precision
from reportedly.records.naming import Naming
from reportedly.records.page import Page
from reportedly.records.refusal import Refusal
from reportedly.records.span import Maker, Span
from reportedly.records.statement import (
    Relay,
    SourceKind,
    Statement,
    StatementAct,
    StatementKind,
    StatementPlace,
    StatementsFound,
)

__all__ = [
    "ActorKind",
    "Article",
    "BadRequest",
    "Beside",
    "Candidate",
    "Carrier",
    "Channel",
    "Comment",
    "CopyFamily",
    "CopyKind",
    "CopyLink",
    "Country",
    "DatePrecision",
    "DirectionReason",
    "Entry",
    "Fate",
    "Field",
    "FieldLine",
    "Handling",
    "Holder",
    "Identified",
    "Item",
    "LedgerLine",
    "Link",
    "Listed",
    "Maker",
    "Moment",
    "MomentKind",
    "MomentsFound",
    "Naming",
    "NotInRecord",
    "Office",
    "Origin",
    "Page",
    "PageError",
    "Passage",
    "Precision",
    "Refusal",
    "Relay",
    "RelayWords",
    "ReportedlyError",
    "Said",
    "SourceKind",
    "Span",
    "SpokenBy",
    "Statement",
    "StatementAct",
    "StatementKind",
    "StatementPlace",
    "StatementsFound",
    "StoreDamaged",
    "StoreError",
    "StoreFull",
    "StoreLocked",
    "StoreNewer",
    "Timestamp",
    "UnreachablePage",
    "Unread",
    "UnreadablePage",
    "Utterance",
    "Wording",
    "field_lines",
    "words_beside",
]
