"""Links inside and below an article that lead to other stories."""

from collections.abc import Callable, Iterator

import msgspec

from reportedly.read.document import OUTSIDE, Region
from reportedly.read.related_labels import label_before, listed_below, may_begin_label, parted, related_box
from reportedly.read.related_links import Place, address_of, is_own, is_title, place_of
from reportedly.read.sight import Sight
from reportedly.records import Field, Link, Span

# No article has so many related stories; more of them are an index.
_MOST_LINKS = 40
# A block is a link where so much of it is in links.
_LINKED = 0.9
# How sure each kind of evidence is, set by eye: some 30 to 45 finds of each on the labelled pages were
# looked at, one a page (`relatedLink` occurs on too few). It names topics as often as stories; of 45 links
# alone, 14 led to goods, services and forms.
_LABELLED = 0.95
_HEADED = 0.9
_NAMED = 0.85
_ALONE = 0.6
_DECLARED = 0.6
# Words that a label introduces may be fewer than a headline's.
_SHORTEST_LABELLED = 8
# Shorter ones that stand alone are buttons, chapters and goods as often as stories.
_SHORTEST_ALONE = 30
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NEVER = Region.HIDDEN | Region.COMMENTS | Region.FORM | Region.DIALOG | Region.PROMOTION
_NOT_ALONE = (OUTSIDE & ~Region.RELATED) | Region.BYLINE | Region.MEDIA | Region.FIGURE | Region.HEADER


class _Found(msgspec.Struct, frozen=True):
    """Where the words of a link to a related story stand, and why it is one."""

    span: Span
    confidence: float
    label: Span | None = None
    markup: str | None = None
    is_alone: bool = False


def find_related(sight: Sight) -> tuple[Field[Link], ...]:
    """Return the links to other stories, each address once: as they stand, then what markup alone names.

    A link counts where words introduce it ("Read also: …") or head its list, where its box is named for
    related stories, or where it is a paragraph of its own inside the article and leads to the same site.
    Links in mid-sentence, navigation, tags and places to share the page do not.
    """
    place = place_of(sight.markup, sight.url)
    found: dict[str, Field[Link]] = {}
    for field in (*_shown(sight, place), *_declared(sight, place)):
        found.setdefault(field.value.url.partition("//")[2].rstrip("/") or field.value.url, field)
    return tuple(found.values())[:_MOST_LINKS]


def _shown(sight: Sight, place: Place) -> Iterator[Field[Link]]:
    """Yield the links that stand in the text."""
    blocks, links = sight.blocks, sight.document.links
    if not sight.body or not links:
        return
    first = sight.headline if sight.headline is not None else sight.body_start
    listed = listed_below(sight, first)
    own = sight.document.regions(blocks[sight.body[0]])
    asked = range(first, len(blocks))
    likely = {i for i in {link[0] for link in links} if i in asked and _is_likely(sight, i, listed, own)}
    for start, end, node in links:
        if start not in likely:
            continue
        span = _inside(sight, start, node.text) if start == end else _title(sight, start, end)
        found = span and _found(sight, start, span, listed, own)
        url = address_of(node.attributes.get("href"), place) if found else None
        if found and url and (not found.is_alone or is_own(url, place)):
            link = Link(url=url, words=found.span.of(sight.document.text), label=found.label)
            yield Field(value=link, span=found.span, markup=found.markup, confidence=found.confidence)


def _is_likely(sight: Sight, index: int, listed: dict[int, Span], own: int) -> bool:
    """Return whether anything about a block speaks for its links, before they are looked at one by one."""
    block = sight.blocks[index]
    regions = sight.document.regions(block)
    if regions & _NEVER & ~own:
        return False
    is_named = index in listed or bool(regions & Region.RELATED)
    return is_named or may_begin_label(block.words, sight.page_words) or _is_alone(sight, index, own)


def _inside(sight: Sight, index: int, text: Callable[[], str]) -> Span | None:
    """Return where the words of a link within a line stand; None for a picture, or far into a text."""
    block = sight.blocks[index]
    words = " ".join(text().split()) if block.linked else ""
    at = block.words.find(words) if words else -1
    return Span(block.span.start + at, block.span.start + at + len(words)) if at >= 0 else None


def _title(sight: Sight, start: int, end: int) -> Span | None:
    """Return where the headline stands in a link around several lines: the heading, else the first."""
    spans = [sight.blocks[i] for i in range(start, end) if is_title(sight.words(i))]
    headings = (b for b in spans if sight.document.tag(b) in _HEADINGS)
    block = next(headings, spans[0] if spans else None)
    return block.span if block else None


def _found(sight: Sight, index: int, span: Span, listed: dict[int, Span], own: int) -> _Found | None:
    """Return why a link leads to a related story, None where nothing says so."""
    block, text = sight.blocks[index], sight.document.text
    label = label_before(sight, Span(block.span.start, span.start))
    if label is None:
        label, span = parted(sight, span)
    if label is not None:
        return _Found(span, _LABELLED, label) if span.end - span.start >= _SHORTEST_LABELLED else None
    if not is_title(span.of(text)):
        return None
    if index in listed:
        return _Found(span, _HEADED, listed[index])
    name = related_box(sight.document, block)
    if name is not None:
        return _Found(span, _NAMED, markup=name)
    return _Found(span, _ALONE, is_alone=True) if _is_alone(sight, index, own) else None


def _is_alone(sight: Sight, index: int, own: int) -> bool:
    """Return whether a block between the paragraphs of the article is nothing but a link."""
    block = sight.blocks[index]
    if index == sight.headline or sight.document.tag(block) in _HEADINGS or block.length < _SHORTEST_ALONE:
        return False
    is_between = sight.body[0] < index < sight.body[-1]
    regions = sight.document.regions(block) & ~own
    return is_between and block.linked >= _LINKED * block.length and not regions & _NOT_ALONE


def _declared(sight: Sight, place: Place) -> Iterator[Field[Link]]:
    """Yield what markup alone calls related."""
    for linked in sight.markup.articles:
        told = linked.get("relatedLink")
        for item in told if isinstance(told, list) else [told]:
            href, words = (item.get("url"), item.get("name")) if isinstance(item, dict) else (item, None)
            url = address_of(href, place) if isinstance(href, str) else None
            if url:
                named = words if isinstance(words, str) and words.strip() else None
                markup = "json-ld:relatedLink"
                yield Field(value=Link(url=url, words=named), markup=markup, confidence=_DECLARED)
