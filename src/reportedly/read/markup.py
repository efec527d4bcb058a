"""What a page's markup says of the article, apart from its visible text."""

import itertools
import json
import re
from collections.abc import Iterator
from typing import Any

import msgspec
from selectolax.lexbor import LexborHTMLParser, LexborNode

from reportedly.read.scripted_dates import counted_moments, scripted_moments

# The schema.org types that stand for one article; their sub-types end in the same words.
_ARTICLE_TYPES = ("Article", "BlogPosting", "Posting", "Report", "Review", "WebPage")
# Some sites put a megabyte of other stories into one script.
_MOST_JSON = 2_000_000
_DEEPEST_JSON = 6
_COMMA_BEFORE_END = re.compile(r",\s*([}\]])")
_CDATA = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$")

_FACTS = ("datePublished", "dateModified", "author", "headline")
_PROPERTIES = frozenset(_FACTS) | {f"schema:{name}" for name in _FACTS}
# Microdata, and RDFa outside the head. Which of it states a fact is asked of the elements found: a selector
# for each fact has every element of the page compared with all of them.
_MICRODATA = "[rel=author],[itemprop],[property]:not(meta)"
# What the names of meta elements for authors end with ("article:author", "DC.creator", "byl").
_BYLINES = ("author", "authors", "creator", "byl")
# Links to the page of an author hold this in English, French, German, Spanish, Portuguese and others.
_AUTHOR_LINKS = ("/author", "/autor", "/auteur", "/autore")
# Objects that are no article but may be all that a page is about, with a date of their own.
_RECORDING_TYPES = ("VideoObject", "AudioObject", "Episode", "Recipe", "FAQPage", "CreativeWork")
# Elements that carry the moment of publishing, by the classes and attributes in use for it.
_DATED = "abbr.published,abbr[data-utime],span.published,span.updated"
_TOLD_BY_TAG = frozenset({"time", "h1", "meta", "base"})
# Everything that is looked at, in one walk over the page: a walk takes longer than what is found.
_LINKED_DATA = "application/ld+json"
_TOLD = f'{_MICRODATA},time,h1,meta,base,script[type="{_LINKED_DATA}"],a[href*="/aut"],{_DATED}'
# The words of the first of each are looked at; news pages list the authors of other stories further down.
_MOST_HEADINGS = 8
_MOST_SIGNED = 12
_PIECE_END = "\x1f"

Attributes = dict[str, str | None]
LinkedData = dict[str, Any]  # one schema.org object as parsed; it never leaves this room


class Markup(msgspec.Struct, frozen=True):
    """The statements of a page's markup.

    `meta` holds the first content of each meta name or property in lower case, `articles` the
    schema.org objects that stand for an article with the most article-like first, `marked` the
    (itemprop, property or rel, value) of elements with microdata or RDFa, `times` the (datetime, text)
    of `<time>`. `headings` holds the pieces of text that the page's first level-1 headings are made of,
    `names` the names of schema.org objects by their `@id`, `signed` the words of links to an author's page.
    `dated` holds the (class or attribute, value) of elements named for their moment or, where no other
    markup tells of the publishing, the ("script:" key, value) of data in scripts, `recordings` the
    schema.org objects that stand for a video, a recipe and the like. `bylines` holds the (name, content)
    of all meta elements for authors, of which a page has one for each; `base` the address that `<base>`
    has the page's links begin at.
    """

    meta: dict[str, str]
    articles: list[LinkedData]
    marked: list[tuple[str, str]]
    times: list[tuple[str, str]]
    title: str | None
    language: str | None
    canonical: str | None
    headings: list[list[str]] = []
    names: dict[str, str] = {}
    signed: list[str] = []
    dated: list[tuple[str, str]] = []
    recordings: list[LinkedData] = []
    base: str | None = None
    bylines: list[tuple[str, str]] = []


