"""A change written out: the new text with what was cut and added in its place."""

from collections.abc import Iterator
from typing import Literal

import msgspec

from reportedly.records import Article, Change, Piece, Span


class Stretch(msgspec.Struct, frozen=True, kw_only=True):
    """Words that stand in both versions (`same`), in the old one (`cut`), or in the new one (`added`)."""

    kind: Literal["same", "cut", "added"]
    words: str


def mark_change(old: Article, new: Article, change: Change) -> tuple[tuple[Stretch, ...], ...]:
    """Return the new version's paragraphs, each cut into stretches; what was cut stands where it stood.

    The stretches that are not `cut` are the new paragraphs, word by word.
    """
    waiting = list(change.pieces)
    marked = []
    paragraphs = new.paragraphs
    for number, paragraph in enumerate(paragraphs):
        is_last = number == len(paragraphs) - 1
        own: list[Piece] = []
        while waiting and (is_last or waiting[0].new.start <= paragraph.end):
            own.append(waiting.pop(0))
        parts, rest = _paragraph(old, new, paragraph, own, is_last=is_last)
        waiting = rest + waiting
        marked.append(parts)
    if not paragraphs and waiting:
        marked.append(tuple(_cut(old, piece) for piece in waiting))
    return tuple(marked)


def _paragraph(
    old: Article, new: Article, paragraph: Span, pieces: list[Piece], *, is_last: bool
) -> tuple[tuple[Stretch, ...], list[Piece]]:
    """Return a paragraph's stretches, and what of its pieces goes on in the next paragraph."""
    found: list[Stretch] = []
    rest: list[Piece] = []
    place = paragraph.start
    for piece in pieces:
        start = min(max(piece.new.start, place), paragraph.end)
        end = min(max(piece.new.end, start), paragraph.end)
        found.extend(_stretch("same", new.text[place:start]))
        if piece.old.start < piece.old.end:
            found.append(_cut(old, piece))
        found.extend(_stretch("added", new.text[start:end]))
        place = end
        if piece.new.end > paragraph.end and not is_last:
            nothing = Span(piece.old.end, piece.old.end)
            rest.append(Piece(old=nothing, new=Span(paragraph.end, piece.new.end)))
    found.extend(_stretch("same", new.text[place : paragraph.end]))
    return tuple(found), rest


def _cut(old: Article, piece: Piece) -> Stretch:
    return Stretch(kind="cut", words=piece.old.of(old.text))


def _stretch(kind: Literal["same", "cut", "added"], words: str) -> Iterator[Stretch]:
    if words:
        yield Stretch(kind=kind, words=words)
