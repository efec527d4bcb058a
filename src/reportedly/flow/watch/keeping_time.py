"""The watcher's clock: what the time is, and how it is passed."""

import asyncio
import datetime
from typing import Protocol


class Timekeeper(Protocol):
    """Tells the time and lets it pass; a test's own lets a week pass in a minute."""

    def now(self) -> datetime.datetime:
        """Return the moment (UTC); it never goes back."""
        ...

    async def rest(self, until: datetime.datetime, woken: asyncio.Event, *, is_busy: bool) -> None:
        """Return once the moment has come or `woken` is set; `is_busy` says that answers are awaited."""
        ...


class WallClock:
    """The time of this machine."""

    def now(self) -> datetime.datetime:
        """Return the moment (UTC)."""
        return datetime.datetime.now(datetime.UTC)

    async def rest(self, until: datetime.datetime, woken: asyncio.Event, *, is_busy: bool) -> None:
        """Return once the moment has come or `woken` is set."""
        seconds = (until - self.now()).total_seconds()
        if seconds <= 0:
            await asyncio.sleep(0)
            return
        alarm = asyncio.get_running_loop().call_later(seconds, woken.set)
        try:
            await woken.wait()
        finally:
            alarm.cancel()
