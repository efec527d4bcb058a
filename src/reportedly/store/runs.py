"""Which room made what of a page, in which version, and when."""

import datetime
from typing import Final, Literal

import msgspec
from sqlalchemy import Connection, bindparam, insert, select

from reportedly.records import Maker
from reportedly.store.schema import runs

Makes = Literal["article", "statement", "naming", "resolution"]
"""What a run makes: the sort of record, as `Evidence.record` names it."""

_ADD_RUN: Final = insert(runs)
_LAST_RUN: Final = (
    select(runs)
    .where(runs.c.page_id == bindparam("page_id"), runs.c.makes == bindparam("makes"))
    .order_by(runs.c.seq.desc())
    .limit(1)
)


class Work(msgspec.Struct, frozen=True, kw_only=True):
    """One page being written: in whose transaction, which page, and the moment of it (UTC)."""

    connection: Connection
    page_id: str
    now: datetime.datetime


def last_maker(connection: Connection, page_id: str, makes: Makes) -> Maker | None:
    """Return who last made this sort of record of a page, None where nobody has."""
    last = _last_run(connection, page_id, makes)
    return None if last is None else last[1]


def write_run(work: Work, makes: Makes, by: Maker) -> int:
    """Return the number of this run; a room that made the last one in the same version goes on with it."""
    last = _last_run(work.connection, work.page_id, makes)
    if last is not None and last[1] == by:
        return last[0]
    row = {"page_id": work.page_id, "makes": makes, "made_at": work.now, **msgspec.structs.asdict(by)}
    added = work.connection.execute(_ADD_RUN, row)
    (number,) = added.inserted_primary_key or (0,)
    return int(number)


def _last_run(connection: Connection, page_id: str, makes: Makes) -> tuple[int, Maker] | None:
    row = connection.execute(_LAST_RUN, {"page_id": page_id, "makes": makes}).one_or_none()
    return None if row is None else (row.seq, Maker(room=row.room, version=row.version, maker=row.maker))
