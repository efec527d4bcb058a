"""Bring a record's schema up to date: Alembic, in this process, on an open connection.

Alembic is imported here and only here, because it costs more than opening a record does; `opening`
reaches this module only when there is a step to take. There is no `alembic.ini` and no `env.py`:
the steps run inside the caller's transaction, so a record is at one schema or at the next.
"""

import threading
from collections.abc import Sequence
from pathlib import Path

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext, MigrationStep
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

_FOLDER = Path(__file__).parent / "migrations"
_ONE_AT_A_TIME = threading.Lock()  # a step speaks through `alembic.op`, which is one for the whole process


def bring_up_to_date(connection: Connection, *, until: str | None = None) -> None:
    """Take every step the record has not taken, up to and with `until`, None for the newest.

    The connection must be in a transaction, which the caller ends.
    """
    script = ScriptDirectory(_FOLDER, version_locations=[_FOLDER])

    def steps_to_take(heads: Sequence[str], _context: object) -> list[MigrationStep]:
        taken = max(heads, default="")
        oldest_first = reversed(list(script.walk_revisions()))
        return [
            MigrationStep.upgrade_from_script(script.revision_map, step)
            for step in oldest_first
            if step.revision > taken and (until is None or step.revision <= until)
        ]

    context = MigrationContext.configure(connection, opts={"fn": steps_to_take})
    with _ONE_AT_A_TIME, Operations.context(context):
        context.run_migrations()


def newest_schema() -> str | None:
    """Return the number of the newest migration in the package."""
    return ScriptDirectory(_FOLDER, version_locations=[_FOLDER]).get_current_head()
