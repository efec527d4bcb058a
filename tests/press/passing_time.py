"""A clock that a benchmark or a test moves: a week passes as fast as its work is done."""

import asyncio
import datetime
from collections.abc import Callable


class PassingTime:
    """Time that stands still while answers are awaited, and else jumps to when something is due."""

    def __init__(self, begin: datetime.datetime) -> None:
        self._now = begin
        self._calls: list[tuple[datetime.datetime, Callable[[], None]]] = []

    def at(self, moment: datetime.datetime, call: Callable[[], None]) -> None:
        """Have something called once a moment has come."""
        self._calls.append((moment, call))

    def now(self) -> datetime.datetime:
        """Return the moment."""
        return self._now

    async def rest(self, until: datetime.datetime, woken: asyncio.Event, *, is_busy: bool) -> None:
        """Wait for an answer where one is awaited, else let the time pass."""
        if is_busy:
            await woken.wait()
        else:
            self._now = max(self._now, min((until, *(moment for moment, _ in self._calls))))
            due = [each for each in self._calls if each[0] <= self._now]
            self._calls = [each for each in self._calls if each[0] > self._now]
            for _, call in due:
                call()
            await asyncio.sleep(0)
