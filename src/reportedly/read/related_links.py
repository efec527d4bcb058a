"""Where a link leads, and whether its words could name a story."""

import re
from collections.abc import Set
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import msgspec

from reportedly.read.markup import Markup

# A headline has so many words, or so many characters; names of people and sections have fewer.
_FEWEST_WORDS = 4
_SHORTEST = 22
_LONGEST = 300
# Where words run on (Thai, Chinese, Japanese, Korean), so many characters.
_SHORTEST_WIDE = 8
_WIDE = re.compile("[\u0e00-\u0e7f\u3040-\u9fff\uac00-\ud7af]")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_SCHEME = re.compile(r"https?://(?:www\.|m\.|amp\.)?", re.IGNORECASE)
# What no browser follows further than this is no address.
_LONGEST_ADDRESS = 2000


class Place(msgspec.Struct, frozen=True):
    """Where a page stands: what its links begin at, and the bare addresses that mean the page itself."""

    base: str
    own: frozenset[str]


def place_of(markup: Markup, url: str | None) -> Place:
    """Return where a page stands, from its address and what its markup says of it."""
    known = [address for address in (url, markup.canonical, markup.meta.get("og:url")) if address]
    start = next((address for address in known if _SCHEME.match(address)), "")
    return Place(
        base=_joined(start, markup.base or "") or start,
        own=frozenset(bare for address in known if (bare := _bare(_joined(start, address) or address))),
    )


def address_of(href: str | None, place: Place) -> str | None:
    """Return where a link leads; None where that is no page, the page itself, or a place to share it.

    The address is absolute, but for links of a page whose own address nothing tells.
    """
    if not href or not (href := href.strip()) or href[0] == "#" or len(href) > _LONGEST_ADDRESS:
        return None
    address = _joined(place.base, href)
    if not address or not _is_followed(address) or _bare(address) in place.own:
        return None
    return None if _shares(address, place.own) else address


def is_own(address: str, place: Place) -> bool:
    """Return whether an address is on the page's own site; so is every one where the site is not known."""
    site = _site(place.base)
    return not site or _site(address) == site


def _site(address: str) -> str:
    return _SCHEME.sub("", address, count=1).partition("/")[0].lower() if _SCHEME.match(address) else ""


def is_title(words: str) -> bool:
    """Return whether words could name a story: as long as a headline, and of letters."""
    if not _LETTERS.search(words) or len(words) > _LONGEST:
        return False
    if len(words) >= _SHORTEST:
        return len(words.split()) > 1 or bool(_WIDE.search(words))
    return len(words.split()) >= _FEWEST_WORDS or len(_WIDE.findall(words)) >= _SHORTEST_WIDE


def _joined(base: str, href: str) -> str | None:
    """Return a link's address without its fragment, None for what is no address."""
    try:
        return urldefrag(urljoin(base, "".join(href.split()))).url
    except ValueError:
        return None


def _is_followed(address: str) -> bool:
    """Return whether an address is one of the web, or relative; not mail, a script, a telephone."""
    scheme, colon, _ = address.partition(":")
    return bool(_SCHEME.match(address)) or not colon or not scheme.isalnum()


def _bare(address: str) -> str:
    """Return an address for comparing: without scheme, `www.` and the last slash; '' for a mere host."""
    path = _SCHEME.sub("", address, count=1).rstrip("/")
    return path.lower() if "/" in path else ""


def _shares(address: str, own: Set[str]) -> bool:
    """Return whether an address hands the page's own address on to another site."""
    query = urlsplit(address).query
    told = unquote(unquote(query)).lower() if "%" in query else query.lower()
    return bool(told) and any(page in told for page in own)
