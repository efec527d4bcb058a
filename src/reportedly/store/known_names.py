"""What pages are called, as one transaction of the watcher sees it: looked up many at a time, once each."""

from collections.abc import Iterable, Sequence
from typing import Final

from sqlalchemy import BindParameter, Connection, bindparam, select
from sqlalchemy.dialects.sqlite import insert as insert_or_update

from reportedly.records import WatchedPage
from reportedly.store.sources import as_watched_page
from reportedly.store.watch_schema import page_identities, watched_pages

_AT_A_TIME: Final = 400  # identities in one question, below SQLite's limit of variables

_PLACES: Final[BindParameter[Sequence[str]]] = bindparam("names", expanding=True)
_CALLED: Final = (
    select(watched_pages, page_identities.c.identity.label("known_as"))
    .join(page_identities, page_identities.c.watched_seq == watched_pages.c.seq)
    .where(page_identities.c.identity.in_(_PLACES))
)
_NUMBERED: Final = select(watched_pages).where(watched_pages.c.seq == bindparam("seq"))
_JOIN: Final = insert_or_update(page_identities).on_conflict_do_nothing()


class KnownNames:
    """Which watched page an identity leads to. New identities are written at `flush`, and seen before it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._seqs: dict[str, int | None] = {}  # None: looked up, and leads nowhere
        self._pages: dict[int, WatchedPage] = {}
        self._new: list[dict[str, object]] = []

    def look_up(self, names: Iterable[str]) -> None:
        """Ask the record once for all names that were not asked for yet."""
        unseen = [name for name in dict.fromkeys(names) if name not in self._seqs]
        for start in range(0, len(unseen), _AT_A_TIME):
            some = unseen[start : start + _AT_A_TIME]
            self._seqs.update(dict.fromkeys(some))
            for row in self._connection.execute(_CALLED, {"names": some}):
                values = row._asdict()
                self._seqs[str(values.pop("known_as"))] = row.seq
                self._pages.setdefault(row.seq, WatchedPage(**values))

    def is_known(self, name: str) -> bool:
        """Return whether a name that was looked up leads to a page."""
        return self._seqs[name] is not None

    def pages_called(self, names: Sequence[str]) -> dict[str, WatchedPage]:
        """Return the watched pages that are known under some names, by name."""
        self.look_up(names)
        return {name: self._page(seq) for name in names if (seq := self._seqs[name]) is not None}

    def hold(self, pages: Iterable[WatchedPage]) -> None:
        """Take note of what pages are now; whoever changed them writes them."""
        self._pages.update((page.seq, page) for page in pages)

    def join(self, names: Iterable[str], seq: int) -> None:
        """Have names lead to a page; those that lead to one already stay."""
        names = list(names)
        self.look_up(names)
        for name in names:
            if self._seqs[name] is None:
                self._seqs[name] = seq
                self._new.append({"identity": name, "watched_seq": seq})

    def forget(self, seq: int) -> None:
        """Have all names of a page looked up again, for they lead elsewhere now."""
        self._pages.pop(seq, None)
        for name in [name for name, known in self._seqs.items() if known == seq]:
            del self._seqs[name]

    def flush(self) -> None:
        """Write the new names; their pages must be in the record."""
        if self._new:
            self._connection.execute(_JOIN, self._new)
            self._new = []

    def _page(self, seq: int) -> WatchedPage:
        if seq not in self._pages:
            row = self._connection.execute(_NUMBERED, {"seq": seq}).one()
            self._pages[seq] = as_watched_page(row)
        return self._pages[seq]
