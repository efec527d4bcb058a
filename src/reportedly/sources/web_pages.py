"""Web pages as sources: a home or section page, whose links to articles are followed, or one article."""

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from reportedly.records import Channel, Item, Unread
from reportedly.sources.addresses import whole_address
from reportedly.sources.contract import Given, Unfolded
from reportedly.sources.decoding import decode
from reportedly.sources.feed_words import plain_title
from reportedly.sources.identity import host_of, identity_of

FEWEST_LINKS: Final = 6
"""Links to articles on a page that is a list of them; the smallest section pages have 8 to 10."""

FEWEST_LETTERS: Final = 18
"""Letters of a headline's link. Names of sections have under 16."""

FEWEST_UNSPACED: Final = 9
"""The same in a script without spaces, where one letter is half a word."""

MOST_LINKS: Final = 500
"""Links of one page that are followed; the largest home pages measured have some 350."""

_FEED_TYPES: Final = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml"}
)
_ARTICLE_TYPE: Final = re.compile(
    r'"@type"\s*:\s*\[?\s*"(?:[A-Za-z]*NewsArticle|Article|BlogPosting|ReportageNewsArticle)"'
)
_HTML: Final = re.compile(r"<(?:!doctype\s+html|html|head|body|meta|title)\b", re.IGNORECASE)
_TELLING_PATH: Final = re.compile(r"\d{4,}|[^/-]+-[^/-]+-[^/]+|\.s?html?$")
_NEVER_PATH: Final = re.compile(
    r"/(?:tags?|topics?|authors?|category|search|login|account|newsletter|about|contact|privacy|terms|video|videos)(?:/|$)"
)
_UNSPACED: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")


class SectionPage:
    """A page of links to articles, asked again for new ones: for outlets without feeds."""

    name = "section"
    words = "a home or section page"
    is_watched = True

    def recognises(self, given: Given) -> bool:
        """Return whether it is a web page that does not call itself an article and has links to some."""
        if not is_html(given):
            return False
        tree = LexborHTMLParser(decode(given.read(), given.charset))
        return not calls_itself_article(tree) and len(_links(tree, given.name)) >= FEWEST_LINKS

    def unfold(self, given: Given) -> Iterator[Unfolded]:
        """Yield what the page says of itself, and the articles it links to in the order it shows them."""
        tree = LexborHTMLParser(decode(given.read(), given.charset))
        yield channel_of_page(tree, given)
        yield from _links(tree, given.name)


class SinglePage:
    """A single article, asked again for its changes; also any other web page or text."""

    name = "article"
    words = "a single page"
    is_watched = True

    def recognises(self, given: Given) -> bool:
        """Return whether it is a web page; asked last of all kinds."""
        return is_html(given)

    def unfold(self, given: Given) -> Iterator[Unfolded]:
        """Yield what the page says of itself, and its own address."""
        tree = LexborHTMLParser(decode(given.read(), given.charset))
        yield channel_of_page(tree, given)
        address = whole_address(given.name)
        if address is None:
            yield Unread(where=given.name, words="The page has no address of its own to be watched at.")
        else:
            yield Item(address=address, title=_title(tree))


SECTION: Final = SectionPage()
SINGLE_PAGE: Final = SinglePage()


def is_html(given: Given) -> bool:
    """Return whether something handed over is a web page."""
    if given.media_type in ("text/html", "application/xhtml+xml"):
        return True
    return not given.media_type.startswith(("image/", "audio/", "video/")) and bool(
        _HTML.search(decode(given.head, given.charset)[:1024])
    )


def feeds_of(given: Given) -> tuple[str, ...]:
    """Return the addresses of the feeds that a page declares, in its order: feed autodiscovery.

    Feeds of comments come last.
    """
    tree = LexborHTMLParser(decode(given.read(), given.charset))
    found: list[tuple[bool, str]] = []
    for link in tree.css("link[rel][href]"):
        relations = (link.attributes.get("rel") or "").lower().split()
        media_type = (link.attributes.get("type") or "").lower().partition(";")[0].strip()
        address = whole_address(link.attributes.get("href") or "", given.name)
        if address and "alternate" in relations and media_type in _FEED_TYPES:
            about = f"{link.attributes.get('title') or ''} {address}".lower()
            found.append(("comment" in about, address))
    return tuple(dict.fromkeys(address for _, address in sorted(found, key=lambda each: each[0])))


def calls_itself_article(tree: LexborHTMLParser) -> bool:
    """Return whether a page says in its markup that it is one article."""
    kind = tree.css_first('meta[property="og:type"]')
    if kind is not None and (kind.attributes.get("content") or "").lower() == "article":
        return True
    scripts = tree.css('script[type="application/ld+json"]')
    return any(_ARTICLE_TYPE.search(script.text()[:200_000]) for script in scripts)


def channel_of_page(tree: LexborHTMLParser, given: Given) -> Channel:
    """Return what a page says of itself."""
    root = tree.css_first("html")
    language = (root.attributes.get("lang") if root is not None else None) or None
    return Channel(
        title=_title(tree),
        home=whole_address(given.name),
        language=language,
        hubs=tuple(
            hub for rel, href in given.links if rel == "hub" and (hub := whole_address(href, given.name))
        ),
    )


def _title(tree: LexborHTMLParser) -> str | None:
    title = tree.css_first("title")
    return plain_title(title.text()) if title is not None else None


def _links(tree: LexborHTMLParser, page: str) -> list[Item]:
    """Return the links of a page that lead to articles of its site, each page once."""
    base = tree.css_first("base[href]")
    start = whole_address((base.attributes.get("href") or "") if base is not None else "", page) or page
    own, found = host_of(page), {identity_of(page): ""}
    items: list[Item] = []
    for link in tree.css("a[href]"):
        address = whole_address((link.attributes.get("href") or "").partition("#")[0], start)
        if address is None or not _is_of_site(host_of(address), own) or not _may_be_article(link, address):
            continue
        if len(items) < MOST_LINKS and identity_of(address) not in found:
            found[identity_of(address)] = address
            items.append(Item(address=address, title=plain_title(link.text())))
    return items


def _is_of_site(host: str, own: str) -> bool:
    return host == own or host.endswith(f".{own}") or own.endswith(f".{host}")


def _may_be_article(link: LexborNode, address: str) -> bool:
    """Return whether a link's words are as long as a headline, and its path is no section's."""
    parts = urlsplit(address)
    path = parts.path.lower()
    if len(path) < 2 or _NEVER_PATH.search(path):
        return False
    words = " ".join(link.text().split())
    fewest = FEWEST_UNSPACED if _UNSPACED.search(words) else FEWEST_LETTERS
    if len(words) < fewest:
        return False
    return bool(_TELLING_PATH.search(path) or re.search(r"\d{4,}", parts.query)) or len(words) >= 2 * fewest
