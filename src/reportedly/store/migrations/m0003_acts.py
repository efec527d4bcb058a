"""What a statement's speaker does by it, the kind of source, where it was found, and the words beside it.

Statements kept before have been read without these; they stand as speech of the running text.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_ASKED_FOR = ("act", "source_kind", "found_in")


def upgrade() -> None:
    """Add the columns, with what the records' own defaults are, and an index for each that is asked for."""
    _add("act", sa.String(16), default="says")
    _add("source_kind", sa.String(16))
    _add("found_in", sa.String(16), default="text")
    _add("beside", sa.Text(), default="{}")
    for name in _ASKED_FOR:
        op.create_index(f"ix_statements_{name}", "statements", [name])


def _add(name: str, kind: sa.types.TypeEngine[str], *, default: str | None = None) -> None:
    column = sa.Column(name, kind, nullable=default is None, server_default=default)
    op.add_column("statements", column)
