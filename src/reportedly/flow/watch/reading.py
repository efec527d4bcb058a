"""Read what was kept, behind the fetching: one page after the other, each done once."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from reportedly.flow.watch.crediting import originals_of
from reportedly.flow.watch.keeping_time import Timekeeper
from reportedly.flow.watch.tally import Tally
from reportedly.records import Article, NotInRecord, Page, StoreDamaged, StoreError
from reportedly.sources.identity import identity_of
from reportedly.store import Found, Reading, Resolve, Store, UnreadPage
from reportedly.text import fold

AT_A_TIME: Final = 25  # pages read and then kept in one transaction
MOST_STEPS: Final = 2
"""Credits that are followed one after the other: an agency's report behind a paper's behind a copy."""

_REST_SECONDS: Final = 5.0

_log = logging.getLogger("reportedly.watch")


class Rooms(NamedTuple):
    """What is made of a kept page: its reading, who resolves its people, and what follows once it is kept."""

    read: Callable[[Page], Reading]
    resolver: Callable[[Reading], Resolve | None] = lambda _reading: None
    link: Callable[[str, Article], object] = lambda _article_id, _article: None


class Reader:
    """Reads the pages that wait for it, in a worker thread."""

    def __init__(
        self,
        store: Store,
        rooms: Rooms,
        *,
        clock: Timekeeper,
        tally: Tally,
        follows: Callable[[int], bool],
        credited: Callable[[frozenset[str]], None],
    ) -> None:
        """Read with these; `follows` says whether a source's credits count, `credited` is told them."""
        self._store = store
        self._rooms = rooms
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
        """Read some of the pages that wait, and return how many there were.

        What was read is written before the pages are taken from those that wait: a watch that is killed
        between finds them read, and changes nothing.
        """
        waiting = self._store.watching.unread(limit=AT_A_TIME)
        if not waiting:
            return 0
        try:
            self._read_all(waiting)
        except StoreError:
            raise
        except Exception:  # noqa: BLE001  # one page must not end the reading; what happened is told
            _log.exception("some pages could not be read at once; each is read by itself")
            for unread in waiting:
                self._read_alone(unread)
        return len(waiting)

    def _read_alone(self, unread: UnreadPage) -> None:
        """Read one page; where that fails it is told and left unread, so that the others go on."""
        try:
            self._read_all((unread,))
        except StoreError:
            raise
        except Exception:  # noqa: BLE001  # as above
            _log.exception("the page %s could not be read; it is kept, please report it", unread.page_id)
            self._tally.counts["pages_failed"] += 1
            with self._store.watching.round() as round_:
                round_.read((unread.page_id,))

    def _read_all(self, waiting: Sequence[UnreadPage]) -> None:
        read = [(each, page, self._rooms.read(page)) for each in waiting if (page := self._page(each))]
        now = self._clock.now()
        with self._store.watching.round() as round_:
            for unread, page, reading in read:
                round_.keep_reading(page, unread.page_id, reading, self._rooms.resolver(reading), now=now)
        for unread, _, reading in read:
            if reading.article is not None:
                self._rooms.link(unread.page_id, reading.article)
        found = [(each, self._originals(page, reading, each)) for each, page, reading in read]
        with self._store.watching.round() as round_:
            for unread, originals in found:
                new = round_.unknown(originals)
                round_.add(new, unread.source_seq, now=now)
                self._tally.counts["originals_found"] += len(new)
            round_.read([each.page_id for each in waiting])
        self._tally.counts["pages_read"] += len(read)

    def _page(self, unread: UnreadPage) -> Page | None:
        try:
            return self._store.page(unread.page_id)
        except (NotInRecord, StoreDamaged):
            _log.exception("the page %s cannot be read", unread.page_id)
            return None

    def _originals(self, page: Page, reading: Reading, unread: UnreadPage) -> tuple[Found, ...]:
        """Return the originals that a page gives the addresses of, and remember whom it credits."""
        article = reading.article
        if article is None or unread.steps >= MOST_STEPS or not self._follows(unread.source_seq):
            return ()
        self._names.update(fold(credit.value) for credit in article.credits)
        return tuple(
            Found(item=item, identity=identity_of(item.address), steps=unread.steps + 1)
            for item in originals_of(page, article)
        )
