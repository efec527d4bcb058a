"""What a kind of source is: the one contract that feeds, site maps, pages and archives keep.

A kind looks at what was handed over (`Given`), says whether it is of its kind, and unfolds it: one
after the other, what the source says of itself, pages in hand, addresses of pages to fetch, and what
could not be read. It asks neither the network nor the clock, and damage is a value (`Unread`), never
an exception. Others add a kind by an entry point of the group `reportedly.sources`.
"""

import datetime
import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, Final, Protocol, runtime_checkable

import msgspec

from reportedly.records import Channel, Item, Page, UnreachablePage, Unread

HEAD_BYTES: Final = 4096
"""How much of a thing handed over a kind may look at to recognise it: past any XML head and DOCTYPE."""

ENTRY_POINTS: Final = "reportedly.sources"
"""The group of entry points under which others' kinds are found; each loads to one `Kind`."""

_LINK: Final = re.compile(r"<([^<>]*)>([^<>]*)")

Unfolded = Channel | Item | Page | Unread
"""What an opened source gives, one at a time."""


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """A thing handed over: what it is called (an address or a path), its first bytes, how to open it.

    `given_at` is when it came (UTC). `media_type` is what came with it, lower case and with no
    parameters, empty where nothing did. `charset` likewise. `links` are those of its HTTP head, as
    pairs of relation and address. Each `open()` gives a fresh stream from the beginning.
    """

    name: str
    given_at: datetime.datetime
    head: bytes
    open: Callable[[], BinaryIO]
    media_type: str = ""
    charset: str = ""
    links: tuple[tuple[str, str], ...] = ()

    def read(self) -> bytes:
        """Return all of it; for kinds that need it whole."""
        with self.open() as stream:
            return stream.read()


@runtime_checkable
class Kind(Protocol):
    """One kind of source. Its instances hold no state: one serves any number of sources at once."""

    @property
    def name(self) -> str:
        """Return the word by which it is chosen and kept: `rss`, `warc`."""
        ...

    @property
    def words(self) -> str:
        """Return what people call it, with its article: "an RSS feed"."""
        ...

    @property
    def is_watched(self) -> bool:
        """Return whether it makes sense to ask such a source again for what is new."""
        ...

    def recognises(self, given: Given) -> bool:
        """Return whether this is of the kind, by its head, name and media type alone."""
        ...

    def unfold(self, given: Given) -> Iterator[Unfolded]:
        """Yield what it holds, in its own order; never raises over what the bytes are."""
        ...


def given_page(page: Page) -> Given:
    """Return a page in hand as a thing given; its name is its address."""
    media_type, charset = _content_type(page.header("content-type") or "")
    return Given(
        name=page.url or "",
        given_at=page.fetched_at,
        head=page.body[:HEAD_BYTES],
        open=lambda: io.BytesIO(page.body),
        media_type=media_type,
        charset=charset,
        links=tuple(link for key, value in page.headers if key.lower() == "link" for link in _links(value)),
    )


def given_file(path: Path, *, given_at: datetime.datetime) -> Given:
    """Return a file as a thing given; raises UnreachablePage where it cannot be opened."""
    try:
        with path.open("rb") as stream:
            head = stream.read(HEAD_BYTES)
    except OSError as error:
        raise UnreachablePage(
            f"{path} cannot be read ({error.strerror or type(error).__name__}).",
            next_step="Check the path and its permissions.",
            about=str(path),
        ) from error
    return Given(name=str(path), given_at=given_at, head=head, open=lambda: path.open("rb"))


def _content_type(value: str) -> tuple[str, str]:
    """Return the media type and the charset of a Content-Type header."""
    media_type, _, rest = value.partition(";")
    charset = ""
    for parameter in rest.split(";"):
        name, _, given = parameter.partition("=")
        if name.strip().lower() == "charset":
            charset = given.strip(" \t\"'")
    return media_type.strip().lower(), charset


def _links(value: str) -> Iterator[tuple[str, str]]:
    """Yield the relations and addresses of a Link header (RFC 8288)."""
    for address, rest in _LINK.findall(value):
        for parameter in rest.split(";"):
            name, _, given = parameter.partition("=")
            if name.strip().lower() == "rel":
                yield from ((relation.lower(), address) for relation in given.strip(" \t,\"'").split())
