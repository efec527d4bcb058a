"""The table of changes, as the queries see it."""

from sqlalchemy import Boolean, Column, ForeignKey, Table, Text

from reportedly.store.schema import UtcMoment, metadata

changes = Table(
    "changes",
    metadata,
    Column("article_id", ForeignKey("articles.id"), primary_key=True),
    Column("previous_id", ForeignKey("articles.id"), nullable=False),
    Column("at", UtcMoment, nullable=False),  # when the later version was fetched
    Column("is_silent", Boolean, nullable=False),
    Column("record", Text, nullable=False),  # JSON of the Change
)
