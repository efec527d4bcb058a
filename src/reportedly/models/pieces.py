"""Running text as windows of word pieces, with what an encoder without capitals does not see."""

from collections.abc import Iterator, Sequence

import msgspec
import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from reportedly.records import Span
from reportedly.text import quotations

Numbers = npt.NDArray[np.int64]

# Pieces in a window, its first and last mark included; the model was trained on windows of this size.
WINDOW = 256
# Pieces of the paragraphs before that a window may begin with, so that it knows who has been named.
CONTEXT = 64
# What encoders call the marks at the start and the end of a window; the last stands between paragraphs too.
_MARKS = (("[CLS]", "[SEP]"), ("<s>", "</s>"))
_OUTSIDE, _INSIDE, _MARK = 0, 1, 2
_NO_LETTERS, _LOWER, _CAPITALISED, _CAPITALS = 0, 1, 2, 3
_ENDS = frozenset('.!?”"')


class Pieces(msgspec.Struct, frozen=True):
    """Some word pieces in a row: their numbers, places in the text, capitals and quotation states."""

    ids: list[int]
    places: list[tuple[int, int]]
    cases: list[int]
    quoted: list[int]

    def part(self, start: int, end: int) -> "Pieces":
        """Return the pieces from `start` up to `end`."""
        return Pieces(
            self.ids[start:end], self.places[start:end], self.cases[start:end], self.quoted[start:end]
        )


class Window(msgspec.Struct, frozen=True):
    """One window: its pieces with the encoder's marks, whose place is empty; `start` ends the context."""

    pieces: Pieces
    start: int


def marks_of(tokenizer: Tokenizer) -> tuple[int, int]:
    """Return the numbers of the marks that stand at the start and at the end of a window.

    Raises ValueError where the vocabulary has none that is known.
    """
    for first, last in _MARKS:
        found = tokenizer.token_to_id(first), tokenizer.token_to_id(last)
        if found[0] is not None and found[1] is not None:
            return found[0], found[1]
    raise ValueError("the vocabulary has no marks for the start and the end of a window")


def paragraph_pieces(text: str, paragraphs: Sequence[Span], tokenizer: Tokenizer) -> list[Pieces]:
    """Return the word pieces of each paragraph, long ones cut behind a sentence where that is possible."""
    states = _quotation_states(text, paragraphs)
    found: list[Pieces] = []
    for paragraph in paragraphs:
        encoded = tokenizer.encode(paragraph.of(text), add_special_tokens=False)
        places = [
            _place(text, start + paragraph.start, end + paragraph.start) for start, end in encoded.offsets
        ]
        cases = [_case(text[start:end]) for start, end in places]
        quoted = [int(states[start]) if end > start else _OUTSIDE for start, end in places]
        found.extend(_cut(Pieces(list(encoded.ids), places, cases, quoted), text))
    return found


def windows(
    units: Sequence[Pieces], marks: tuple[int, int], first: int = WINDOW - 2, context: int = CONTEXT
) -> list[Window]:
    """Return windows of whole paragraphs, each with what fits into `context` of those before it.

    `marks` are those of `marks_of`; `first` is the room for the first window, which training shifts, so
    that windows end elsewhere.
    """
    found: list[Window] = []
    start, room = 0, first
    while start < len(units):
        end, size = start + 1, len(units[start].ids)
        before = _context(units, start, min(context, WINDOW - 2 - size))
        size += _size(units[before:start])
        while end < len(units) and size + 1 + len(units[end].ids) <= room:
            size += 1 + len(units[end].ids)
            end += 1
        found.append(_window(units[before:start], units[start:end], marks))
        start, room = end, WINDOW - 2
    return found


def _context(units: Sequence[Pieces], start: int, room: int) -> int:
    """Return the first of the paragraphs right before `start` that fit into `room`."""
    before = start
    while before > 0 and _size(units[before - 1 : start]) <= room:
        before -= 1
    return before


def _size(units: Sequence[Pieces]) -> int:
    return sum(len(unit.ids) + 1 for unit in units)


def _window(before: Sequence[Pieces], units: Sequence[Pieces], marks: tuple[int, int]) -> Window:
    """Return paragraphs as one window, the encoder's marks around and between them."""
    ids, places, cases, quoted = [marks[0]], [(0, 0)], [_NO_LETTERS], [_OUTSIDE]
    start = 1 + _size(before)
    for unit in (*before, *units):
        ids += [*unit.ids, marks[1]]
        places += [*unit.places, (0, 0)]
        cases += [*unit.cases, _NO_LETTERS]
        quoted += [*unit.quoted, _OUTSIDE]
    return Window(Pieces(ids, places, cases, quoted), start)


def _cut(pieces: Pieces, text: str) -> Iterator[Pieces]:
    """Yield the pieces in parts that fit into a window, cut behind a sentence in the second half of each."""
    start, room = 0, WINDOW - 2
    while len(pieces.ids) - start > room:
        stops = range(start + room, start + room // 2, -1)
        end = next((i for i in stops if text[slice(*pieces.places[i - 1])] in _ENDS), start + room)
        yield pieces.part(start, end)
        start = end
    if pieces.ids[start:]:
        yield pieces.part(start, len(pieces.ids))


def _quotation_states(text: str, paragraphs: Sequence[Span]) -> Numbers:
    """Return for each code point whether it stands outside or inside quotation marks, or is one."""
    states = np.zeros(len(text) + 1, dtype=np.int64)
    for quotation in quotations(text, paragraphs):
        for outer in quotation.outer:
            states[outer.start : outer.end] = _MARK
        for part in quotation.parts:
            states[part.start : part.end] = _INSIDE
    return states


def _place(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the place of a piece without the blank before it; a piece that is nothing else keeps it."""
    if start < end - 1 and text[start].isspace():
        start += 1
    return start, end


def _case(piece: str) -> int:
    """Return how the letters of a piece are written."""
    if not any(character.isalpha() for character in piece):
        return _NO_LETTERS
    if piece.islower():
        return _LOWER
    return _CAPITALS if piece.isupper() and len(piece) > 1 else _CAPITALISED
