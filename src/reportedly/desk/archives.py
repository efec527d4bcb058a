"""The desk's archives: read page by page, whatever in them is broken."""

import datetime
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO

import msgspec

from reportedly.flow.archives import is_as_read
from reportedly.records import BadRequest, Page, Passed, Unread
from reportedly.sources import given_file, open_archive
from reportedly.store import Kept, Store

_MOST_FOUND = 1_000_000  # articles of one search that are written out

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

    def export(
        self,
        path: Path | str,
        *,
        articles: Sequence[str] = (),
        words: str | None = None,
        since: datetime.date | None = None,
        until: datetime.date | None = None,
    ) -> int:
        """Write kept pages into a new WARC file that other tools replay, and return how many.

        All pages, or those of the articles named (with every version of their addresses), those whose
        article holds some words, or those published in some days, both included. Revisits and saved
        pages are written as whole responses, so that the file stands by itself. Raises BadRequest where
        there is such a file already, or it cannot be written.
        """
        page_ids = self._chosen(articles, words)
        try:
            with Path(path).open("xb") as out:
                return self._store.write_warc(
                    out, now=self._clock(), page_ids=page_ids, since=since, until=until
                )
        except FileExistsError as error:
            raise BadRequest(
                f"There is a file {path} already.",
                next_step="Name another, or move it away.",
                about=str(path),
            ) from error
        except OSError as error:
            raise BadRequest(
                f"{path} cannot be written ({error.strerror}).", next_step="Check the path.", about=str(path)
            ) from error

    def _chosen(self, articles: Sequence[str], words: str | None) -> tuple[str, ...] | None:
        if articles:
            whole = [self._store.article_line_id(article) for article in articles]
            versions = (facts.id for each in whole for facts in self._store.versions(each))
            return tuple(dict.fromkeys(versions))
        if words is None:
            return None
        found = self._store.search_articles(words, limit=_MOST_FOUND)
        return tuple(line.id for line in found.lines)

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
