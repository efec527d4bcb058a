"""What stands at an address that somebody wants watched: which kind it is, and what would be read."""

import asyncio
import datetime
from typing import Final

import msgspec

from reportedly.flow.day import read_page
from reportedly.records import Channel, Item, Refusal, Unread
from reportedly.sources import Given, Kind, given_page, kind_of
from reportedly.sources.addresses import whole_address
from reportedly.sources.reply import Reply
from reportedly.sources.robots import address_of_rules, rules_of
from reportedly.sources.web_client import WebClient
from reportedly.sources.web_pages import SECTION, SINGLE_PAGE, feeds_of

MOST_FEEDS: Final = 3
"""Feeds a page declares that are tried: the first is the outlet's, others sections' or comments'."""

MOST_SHOWN: Final = 10
"""Items of a preview that are shown."""

_MOST_HOPS: Final = 10


class NotASource(msgspec.Struct, frozen=True, kw_only=True):
    """Why an address cannot be watched, in a sentence, and the next step."""

    address: str
    words: str
    next_step: str


class Preview(msgspec.Struct, frozen=True, kw_only=True):
    """What would be watched at an address: the kind, what it says of itself, its first items of how many.

    `address` is where it is: a home page's feed, the end of redirects. `given` is what was asked for.
    `others` are further feeds that the page declares. `unread` says what of it cannot be read.
    """

    given: str
    address: str
    kind: str
    kind_words: str
    title: str | None = None
    language: str | None = None
    home: str | None = None
    items: tuple[Item, ...] = ()
    listed: int = 0
    newest: datetime.datetime | None = None
    hubs: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


async def find_source(client: WebClient, address: str, *, pause_seconds: float = 0.5) -> Preview | NotASource:
    """Return what would be watched at an address, or why nothing can be.

    A page of a site that declares feeds is watched by its first feed that has items; a page that is
    one article is watched as that. A site whose robots.txt forbids it is told as such.
    """
    whole = whole_address(address)
    if whole is None:
        return _no(address, "This is no web address.", "Begin it with https:// or http://.")
    reply = await _final(client, whole)
    if reply.hitch is not None or reply.status is None or reply.status >= 400:
        return _no(whole, f"It cannot be had: {reply.told()}", "Check the address in a browser.")
    given = given_page(reply.page())
    kind = kind_of(given)
    if kind is None:
        media_type = given.media_type or "of no stated type"
        return _no(
            whole,
            f"What stands there ({media_type}) is no feed, no site map and no page.",
            "Give the address of a feed, a section or an article.",
        )
    found = preview_of(given, kind, asked=whole)
    if kind is SECTION or kind is SINGLE_PAGE:
        found = await _by_feed(client, reply, found, pause_seconds=pause_seconds)
    return await _unless_forbidden(client, found, pause_seconds=pause_seconds)


def preview_of(given: Given, kind: Kind, *, asked: str) -> Preview:
    """Return what a source of a known kind would give."""
    unfolded = list(kind.unfold(given))
    channel = next((each for each in unfolded if isinstance(each, Channel)), Channel())
    items = tuple(each for each in unfolded if isinstance(each, Item))
    dated = [moment for item in items if (moment := item.published or item.updated)]
    return Preview(
        given=asked,
        address=given.name,
        kind=kind.name,
        kind_words=kind.words,
        title=channel.title,
        language=channel.language,
        home=channel.home,
        items=items[:MOST_SHOWN],
        listed=len(items),
        newest=max(dated, default=None),
        hubs=channel.hubs,
        unread=tuple(each.words for each in unfolded if isinstance(each, Unread))[:MOST_SHOWN],
    )


async def _by_feed(client: WebClient, reply: Reply, page: Preview, *, pause_seconds: float) -> Preview:
    """Return a page's feed where the page is no article and declares one with items; else the page."""
    feeds = feeds_of(given_page(reply.page()))
    page = msgspec.structs.replace(page, others=feeds)
    reading = read_page(reply.page())
    is_article = reading.article is not None and page.kind == SINGLE_PAGE.name
    if is_article:
        return page
    if page.kind == SINGLE_PAGE.name and not feeds:
        return msgspec.structs.replace(page, unread=_told(reading.refusal))
    for feed in feeds[:MOST_FEEDS]:
        await asyncio.sleep(pause_seconds)
        answer = await _final(client, feed)
        if answer.hitch is None and answer.status == 200:
            given = given_page(answer.page())
            kind = kind_of(given)
            if kind is not None and kind not in (SECTION, SINGLE_PAGE):
                found = preview_of(given, kind, asked=page.given)
                others = tuple(other for other in feeds if other != feed)
                if found.listed:
                    return msgspec.structs.replace(found, others=others, title=found.title or page.title)
    return page


def _told(refusal: Refusal | None) -> tuple[str, ...]:
    return (refusal.words,) if refusal is not None else ()


async def _unless_forbidden(
    client: WebClient, found: Preview, *, pause_seconds: float
) -> Preview | NotASource:
    await asyncio.sleep(pause_seconds)
    rules = rules_of(await _final(client, address_of_rules(found.address)))
    if rules is not None and not rules.allows(found.address):
        return _no(
            found.address,
            "The site's robots.txt does not allow this address to be fetched.",
            "Ask the site's owner, or give another address of it.",
        )
    return found


async def _final(client: WebClient, address: str) -> Reply:
    """Return the answer where all redirects end."""
    reply = await client.ask(address)
    for _ in range(_MOST_HOPS):
        target = whole_address(reply.redirects_to or "", reply.address)
        if target is None:
            return reply
        reply = await client.ask(target)
    return msgspec.structs.replace(reply, hitch="broken", words="It redirects in a circle.")


def _no(address: str, words: str, next_step: str) -> NotASource:
    return NotASource(address=address, words=words, next_step=next_step)
