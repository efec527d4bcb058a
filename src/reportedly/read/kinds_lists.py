"""Pages that lead to articles and are none: home pages, section fronts, search results, galleries."""

import re
from urllib.parse import parse_qsl

from selectolax.lexbor import LexborHTMLParser

from reportedly.read.kinds_called import is_called_list
from reportedly.read.kinds_signs import Signs, address_of, called, phrases
from reportedly.read.kinds_teasers import FEWEST_TEASERS, Teasers, is_body_of_teasers, read_teasers
from reportedly.read.sight import Sight
from reportedly.records import Refusal

# Where a page calls itself a list, three are enough, and an introduction may stand before them.
_FEWEST_CALLED = 3
# An author's life may be this much longer than the headlines below it.
_LONGEST_INTRODUCTION = 2
_FEWEST_IMAGES = 3
# A few teasers make a list where a page has no text of its own, or at an outlet's front hardly any.
_FEWEST_BARE = 4
_MOST_BARE_LETTERS = 0
_MOST_FRONT_LETTERS = 400
_MOST_CAPTION_LETTERS = 140
# Captions in the body are no longer than this, and there is a picture for each, of so many at least.
_LONGEST_CAPTION = 320
_FEWEST_PICTURES = 4
PICTURES = (
    "figure img, [class*=galler] img, [class*=slide] img, [class*=photo] img, [class*=foto] img, "
    "a > img, li > img"
)
_LIST_TYPES = frozenset({"CollectionPage", "SearchResultsPage", "ItemList"})
_GALLERY_TYPES = frozenset({"ImageGallery", "MediaGallery"})
_TYPE = re.compile(r'"@type"\s*:\s*"(\w+)"')
_SCRIPTS = 'script[type="application/ld+json"]'
_SEARCH_PATH = re.compile(
    r"(?:^|/)(?:search|suche|recherche|buscar|buscador|busca|pesquisa|ricerca|arama|ara|zoeken|sok|sog|poisk|hledat|szukaj)(?:[/.]|$)",
    re.I,
)
_SEARCH_KEYS = frozenset(
    {
        "s",
        "q",
        "query",
        "search",
        "suche",
        "keyword",
        "keywords",
        "searchterm",
        "kelime",
        "text",
        "trefwoord",
        "wd",
        "term",
        "zoek",
    }
)
_GALLERY_PATH = re.compile(
    r"(?:^|[/-])(?:gallery|galleries|galerie|galeria|fotogalerie|fotogaleria|fotogallery|bildergalerie|fotostrecke"
    r"|fotostrecken|slideshow|diaporama|photos?|fotos?|foto-?galeri|imagenes|album|photo-gallery|pictures|in-pictures|bilder)(?:[/.-]|$)",
    re.IGNORECASE,
)

_FRONT = Refusal(reason="front-page", words="This is a home page: teasers of many articles, not one.")
_SECTION = Refusal(reason="section-front", words="This is a list of teasers that link to articles, not one.")
_SEARCH = Refusal(reason="search-results", words="This is a list of what a search has found, not an article.")
_GALLERY = Refusal(reason="gallery", words="This is a gallery of pictures without a text of its own.")


def find_list(sight: Sight, signs: Signs, tree: LexborHTMLParser | None) -> Refusal | None:
    """Return the refusal of a page that lists articles or pictures, None for any other.

    `tree` tells how many pictures there are and which schema.org types the page has.
    """
    if _is_gallery(sight, signs, tree):
        return _GALLERY
    if signs.is_dated:
        return None
    teasers = read_teasers(sight)
    is_empty = signs.own < _MOST_CAPTION_LETTERS
    if _is_search(sight, signs, teasers, is_empty=is_empty):
        return _SEARCH
    if _is_called_list(sight, signs, teasers):
        return section_refusal(signs)
    if not (teasers.are_all or _is_bare_list(signs, teasers)):
        is_list = not signs.is_item and is_body_of_teasers(sight, teasers)
        return section_refusal(signs) if is_list else None
    types = linked_types(tree)
    if "SearchResultsPage" in types:
        return _SEARCH
    if (signs.is_deep or signs.is_called_article) and not signs.is_front and not types & _LIST_TYPES:
        return None
    return section_refusal(signs)


def _is_called_list(sight: Sight, signs: Signs, teasers: Teasers) -> bool:
    """Return whether a page that calls itself a list, or stands at a front, has teasers and no story.

    What introduces a list (who the author is, what the topic) stands before it.
    """
    if teasers.links < _FEWEST_CALLED or teasers.story_letters > teasers.opening:
        return False
    if signs.is_front and not signs.is_called_article:
        return teasers.links >= FEWEST_TEASERS
    is_introduction = teasers.opening <= _LONGEST_INTRODUCTION * (teasers.blurb_letters + teasers.linked)
    return is_introduction and is_called_list(sight, signs)


def _is_bare_list(signs: Signs, teasers: Teasers) -> bool:
    """Return whether a few teasers are all there is: at an outlet's front, or with no text beside them."""
    most = _MOST_FRONT_LETTERS if signs.is_front else _MOST_BARE_LETTERS
    return teasers.links >= _FEWEST_BARE and signs.own <= most and not signs.is_called_article


def linked_types(tree: LexborHTMLParser | None) -> frozenset[str]:
    """Return the names of all schema.org types in a page's scripts."""
    if tree is None:
        return frozenset()
    return frozenset(name for node in tree.css(_SCRIPTS) for name in _TYPE.findall(node.text()))


def _is_gallery(sight: Sight, signs: Signs, tree: LexborHTMLParser | None) -> bool:
    """Return whether a page shows pictures and, but for their captions, has no text."""
    if tree is None or not is_called_gallery(sight, tree):
        return False
    if signs.own < _MOST_CAPTION_LETTERS:
        return len(tree.css("img")) >= _FEWEST_IMAGES and not signs.is_dated
    if signs.is_called_article:
        return False
    texts = [sight.blocks[i].length for i in sight.body]
    return max(texts) <= _LONGEST_CAPTION and len(tree.css(PICTURES)) >= max(_FEWEST_PICTURES, len(texts))


def is_called_gallery(sight: Sight, tree: LexborHTMLParser) -> bool:
    """Return whether a page's address, its title or its markup calls it a gallery."""
    words = phrases("gallery", sight.language)
    return (
        bool(_GALLERY_PATH.search(address_of(sight).path))
        or any(words.found(name) for name in called(sight))
        or bool(linked_types(tree) & _GALLERY_TYPES)
    )


def gallery_refusal() -> Refusal:
    """Return the refusal of a gallery."""
    return _GALLERY


def section_refusal(signs: Signs) -> Refusal:
    """Return the refusal of a list of teasers: a home page at the top of a site, else a section's."""
    return _FRONT if signs.is_front else _SECTION


def count_teasers(sight: Sight) -> int:
    """Return how many links as long as headlines a page has."""
    return read_teasers(sight).links


def _is_search(sight: Sight, signs: Signs, teasers: Teasers, *, is_empty: bool) -> bool:
    """Return whether a page's address or title is that of a search, and it lists something or nothing."""
    if signs.is_called_article or signs.is_deep or not (teasers.links or is_empty):
        return False
    address = address_of(sight)
    keys = {key.lower() for key, _ in parse_qsl(address.query)}
    is_path = bool(_SEARCH_PATH.search(address.path))
    if keys & _SEARCH_KEYS and (is_path or address.path in ("", "/")):
        return True
    if is_path and (teasers.links >= _FEWEST_CALLED or is_empty):
        return True
    words = phrases("search_results", sight.language)
    return any(words.found(name) for name in called(sight))
