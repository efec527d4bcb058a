"""The tables of stories: reports as they are compared, their pairs, the stories, and what persons ruled."""

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, LargeBinary, String, Table, Text

from reportedly.store.schema import UtcMoment, metadata

story_reports = Table(
    "story_reports",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("article_id", ForeignKey("articles.id"), nullable=False, unique=True),
    Column("digest", String(16), nullable=False),  # of the sketch: says when the report changed
    Column("version", Text, nullable=False),  # of the room that compared it
    Column("day", Float),
    Column("sketch", LargeBinary, nullable=False),
    Column("story_id", String(16)),
)
Index("ix_story_reports_story_id", story_reports.c.story_id)

story_terms = Table(
    "story_terms",
    metadata,
    Column("term", Integer, primary_key=True),  # the digest of one of the report's weightiest words
    Column("day", Integer, primary_key=True),  # whole days since 1970, -1 where the report does not say it
    Column("number", Integer, primary_key=True),
)

story_pairs = Table(
    "story_pairs",
    metadata,
    Column("one", Integer, primary_key=True),  # numbers of reports, the smaller first
    Column("other", Integer, primary_key=True),
    Column("signs", LargeBinary, nullable=False),  # little-endian 32-bit figures
)
Index("ix_story_pairs_other", story_pairs.c.other)

story_abroad = Table(
    "story_abroad",
    metadata,
    Column("one", String(16), primary_key=True),  # articles in two languages, the smaller identifier first
    Column("other", String(16), primary_key=True),
    Column("likely", Float, nullable=False),
)
Index("ix_story_abroad_other", story_abroad.c.other)

stories = Table(
    "stories",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", String(16), nullable=False, unique=True),
    Column("made_at", UtcMoment, nullable=False),
    Column("changed_at", UtcMoment, nullable=False),
    Column(
        "stands_as", String(16), nullable=False
    ),  # the story it became part of, its own id while it stands
    Column("report_count", Integer, nullable=False),
    Column("last_order", Text, nullable=False),  # of its newest report, as lists are sorted by
)
Index("ix_stories_list", stories.c.last_order)

story_rulings = Table(
    "story_rulings",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", String(16), nullable=False, unique=True),
    Column("made_at", UtcMoment, nullable=False),
    Column("undone_at", UtcMoment),
    Column("record", Text, nullable=False),  # JSON of the StoryRuling, its `undone_at` left empty
)

story_ruling_articles = Table(
    "story_ruling_articles",
    metadata,
    Column("article_id", String(16), primary_key=True),
    Column("ruling_id", String(16), primary_key=True),
)
