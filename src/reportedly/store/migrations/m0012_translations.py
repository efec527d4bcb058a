"""Articles as they are compared with those in other languages, and who translated from whom."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

_ID = sa.String(16)


def upgrade() -> None:
    """Create the tables; articles kept before come in as articles in other languages of their days do."""
    op.create_table(
        "meant_languages",
        sa.Column("language", sa.Text, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table("meant_days", sa.Column("day", sa.Integer, primary_key=True))
    op.create_table(
        "meant_articles",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("article_id", _ID, sa.ForeignKey("articles.id"), nullable=False, unique=True),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("day", sa.Integer, nullable=False),
        sa.Column("digest", _ID, nullable=False),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("sketch", sa.LargeBinary, nullable=False),
    )
    op.create_index("ix_meant_articles_day", "meant_articles", ["day"])
    op.create_table(
        "translations",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("copy_id", _ID, sa.ForeignKey("articles.id"), nullable=False),
        sa.Column("origin_id", _ID, sa.ForeignKey("articles.id"), nullable=False),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_index("ix_translations_copy_id", "translations", ["copy_id"])
    op.create_index("ix_translations_origin_id", "translations", ["origin_id"])
