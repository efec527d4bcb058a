"""Read what was kept, behind the fetching: one page after the other, each done once."""

import asyncio
import datetime
import logging
from collections.abc import Callable
from typing import Final

from reportedly.flow.watch.crediting import originals_of
from reportedly.flow.watch.keeping_time import Timekeeper
from reportedly.flow.watch.tally import Tally
from reportedly.records import Article, NotInRecord, Page, StoreError
from reportedly.sources.identity import identity_of
from reportedly.store import Found, Reading, Store, UnreadPage
from reportedly.text import fold

AT_A_TIME: Final = 50  # pages taken from the record at once; each is still kept by itself
MOST_STEPS: Final = 2
"""Credits that are followed one after the other: an agency's report behind a paper's behind a copy."""

_REST_SECONDS: Final = 5.0

_log = logging.getLogger("reportedly.watch")


class Reader:
    """Reads the pages that wait for it, in a worker thread."""

    def __init__(
        self,
        store: Store,
        read: Callable[[Page], Reading],
        *,
        clock: Timekeeper,
        tally: Tally,
        follows: Callable[[int], bool],
        credited: Callable[[frozenset[str]], None],
    ) -> None:
        """Read with these; `follows` says whether a source's credits count, `credited` is told them."""
        self._store = store
        self._read = read
        self._clock = clock
        self._tally = tally
        self._follows = follows
        self._credited = credited
        self._names: set[str] = set()
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """Say that pages were kept."""
        self._woken.set()

    async def run(self) -> None:
        """Read until cancelled; trouble with the record is waited out."""
        while True:
            self._woken.clear()
            try:
                some = await asyncio.to_thread(self.read_some)
            except StoreError as error:
                _log.warning("reading waits: %s", error)
                some = 0
            if self._names:
                names, self._names = frozenset(self._names), set()
                self._credited(names)
            if not some:
                alarm = asyncio.get_running_loop().call_later(_REST_SECONDS, self._woken.set)
                await self._woken.wait()
                alarm.cancel()

    def read_some(self) -> int:
        """Read some of the pages that wait, and return how many there were."""
        waiting = self._store.watching.unread(limit=AT_A_TIME)
        for unread in waiting:
            self._read_one(unread)
        return len(waiting)

    def _read_one(self, unread: UnreadPage) -> None:
        try:
            page = self._store.page(unread.page_id)
        except NotInRecord:
            page = None
        found: tuple[Found, ...] = ()
        if page is not None:
            reading = self._read(page)
            self._store.keep(page, reading, now=self._clock.now())
            self._tally.counts["pages_read"] += 1
            if reading.article is not None and self._follows(unread.source_seq) and unread.steps < MOST_STEPS:
                self._names.update(fold(credit.value) for credit in reading.article.credits)
                found = self._originals(page, reading.article, unread)
        self._done(unread, found, self._clock.now())

    def _originals(self, page: Page, article: Article, unread: UnreadPage) -> tuple[Found, ...]:
        items = originals_of(page, article)
        return tuple(
            Found(item=item, identity=identity_of(item.address), steps=unread.steps + 1) for item in items
        )

    def _done(self, unread: UnreadPage, found: tuple[Found, ...], now: datetime.datetime) -> None:
        """Take the page from those that wait, and put its originals there, in one transaction."""
        with self._store.watching.round() as round_:
            new = round_.unknown(found)
            round_.add(new, unread.source_seq, now=now)
            round_.read((unread.page_id,))
        self._tally.counts["originals_found"] += len(new)
