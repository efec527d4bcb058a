"""The bytes of what was fetched stand in WARC files beside the record; here is where in them.

Bytes kept before stay in the record and are read from there.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the places in the files, and how many bytes of each file count."""
    for name in ("bodies", "pages"):
        for column in ("warc_file", "warc_offset", "warc_length"):
            op.add_column(name, sa.Column(column, sa.Integer))
    op.create_table(
        "warc_files",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("byte_count", sa.Integer, nullable=False),
    )
