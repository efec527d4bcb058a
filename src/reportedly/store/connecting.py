"""Connections to one record, for any number of threads."""

import contextlib
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from reportedly.store.kept_files import KeptFiles
from reportedly.store.troubles import told

_KEPT_CONNECTIONS: Final = 8  # open connections kept between questions; a few web threads' worth
_MORE_CONNECTIONS: Final = 56  # opened and closed as needed: more than any thread pool that asks us
_RETRY_SECONDS: Final = 0.01  # between two tries to set the log: a creator is done in some 100 ms


class Connections:
    """The record's open connections: `reading` and `writing` each give one transaction."""

    def __init__(self, path: Path, *, mode: str, busy_seconds: float) -> None:
        self.path = path
        self.files = KeptFiles(path)
        self._busy_seconds = busy_seconds
        self._engine = _engine(path, mode=mode, busy_seconds=busy_seconds)
        self._writer = self._engine.execution_options(reportedly_writes=True)

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees the record as of one moment."""
        with told(self.path), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection that is the record's only writer; all that is done in it, or nothing, stays.

        Waits for another writer, then raises `StoreLocked`; a full disk raises `StoreFull`.
        """
        connecting = self._writer.connect()
        with told(self.path), connecting as connection, connection.begin(), self.files.appending(connection):
            yield connection

    def set_write_ahead(self) -> None:
        """Have readers read on while one writes, through SQLite's write-ahead log; the file remembers."""
        with told(self.path), contextlib.closing(self._engine.raw_connection()) as raw:
            until = time.monotonic() + self._busy_seconds
            while not _is_write_ahead(raw.cursor(), last_try=time.monotonic() >= until):
                time.sleep(_RETRY_SECONDS)

    def close(self) -> None:
        """Close every connection; the last one folds the write-ahead log into the file."""
        self._engine.dispose()


def _is_write_ahead(cursor: DBAPICursor, *, last_try: bool) -> bool:
    """Return whether the file now has a write-ahead log; SQLite does not wait its turn for this one."""
    try:
        cursor.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as trouble:
        if last_try or trouble.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
        return False
    finally:
        cursor.close()
    return True


def connect(path: Path, *, mode: str, busy_seconds: float) -> sqlite3.Connection:
    """Return a plain connection; `mode` is SQLite's: `ro`, `rw` (never creates) or `rwc`."""
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=busy_seconds,
        isolation_level=None,  # SQLAlchemy says when a transaction begins, see _begin
        check_same_thread=False,  # the pool hands a connection to one thread at a time
    )


def _engine(path: Path, *, mode: str, busy_seconds: float) -> Engine:
    engine = create_engine(
        "sqlite://",
        creator=lambda: connect(path, mode=mode, busy_seconds=busy_seconds),
        poolclass=QueuePool,
        pool_size=_KEPT_CONNECTIONS,
        max_overflow=_MORE_CONNECTIONS,
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA temp_store = MEMORY")
    # A merge of the index of copies writes a gigabyte through the log, which would keep its size.
    connection.execute("PRAGMA journal_size_limit = 67108864")
    # FULL: what `keep` has reported as kept is on the disk, also after a power cut.
    connection.execute("PRAGMA synchronous = FULL")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("reportedly_writes", False)
    # A writer takes its lock at once: one that upgrades midway fails where it could have waited.
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
