"""Open a record: look before touching, create it whole, bring its schema up to date."""

import contextlib
import os
import sqlite3
from pathlib import Path
from typing import Final

from reportedly.store.connecting import Connections, connect
from reportedly.store.schema import APPLICATION_ID, SCHEMA_VERSION
from reportedly.store.store import Store
from reportedly.store.troubles import damaged, newer, older, told, unusable

BUSY_SECONDS: Final = 5.0
"""How long a writer waits for another before it gives up: a page takes milliseconds, a person waits."""

CHECKED_BYTES: Final = 32 * 2**20
"""Records up to this size are checked page by page whenever they are opened for writing.

Measured at 0.8 ms a MiB, so that opening stays under 30 ms; in a larger record, damage shows when the
damaged part is read."""


def open_store(path: Path, *, read_only: bool = False, busy_seconds: float = BUSY_SECONDS) -> Store:
    """Return the record at `path`, created where there is none and brought to the newest schema.

    A file that is damaged or no record is never written to (`StoreDamaged`); a record of a newer
    Reportedly is not opened (`StoreNewer`). A folder, a missing folder or missing rights raise
    `StoreError`, as does `read_only` where there is no record yet or only an older one.
    """
    path = Path(path)
    with told(path):
        _refuse_unusable(path, read_only=read_only)
        is_there = _is_there(path, read_only=read_only)
        found = _look(path, read_only=read_only, busy_seconds=busy_seconds) if is_there else ""
        mode = "ro" if read_only else "rw" if is_there else "rwc"
        connections = Connections(path, mode=mode, busy_seconds=busy_seconds)
        with contextlib.ExitStack() as undo:
            undo.callback(connections.close)
            if not read_only:
                _make_ready(connections, found)
            undo.pop_all()
        return Store(connections)


def _is_there(path: Path, *, read_only: bool) -> bool:
    """Return whether there is a file to look at; an empty one is a name that somebody reserved."""
    log = path.with_name(f"{path.name}-wal")
    has_log = log.exists()  # asked first: who creates a record creates the log after the file
    if path.exists():
        is_there = path.stat().st_size > 0
    elif has_log:
        raise unusable(
            path,
            f"There is no record at {path}, but {log.name} of an earlier one is.",
            "Put the record back beside it, or move that file away.",
        )
    else:
        is_there = False
    if read_only and not is_there:
        raise unusable(path, f"There is no record at {path}.", "Open it for writing to start one.")
    return is_there


def _refuse_unusable(path: Path, *, read_only: bool) -> None:
    if path.is_dir():
        raise unusable(path, f"{path} is a folder, not a record.", "Name a file in it, such as desk.db.")
    if not path.parent.is_dir():
        raise unusable(path, f"There is no folder {path.parent}.", "Create it, or name another place.")
    place = path if path.exists() else path.parent
    if not os.access(place, os.R_OK if read_only else os.R_OK | os.W_OK):
        raise unusable(path, f"You may not use {place}.", "Ask its owner, or name another place.")


def _look(path: Path, *, read_only: bool, busy_seconds: float) -> str:
    """Return the record's schema version once it is known to be sound; writes nothing."""
    with contextlib.closing(connect(path, mode="ro", busy_seconds=busy_seconds)) as connection:
        found = _schema_version(connection, path)
        if found > SCHEMA_VERSION:
            raise newer(path, found)
        if read_only:
            if found < SCHEMA_VERSION:
                raise older(path, found)
        elif path.stat().st_size <= CHECKED_BYTES:
            _refuse_unsound(connection, path)
    return found


def _schema_version(connection: sqlite3.Connection, path: Path) -> str:
    """Return the number of the record's schema, "" for a database in which nothing was made yet.

    All is asked of SQLite: to open and close the file beside it would drop the locks of this process.
    """
    (application_id,) = connection.execute("PRAGMA application_id").fetchone()
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    if not tables and application_id in (0, APPLICATION_ID):
        return ""  # whoever was about to make the record was stopped before
    if application_id != APPLICATION_ID:
        raise damaged(path, "it is a database of another program")
    row = None
    if "alembic_version" in tables:
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if row is None:
        raise damaged(path, "it does not say which schema it has")
    return str(row[0])


def _refuse_unsound(connection: sqlite3.Connection, path: Path) -> None:
    (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if verdict != "ok":
        raise damaged(path, str(verdict).replace("\n", " "))


def _make_ready(connections: Connections, found: str) -> None:
    connections.set_write_ahead()
    if found < SCHEMA_VERSION:
        _migrate(connections)


def _migrate(connections: Connections) -> None:
    # Inside the function: Alembic takes longer to import than a record takes to open.
    from reportedly.store.migrating import bring_up_to_date

    with connections.writing() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        bring_up_to_date(connection)
