"""Pages that lead to articles and are none: home pages, section fronts, search results, galleries."""

import re
from urllib.parse import parse_qsl

import msgspec
from selectolax.lexbor import LexborHTMLParser

from reportedly.read.document import Block, Region
from reportedly.read.kinds_called import is_called_list
from reportedly.read.kinds_signs import Signs, address_of, called, is_running, is_wide_script, phrases
from reportedly.read.sight import Sight
from reportedly.records import Refusal

# A teaser's headline is a link of at least this length that fills its block.
_SHORTEST_TEASER = 20
_SHORTEST_WIDE_TEASER = 9
_SHORTEST_DATED_WIDE = 6
_MOSTLY_LINK = 0.8
# Beside it may stand a day in figures, of so many characters with a time.
_LONGEST_DAY = 24
_OF_DAY = re.compile(r"[\d\s:./()\[\]年月日-]+")
# More running text than this between two teasers' headlines is a story; teasers have a sentence or three.
_LONGEST_BLURB = 420
# Fronts have this many teasers at least, and little running text that is not one of them.
_FEWEST_TEASERS = 6
_MOST_STORY = 0.3
# Where a page calls itself a list, three are enough, and an introduction no longer than all of them may stand
# before them.
_FEWEST_CALLED = 3
# So many links, and next to no text beside them, are a list too.
_FEWEST_LINKS = 8
_FEWEST_IMAGES = 3
# A few teasers make a list where a page has no text of its own, or at an outlet's front hardly any.
_FEWEST_BARE = 4
_MOST_BARE_LETTERS = 0
_MOST_FRONT_LETTERS = 400
_MOST_CAPTION_LETTERS = 140
_SKIPPED = (
    Region.NAVIGATION
    | Region.FOOTER
    | Region.HIDDEN
    | Region.DIALOG
    | Region.COMMENTS
    | Region.TAGS
    | Region.FORM
)
_LIST_TYPES = frozenset({"CollectionPage", "SearchResultsPage", "ItemList"})
_GALLERY_TYPES = frozenset({"ImageGallery", "MediaGallery"})
_TYPE = re.compile(r'"@type"\s*:\s*"(\w+)"')
_SCRIPTS = 'script[type="application/ld+json"]'
_SEARCH_PATH = re.compile(
    r"(?:^|/)(?:search|suche|recherche|buscar|busca|pesquisa|ricerca|arama|zoeken)(?:[/.]|$)", re.I
)
_SEARCH_KEYS = frozenset({"s", "q", "query", "search", "suche", "keyword", "keywords", "searchterm"})
_GALLERY_PATH = re.compile(
    r"(?:^|[/-])(?:gallery|galleries|galerie|galeria|fotogalerie|fotogaleria|fotogallery|bildergalerie|fotostrecke"
    r"|fotostrecken|slideshow|diaporama|photos?|fotos?|foto-?galeri|imagenes|album|photo-gallery|pictures|in-pictures|bilder)(?:[/.-]|$)",
    re.IGNORECASE,
)

_FRONT = Refusal(reason="front-page", words="This is a home page: teasers of many articles, not one.")
_SECTION = Refusal(reason="section-front", words="This is a list of teasers that link to articles, not one.")
_SEARCH = Refusal(reason="search-results", words="This is a list of what a search has found, not an article.")
_GALLERY = Refusal(reason="gallery", words="This is a gallery of pictures without a text of its own.")


class _Teasers(msgspec.Struct, frozen=True):
    """How many headlines are links, how many have a blurb, and how the running text is shared out.

    `opening` counts the letters of the story before the first of them, `linked` those of the headlines.
    """

    links: int
    linked: int
    blurbs: int
    blurb_letters: int
    story_letters: int
    opening: int

    @property
    def are_all(self) -> bool:
        """Return whether the page is teasers, or links, and next to nothing else."""
        running = self.blurb_letters + self.story_letters
        if self.blurbs >= _FEWEST_TEASERS and self.story_letters <= _MOST_STORY * running:
            return True
        return self.links >= _FEWEST_LINKS and running < self.links * _SHORTEST_TEASER


