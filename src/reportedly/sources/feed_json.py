"""JSON Feed 1.0 and 1.1."""

from collections.abc import Iterator

import msgspec

from reportedly.records import Channel, Item, Unread
from reportedly.sources.addresses import whole_address
from reportedly.sources.contract import Given, Unfolded
from reportedly.sources.decoding import decode
from reportedly.sources.feed_dates import moment_of
from reportedly.sources.feed_words import plain_title

_MARK = "jsonfeed.org/version"


class _Hub(msgspec.Struct):
    type: object = ""
    url: object = ""


class _Entry(msgspec.Struct):
    id: object = None
    url: object = None
    external_url: object = None
    title: object = None
    date_published: object = None
    date_modified: object = None


class _Feed(msgspec.Struct):
    """The document as it is sent; its values may be of any type, for feeds are made by hand, too."""

    version: str
    title: object = None
    home_page_url: object = None
    feed_url: object = None
    language: object = None
    hubs: list[_Hub] = []
    items: list[_Entry] = []


class JsonFeed:
    """JSON Feed, told by the address of its version."""

    name = "json-feed"
    words = "a JSON Feed"
    is_watched = True

    def recognises(self, given: Given) -> bool:
        """Return whether it is JSON that names JSON Feed's version, or is sent as JSON Feed."""
        text = decode(given.head, given.charset).lstrip()
        return text.startswith("{") and (
            _MARK in text.replace("\\/", "/") or given.media_type == "application/feed+json"
        )

    def unfold(self, given: Given) -> Iterator[Unfolded]:
        """Yield the channel and its items."""
        try:
            feed = msgspec.json.decode(decode(given.read(), given.charset).encode(), type=_Feed)
        except (msgspec.DecodeError, UnicodeEncodeError, RecursionError) as error:
            yield Unread(where=given.name, words=f"This JSON Feed is not sound: {error}.")
            return
        home = _text(feed.home_page_url)
        yield Channel(
            title=plain_title(_text(feed.title)),
            home=whole_address(home, given.name) if home else None,
            address=whole_address(_text(feed.feed_url), given.name),
            language=_text(feed.language) or None,
            hubs=tuple(hub for each in feed.hubs if (hub := whole_address(_text(each.url), given.name))),
        )
        for number, entry in enumerate(feed.items, 1):
            yield _item(entry, given.name, f"{given.name} item {number}")


JSON_FEED = JsonFeed()


def _item(entry: _Entry, base: str, where: str) -> Item | Unread:
    given = (entry.url, entry.external_url, entry.id if _text(entry.id).startswith("http") else None)
    address = next((a for each in given if (a := whole_address(_text(each), base))), None)
    title = plain_title(_text(entry.title))
    if address is None:
        return Unread(where=where, words=f"The item {title or 'without a title'} gives no address of a page.")
    return Item(
        address=address,
        title=title,
        published=moment_of(_text(entry.date_published)),
        updated=moment_of(_text(entry.date_modified)),
        identifier=_text(entry.id) or None,
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else str(value) if isinstance(value, int) else ""
