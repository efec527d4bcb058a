"""Sources that are watched: what they declare, how they fared, the pages they point to, and removals."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Create the tables of the watch."""
    _create_sources()
    _create_watched_pages()
    _create_removals()


def _create_sources() -> None:
    op.create_table(
        "sources",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("name", sa.Text, nullable=False, unique=True),
        sa.Column("identity", sa.Text, nullable=False, unique=True),
        sa.Column("declared", sa.Text, nullable=False),
        sa.Column("watch", sa.Text, nullable=False),
        sa.Column("added_at", sa.String(32), nullable=False),
        sa.Column("paused_at", sa.String(32)),
        sa.Column("changed_at", sa.String(32), nullable=False, index=True),
    )
    op.create_table(
        "askings",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("source_seq", sa.Integer, sa.ForeignKey("sources.seq"), nullable=False),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_index("ix_askings_source", "askings", ["source_seq", "seq"])
    op.create_table(
        "source_days",
        sa.Column("source_seq", sa.Integer, sa.ForeignKey("sources.seq"), primary_key=True),
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("asked", sa.Integer, nullable=False),
        sa.Column("failed", sa.Integer, nullable=False),
        sa.Column("fresh", sa.Integer, nullable=False),
    )
    op.create_table(
        "hub_promises",
        sa.Column("source_seq", sa.Integer, sa.ForeignKey("sources.seq"), primary_key=True),
        sa.Column("token", sa.Text, nullable=False, unique=True),
        sa.Column("secret", sa.Text, nullable=False),
        sa.Column("topic", sa.Text, nullable=False),
        sa.Column("hub", sa.Text, nullable=False),
        sa.Column("asked_at", sa.String(32), nullable=False),
        sa.Column("until", sa.String(32)),
    )


def _create_watched_pages() -> None:
    op.create_table(
        "watched_pages",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("source_seq", sa.Integer, sa.ForeignKey("sources.seq"), nullable=False),
        sa.Column("found_at", sa.String(32), nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("due_at", sa.String(32)),
        sa.Column("title", sa.Text),
        sa.Column("published", sa.String(32)),
        sa.Column("updated", sa.String(32)),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("checks", sa.Integer, nullable=False),
        sa.Column("etag", sa.Text),
        sa.Column("last_modified", sa.Text),
        sa.Column("page_id", sa.String(16), sa.ForeignKey("pages.id")),
        sa.Column("kept_at", sa.String(32)),
        sa.Column("words", sa.Text),
        sa.Column("steps", sa.Integer, nullable=False),
    )
    op.create_index("ix_watched_pages_due", "watched_pages", ["due_at"])
    op.create_index("ix_watched_pages_source", "watched_pages", ["source_seq", "seq"])
    op.create_index("ix_watched_pages_page", "watched_pages", ["page_id"])
    op.create_table(
        "page_identities",
        sa.Column("identity", sa.Text, primary_key=True),
        sa.Column("watched_seq", sa.Integer, sa.ForeignKey("watched_pages.seq"), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "unread_pages",
        sa.Column("page_id", sa.String(16), sa.ForeignKey("pages.id"), primary_key=True),
        sa.Column("source_seq", sa.Integer, nullable=False),
        sa.Column("steps", sa.Integer, nullable=False),
    )


def _create_removals() -> None:
    op.create_table(
        "removals",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("url", sa.Text, nullable=False, index=True),
        sa.Column("page_id", sa.String(16), sa.ForeignKey("pages.id"), nullable=False),
        sa.Column("status", sa.Integer, nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("returned_at", sa.String(32)),
    )
