"""Tell SQLite's troubles in the newsroom's words, each with the next step."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from reportedly.records import BadRequest, StoreDamaged, StoreError, StoreFull, StoreLocked, StoreNewer

_PRIMARY_CODE = 0xFF  # SQLite's extended codes keep the kind of trouble in the lowest byte


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Raise what SQLite or the file system raises inside as one of our errors, the cause chained.

    A trouble that is a mistake in our own SQL is not translated: it should be seen as what it is.
    """
    try:
        yield
    except DBAPIError as trouble:
        told_error = _store_error(trouble.orig, path)
        if told_error is None:
            raise
        raise told_error from trouble
    except UnicodeEncodeError as trouble:
        raise BadRequest(
            "What was handed to the record holds half a character, which no text can hold.",
            next_step="Leave that character out; where it came from a page, report the page.",
        ) from trouble
    except (sqlite3.Error, OSError) as trouble:
        told_error = _store_error(trouble, path)
        if told_error is None:
            raise
        raise told_error from trouble


def damaged(path: Path, detail: str) -> StoreDamaged:
    """Return the error for a file that is not a sound record, saying how to get its words back."""
    return StoreDamaged(
        f"{path} is not a sound record ({detail}); nothing was written to it.",
        next_step=(
            "Keep the file. Put back a copy of it, or save what can be read into a new file: "
            f'sqlite3 "{path.name}" .recover | sqlite3 "recovered-{path.name}"'
        ),
        about=str(path),
    )


def newer(path: Path, found: str) -> StoreNewer:
    """Return the error for a record whose schema this Reportedly does not know yet."""
    return StoreNewer(
        f"{path} was written by a newer Reportedly (its schema is {found}).",
        next_step="Upgrade Reportedly, or open a copy of the record made by this version.",
        about=str(path),
    )


def older(path: Path, found: str) -> StoreError:
    """Return the error for a record that must be brought up to date but may only be read."""
    return StoreError(
        f"{path} was written by an older Reportedly (its schema is {found}).",
        next_step="Open it once for writing: that brings it up to date.",
        about=str(path),
    )


def unusable(path: Path, what: str, next_step: str) -> StoreError:
    """Return the error for a place where no record can stand."""
    return StoreError(what, next_step=next_step, about=str(path))


def _store_error(trouble: BaseException | None, path: Path) -> StoreError | None:
    if isinstance(trouble, OSError) and trouble.errno in (errno.ENOSPC, errno.EDQUOT):
        return _full(path)
    if isinstance(trouble, OSError):
        return unusable(
            path, f"{path} could not be used: {trouble.strerror}.", "Check its folder, owner and free space."
        )
    code = getattr(trouble, "sqlite_errorcode", 0) & _PRIMARY_CODE
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return damaged(path, str(trouble))
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StoreLocked(
            f"{path} is being written by another process.",
            next_step="Try again once it is done; reading is possible meanwhile.",
            about=str(path),
        )
    if code == sqlite3.SQLITE_FULL:
        return _full(path)
    return _access_error(code, path)


def _full(path: Path) -> StoreFull:
    return StoreFull(
        f"There is no room left on the disk of {path}; the record is as it was.",
        next_step="Free some space and try again.",
        about=str(path),
    )


def _access_error(code: int, path: Path) -> StoreError | None:
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN):
        return unusable(
            path,
            f"{path} could not be opened as asked.",
            "Check that you may write to the file and its folder, or open it for reading only.",
        )
    if code == sqlite3.SQLITE_IOERR:
        return unusable(
            path,
            f"{path} could not be read or written; the record is as it was.",
            "Check the disk, its free space and your quota, and try again.",
        )
    return None
