"""What changed from one version of an article to the next."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Create the table; versions kept before are compared when one of their address is read again."""
    op.create_table(
        "changes",
        sa.Column("article_id", sa.String(16), sa.ForeignKey("articles.id"), primary_key=True),
        sa.Column("previous_id", sa.String(16), sa.ForeignKey("articles.id"), nullable=False),
        sa.Column("at", sa.String(32), nullable=False, index=True),
        sa.Column("is_silent", sa.Boolean, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
    )
