"""The desk's archives: read page by page, whatever in them is broken."""

import datetime
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import msgspec

from reportedly.flow.archives import is_as_read
from reportedly.records import Page, Passed, Unread
from reportedly.sources import given_file, open_archive
from reportedly.store import Kept, Store

Told = Callable[[int, int], None]
"""Is told how many bytes of an archive are done, and how many there are."""


class Counted(msgspec.Struct, frozen=True, kw_only=True):
    """How many parts of an archive had something in common, by its short code."""

    reason: str
    count: int


class ArchiveRead(msgspec.Struct, frozen=True, kw_only=True):
    """What became of an archive: its pages by outcome, what was passed over by reason, what is broken.

    An outcome is that of `Kept` (`new`, `unchanged`, `changed`, `refused`).
    """

    path: str
    pages: int
    outcomes: tuple[Counted, ...]
    passed: tuple[Counted, ...]
    unread: tuple[Unread, ...]


class DeskArchives:
    """Reads archives into the record; one read twice changes nothing, one broken off goes on where it was."""

    def __init__(
        self, store: Store, clock: Callable[[], datetime.datetime], read: Callable[[Page], Kept]
    ) -> None:
        self._store = store
        self._clock = clock
        self._read = read

    def read(self, path: Path | str, *, told: Told | None = None) -> ArchiveRead | None:
        """Return what became of an archive (WARC, WACZ, mailbox, mail); None where the file is none.

        Pages that stand in the record as these rooms would read them are `unchanged` and are not read
        again. Raises UnreachablePage where there is no such file, StoreError where nothing can be kept.
        """
        streams: list[BinaryIO] = []
        given = given_file(Path(path), given_at=self._clock())
        found = open_archive(msgspec.structs.replace(given, open=lambda: _noted(given.open, streams)))
        if found is None:
            return None
        total = Path(path).stat().st_size
        outcomes, passed, unread = Counter[str](), Counter[str](), list[Unread]()
        for each in found:
            if isinstance(each, Page):
                outcomes[self._keep(each)] += 1
            elif isinstance(each, Passed):
                passed[each.reason] += 1
            else:
                unread.append(each)
            if told is not None and streams and not streams[0].closed:
                told(streams[0].tell(), total)
        return ArchiveRead(
            path=str(path),
            pages=outcomes.total(),
            outcomes=_counted(outcomes),
            passed=_counted(passed),
            unread=tuple(unread),
        )

    def _keep(self, page: Page) -> str:
        return "unchanged" if is_as_read(self._store, page) else self._read(page).outcome


def _noted(open_file: Callable[[], BinaryIO], streams: list[BinaryIO]) -> BinaryIO:
    """Open a file and note the first stream, which tells how far the reading has come."""
    stream = open_file()
    if not streams:
        streams.append(stream)
    return stream


def _counted(counts: Counter[str]) -> tuple[Counted, ...]:
    return tuple(Counted(reason=reason, count=count) for reason, count in counts.most_common())
