"""Site maps: the pages of a site, those of a news site of the last days, and the index of such maps."""

import datetime
import gzip
import zlib
from collections.abc import Iterator
from typing import Final

from reportedly.records import Channel, Item, Unread
from reportedly.sources.addresses import whole_address
from reportedly.sources.contract import Given, Unfolded
from reportedly.sources.decoding import decode
from reportedly.sources.feed_dates import moment_of
from reportedly.sources.feed_words import plain_title
from reportedly.sources.xml_fields import XmlField, XmlItem, XmlRefused, read_xml
from reportedly.sources.xml_root import root_of

MOST_UNPACKED: Final = 50 * 2**20
"""Bytes of a map once unpacked: what the site map protocol allows."""

_GZIP: Final = b"\x1f\x8b"


class SiteMap:
    """A list of addresses in XML, told by its root element; maps are often sent packed."""

    is_watched = True

    def __init__(self, name: str, words: str, root: str) -> None:
        self.name = name
        self.words = words
        self._root = root

    def recognises(self, given: Given) -> bool:
        """Return whether the first element is a map's, also inside gzip."""
        if given.head.startswith(_GZIP):
            unpacked = _unpacked_head(given.head)
            return (
                root_of(Given(name="", given_at=given.given_at, head=unpacked, open=given.open)) == self._root
            )
        return root_of(given) == self._root

    def unfold(self, given: Given) -> Iterator[Unfolded]:
        """Yield the addresses of the map; those of an index are lists themselves."""
        try:
            found = read_xml(decode(_unpacked(given), given.charset))
        except (XmlRefused, OSError, EOFError, zlib.error) as refusal:
            yield Unread(where=given.name, words=f"This site map is not read: {refusal}.")
            return
        yield Channel(address=whole_address(given.name))
        for number, item in enumerate(found.items, 1):
            yield _entry(item, given.name, f"{given.name} entry {number}")


SITE_MAPS: Final = (
    SiteMap("site-map", "a site map", "urlset"),
    SiteMap("site-map-index", "a site map index", "sitemapindex"),
)


def _entry(item: XmlItem, base: str, where: str) -> Item | Unread:
    texts: dict[str, str] = {}
    for field in item.fields:
        texts.setdefault(field.key, field.text)
    address = whole_address(texts.get("loc", ""), base)
    if address is None:
        return Unread(where=where, words="The entry gives no address of a page.")
    return Item(
        address=address,
        title=plain_title(texts.get("news:title", "")),
        published=_moment(item.fields, "news:publication_date"),
        updated=_moment(item.fields, "lastmod"),
        is_listing=item.key == "sitemap",
    )


def _moment(fields: list[XmlField], key: str) -> datetime.datetime | None:
    return next((moment_of(field.text) for field in fields if field.key == key), None)


def _unpacked_head(head: bytes) -> bytes:
    try:
        return zlib.decompressobj(wbits=31).decompress(head, 4096)
    except zlib.error:
        return b""


def _unpacked(given: Given) -> bytes:
    """Return the map's bytes; one that unpacks to more than is allowed is cut there."""
    if not given.head.startswith(_GZIP):
        return given.read()
    with given.open() as stream, gzip.GzipFile(fileobj=stream) as unpacked:
        return unpacked.read(MOST_UNPACKED)
