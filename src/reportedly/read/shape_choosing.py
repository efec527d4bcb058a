"""What a chooser of a shape finds on a page: words with their place, times, blocks."""

import datetime
import re
from collections.abc import Iterator

import msgspec

from reportedly.read.folding import fold
from reportedly.read.machine_dates import read_stamp
from reportedly.read.shape_places import Layout
from reportedly.read.shapes import SEVERAL, Chooser, Shape, zone_of
from reportedly.read.shown_dates import find_dates
from reportedly.records import Field, Span, Timestamp

_EDGES = " \n,;|·"


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """One value that a chooser found; `whole` is all that its pattern matched, brackets included.

    `is_loose` says that no element was named, so that what was matched is no part of its paragraph.
    """

    field: Field[str]
    whole: Span | None = None
    is_loose: bool = False


class _Piece(msgspec.Struct, frozen=True, kw_only=True):
    """Words that a chooser looks at, and where they begin in the page's text."""

    words: str
    start: int | None = None

    def span(self, start: int, end: int) -> Span | None:
        """Return where a stretch of the words stands in the page's text."""
        return None if self.start is None else Span(self.start + start, self.start + end)


def find_words(layout: Layout, shape: Shape, field: str, paragraphs: list[int]) -> list[Found]:
    """Return the values of a field as the page has them: all of authors and credits, else the first.

    `paragraphs` are the article's blocks, where a pattern without a selector is looked for.
    """
    chooser = shape.choosers[field]
    if chooser.value is not None:
        return [Found(field=Field(value=chooser.value, markup=shape.markup(field)))]
    ordered = paragraphs[::-1] if field == "credits" else paragraphs
    found: dict[str, Found] = {}
    for piece in _pieces(layout, chooser, ordered):
        for one in _values(piece, chooser, shape.markup(field)):
            found.setdefault(fold(one.field.value), one)
            if field not in SEVERAL:
                return [one]
    return list(found.values())


def find_time(layout: Layout, shape: Shape, field: str) -> Field[Timestamp] | None:
    """Return the first time that a chooser's elements give, by attribute or as they print it."""
    chooser = shape.choosers[field]
    tag = shape.language or layout.markup.language or "en"
    for node in layout.select(chooser.css or "", chooser.without):
        place = layout.place(node)
        if chooser.attribute:
            given = _matched(_Piece(words=node.attributes.get(chooser.attribute) or ""), chooser.pattern)
            stamp = read_stamp(given[0], tag) if given else None
            printed = _printed(layout, place, tag, stamp)
        else:
            printed = _dated(_piece(layout, node.text(), place), chooser.pattern, tag)
            stamp = printed[1] if printed else None
        if stamp is not None:
            span = printed[0] if printed else None
            return Field(value=with_zone(stamp, shape.timezone), span=span, markup=shape.markup(field))
    return None


def find_blocks(layout: Layout, chooser: Chooser) -> list[int]:
    """Return the blocks that a chooser names, in the page's order."""
    return layout.blocks(chooser.css, chooser.without) if chooser.css else []


def with_zone(stamp: Timestamp, zone: str | None) -> Timestamp:
    """Return a time with the offset that its outlet's zone had then, where it was shown without one."""
    if zone is None or stamp.time is None or stamp.utc_offset_minutes is not None:
        return stamp
    offset = datetime.datetime.combine(stamp.date, stamp.time, zone_of(zone)).utcoffset()
    minutes = None if offset is None else int(offset.total_seconds() // 60)
    return msgspec.structs.replace(stamp, utc_offset_minutes=minutes)


def _pieces(layout: Layout, chooser: Chooser, paragraphs: list[int]) -> Iterator[_Piece]:
    if chooser.css is None:
        for index in paragraphs:
            yield _piece(layout, "", layout.document.blocks[index].span)
        return
    for node in layout.select(chooser.css, chooser.without):
        if chooser.attribute:
            yield _Piece(words=" ".join((node.attributes.get(chooser.attribute) or "").split()))
        else:
            place = layout.place(node)
            less = _less(layout, place, chooser.without) if place and chooser.without else place
            yield _piece(layout, node.text(), less)


def _piece(layout: Layout, unseen: str, place: Span | None) -> _Piece:
    """Return the words at a place of the page, or those that an element holds without showing them."""
    if place is None:
        return _Piece(words=" ".join(unseen.split()))
    return _Piece(words=place.of(layout.document.text), start=place.start)


def _less(layout: Layout, place: Span, without: str) -> Span:
    """Return a place without the elements left out that stand at its beginning or end."""
    for node in layout.select(without):
        out = layout.place(node)
        if out and out.start <= place.start < out.end < place.end:
            place = Span(out.end, place.end)
        elif out and place.start < out.start < place.end <= out.end:
            place = Span(place.start, out.start)
    return place


def _values(piece: _Piece, chooser: Chooser, markup: str) -> Iterator[Found]:
    """Yield what stands in a piece: the pattern's group, parted where the chooser parts it."""
    matched = _matched(piece, chooser.pattern)
    if matched is None:
        return
    _, start, end, whole = matched
    at = start
    ends = (
        [(m.start(), m.end()) for m in re.finditer(chooser.split, piece.words[start:end])]
        if chooser.split
        else []
    )
    for stop, following in [*((start + a, start + b) for a, b in ends), (end, end)]:
        found = _found(piece, at, stop, markup)
        if found is not None:
            yield Found(field=found, whole=whole, is_loose=chooser.css is None)
        at = following


def _found(piece: _Piece, start: int, end: int, markup: str) -> Field[str] | None:
    """Return a stretch of a piece as a field, without white space and stops at its edges."""
    words = piece.words[start:end]
    start += len(words) - len(words.lstrip(_EDGES))
    value = words.strip(_EDGES)
    if not value:
        return None
    span = piece.span(start, start + len(value))
    return Field(value=" ".join(value.split()), span=span, markup=markup)


def _matched(piece: _Piece, pattern: str | None) -> tuple[str, int, int, Span | None] | None:
    """Return the words that a pattern takes, where they begin and end, and where all it matched stands."""
    if pattern is None:
        return piece.words, 0, len(piece.words), piece.span(0, len(piece.words))
    match = re.search(pattern, piece.words)
    group = 1 if match and match.re.groups else 0
    if match is None or match[group] is None:
        return None
    return match[group], *match.span(group), piece.span(*match.span())


def _dated(piece: _Piece, pattern: str | None, tag: str) -> tuple[Span | None, Timestamp] | None:
    """Return the first date that stands in a piece, and where."""
    matched = _matched(piece, pattern)
    if matched is None:
        return None
    words, start = matched[:2]
    for span, stamp in find_dates(words, tag):
        return piece.span(start + span.start, start + span.end), stamp
    stamp_only = read_stamp(words, tag)
    return (piece.span(start, start + len(words)), stamp_only) if stamp_only else None


def _printed(
    layout: Layout, place: Span | None, tag: str, stamp: Timestamp | None
) -> tuple[Span | None, Timestamp] | None:
    """Return where an element prints the day that its attribute gives."""
    if place is None or stamp is None:
        return None
    dates = find_dates(place.of(layout.document.text), tag)
    return next(
        ((Span(place.start + s.start, place.start + s.end), d) for s, d in dates if d.date == stamp.date),
        None,
    )
