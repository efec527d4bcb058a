"""The sketches of articles around a day, held in memory day by day while they are asked for."""

import threading
from collections import OrderedDict
from typing import Final

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, bindparam, select

from reportedly.copies import LEAST_ALIKE, MOST_COMPARED_ABROAD, NEAR_DAYS, MeantSketch, likeness_of_sketches
from reportedly.store.translation_tables import meant_articles

_MOST_DAYS: Final = 32
"""Days held: some 200 bytes an article, half a megabyte for a day of 2,700."""

_AFTER: Final = (
    select(meant_articles.c.number, meant_articles.c.language, meant_articles.c.sketch)
    .where(meant_articles.c.day == bindparam("day"), meant_articles.c.number > bindparam("after"))
    .order_by(meant_articles.c.number)
)


class _Day:
    """One day's articles: their numbers, languages and sketches, a row each."""

    def __init__(self) -> None:
        self.numbers: NDArray[np.int64] = np.zeros(0, np.int64)
        self.languages: NDArray[np.str_] = np.zeros(0, np.str_)
        self.sketches: NDArray[np.int8] = np.zeros((0, 0), np.int8)

    def refresh(self, connection: Connection, day: int) -> None:
        """Read what came in since; another process may have written it."""
        after = int(self.numbers[-1]) if len(self.numbers) else 0
        rows = connection.execute(_AFTER, {"day": day, "after": after}).all()
        if not rows:
            return
        new = np.stack([np.frombuffer(row.sketch, np.int8) for row in rows])
        self.sketches = new if not len(self.sketches) else np.concatenate([self.sketches, new])
        self.numbers = np.append(self.numbers, [row.number for row in rows])
        self.languages = np.append(self.languages, [row.language for row in rows])


class MeantDays:
    """What is near a sketch, by the days around it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._days: OrderedDict[int, _Day] = OrderedDict()

    def near(self, connection: Connection, sketch: MeantSketch) -> list[int]:
        """Return the numbers of the articles in other languages that are most like a sketch.

        An article that was put in anew has another number by then; its old one leads nowhere.
        """
        found: list[tuple[float, int]] = []
        with self._lock:
            for day in range(sketch.day - NEAR_DAYS, sketch.day + NEAR_DAYS + 1):
                held = self._days.setdefault(day, _Day())
                self._days.move_to_end(day)
                held.refresh(connection, day)
                if len(held.numbers):
                    found.extend(_alike(held, sketch))
            while len(self._days) > _MOST_DAYS:
                self._days.popitem(last=False)
        return [number for _, number in sorted(found, reverse=True)[:MOST_COMPARED_ABROAD]]


def _alike(day: _Day, sketch: MeantSketch) -> list[tuple[float, int]]:
    likeness = likeness_of_sketches(sketch, day.sketches)
    kept = np.flatnonzero((likeness >= LEAST_ALIKE) & (day.languages != sketch.language))
    return list(zip(likeness[kept].tolist(), day.numbers[kept].tolist(), strict=True))
