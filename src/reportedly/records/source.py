"""A source that is watched: what it declares, and what is known of it since."""

import datetime
from typing import Literal

import msgspec


class Declared(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a source says of itself in TOML; all but its name and address may be left out.

    `name` is the short word it is called by in commands, `notes` is printed with its citations.
    `every_seconds` is how often it is asked; None lets that follow how often it publishes. `expected`
    is how many pages it should yield a day. `quiet` are times of day in UTC in which it is not asked,
    each `HH:MM-HH:MM`. `kind` is a kind's name, empty where the first answer is to tell.
    """

    name: str
    address: str
    title: str = ""
    kind: str = ""
    country: str = ""
    language: str = ""
    owner: str = ""
    notes: str = ""
    every_seconds: float | None = None
    expected: float | None = None
    quiet: tuple[str, ...] = ()
    follow_credits: bool = True


class Watch(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a watched source: when it is asked next, and how it fared.

    `next_at` is UTC. `etag` and `last_modified` are what it sent last, `digest` the SHA-256 of what it
    listed last. `failures` counts those in a row, `trouble` says the last one in a sentence, None where
    the last answer was sound. `recent` are the moments at which its newest items appeared, the newest
    last. `moved_to` is where it said it has gone for good, `hubs` are those that tell of its news.
    `whole_at` is when it was last had whole, not as "unchanged"; `damaged` counts the lists in a row of
    which some may have been missing.
    """

    next_at: datetime.datetime
    interval_seconds: float = 900.0
    etag: str | None = None
    last_modified: str | None = None
    digest: str | None = None
    asked_at: datetime.datetime | None = None
    answered_at: datetime.datetime | None = None
    news_at: datetime.datetime | None = None
    failures: int = 0
    trouble: str | None = None
    recent: tuple[datetime.datetime, ...] = ()
    kind: str = ""
    moved_to: str | None = None
    hubs: tuple[str, ...] = ()
    whole_at: datetime.datetime | None = None
    damaged: int = 0


class WatchedSource(msgspec.Struct, frozen=True, kw_only=True):
    """A source in the record: its number there, what it declares, what is known, whether it is paused."""

    seq: int
    declared: Declared
    watch: Watch
    added_at: datetime.datetime
    paused_at: datetime.datetime | None = None


AskedOutcome = Literal["news", "same", "failed"]


class Asking(msgspec.Struct, frozen=True, kw_only=True):
    """One time a source was asked: what came of it, the HTTP status, how many items were listed and new."""

    at: datetime.datetime
    outcome: AskedOutcome
    status: int | None = None
    listed: int = 0
    fresh: int = 0
    words: str | None = None


class SourceDay(msgspec.Struct, frozen=True, kw_only=True):
    """A source's day (UTC): how often it was asked, how often in vain, and how many items were new."""

    day: datetime.date
    asked: int = 0
    failed: int = 0
    fresh: int = 0


PageState = Literal["waiting", "kept", "gone", "lost"]


class WatchedPage(msgspec.Struct, frozen=True, kw_only=True):
    """A page a source pointed to: where it is, what became of it, and when it is asked for next.

    `waiting` has not been had yet, `kept` is in the record, `gone` answered 404 or 410, `lost` could
    not be had in all tries. `tries` counts those in vain since the last success, `checks` how often it
    was looked at again after it was kept. `due_at` is None where it is left alone. `page_id` is its
    newest version in the record. `steps` counts the credits that led to it from a listed page.
    """

    seq: int
    address: str
    source_seq: int
    found_at: datetime.datetime
    state: PageState = "waiting"
    due_at: datetime.datetime | None = None
    title: str | None = None
    published: datetime.datetime | None = None
    updated: datetime.datetime | None = None
    tries: int = 0
    checks: int = 0
    etag: str | None = None
    last_modified: str | None = None
    page_id: str | None = None
    kept_at: datetime.datetime | None = None
    words: str | None = None
    steps: int = 0


class Removal(msgspec.Struct, frozen=True, kw_only=True):
    """A kept page that is gone from its address: found so on `at`, by which HTTP status.

    `returned_at` is when it was there again, None while it is not. `page_id` is the version kept last.
    """

    url: str
    page_id: str
    status: int
    at: datetime.datetime
    returned_at: datetime.datetime | None = None
