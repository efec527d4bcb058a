"""Feeds in XML: RSS 0.9 to 2.0, RDF (RSS 0.9 and 1.0), Atom 0.3 and 1.0."""

import datetime
from collections.abc import Iterator, Sequence
from typing import Final

from reportedly.records import Channel, Item, Unread
from reportedly.sources.addresses import whole_address
from reportedly.sources.contract import Given, Unfolded
from reportedly.sources.decoding import decode
from reportedly.sources.feed_dates import moment_of
from reportedly.sources.feed_words import plain_title
from reportedly.sources.xml_fields import XmlField, XmlItem, XmlList, XmlRefused, base_of, read_xml
from reportedly.sources.xml_root import root_of

_PUBLISHED: Final = (
    "published", "issued", "dcterms:issued", "pubdate", "dc:date", "created", "dcterms:created",
)  # fmt: skip
_UPDATED: Final = ("updated", "modified", "dcterms:modified")
_PERIODS: Final = {"hourly": 3600.0, "daily": 86400.0, "weekly": 604800.0}


class Feed:
    """One dialect of feed, told by its root element."""

    is_watched = True

    def __init__(self, name: str, words: str, roots: frozenset[str]) -> None:
        self.name = name
        self.words = words
        self._roots = roots

    def recognises(self, given: Given) -> bool:
        """Return whether the document's first element is this dialect's."""
        return root_of(given) in self._roots

    def unfold(self, given: Given) -> Iterator[Unfolded]:
        """Yield the channel, then its items; an item without an address is told, as is a broken feed."""
        try:
            found = read_xml(decode(given.read(), given.charset))
        except XmlRefused as refusal:
            yield Unread(where=given.name, words=f"This is not read: {refusal}.")
            return
        channel = channel_of(found, given)
        yield channel
        if found.is_mended:
            yield Unread(
                where=given.name, words="It is not well-formed and was read as far as it makes sense."
            )
        base = base_of(found.attributes) or channel.home or given.name
        for number, item in enumerate(found.items, 1):
            yield _item(item, whole_address(item.base, base) or base, f"{given.name} item {number}")


FEEDS: Final = (
    Feed("rss", "an RSS feed", frozenset({"rss", "channel"})),
    Feed("rdf", "an RDF feed (RSS 1.0)", frozenset({"rdf"})),
    Feed("atom", "an Atom feed", frozenset({"feed", "entry"})),
)


def channel_of(found: XmlList, given: Given) -> Channel:
    """Return what a feed says of itself; its hubs may stand in its HTTP head, too."""
    base = base_of(found.attributes) or given.name
    links = [field for field in found.head if field.key == "link"]
    related = [
        (f.attributes.get("rel", "alternate"), f.attributes["href"]) for f in links if "href" in f.attributes
    ]
    related.extend(given.links)
    plain = next((field.text for field in links if field.text), None)
    home = plain or next((href for rel, href in related if rel == "alternate"), "")
    return Channel(
        title=plain_title(_first(found.head, ("title",))),
        home=whole_address(home, base) if home else None,
        address=next((whole_address(href, base) for rel, href in related if rel == "self"), None),
        language=_first(found.head, ("language", "dc:language")) or None,
        hubs=tuple(
            dict.fromkeys(a for rel, href in related if rel == "hub" and (a := whole_address(href, base)))
        ),
        every_seconds=_every_seconds(found.head),
    )


def _every_seconds(head: Sequence[XmlField]) -> float | None:
    """Return how seldom the feed wants to be asked: <ttl> in minutes, or RSS 1.0's update period."""
    minutes = _first(head, ("ttl",))
    if minutes.isdecimal() and len(minutes) < 7:
        return int(minutes) * 60.0 or None
    period = _PERIODS.get(_first(head, ("sy:updateperiod",)).lower())
    times = _first(head, ("sy:updatefrequency",))
    often = int(times) if times.isdecimal() and len(times) < 5 else 1
    return period / max(often, 1) if period else None


def _item(item: XmlItem, base: str, where: str) -> Item | Unread:
    address = _address(item, base)
    title = plain_title(_first(item.fields, ("title", "dc:title")))
    if address is None:
        return Unread(where=where, words=f"The item {title or 'without a title'} gives no address of a page.")
    return Item(
        address=address,
        title=title,
        published=_moment(item.fields, _PUBLISHED),
        updated=_moment(item.fields, _UPDATED),
        identifier=_first(item.fields, ("guid", "id")) or None,
    )


def _address(item: XmlItem, base: str) -> str | None:
    """Return where the item's page is: what the feed's middleman replaced, its link, or its identifier."""
    for given in _candidates(item):
        address = whole_address(given, base)
        if address is not None:
            return address
    return None


def _candidates(item: XmlItem) -> Iterator[str]:
    links = [field for field in item.fields if field.key == "link"]
    yield from (field.text for field in item.fields if field.key == "feedburner:origlink")
    yield from (field.text for field in links if field.text)
    for rel in ("alternate", ""):
        yield from (
            field.attributes["href"]
            for field in links
            if "href" in field.attributes and field.attributes.get("rel", "") == rel
        )
    for field in item.fields:
        is_permanent = field.attributes.get("isPermaLink", "true").lower() != "false"
        if field.key in ("guid", "id") and is_permanent and field.text.startswith(("http://", "https://")):
            yield field.text
    yield from (value for name, value in item.attributes.items() if name.endswith("about"))


def _first(fields: Sequence[XmlField], keys: Sequence[str]) -> str:
    """Return the text of the first field called as the earliest of the keys is."""
    for key in keys:
        for field in fields:
            if field.key == key and field.text:
                return field.text
    return ""


def _moment(fields: Sequence[XmlField], keys: Sequence[str]) -> datetime.datetime | None:
    for key in keys:
        for field in fields:
            moment = moment_of(field.text) if field.key == key else None
            if moment is not None:
                return moment
    return None
