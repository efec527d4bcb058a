"""The watch of a desk: run here until it is stopped, or beside something else."""

import asyncio
import contextlib
import datetime
import random
import threading
from collections.abc import Iterator, Sequence

from reportedly import flow
from reportedly.flow.watch import Rooms, Tally, WallClock, Watcher, WatchSettings
from reportedly.sources.networks import Network
from reportedly.sources.web_client import WebClient
from reportedly.store import Store

_STOP_SECONDS = 20.0  # what is under way may take so long to come in once the watch is to end


class DeskWatch:
    """Watches the desk's sources; one at a time for a record."""

    def __init__(
        self, store: Store, *, contact: str = "", allowed: Sequence[Network] = (), callback: str = ""
    ) -> None:
        self._store = store
        self._callback = callback
        self._contact = contact
        self._allowed = tuple(allowed)
        self._watcher: Watcher | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._is_over = threading.Event()

    @property
    def tally(self) -> Tally | None:
        """Return what the running watch counts, None where none runs."""
        return self._watcher.tally if self._watcher else None

    def metrics(self) -> str:
        """Return the figures of the watch and of the sources in Prometheus' text format."""
        lines = []
        for state, count in sorted(self._store.sources.states().items()):
            lines.append(f'reportedly_watched_pages{{state="{state}"}} {count}')
        sources = self._store.sources.all()
        failing = sum(source.watch.trouble is not None and source.paused_at is None for source in sources)
        paused = sum(source.paused_at is not None for source in sources)
        states = (("answering", len(sources) - failing - paused), ("failing", failing), ("paused", paused))
        lines += [f'reportedly_sources{{state="{state}"}} {count}' for state, count in states]
        shown = "# TYPE reportedly_watched_pages gauge\n# TYPE reportedly_sources gauge\n"
        running = self.tally.metrics() if self.tally else ""
        return shown + "\n".join(lines) + "\n" + running

    def trouble(self) -> str | None:
        """Return what keeps a running watch from its work; None where nothing does, or none runs."""
        return self.tally.trouble(datetime.datetime.now(datetime.UTC)) if self.tally else None

    def run(self, *, settings: WatchSettings | None = None) -> None:
        """Watch until `stop`; it may be called from another thread or a signal."""
        asyncio.run(self._run(settings))

    def stop(self) -> None:
        """End the watch once what is under way is written."""
        if self._loop is not None and self._watcher is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._watcher.stop)

    @contextlib.contextmanager
    def beside(self, *, settings: WatchSettings | None = None) -> Iterator[None]:
        """Watch in a thread of its own while the block runs."""
        thread = threading.Thread(target=self.run, kwargs={"settings": settings}, name="watch")
        thread.start()
        try:
            yield
        finally:
            while thread.is_alive() and not self._is_over.wait(0.1):
                self.stop()
            thread.join(_STOP_SECONDS)

    def _rooms(self, clock: WallClock) -> Rooms:
        """Return what the desk does with a page that a person hands over, for those that are watched."""
        return Rooms(
            read=flow.read_page,
            resolver=flow.resolver_of,
            link=lambda article_id, article: flow.compare_article(
                self._store, article_id, article, now=clock.now()
            ),
        )

    async def _run(self, settings: WatchSettings | None) -> None:
        self._loop = asyncio.get_running_loop()
        clock = WallClock()
        async with WebClient(clock=clock.now, contact=self._contact, allowed=self._allowed) as client:
            self._watcher = Watcher(
                self._store,
                client,
                clock=clock,
                chance=random.SystemRandom().random,
                settings=settings or WatchSettings(callback=self._callback),
                rooms=self._rooms(clock),
            )
            try:
                await self._watcher.run()
            finally:
                self._watcher = None
                self._is_over.set()
