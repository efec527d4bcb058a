"""The tables of the watch, as the queries see them."""

from sqlalchemy import Column, Date, ForeignKey, Integer, String, Table, Text

from reportedly.store.schema import UtcMoment, metadata

sources = Table(
    "sources",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("identity", Text, nullable=False, unique=True),  # of its address, so that none is there twice
    Column("declared", Text, nullable=False),  # JSON of Declared
    Column("watch", Text, nullable=False),  # JSON of Watch
    Column("added_at", UtcMoment, nullable=False),
    Column("paused_at", UtcMoment),
    Column("changed_at", UtcMoment, nullable=False),  # by a person: what tells a running watcher
)

askings = Table(
    "askings",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("source_seq", ForeignKey("sources.seq"), nullable=False),
    Column("record", Text, nullable=False),  # JSON of Asking
)

source_days = Table(
    "source_days",
    metadata,
    Column("source_seq", ForeignKey("sources.seq"), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("asked", Integer, nullable=False),
    Column("failed", Integer, nullable=False),
    Column("fresh", Integer, nullable=False),
)

hub_promises = Table(
    "hub_promises",
    metadata,
    Column("source_seq", ForeignKey("sources.seq"), primary_key=True),
    Column("token", Text, nullable=False, unique=True),  # the last part of the callback's address
    Column("secret", Text, nullable=False),  # what the hub signs with
    Column("topic", Text, nullable=False),
    Column("hub", Text, nullable=False),
    Column("asked_at", UtcMoment, nullable=False),
    Column("until", UtcMoment),  # None until the hub has confirmed
)

watched_pages = Table(
    "watched_pages",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("address", Text, nullable=False),
    Column("source_seq", ForeignKey("sources.seq"), nullable=False),
    Column("found_at", UtcMoment, nullable=False),
    Column("state", String(8), nullable=False),
    Column("due_at", UtcMoment),
    Column("title", Text),
    Column("published", UtcMoment),
    Column("updated", UtcMoment),
    Column("tries", Integer, nullable=False),
    Column("checks", Integer, nullable=False),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("page_id", ForeignKey("pages.id")),
    Column("kept_at", UtcMoment),
    Column("words", Text),
    Column("steps", Integer, nullable=False),
)

page_identities = Table(
    "page_identities",
    metadata,
    Column("identity", Text, primary_key=True),
    Column("watched_seq", ForeignKey("watched_pages.seq"), nullable=False),
)

unread_pages = Table(
    "unread_pages",
    metadata,
    Column("page_id", ForeignKey("pages.id"), primary_key=True),
    Column("source_seq", Integer, nullable=False),
    Column("steps", Integer, nullable=False),
)

removals = Table(
    "removals",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("url", Text, nullable=False),
    Column("page_id", ForeignKey("pages.id"), nullable=False),
    Column("status", Integer, nullable=False),
    Column("at", UtcMoment, nullable=False),
    Column("returned_at", UtcMoment),
)
