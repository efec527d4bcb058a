"""Reports in two languages that are likely of one story."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Create the table; it fills as reports in several languages come in."""
    op.create_table(
        "story_abroad",
        sa.Column("one", sa.String(16), primary_key=True),
        sa.Column("other", sa.String(16), primary_key=True),
        sa.Column("likely", sa.Float, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_story_abroad_other", "story_abroad", ["other"])
