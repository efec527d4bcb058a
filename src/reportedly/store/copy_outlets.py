"""Which outlet the articles of the index are of, and which of them still stand: eight bytes an article.

An article's fingerprints are held by some eight hundred others in a record of a million, stock phrases and
house words mostly. To ask the record for each of these took half of the time of a look-up.
"""

import json
import sqlite3
from typing import Final

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.int64]

# Numbers of articles that are read together: they stand on one or two pages of the record.
_AT_ONCE: Final = 64
# In place of an outlet, whose number is never below zero.
_UNREAD, _GONE = -1, -2


class Outlets:
    """The outlets of articles, as far as they were needed.

    What was read stays right: an article keeps its outlet, and it is gone for good when the same article
    is put in under a later number. A question sees what is in the record by then, or what is newer.
    """

    def __init__(self) -> None:
        self._of: Places = np.zeros(0, np.int64)
        self._last = 0

    def of(self, raw: sqlite3.Connection, numbers: Places) -> tuple[NDArray[np.bool_], Places]:
        """Return which of some articles stand, and the outlets of all: those of the others mean nothing."""
        self._follow(raw)
        unread = numbers[self._of[numbers] == _UNREAD]
        if len(unread):
            self._read(raw, np.unique(unread // _AT_ONCE * _AT_ONCE))
        found = self._of[numbers]
        return found >= 0, found

    def _follow(self, raw: sqlite3.Connection) -> None:
        """Make room for articles that were put in since the last time, and strike those they stand for."""
        (last,) = raw.execute("SELECT coalesce(max(number), 0) FROM copy_articles").fetchone()
        if last <= self._last:
            return
        if last >= len(self._of):
            more = np.full(max(last + 1, len(self._of) * 5 // 4) - len(self._of), _UNREAD, np.int64)
            self._of = np.concatenate([self._of, more])
        query = (
            "SELECT earlier.number FROM copy_articles AS newer JOIN copy_articles AS earlier "
            "ON earlier.article_id = newer.article_id AND NOT earlier.is_live WHERE newer.number > ?"
        )
        for (number,) in raw.execute(query, (self._last,)) if self._last else ():
            self._of[number] = _GONE
        self._last = last

    def _read(self, raw: sqlite3.Connection, firsts: Places) -> None:
        """Read the articles of some stretches of numbers; one that was struck stays so."""
        query = (
            "SELECT number, outlet, is_live FROM json_each(?) CROSS JOIN copy_articles "
            "ON number BETWEEN value AND value + ?"
        )
        rows = raw.execute(query, (json.dumps(firsts.tolist()), _AT_ONCE - 1)).fetchall()
        number, outlet, is_live = np.array(rows, np.int64).reshape(-1, 3).T
        unread = (number <= self._last) & (self._of[np.minimum(number, self._last)] == _UNREAD)
        self._of[number[unread]] = np.where(is_live[unread], outlet[unread], _GONE)