def find_list(sight: Sight, signs: Signs, tree: LexborHTMLParser | None) -> Refusal | None:
    """Return the refusal of a page that lists articles or pictures, None for any other.

    `tree` tells how many pictures there are and which schema.org types the page has.
    """
    if signs.is_dated:
        return None
    if _is_gallery(sight, signs, tree):
        return _GALLERY
    teasers = _teasers(sight)
    is_empty = signs.own < _MOST_CAPTION_LETTERS
    if (teasers.links or is_empty) and _is_search(sight, signs):
        return _SEARCH
    if _is_called_list(sight, signs, teasers):
        return section_refusal(signs)
    if not (teasers.are_all or _is_bare_list(signs, teasers)):
        return None
    types = linked_types(tree)
    if "SearchResultsPage" in types:
        return _SEARCH
    if (signs.is_deep or signs.is_called_article) and not signs.is_front and not types & _LIST_TYPES:
        return None
    return section_refusal(signs)


def _is_called_list(sight: Sight, signs: Signs, teasers: _Teasers) -> bool:
    """Return whether a page that calls itself a list, or stands at a front, has teasers and no story.

    What introduces a list (who the author is, what the topic) stands before it.
    """
    if teasers.links < _FEWEST_CALLED or teasers.story_letters > teasers.opening:
        return False
    if signs.is_front and not signs.is_called_article:
        return teasers.links >= _FEWEST_TEASERS
    is_introduction = teasers.opening <= teasers.blurb_letters + teasers.linked
    return is_introduction and is_called_list(sight, signs)


def _is_bare_list(signs: Signs, teasers: _Teasers) -> bool:
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
    if signs.own >= _MOST_CAPTION_LETTERS or tree is None:
        return False
    return is_called_gallery(sight, tree) and len(tree.css("img")) >= _FEWEST_IMAGES


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
    return _teasers(sight).links


def _is_search(sight: Sight, signs: Signs) -> bool:
    """Return whether a page's address or title is that of a search."""
    if signs.is_called_article or signs.is_deep:
        return False
    address = address_of(sight)
    keys = {key.lower() for key, _ in parse_qsl(address.query)}
    if keys & _SEARCH_KEYS and (_SEARCH_PATH.search(address.path) or address.path in ("", "/")):
        return True
    words = phrases("search_results", sight.language)
    return any(words.found(name) for name in called(sight))


def _teasers(sight: Sight) -> _Teasers:
    """Return how a page's running text is shared out between the links that head it."""
    boxes = sight.document.boxes
    runs, links, linked = [0], 0, 0
    for block in sight.blocks:
        if boxes[block.box].regions & _SKIPPED:
            continue
        if _is_teaser_head(block):
            runs.append(0)
            links += 1
            linked += block.linked
        elif is_running(block):
            runs[-1] += block.length - block.linked
    blurbs = [letters for letters in runs[1:] if 0 < letters <= _LONGEST_BLURB]
    return _Teasers(links, linked, len(blurbs), sum(blurbs), sum(runs) - sum(blurbs), runs[0])


def _is_teaser_head(block: Block) -> bool:
    """Return whether a block is a link as long as a headline, and beside it at most a day in figures."""
    words, shortest = block.words, _SHORTEST_WIDE_TEASER
    if block.linked < _MOSTLY_LINK * block.length:
        if not block.linked or block.length - block.linked > _LONGEST_DAY:
            return False
        words, shortest = _OF_DAY.sub("", words), _SHORTEST_DATED_WIDE
        if len(words) > block.linked:
            return False
    return block.linked >= _SHORTEST_TEASER or (block.linked >= shortest and is_wide_script(words))
