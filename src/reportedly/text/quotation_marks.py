"""Which marks open and close a quotation, in any of the world's habits of writing them.

A mark is read by what stands beside it before it is read by its shape: a writer or an editor that
mixes straight and curly marks still leaves a space before an opening mark and none after it.
"""

import re
from collections.abc import Sequence
from typing import Literal

import msgspec

from reportedly.records import Span

Role = Literal["open", "close", "either"]

_DOUBLE = '"“”„‟«»＂〝〞〟'
_SINGLE = "'‘’‚‹›"
_CORNERS = {"「": "」", "『": "』", "《": "》"}
_OPENING = "“„‟«〝‘‚‹「『《"
_CLOSING = "”»〞〟’›」』》"
_MARK = re.compile(f"[{_DOUBLE}{_SINGLE}「」『』《》]")
_OPENING_BRACKETS = "([{-–—/:;,"

# Code points: a single mark opens only where its partner stands within this reach; an apostrophe at
# the start of a word ("'90s", "'em") has none. Longer quotations in single marks go unread.
_SINGLE_REACH = 600
_SINGLE_CLOSE = re.compile(r"(?<=\S)[’'›‘](?!\w)")

# Pairs deeper than this are not told apart; no writer nests so far, and a hostile text might.
_DEEPEST = 8


class Quotation(msgspec.Struct, frozen=True, kw_only=True):
    """One quotation: `parts` are its words without the marks, one span a paragraph it runs over.

    `outer` are the same stretches with their marks. `is_closed` is False where the closing mark is
    missing and the quotation was taken to end with its paragraph.
    """

    parts: tuple[Span, ...]
    outer: tuple[Span, ...]
    is_closed: bool = True


class _Open(msgspec.Struct, frozen=True):
    """An opening mark that waits for its partner, and how many pairs were closed before it."""

    at: int
    mark: str
    pairs_before: int


def quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """Return the quotations of `text` in order, the outermost ones only.

    A quotation that is not closed in its paragraph goes on in the next one where that opens with a
    mark again; else it ends with its paragraph and says so.
    """
    found: list[Quotation] = []
    for paragraph in paragraphs:
        pairs = _pairs(text, paragraph)
        if found and pairs and _goes_on(found[-1], pairs[0], text, paragraph, paragraphs):
            found[-1] = _continued(found[-1], pairs.pop(0))
        found.extend(pairs)
    return tuple(found)


def _goes_on(
    before: Quotation, pair: Quotation, text: str, paragraph: Span, paragraphs: Sequence[Span]
) -> bool:
    """Return whether `pair` takes up, at the head of its paragraph, the open quotation `before`."""
    opens = pair.outer[0].start == paragraph.start
    doubled = text[pair.outer[0].start] in _DOUBLE and text[before.outer[0].start] in _DOUBLE
    adjacent = not text[before.outer[-1].end : paragraph.start].strip()
    return not before.is_closed and opens and doubled and adjacent


def _continued(before: Quotation, pair: Quotation) -> Quotation:
    """Return `before` with the words of the next paragraph's `pair`."""
    return Quotation(
        parts=before.parts + pair.parts, outer=before.outer + pair.outer, is_closed=pair.is_closed
    )


def _pairs(text: str, paragraph: Span) -> list[Quotation]:
    """Return the outermost pairs of one paragraph, the last one perhaps not closed."""
    waiting: list[_Open] = []
    closed: list[Quotation] = []
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        at, mark = match.start(), match.group()
        role = _role(text, at, paragraph, waiting)
        if role == "open" and len(waiting) < _DEEPEST:
            waiting.append(_Open(at, mark, len(closed)))
        elif role == "close":
            _close(text, at, mark, waiting, closed)
    if waiting:
        _close_at_end(text, paragraph, waiting[0], closed)
    return closed


def _close(text: str, at: int, mark: str, waiting: list[_Open], closed: list[Quotation]) -> None:
    """Close the innermost open mark that `mark` can close; keep only the pair that holds the others."""
    depth = next((i for i in reversed(range(len(waiting))) if _partners(waiting[i].mark, mark)), None)
    if depth is None:
        return
    opened = waiting[depth]
    del waiting[depth:]
    del closed[opened.pairs_before :]
    outer = Span(opened.at, at + 1)
    if text[opened.at + 1 : at].strip():
        closed.append(Quotation(parts=(_inner(text, opened.at + 1, at),), outer=(outer,)))


def _close_at_end(text: str, paragraph: Span, opened: _Open, closed: list[Quotation]) -> None:
    """End the quotation `opened` with its paragraph, unless it is a stray mark before whole pairs.

    A stray mark would swallow every quotation after it; a paragraph that opens with a mark is meant.
    """
    inside = len(closed) > opened.pairs_before
    if inside and opened.at != paragraph.start:
        return
    if opened.mark in _SINGLE or not text[opened.at + 1 : paragraph.end].strip():
        return
    del closed[opened.pairs_before :]
    inner = _inner(text, opened.at + 1, paragraph.end)
    closed.append(Quotation(parts=(inner,), outer=(Span(opened.at, paragraph.end),), is_closed=False))


def _inner(text: str, start: int, end: int) -> Span:
    """Return the words between two marks without the space beside the marks (French sets one)."""
    piece = text[start:end]
    begin = start + len(piece) - len(piece.lstrip())
    return Span(begin, begin + len(piece.strip()))


def _partners(opening: str, closing: str) -> bool:
    """Return whether the two can be the ends of one quotation: doubles mix, singles mix, corners match."""
    if opening in _CORNERS:
        return _CORNERS[opening] == closing
    return (opening in _DOUBLE) == (closing in _DOUBLE) and closing not in _CORNERS.values()


def _role(text: str, at: int, paragraph: Span, waiting: list[_Open]) -> Role:
    """Return what the mark at `at` does, by its neighbours first and by its shape second."""
    mark = text[at]
    if mark in _CORNERS:
        return "open"
    if mark in _CORNERS.values():
        return "close"
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + 1] if at + 1 < paragraph.end else " "
    if mark in _SINGLE:
        return _single_role(text, at, before, after, waiting)
    opens, closes = _opens(before), _closes(after)
    if mark in "«»" and (before.isspace() and after.isspace()):
        return "open" if mark == "«" else "close"
    if opens != closes:
        return "open" if opens else "close"
    if mark in _OPENING:
        return "open"
    if mark in _CLOSING:
        return "close"
    return "close" if any(_partners(o.mark, mark) for o in waiting) else "open"


def _single_role(text: str, at: int, before: str, after: str, waiting: list[_Open]) -> Role:
    """Return what a single mark does; an apostrophe does neither."""
    if before.isalnum() and after.isalnum():
        return "either"
    is_open = any(opened.mark in _SINGLE for opened in waiting)
    if is_open and not before.isspace() and not after.isalnum():
        return "close"
    if is_open or not _opens(before) or after.isspace() or after.isdigit():
        return "either"
    partner = _SINGLE_CLOSE.search(text, at + 2, at + _SINGLE_REACH)
    return "open" if partner and "\n" not in text[at : partner.start()] else "either"


def _opens(before: str) -> bool:
    """Return whether a mark after this character is in the place of an opening one."""
    return before.isspace() or before in _OPENING_BRACKETS or before in _DOUBLE + _SINGLE


def _closes(after: str) -> bool:
    """Return whether a mark before this character is in the place of a closing one."""
    return not after.isalnum() and after not in "([$€£@#" and after not in _DOUBLE + _SINGLE
