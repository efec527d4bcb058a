"""Drafts of choosers for words and times, the best first."""

import itertools
import re
from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborNode

from reportedly.read.folding import fold
from reportedly.read.machine_dates import read_stamp
from reportedly.read.shape_places import Layout
from reportedly.read.shape_selectors import selectors
from reportedly.read.shapes import SEVERAL, Chooser
from reportedly.read.shown_dates import find_dates
from reportedly.records import Article, Field, Span, Timestamp

# An element that holds a name among other words ("By X, chief writer") has at most so many of those.
_MOST_AROUND = 80
_LONGEST_LABEL = 30
_MOST_ELEMENTS = 12
_SPECIAL = re.compile(r"([.^$*+?{}\[\]\\|()])")
# How the paragraphs of a report begin and end, for fields that no element of their own holds.
_LOOSE = {
    "credits": (r"/\s*([^/\n]+?)\s*/?$", r"\(([^()\n]+)\)$", r"\[([^\[\]\n]+)\]$"),
    "dateline": (r"^([^()\n]{3,60}\([^()\n]+\))\s*[-–—:]", r"^([^a-z\n]{3,40}?)\s+[-–—]"),
    "outlet": (r"^([^:\n]{3,60}?)\s+[-–—/]\s+[^:\n]+:",),
    "desk": (r"^[^:\n]{3,60}?\s+[-–—/]\s+([^:\n]+):",),
}


def word_choosers(layout: Layout, article: Article, field: str) -> Iterator[Chooser]:
    """Yield choosers that may read a field of words: by its element, by a label, by markup, by place."""
    value = getattr(article, field)
    fields: Sequence[Field[str]] = value if field in SEVERAL else (value,)
    shown = [*_exact(layout, fields), *_labelled(layout, fields)]
    marked = list(_marked(layout, fields[0].value)) if len(fields) == 1 else []
    by_meta = (fields[0].markup or "").startswith("meta")
    yield from [*marked, *shown] if by_meta else [*shown, *marked]
    yield from (Chooser(pattern=pattern) for pattern in _LOOSE.get(field, ()))


def time_choosers(layout: Layout, article: Article, field: str) -> Iterator[Chooser]:
    """Yield choosers that may read a time: by an attribute that gives it, or by where it is printed."""
    found: Field[Timestamp] = getattr(article, field)
    tag = layout.markup.language or (article.language.value if article.language else "en")
    for node in layout.tree.css("[datetime], [content]")[: 20 * _MOST_ELEMENTS]:
        for attribute in ("datetime", "content"):
            given = node.attributes.get(attribute)
            if given and read_stamp(given, tag) == found.value:
                yield from _alone(layout, node, attribute)
    printed = found.span or _printing(layout, found.value, tag)
    if printed is None:
        return
    for node, span in _around(layout, printed):
        yield from _alone(layout, node)
        words = span.of(layout.document.text)
        pattern = _pattern(words, printed.start - span.start, printed.end - span.start)
        if pattern:
            yield from (Chooser(css=css, pattern=pattern) for css in selectors(node)[:_MOST_ELEMENTS])


def _printing(layout: Layout, stamp: Timestamp, tag: str) -> Span | None:
    """Return where a short block prints a time that only the markup gave."""
    for block in layout.document.blocks:
        dates = find_dates(layout.document.words(block), tag) if block.length <= _MOST_AROUND else ()
        for span, shown in dates:
            if shown == stamp:
                return Span(block.span.start + span.start, block.span.start + span.end)
    return None


def _alone(layout: Layout, node: LexborNode, attribute: str | None = None) -> Iterator[Chooser]:
    """Yield the selectors that name one element and no other that says anything."""
    for css in selectors(node):
        others = [n for n in layout.tree.css(css) if n.mem_id != node.mem_id]
        if not any(n.attributes.get(attribute) if attribute else layout.place(n) for n in others):
            yield Chooser(css=css, attribute=attribute)


