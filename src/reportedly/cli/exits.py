"""What the command line's exit status says, and how trouble is told."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum

import msgspec

from reportedly.records import BadRequest, NotInRecord, PageError, ReportedlyError, StoreError


class Exit(IntEnum):
    """The exit statuses, as docs/command-line.md lists them."""

    DONE = 0
    UNEXPECTED = 1
    USAGE = 2
    NOT_READ = 3
    RECORD = 4
    BROKEN = 5
    NOT_FOUND = 6


class Trouble(msgspec.Struct, frozen=True, kw_only=True):
    """An error as `--json` prints it."""

    what: str
    next_step: str
    about: str | None = None


def exit_of(error: ReportedlyError) -> Exit:
    """Return the exit status for an error."""
    by_kind = ((PageError, Exit.NOT_READ), (StoreError, Exit.RECORD), (NotInRecord, Exit.NOT_FOUND))
    if isinstance(error, BadRequest):
        return Exit.USAGE
    return next((status for kind, status in by_kind if isinstance(error, kind)), Exit.UNEXPECTED)


@contextmanager
def told(*, as_json: bool) -> Iterator[None]:
    """Tell an error in one sentence with its next step on standard error, and leave with its status."""
    try:
        yield
    except ReportedlyError as error:
        tell(error, as_json=as_json)
        sys.exit(exit_of(error))


def tell(error: ReportedlyError, *, as_json: bool) -> None:
    """Print an error on standard error."""
    if as_json:
        trouble = Trouble(what=error.what, next_step=error.next_step, about=error.about)
        sys.stderr.write(msgspec.json.encode(trouble).decode() + "\n")
    else:
        sys.stderr.write(f"reportedly: {error}\n")
