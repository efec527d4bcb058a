"""Who took a report from whom: fingerprints of all articles in segments, and the links between them."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Create the tables of the index and of the links; articles kept before are linked when asked for."""
    _index()
    op.create_table(
        "copy_links",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("copy_id", sa.String(16), sa.ForeignKey("articles.id"), nullable=False),
        sa.Column("origin_id", sa.String(16), sa.ForeignKey("articles.id")),
        sa.Column("credited", sa.Text),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_index("ix_copy_links_copy_id", "copy_links", ["copy_id"])
    op.create_index("ix_copy_links_origin_id", "copy_links", ["origin_id"])


def _index() -> None:
    op.create_table(
        "copy_articles",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("article_id", sa.String(16), sa.ForeignKey("articles.id"), nullable=False),
        sa.Column("outlet", sa.Integer, nullable=False),
        sa.Column("digest", sa.String(16), nullable=False),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("linked_at", sa.String(32), nullable=False),
        sa.Column("is_live", sa.Boolean, nullable=False),
    )
    op.create_index("ix_copy_articles_article_id", "copy_articles", ["article_id"])
    op.create_table(
        "copy_tail",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("prints", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "copy_segments",
        sa.Column("segment", sa.Integer, primary_key=True),
        sa.Column("level", sa.Integer, nullable=False, unique=True),
        sa.Column("articles", sa.Integer, nullable=False),
    )
    op.create_table(
        "copy_blocks",
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column("prints", sa.LargeBinary, nullable=False),
        sa.Column("numbers", sa.LargeBinary, nullable=False),
    )
