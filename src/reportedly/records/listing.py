"""What an opened source holds: a channel's own words, the pages it points to, and what could not be read."""

import datetime

import msgspec


class Channel(msgspec.Struct, frozen=True, kw_only=True):
    """What a source says of itself: a feed's head, a site map's, a page's.

    `home` is the page of people it belongs to, `address` the one it gives as its own. `hubs` are the
    WebSub hubs that tell of news at once. `every_seconds` is how seldom it wants to be asked at least.
    """

    title: str | None = None
    home: str | None = None
    address: str | None = None
    language: str | None = None
    hubs: tuple[str, ...] = ()
    every_seconds: float | None = None


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """The address of a page that a source points to, and what the source says of it.

    `is_listing` says that a further list stands there, not a page: a site map of a site map index.
    `published` and `updated` are UTC. `identifier` is the source's own name for the item.
    """

    address: str
    title: str | None = None
    published: datetime.datetime | None = None
    updated: datetime.datetime | None = None
    identifier: str | None = None
    is_listing: bool = False


class Unread(msgspec.Struct, frozen=True, kw_only=True):
    """A part of a source that could not be read: where it stands, and why, in a sentence for a reader."""

    where: str
    words: str