def _exact(layout: Layout, fields: Sequence[Field[str]]) -> Iterator[Chooser]:
    """Yield the selectors of elements that show just the values, one element each and no other."""
    wanted = [fold(field.value) for field in fields]
    for node, _ in _showing(layout, fields[0]):
        for css in selectors(node):
            places = [place for n in layout.select(css) if (place := layout.place(n))]
            if [fold(place.of(layout.document.text)) for place in places] == wanted:
                yield Chooser(css=css)


def _labelled(layout: Layout, fields: Sequence[Field[str]]) -> Iterator[Chooser]:
    """Yield selectors with a pattern, for values that stand with other words in an element."""
    whole = _whole(layout, fields)
    if whole is None:
        return
    text = layout.document.text
    between = [text[a.end : b.start] for a, b in whole[1]]
    split = "|".join(dict.fromkeys(_escaped(words) for words in between)) or None
    for node, span in _around(layout, whole[0]):
        words = span.of(text)
        pattern = _pattern(words, whole[0].start - span.start, whole[0].end - span.start)
        if pattern or split:
            yield from (
                Chooser(css=c, pattern=pattern, split=split) for c in selectors(node)[:_MOST_ELEMENTS]
            )


def _whole(layout: Layout, fields: Sequence[Field[str]]) -> tuple[Span, list[tuple[Span, Span]]] | None:
    """Return the stretch from the first value to the last and the neighbours in it, None if not shown."""
    spans = [field.span or _only_place(layout, field.value) for field in fields]
    known = [span for span in spans if span is not None]
    if len(known) < len(spans) or known != sorted(known):
        return None
    return Span(known[0].start, known[-1].end), list(itertools.pairwise(known))


def _only_place(layout: Layout, value: str) -> Span | None:
    """Return where a value that only the markup gave stands in a short element of the page's text."""
    for block in layout.document.blocks:
        at = layout.document.words(block).find(value)
        if at >= 0 and block.length <= len(value) + _MOST_AROUND:
            return Span(block.span.start + at, block.span.start + at + len(value))
    return None


def _showing(layout: Layout, field: Field[str]) -> list[tuple[LexborNode, Span]]:
    """Return the elements that show just a value: at its place, or anywhere if only markup gave it."""
    if field.span is not None:
        return [(node, span) for node, span in layout.shown if span == field.span][:_MOST_ELEMENTS]
    wanted, text = fold(field.value), layout.document.text
    near = len(field.value) + 8
    found = ((n, s) for n, s in layout.shown if s.end - s.start <= near and fold(s.of(text)) == wanted)
    return [pair for pair, _ in zip(found, range(_MOST_ELEMENTS), strict=False)]


def _around(layout: Layout, inner: Span) -> list[tuple[LexborNode, Span]]:
    """Return the elements that hold a stretch and few other words, the shortest first."""
    most = inner.end - inner.start + _MOST_AROUND
    return [(n, s) for n, s in layout.around(inner) if s.end - s.start <= most][:_MOST_ELEMENTS]


def _marked(layout: Layout, value: str) -> Iterator[Chooser]:
    """Yield the meta elements whose content is a value."""
    for node in layout.tree.css("meta[content]"):
        if fold(node.attributes.get("content") or "") == fold(value):
            yield from _alone(layout, node, "content")


def _pattern(words: str, start: int, end: int) -> str | None:
    """Return the pattern that takes a stretch out of an element's words by what stands beside it."""
    before, after = words[:start].rpartition("\n")[2], words[end:].partition("\n")[0].lstrip()
    if len(before) > _LONGEST_LABEL or any(c.isdigit() for c in before):
        return None
    if not after:
        return f"{_escaped(before)}(.+)" if before else None
    return None if after[0].isalnum() else f"{_escaped(before)}(.+?)\\s*{_escaped(after[0])}"


def _escaped(words: str) -> str:
    return _SPECIAL.sub(r"\\\1", words)
