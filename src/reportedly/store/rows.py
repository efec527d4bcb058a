"""What the record answers with: one frozen type per question."""

import datetime
from typing import Literal

import msgspec

from reportedly.records import (
    Article,
    Beside,
    Maker,
    Moment,
    Naming,
    OfficeHeld,
    Refusal,
    Resolution,
    SourceKind,
    Span,
    Statement,
    StatementAct,
    StatementPlace,
)

Outcome = Literal["new", "unchanged", "changed", "refused"]


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a page handed to the record.

    `new`: kept for the first time; `unchanged`: the same bytes from the same address were there
    already; `changed`: the address had other bytes before, both are kept and linked; `refused`: the
    page is kept, `refusal` says why it gave no article.
    """

    page_id: str
    outcome: Outcome
    article_id: str | None = None
    previous_id: str | None = None
    statement_count: int = 0
    refusal: Refusal | None = None


class ArticleLine(msgspec.Struct, frozen=True, kw_only=True):
    """An article as a line of a list. `published` is ISO 8601 as sure as the page is.

    `version_count` says how many versions of its address hold an article, this one among them; `is_newest`
    whether this is the last of them.
    """

    id: str
    headline: str | None
    outlet: str | None
    published: str | None
    language: str | None
    url: str | None
    credits: tuple[str, ...] = ()
    statement_count: int = 0
    read_at: datetime.datetime
    excerpt: str | None = None
    version_count: int = 1
    is_newest: bool = True


class ActorRef(msgspec.Struct, frozen=True, kw_only=True):
    """An actor to name and to link to; `is_ruled` says that a person gave the name, or said who it is."""

    id: str
    name: str
    is_ruled: bool = False


class StatementLine(msgspec.Struct, frozen=True, kw_only=True):
    """A statement as a line of a list. `speaker` is the name, `speaker_mention` the words used.

    `beside` has the words of its other spans: hearer, topic, chain, negations, hedges. `dropped_in` names the
    next version of its page where that no longer has the statement as it stands here.
    """

    id: str
    article_id: str
    words: str
    kind: str
    act: StatementAct = "says"
    source_kind: SourceKind | None = None
    found_in: StatementPlace = "text"
    speaker: str | None
    speaker_mention: str | None
    cue: str | None
    headline: str | None
    outlet: str | None
    published: str | None
    language: str | None = None
    beside: Beside = Beside()
    actor: ActorRef | None = None
    dated_on: datetime.date | None = None
    dropped_in: str | None = None


class KeptStatement(msgspec.Struct, frozen=True, kw_only=True):
    """A statement in the record. `withdrawn_at` is set once a later run no longer finds it.

    `actor` is who speaks, `speaks_for` whom a spokesperson speaks for, `told_to` whom it was said to, where
    these are known; `said_on` the day it was made, where the article says its own.
    """

    id: str
    article_id: str
    statement: Statement
    naming: Naming | None
    maker: Maker
    made_at: datetime.datetime
    withdrawn_at: datetime.datetime | None = None
    actor: ActorRef | None = None
    speaks_for: ActorRef | None = None
    told_to: ActorRef | None = None
    said_on: Moment | None = None


class KeptResolution(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody of an article in the record: what the room found, and who it is after persons' rulings.

    `ordinal` is the place among the article's; `actor` is None where it could not be told. `held` are
    the offices that sources give them on the day of the article.
    """

    ordinal: int
    resolution: Resolution
    actor: ActorRef | None = None
    held: tuple[OfficeHeld, ...] = ()


class KeptRefusal(msgspec.Struct, frozen=True, kw_only=True):
    """Something a room refused while it read an article, and which room."""

    maker: Maker
    refusal: Refusal


class PageFacts(msgspec.Struct, frozen=True, kw_only=True):
    """A kept page without its bytes. `refusal` is set where it gave no article."""

    id: str
    url: str | None
    sha256: str
    byte_count: int
    fetched_at: datetime.datetime
    is_pasted: bool
    previous_id: str | None = None
    next_id: str | None = None
    refusal: Refusal | None = None


class KeptArticle(msgspec.Struct, frozen=True, kw_only=True):
    """An article in the record with all that stands on it. Its id is that of its page."""

    id: str
    article: Article
    page: PageFacts
    statements: tuple[KeptStatement, ...] = ()
    namings: tuple[Naming, ...] = ()
    refusals: tuple[KeptRefusal, ...] = ()
    people: tuple[KeptResolution, ...] = ()


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """One span of one record with the words it held when it was made.

    `record` is `article`, `statement` or `naming`, `record_id` its identifier, `role` what the span
    is to it (`headline`, `body`, `content`, `speaker`, `cue`, `negation`, `relay_source`, `mention`, ...).
    """

    record: str
    record_id: str
    article_id: str
    role: str
    span: Span
    words: str


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """How much the record holds."""

    pages: int
    articles: int
    statements: int
    refused_pages: int


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """All that the rooms made of one page: an article with what stands in it, or a refusal.

    `said_on` is on which day each of the statements was made. `resolved_by` says who finds out which
    actors the people are, once the record is asked; None where nobody does.
    """

    read_by: Maker
    article: Article | None = None
    refusal: Refusal | None = None
    statements: tuple[Statement, ...] = ()
    statement_refusals: tuple[Refusal, ...] = ()
    statements_by: Maker
    namings: tuple[Naming, ...] = ()
    named_by: Maker
    said_on: tuple[Moment | None, ...] = ()
    resolved_by: Maker | None = None


class StatementQuery(msgspec.Struct, frozen=True, kw_only=True):
    """What to look for among statements; None leaves a condition out.

    `words` is free text as a person types it, `speaker` a name or a mention in any case and accent,
    `kind` is direct, indirect or mixed, `since` and `until` (both included) bound the publish date.
    `act`, `source_kind` and `found_in` are those of `Statement`; `speech_only` leaves out what somebody
    only thinks, feels or wants. `actor` is the identifier of who speaks, under whatever name.
    """

    words: str | None = None
    speaker: str | None = None
    kind: str | None = None
    act: str | None = None
    speech_only: bool = False
    source_kind: str | None = None
    found_in: str | None = None
    actor: str | None = None
    since: datetime.date | None = None
    until: datetime.date | None = None
    limit: int = 50
    offset: int = 0


class StatementPage(msgspec.Struct, frozen=True, kw_only=True):
    """One page of statements found and how many there are in all."""

    lines: tuple[StatementLine, ...]
    total: int


class ArticlePage(msgspec.Struct, frozen=True, kw_only=True):
    """One page of articles found and how many there are in all."""

    lines: tuple[ArticleLine, ...]
    total: int


class BrokenEvidence(msgspec.Struct, frozen=True, kw_only=True):
    """Evidence whose words no longer stand in the kept page, and what stands there instead."""

    evidence: Evidence
    found: str
