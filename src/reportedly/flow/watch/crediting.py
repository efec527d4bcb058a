"""Follow the credit: where the original of a page stands, when the page itself gives its address."""

from typing import Final

from selectolax.lexbor import LexborHTMLParser

from reportedly.records import Article, Item, Page
from reportedly.sources.addresses import whole_address
from reportedly.sources.identity import host_of
from reportedly.text import fold

MOST_ORIGINALS: Final = 3
"""Originals of one page that are fetched: a report has one, seldom two; more are a list of links."""

_DECLARED: Final = (
    ('meta[name="original-source"]', "content"),
    ('meta[name="syndication-source"]', "content"),
    ('link[rel="canonical"]', "href"),
)


def originals_of(page: Page, article: Article) -> tuple[Item, ...]:
    """Return the addresses on other sites at which a page says its report first stood.

    Those it declares in its head (an original, a syndication source, a canonical address elsewhere), and
    the links whose words are a name it credits. A link to a site's front page is no original.
    """
    if page.url is None or page.is_pasted:
        return ()
    tree = LexborHTMLParser(page.body)
    own = host_of(page.url)
    addresses = [*_declared(tree, page.url)]
    if article.credits:
        addresses += _linked(tree, page.url, tuple(credit.value for credit in article.credits))
    elsewhere = dict.fromkeys(a for a in addresses if host_of(a) not in ("", own) and _is_deep(a))
    return tuple(Item(address=address) for address in list(elsewhere)[:MOST_ORIGINALS])


def _declared(tree: LexborHTMLParser, base: str) -> list[str]:
    found = []
    for selector, attribute in _DECLARED:
        for node in tree.css(selector):
            address = whole_address(node.attributes.get(attribute) or "", base)
            if address is not None:
                found.append(address)
    return found


def _linked(tree: LexborHTMLParser, base: str, names: tuple[str, ...]) -> list[str]:
    folded = [fold(name) for name in names if len(name) > 2]
    found = []
    for link in tree.css("a[href]"):
        words = fold(" ".join(link.text().split()))
        if any(name in words for name in folded) and len(words) <= 120:
            address = whole_address(link.attributes.get("href") or "", base)
            if address is not None:
                found.append(address)
    return found


def _is_deep(address: str) -> bool:
    path = address.split("://", 1)[-1].partition("/")[2]
    return len(path.strip("/")) > 1
