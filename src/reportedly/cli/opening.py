"""The record that a command is about."""

from pathlib import Path

from reportedly.config import read_settings
from reportedly.desk import Desk
from reportedly.records import BadRequest


def record_path(db: Path | None) -> Path:
    """Return where the record is: where a command says, else where the settings do."""
    return db or read_settings().database


def existing_desk(db: Path | None) -> Desk:
    """Return a record that is there, opened; asking one that is not would only make an empty one."""
    path = record_path(db)
    if not path.exists():
        raise BadRequest(
            f"There is no record at {path}.",
            next_step="Make one with `reportedly read PAGE`, or name another with --db.",
            about=str(path),
        )
    return Desk(path)


def any_desk(db: Path | None) -> Desk:
    """Return a record, opened; created where there is none."""
    return Desk(record_path(db))
