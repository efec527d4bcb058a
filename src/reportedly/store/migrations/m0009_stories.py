"""Reports of one happening: what reports are compared by, their pairs, the stories, and rulings on them."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

_ID, _MOMENT = sa.String(16), sa.String(32)


def upgrade() -> None:
    """Create the tables; articles kept before join stories when `reportedly stories --find` is asked for."""
    _reports()
    op.create_table(
        "stories",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("id", _ID, nullable=False, unique=True),
        sa.Column("made_at", _MOMENT, nullable=False),
        sa.Column("changed_at", _MOMENT, nullable=False),
        sa.Column("stands_as", _ID, nullable=False),
        sa.Column("report_count", sa.Integer, nullable=False),
        sa.Column("last_order", sa.Text, nullable=False),
    )
    op.create_index("ix_stories_list", "stories", ["last_order"])
    op.create_table(
        "story_rulings",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("id", _ID, nullable=False, unique=True),
        sa.Column("made_at", _MOMENT, nullable=False),
        sa.Column("undone_at", _MOMENT),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_table(
        "story_ruling_articles",
        sa.Column("article_id", _ID, primary_key=True),
        sa.Column("ruling_id", _ID, primary_key=True),
        sqlite_with_rowid=False,
    )


def _reports() -> None:
    op.create_table(
        "story_reports",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("article_id", _ID, sa.ForeignKey("articles.id"), nullable=False, unique=True),
        sa.Column("digest", _ID, nullable=False),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("day", sa.Float),
        sa.Column("sketch", sa.LargeBinary, nullable=False),
        sa.Column("story_id", _ID),
    )
    op.create_index("ix_story_reports_story_id", "story_reports", ["story_id"])
    op.create_table(
        "story_terms",
        sa.Column("term", sa.Integer, primary_key=True),
        sa.Column("day", sa.Integer, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "story_pairs",
        sa.Column("one", sa.Integer, primary_key=True),
        sa.Column("other", sa.Integer, primary_key=True),
        sa.Column("signs", sa.LargeBinary, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_story_pairs_other", "story_pairs", ["other"])