def read_markup(tree: LexborHTMLParser) -> Markup:
    """Return what the markup of a parsed page says; broken JSON-LD is mended where one comma is at fault."""
    html = tree.css_first("html")
    title = tree.css_first("title")
    canonical = tree.css_first('link[rel="canonical"]')
    told = _told(tree)
    objects = _linked_data(told.get("script", []))
    metas = [node.attributes for node in told.get("meta", [])]
    meta = _meta(metas)
    return Markup(
        meta=meta,
        articles=_articles(objects),
        marked=list(_marked(told)),
        times=[(n.attrs.sget("datetime"), n.text(strip=True)) for n in told.get("time", [])],
        title=title.text(strip=True) or None if title else None,
        language=html.attrs.get("lang") or html.attrs.get("xml:lang") if html else None,
        canonical=canonical.attrs.get("href") if canonical else None,
        headings=[_pieces(node) for node in told.get("h1", [])[:_MOST_HEADINGS]],
        names=_names(objects),
        signed=list(_signed(told.get("a", []))),
        dated=list(_dated(told)) or list(_scripted(tree, meta, objects)),
        bylines=list(_bylines(metas)),
        recordings=[o for o in objects if _is_of(o, _RECORDING_TYPES)],
        base=next((n.attrs.get("href") for n in told.get("base", [])), None),
    )


def _told(tree: LexborHTMLParser) -> dict[str, list[LexborNode]]:
    """Return the elements that say something of the article, by their tags, each in the page's order."""
    found: dict[str, list[LexborNode]] = {}
    last = 0
    for node in tree.css(_TOLD):
        if node.mem_id != last:
            last = node.mem_id
            tag = node.tag or ""
            if tag in _TOLD_BY_TAG or _tells(tag, node.attributes):
                found.setdefault(tag, []).append(node)
    return found


def _tells(tag: str, attributes: Attributes) -> bool:
    """Return whether an element's attributes state a fact, or name it for linked data, author or moment."""
    get = attributes.get
    if get("rel") == "author" or get("itemprop") in _FACTS or get("property") in _PROPERTIES:
        return True
    if tag == "script":
        return (get("type") or "").lower() == _LINKED_DATA
    if tag == "a":
        return "/aut" in (get("href") or "")
    if tag == "abbr" and "data-utime" in attributes:
        return True
    return tag in ("abbr", "span") and not {"published", "updated"}.isdisjoint((get("class") or "").split())


def _meta(nodes: list[Attributes]) -> dict[str, str]:
    found: dict[str, str] = {}
    for attributes in nodes:
        get = attributes.get
        name = get("property") or get("name") or get("itemprop") or get("http-equiv")
        content = get("content")
        if name and content and content.strip():
            found.setdefault(name.strip().lower(), content.strip())
    return found


def _bylines(nodes: list[Attributes]) -> Iterator[tuple[str, str]]:
    """Yield what each meta element for an author says, with its name in lower case."""
    for attributes in nodes:
        get = attributes.get
        name = (get("property") or get("name") or get("itemprop") or "").strip().lower()
        content = (get("content") or "").strip()
        if content and name.endswith(_BYLINES):
            yield name, content


def _marked(told: dict[str, list[LexborNode]]) -> Iterator[tuple[str, str]]:
    """Yield the microdata that stands for an article's own facts, as (itemprop or rel, value)."""
    for node in itertools.chain.from_iterable(told.values()):
        get = node.attributes.get
        name = get("itemprop") or get("rel") or ""
        if node.tag != "meta":
            name = name or (get("property") or "").removeprefix("schema:")
        if name not in _FACTS:
            continue
        value = get("content") or get("datetime") or _short_text(node.text(separator=" ", strip=True))
        if value:
            yield name, value


def _dated(told: dict[str, list[LexborNode]]) -> Iterator[tuple[str, str]]:
    """Yield the moments of elements that are named for them, as (class or attribute, value)."""
    for node in (*told.get("abbr", []), *told.get("span", [])):
        get = node.attrs.get
        moment, names = get("data-utime"), get("class") or ""
        if moment:
            yield "data-utime", moment
        elif {"published", "updated"} & set(names.split()):
            yield names, get("title") or _short_text(node.text(separator=" ", strip=True))


