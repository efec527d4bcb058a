"""The authors that a page's markup names."""

import re
from collections.abc import Iterator

import msgspec

from reportedly.language import load_language
from reportedly.read.authors_names import looks_like_person, single_names
from reportedly.read.folding import fold
from reportedly.read.headline_candidates import is_site, site_names
from reportedly.read.markup import LinkedData
from reportedly.read.sight import Sight

_META = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl")
# Any other meta element whose name ends so gives an author, too ("cXenseParse:author", "articleauthor").
_META_ENDS = ("author", "authors", "citation_author")
_OF_APP = "smartbanner"  # these name the maker of the outlet's app
_OF_SITE = ("web_author",)
_TURNED = ("citation_author", "citation_authors", "dc.creator")
# An address's name for an author, not the name ("ana-torv").
_SLUG = re.compile(r"[a-z]+(?:-[a-z]+)+")
# A shorter part of an address can stand in a person's name by chance.
_LONG_LABEL = 6
# What a company's name has more than its address: "Ltd", "Inc.".
_MORE = 4
# Microdata that holds more characters holds a teaser or a note about the author.
_LONGEST_BYLINE = 160


class Declared(msgspec.Struct, frozen=True):
    """The names that one kind of markup gives, in order, and that markup; how sure it is on its own."""

    names: tuple[str, ...]
    markup: str
    confidence: float


def declared_authors(sight: Sight) -> Iterator[Declared]:
    """Yield what each kind of markup says of the authors, the most reliable kind first."""
    for linked in sight.markup.articles[:_MOST_ARTICLES]:
        yield Declared(tuple(_of_linked(sight, linked)), "json-ld:author", 0.9)
    for meta, values in _meta(sight):
        spoken = [_turned(value) if meta in _TURNED else value for value in values]
        names = [without_outlet(sight, n) for value in spoken for n in single_names(value, sight.language)]
        yield Declared(tuple(names), f'meta[name="{meta}"]', 0.8)
    yield Declared(tuple(_marked(sight)), '[itemprop="author"]', 0.8)


def is_outlet(sight: Sight, name: str) -> bool:
    """Return whether a name is the outlet's: its site's, or the letters of its address."""
    if is_site(sight, name):
        return True
    host = (sight.url or sight.markup.canonical or "//").split("/")[2:3]
    labels = "".join(host).removeprefix("www.").split(".")
    label = max(labels[:-1] or labels, key=len).replace("-", "")
    plain = "".join(c for c in fold(name) if c.isalnum())
    initials = "".join(word[0] for word in fold(name).split())
    return label == initials or (
        len(label) >= _LONG_LABEL and label in plain and len(plain) <= len(label) + _MORE
    )


def without_outlet(sight: Sight, name: str) -> str:
    """Return a person's name without the outlet that markup or byline sets behind it.

    "Ana Torv for the Ledger", "Ana Torv Lindmark Ledger"; a name is as it is where no full name is left.
    """
    head = name
    for word in (*sight.page_words.written_for, *load_language("en").page_words.written_for):
        at = head.lower().find(f" {word} ")
        head = head[:at] if at > 0 and looks_like_person(head[:at]) else head
    for site in site_names(sight):
        if fold(head).endswith(f" {fold(site)}") and len(site) < len(head):
            head = head[: -len(site)].rstrip(" .,|/–—-")
    return head if looks_like_person(head) else name


def _turned(value: str) -> str:
    """Return a name as it is spoken, from the form of catalogues ("Torv, Ana")."""
    family, comma, given = value.partition(",")
    return f"{given.strip()} {family.strip()}" if comma and "," not in given else value


_MOST_ARTICLES = 3


def _of_linked(sight: Sight, linked: LinkedData) -> Iterator[str]:
    """Yield the names of an article's authors in linked data, references into the graph followed."""
    authors = linked.get("author")
    for author in authors if isinstance(authors, list) else [authors]:
        organisation = _organisation(author)
        if organisation:
            yield organisation
            continue
        for name in _written(sight, author):
            names = single_names(name, sight.language)
            names = [without_outlet(sight, n) for n in names]
            yield from [n for n in names if not is_outlet(sight, n)] or names


def _organisation(author: object) -> str | None:
    """Return an organisation's name, which is one however it is punctuated, without its motto."""
    is_one = isinstance(author, dict) and str(author.get("@type")).endswith("Organization")
    name = author.get("name") if isinstance(author, dict) and is_one else None
    return name.split("|")[0].strip() if isinstance(name, str) else None


def _written(sight: Sight, author: object) -> list[str]:
    """Return an author's name as the linked data writes it; a list where it lists several."""
    if isinstance(author, str):
        return [author]
    if not isinstance(author, dict):
        return []
    name = author.get("name")
    if isinstance(name, list):
        return [part for part in name if isinstance(part, str)]
    if isinstance(name, str) and name.strip():
        return [name]
    parts = [author[key] for key in ("givenName", "familyName") if isinstance(author.get(key), str)]
    if parts:
        return [" ".join(parts)]
    referred = sight.markup.names.get(str(author.get("@id")))
    return [referred] if referred else []


def _meta(sight: Sight) -> Iterator[tuple[str, list[str]]]:
    """Yield each meta element's name for authors with all it says, the usual names first."""
    found: dict[str, list[str]] = {name: [] for name in _META}
    for name, value in sight.markup.bylines:
        usual = name in _META or (name.endswith(_META_ENDS) and not name.startswith(_OF_APP))
        if usual and name not in _OF_SITE and not _SLUG.fullmatch(value):
            found.setdefault(name, []).append(value)
    yield from ((name, values) for name, values in found.items() if values)


def _marked(sight: Sight) -> Iterator[str]:
    """Yield the authors in microdata that also stand near the headline, else the first of them.

    Teasers and comments carry the same microdata further down the page.
    """
    given = [v for name, v in sight.markup.marked if name == "author" and len(v) <= _LONGEST_BYLINE]
    names = [name for value in given for name in single_names(value, sight.language)]
    head = fold(" ".join(sight.words(i) for i in sight.head()))
    # A link to the author's page can repeat the name with more around it ("All articles of Ana Torv").
    whole = [name for name in names if not any(o != name and o and o in name for o in names)]
    seen = [name for name in whole if fold(name) in head]
    yield from seen or (single_names(given[0], sight.language) if given else ())
