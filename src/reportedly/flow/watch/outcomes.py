"""What came in of a visit, ready to be written: answers of sources and of pages."""

import hashlib
import re
from typing import Final
from urllib.parse import urlsplit

import msgspec

from reportedly.records import Channel, Item, Unread, WatchedPage, WatchedSource
from reportedly.sources import Kind, given_page, kind_called, kind_of
from reportedly.sources.addresses import whole_address
from reportedly.sources.asking import Looked
from reportedly.sources.decoding import fits
from reportedly.sources.identity import identity_of, is_one_site
from reportedly.sources.reply import Reply

_HEAD_BYTES: Final = 64 * 1024  # where a page's <link rel=canonical> stands
_LINK: Final = re.compile(rb"<link\b[^>]{0,2000}>", re.IGNORECASE)
_CANONICAL: Final = re.compile(rb"""\brel\s*=\s*["']?canonical["'\s/>]""", re.IGNORECASE)
_HREF: Final = re.compile(rb"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)


class SourceAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """A source answered: what it listed, None where it was no news. `is_part`: a map of an index."""

    source: WatchedSource
    reply: Reply
    looked: Looked | None
    items: tuple[Item, ...] = ()
    moved_to: str | None = None
    is_part: bool = False


class PageAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """A watched page answered, or was not to be asked for (`is_forbidden`)."""

    page: WatchedPage
    reply: Reply
    is_forbidden: bool = False


def look_at(source: WatchedSource, reply: Reply) -> tuple[Looked | None, tuple[Item, ...]]:
    """Return what a source's answer lists, and the items in its own order.

    None where there is no news to read: 304, trouble, or the same bytes as before.
    """
    if reply.hitch is not None or reply.status is None or not 200 <= reply.status < 300:
        return None, ()
    digest = hashlib.sha256(reply.body).hexdigest()
    if digest == source.watch.digest:
        return Looked(digest=digest), ()
    given = given_page(reply.page())
    name = source.declared.kind or source.watch.kind
    kind: Kind | None = kind_called(name) if name else kind_of(given)
    if kind is None:
        return Looked(trouble="What stands at this address now is no source that can be watched."), ()
    unfolded = list(kind.unfold(given))
    items = tuple(each for each in unfolded if isinstance(each, Item))
    unread = [each for each in unfolded if isinstance(each, Unread)]
    channel = next((each for each in unfolded if isinstance(each, Channel)), None)
    trouble = unread[0].words if unread and channel is None else None
    looked = Looked(
        kind=kind.name,
        channel=channel or Channel(),
        listed=len(items),
        digest=digest,
        trouble=trouble,
        is_damaged=any(each.where == given.name for each in unread) or not fits(reply.body, given.charset),
    )
    return looked, items


def identities_of_answer(reply: Reply, address: str) -> tuple[str, ...]:
    """Return what a page is called: by its address, by the one it answered at, and by its own canonical one.

    A canonical address on another site is not the page's own but its original's, and one that is the
    front page of its site is a mistake that many sites make.
    """
    names = [identity_of(address)]
    if reply.address != address:
        names.append(identity_of(reply.address))
    canonical = canonical_of(reply)
    if canonical is not None and is_one_site(canonical, reply.address) and _is_deep(canonical):
        names.append(identity_of(canonical))
    return tuple(dict.fromkeys(names))


def canonical_of(reply: Reply) -> str | None:
    """Return the address that a page calls its canonical one, None where it calls none so."""
    head = reply.body[:_HEAD_BYTES]
    if b"canonical" not in head:
        return None
    for link in _LINK.findall(head):
        if _CANONICAL.search(link):
            href = _HREF.search(link)
            given = next((part for part in href.groups() if part), b"") if href else b""
            return whole_address(given.decode("utf-8", "replace").replace("&amp;", "&"), reply.address)
    return None


def _is_deep(address: str) -> bool:
    parts = urlsplit(address)
    return len(parts.path.strip("/")) > 0 or bool(parts.query)
