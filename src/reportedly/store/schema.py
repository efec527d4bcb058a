"""The record's tables, as the queries see them; the migrations are what creates them.

A page, its bytes (`bodies`, shared by addresses that answered alike) and the article read from it
are rows; every record keeps its own JSON, so that it comes back equal, and every span of it is one
row of `evidence` with the words it held. `runs` says which room made what, and when.
"""

import datetime

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Dialect,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    column,
    table,
)
from sqlalchemy.types import TypeDecorator

APPLICATION_ID = 0x52505244
"""What SQLite keeps in the file's header so that no other program's file is taken for a record: RPRD."""

SCHEMA_VERSION = "0013"
"""The newest migration's number; four digits, so that text order is the order of the schemas."""


class UtcMoment(TypeDecorator[datetime.datetime]):
    """A moment as ISO 8601 text in UTC, always with microseconds, so that text order is time order."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: datetime.datetime | None, dialect: Dialect) -> str | None:
        """Return the text kept for a moment; one without a zone is taken to be UTC, as records say."""
        if value is None:
            return None
        zoned = value.replace(tzinfo=datetime.UTC) if value.tzinfo is None else value
        return zoned.astimezone(datetime.UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime.datetime | None:
        """Return the moment a kept text stands for."""
        return None if value is None else datetime.datetime.fromisoformat(value)


metadata = MetaData()

bodies = Table(
    "bodies",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("byte_count", Integer, nullable=False),
    Column("packed", LargeBinary, nullable=False),  # the bytes as they came, through zlib; else empty:
    Column("warc_file", Integer),  # and in a file beside the record, see `kept_files`
    Column("warc_offset", Integer),
    Column("warc_length", Integer),
)

warc_files = Table(
    "warc_files",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("byte_count", Integer, nullable=False),  # how many of its bytes count
)

pages = Table(
    "pages",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", String(16), nullable=False, unique=True),
    Column("url", Text),
    Column("sha256", ForeignKey("bodies.sha256"), nullable=False),
    Column("fetched_at", UtcMoment, nullable=False),
    Column("kept_at", UtcMoment, nullable=False),
    Column("status", Integer),
    Column("headers", Text, nullable=False),  # JSON: pairs of name and value
    Column("is_pasted", Boolean, nullable=False),
    Column("refusal", Text),  # JSON of the Refusal where the page gave no article
    Column("warc_file", Integer),  # the response or the revisit of its own, where it was fetched
    Column("warc_offset", Integer),
    Column("warc_length", Integer),
)

runs = Table(
    "runs",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("page_id", ForeignKey("pages.id"), nullable=False),
    Column("makes", String(16), nullable=False),  # article, statement or naming, as in evidence.record
    Column("room", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("maker", Text, nullable=False),
    Column("made_at", UtcMoment, nullable=False),
)

articles = Table(
    "articles",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", ForeignKey("pages.id"), nullable=False, unique=True),
    Column("run_seq", ForeignKey("runs.seq"), nullable=False),
    Column("read_at", UtcMoment, nullable=False),
    Column("withdrawn_at", UtcMoment),  # a later run found no article on the page
    Column("headline", Text),
    Column("lead", Text),
    Column("body", Text, nullable=False),  # the paragraphs, one a line: what a search looks through
    Column("unspaced", Boolean, nullable=False),  # holds a script written without spaces
    Column("outlet", Text),
    Column("language", Text),
    Column("published", Text),
    Column("published_on", Date),
    Column("published_order", Text),  # in UTC where the zone is known: what lists are sorted by
    Column("credits", Text, nullable=False),  # JSON: the names
    Column("record", Text, nullable=False),  # JSON of the Article, its text left empty
    Column("text", Text, nullable=False),
    Column("newer_id", String(16)),  # the next version of the same address that holds an article
)

statements = Table(
    "statements",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", String(16), nullable=False),
    Column("article_id", ForeignKey("articles.id"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("run_seq", ForeignKey("runs.seq"), nullable=False),
    Column("made_at", UtcMoment, nullable=False),
    Column("withdrawn_at", UtcMoment),
    Column("kind", String(16), nullable=False),
    Column("act", String(16), nullable=False),
    Column("source_kind", String(16)),
    Column("found_in", String(16), nullable=False),
    Column("beside", Text, nullable=False),  # JSON of Beside: what lists show of the other spans
    Column("words", Text, nullable=False),
    Column("unspaced", Boolean, nullable=False),
    Column("speaker", Text),
    Column("speaker_mention", Text),
    Column("speaker_folded", Text, nullable=False),  # name and mention without case and accents
    Column("cue", Text),
    Column("confidence", Float, nullable=False),
    Column("record", Text, nullable=False),
    Column("naming", Text),  # JSON of the Naming of its speaker, as it stood when it was last made
    Column("speaker_at", Integer),  # ordinals in `resolutions` of those who have a part in it
    Column("speaks_for_at", Integer),
    Column("addressee_at", Integer),
    Column("speaker_ruled", String(16)),  # whom a person said the speaker of this one is
    Column("speaker_actor", String(16)),  # who these are, rulings and merges heard
    Column("speaks_for_actor", String(16)),
    Column("addressee_actor", String(16)),
    Column("said_on", Text),  # JSON of the Moment of which the text says that it was said then
    Column("dated_on", Date),  # the first day of that, else the day of the article
    Column("said_again_in", String(16)),  # the next version of its address, where that has it word for word
)

namings = Table(
    "namings",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("article_id", ForeignKey("articles.id"), nullable=False),
    Column("run_seq", ForeignKey("runs.seq"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("record", Text, nullable=False),
)

refusals = Table(
    "refusals",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("article_id", ForeignKey("articles.id"), nullable=False),
    Column("run_seq", ForeignKey("runs.seq"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("record", Text, nullable=False),
)

evidence = Table(
    "evidence",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("record", String(16), nullable=False),
    Column("record_id", Text, nullable=False),
    Column("article_id", ForeignKey("articles.id"), nullable=False),
    Column("role", Text, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("words", Text, nullable=False),
)

article_search = table("article_search", column("rowid", Integer), column("article_search", Text))
article_trigrams = table("article_trigrams", column("rowid", Integer), column("article_trigrams", Text))
statement_search = table("statement_search", column("rowid", Integer), column("statement_search", Text))
statement_trigrams = table("statement_trigrams", column("rowid", Integer), column("statement_trigrams", Text))
