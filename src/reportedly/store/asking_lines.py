"""How sources fared, written many at a time: what is known of each, its askings, and its days."""

from typing import Final

import msgspec
from sqlalchemy import Connection, bindparam, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or_update

from reportedly.records import Asking, Watch
from reportedly.store.sources import KEPT_ASKINGS
from reportedly.store.watch_schema import askings, source_days, sources

_SAVE_WATCH: Final = (
    update(sources).where(sources.c.seq == bindparam("b_seq")).values(watch=bindparam("b_watch"))
)
_NEW_DAY: Final = insert_or_update(source_days)
_COUNT: Final = _NEW_DAY.on_conflict_do_update(
    index_elements=["source_seq", "day"],
    set_={name: source_days.c[name] + _NEW_DAY.excluded[name] for name in ("asked", "failed", "fresh")},
)
_ADD_ASKING: Final = insert(askings)
_OLDEST: Final = (
    select(askings.c.seq)
    .where(askings.c.source_seq == bindparam("b_seq"))
    .order_by(askings.c.seq.desc())
    .offset(KEPT_ASKINGS)
    .limit(1)
    .scalar_subquery()
)
_FORGET: Final = delete(askings).where(askings.c.source_seq == bindparam("b_seq"), askings.c.seq <= _OLDEST)


class AskingLines:
    """What is to be written of sources in one transaction; `flush` writes it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._watches: list[dict[str, object]] = []
        self._days: list[dict[str, object]] = []
        self._told: list[dict[str, object]] = []

    def save(self, seq: int, watch: Watch, asking: Asking) -> None:
        """Have a source written as it fared; an asking without news or trouble lives on in its day alone."""
        self._watches.append({"b_seq": seq, "b_watch": msgspec.json.encode(watch).decode()})
        day = {"source_seq": seq, "day": asking.at.date(), "asked": 1, "fresh": asking.fresh}
        self._days.append({**day, "failed": int(asking.outcome == "failed")})
        if asking.outcome != "same":
            self._told.append({"source_seq": seq, "record": msgspec.json.encode(asking).decode()})

    def flush(self) -> None:
        """Write all of it."""
        if self._watches:
            self._connection.execute(_SAVE_WATCH, self._watches)
            self._connection.execute(_COUNT, self._days)
        if self._told:
            self._connection.execute(_ADD_ASKING, self._told)
            told = {line["source_seq"] for line in self._told}
            self._connection.execute(_FORGET, [{"b_seq": seq} for seq in told])
        self._watches, self._days, self._told = [], [], []
