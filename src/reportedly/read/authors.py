"""Whose byline a report carries."""

import re
from collections.abc import Iterator

from reportedly.read.document import Region
from reportedly.read.folding import fold
from reportedly.read.markup import texts_of
from reportedly.read.shown_dates import find_dates
from reportedly.read.sight import Sight, marked_up, shown
from reportedly.records import Field, Span

_LONGEST_BYLINE = 120
_LONGEST_NAME = 60
_AND = re.compile(r"\s*(?:,|;|\||&|\s(?:and|und|et|y|e|и|و|ve|og|och|en)\s)\s*")
_META = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl")
_ADDRESS = re.compile(r"^(?:https?:|www\.|@|/)|@\w+\.\w")
_NAME = re.compile(r"[^\W\d_][\w.'’\-]*(?:\s+[^\W\d_][\w.'’\-]*){0,5}")


def find_authors(sight: Sight) -> tuple[Field[str], ...]:
    """Return the authors a page names, in order, each once: from its markup, else from its byline."""
    for found in (_linked(sight), _marked(sight), _meta(sight), _printed(sight)):
        authors = {fold(f.value): f for f in reversed(list(found))}
        if authors:
            return tuple(reversed(authors.values()))
    return ()


def _linked(sight: Sight) -> Iterator[Field[str]]:
    for linked in sight.markup.articles[:1]:
        for name in texts_of(linked, "author"):
            yield from (marked_up(n, "json-ld:author", 0.9) for n in _names(sight, name))


def _marked(sight: Sight) -> Iterator[Field[str]]:
    for name, value in sight.markup.marked:
        if name == "author" and len(value) <= _LONGEST_BYLINE:
            yield from (marked_up(n, '[itemprop="author"]', 0.8) for n in _names(sight, value))


def _meta(sight: Sight) -> Iterator[Field[str]]:
    for name in _META:
        value = sight.markup.meta.get(name)
        if value:
            yield from (marked_up(n, f'meta[name="{name}"]', 0.8) for n in _names(sight, value))
            return


def _printed(sight: Sight) -> Iterator[Field[str]]:
    """Yield the names in a byline near the headline: a block marked as one, or one that says "By …"."""
    by = "|".join(re.escape(w) for w in sorted(sight.page_words.by, key=len, reverse=True))
    pattern = re.compile(rf"(?:{by})\s*:?\s+(?P<names>\S.*)", re.IGNORECASE) if by else None
    for index in sight.head():
        block = sight.blocks[index]
        if block.length > _LONGEST_BYLINE:
            continue
        words = sight.words(index)
        match = pattern.match(words) if pattern else None
        if match and _NAME.match(match["names"]) and match["names"][:1].isupper():
            names = _before_date(match["names"], sight.language)
            yield from _spans(sight, names, block.span.start + match.start("names"), 0.8)
            return
        names = _before_date(words, sight.language)
        marked = sight.document.regions(block) & Region.BYLINE
        if marked and _NAME.fullmatch(names) and names[:1].isupper():
            yield from _spans(sight, names, block.span.start, 0.6)
            return


def _before_date(words: str, language: str) -> str:
    """Return a byline without the date that some pages print behind the names."""
    span = next((span for span, _ in find_dates(words, language)), None)
    return words[: span.start].rstrip(" ,|·-–—") if span else words


def _spans(sight: Sight, names: str, start: int, sure: float) -> Iterator[Field[str]]:
    for name in _names(sight, names):
        at = start + names.find(name)
        yield shown(name, Span(at, at + len(name)), sure)


def _names(sight: Sight, value: str) -> Iterator[str]:
    """Yield the single names of a byline, without "By" and addresses."""
    for part in _AND.split(value):
        name = part.strip(" .:")
        for word in sorted(sight.page_words.by, key=len, reverse=True):
            if name.lower().startswith(f"{word} "):
                name = name[len(word) :].strip(" :")
                break
        if name and len(name) <= _LONGEST_NAME and not _ADDRESS.search(name):
            yield name