def _scripted(
    tree: LexborHTMLParser, meta: dict[str, str], objects: list[LinkedData]
) -> Iterator[tuple[str, str]]:
    """Yield the moments in scripts of a page whose other markup names none."""
    in_meta = any("publ" in name or "date" in name for name in meta)
    if not in_meta and not any("datePublished" in linked for linked in objects):
        yield from ((f"script:{key}", value) for key, value in scripted_moments(tree))
        yield from ((f"script:{name}", value) for name, value in counted_moments(tree))


def _short_text(text: str) -> str:
    return text if len(text) < 300 else ""


def _pieces(node: LexborNode) -> list[str]:
    """Return the texts that an element is made of, white space folded, without empty ones."""
    found = (" ".join(piece.split()) for piece in node.text(separator=_PIECE_END).split(_PIECE_END))
    return [piece for piece in found if piece]


def _signed(links: list[LexborNode]) -> Iterator[str]:
    """Yield the words of the first links to a page about an author."""
    for node in links[:_MOST_SIGNED]:
        href = node.attributes.get("href") or ""
        words = " ".join(node.text().split())
        if words and any(part in href for part in _AUTHOR_LINKS):
            yield words


def _linked_data(scripts: list[LexborNode]) -> list[LinkedData]:
    objects: list[LinkedData] = []
    for node in scripts:
        raw = node.text(strip=True)
        if raw and len(raw) < _MOST_JSON:
            objects.extend(_objects(_parsed(raw), 0))
    return objects


def _articles(objects: list[LinkedData]) -> list[LinkedData]:
    found = [(o, _rank(o)) for o in objects]
    return [o for o, rank in sorted(found, key=lambda pair: pair[1]) if rank < len(_ARTICLE_TYPES)]


def _names(objects: list[LinkedData]) -> dict[str, str]:
    """Return the names that a graph gives its objects, by their identifiers."""
    return {
        linked["@id"]: linked["name"]
        for linked in objects
        if isinstance(linked.get("@id"), str) and isinstance(linked.get("name"), str)
    }


def _parsed(raw: str) -> object:
    """Return the parsed JSON, with control characters, comment marks and trailing commas forgiven."""
    try:
        return json.loads(raw, strict=False)
    except (ValueError, RecursionError):
        pass
    try:
        return json.loads(_COMMA_BEFORE_END.sub(r"\1", _CDATA.sub("", raw)), strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(value: object, depth: int) -> Iterator[LinkedData]:
    """Yield every typed object of a graph, list or nest."""
    if depth > _DEEPEST_JSON:
        return
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart"):
            if isinstance(value.get(key), dict | list):
                yield from _objects(value[key], depth + 1)


def _rank(linked: LinkedData) -> int:
    """Return how unlike an article an object is: 0 for a NewsArticle, more for a mere web page."""
    ranks = [i for i, end in enumerate(_ARTICLE_TYPES) for t in _types(linked) if t.endswith(end)]
    return min(ranks, default=len(_ARTICLE_TYPES))


def _is_of(linked: LinkedData, ends: tuple[str, ...]) -> bool:
    return any(name.endswith(ends) for name in _types(linked))


def _types(linked: LinkedData) -> list[str]:
    types = linked["@type"] if isinstance(linked["@type"], list) else [linked["@type"]]
    return [t for t in types if isinstance(t, str)]


def text_of(linked: LinkedData, key: str) -> str | None:
    """Return a property of an object as one string, from a string, a list or an object with a name."""
    return next(iter(texts_of(linked, key)), None)


def texts_of(linked: LinkedData, key: str) -> list[str]:
    """Return a property of an object as strings: those of a list, and the names of objects."""
    value = linked.get(key)
    found: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        text = item.get("name") if isinstance(item, dict) else item
        if isinstance(text, list):
            found += [t for t in text if isinstance(t, str)]
        elif isinstance(text, str):
            found.append(text)
    return [whole for text in found if (whole := _without_half_characters(text).strip())]


def _without_half_characters(text: str) -> str:
    r"""Return a string without the lone halves of characters that JSON can escape ("\ud83d")."""
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
