"""The baseline: every quotation of some length, the nearest name beside it, the nearest cue beside that.

It knows no grammar: a name is a run of capitalised words that does not open with a common word. What
it reaches is what quotation marks alone are worth; indirect statements are out of its sight.
"""

import re
from collections.abc import Iterable

from benchmarks.peers.answering import Row, answer_lines

# Shorter quotations are mostly titles and scare quotes.
_FEWEST_WORDS = 3
_QUOTATION = re.compile(r'[“"„»«]([^“”"„«»\n]+)[”"“«»]')
_WORD = r"(?:[A-ZÄÖÜ]\.|[A-ZÄÖÜ][\w'’-]+)"
_NAME = re.compile(rf"\b{_WORD}(?: (?:(?:von|van|de|al|bin) )?{_WORD})*")
_NO_NAMES = frozenset(
    "The A An In On At But And He She It They We I His Her Der Die Das Ein Eine Im Am".split()
)
_CUE = re.compile(
    r"\b(said|says|told|added|adds|wrote|asked|explained|argued|noted|insisted"
    r"|sagte|sagt|erklärte|erklärt|betonte|meinte|schrieb|fügte|teilte)\b"
)
Place = tuple[int, int]


def read(row: Row) -> Row:
    """Return the quotations of one article, each with the nearest name and cue of its paragraph."""
    found = []
    for paragraph in re.finditer(r"[^\n]+", row["text"]):
        found += _quotations(paragraph[0], paragraph.start())
    return {"quotes": found}


def _quotations(text: str, offset: int) -> list[Row]:
    quoted = [m.span(1) for m in _QUOTATION.finditer(text) if len(m[1].split()) >= _FEWEST_WORDS]
    names = _outside(quoted, (m.span() for m in _NAME.finditer(text) if m[0].split()[0] not in _NO_NAMES))
    cues = _outside(quoted, (m.span() for m in _CUE.finditer(text)))
    return [
        {
            "content": _shift(content, offset),
            "source": _shift(_nearest(content, names), offset),
            "cue": _shift(_nearest(content, cues), offset),
        }
        for content in quoted
    ]


def _outside(quoted: list[Place], places: Iterable[Place]) -> list[Place]:
    return [p for p in places if not any(start <= p[0] < end for start, end in quoted)]


def _nearest(content: Place, places: list[Place]) -> Place | None:
    return min(places, key=lambda p: max(p[0] - content[1], content[0] - p[1]), default=None)


def _shift(place: Place | None, offset: int) -> list[list[int]]:
    return [[place[0] + offset, place[1] + offset]] if place else []


if __name__ == "__main__":
    answer_lines(read)
