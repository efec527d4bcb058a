"""Where the words and the punctuation of a stretch of text stand."""

import re
from collections.abc import Iterator

import msgspec

from reportedly.records import Span

# A word may hold apostrophes, hyphens, inner dots ("U.S", "3.5") and the joiners of Persian and Indic
# scripts; anything else that is not white space stands alone. Each branch begins with another
# character class, so the expression reads every code point once.
_WORD = re.compile(r"[\w@#][\w\u0300-\u036f\u200b-\u200f\u2060]*(?:[’'.\-‑&][\w\u200b-\u200f]+)*|[^\w\s]")

_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‑": "-"})


class Word(msgspec.Struct, frozen=True, gc=False):
    """A word or a punctuation mark with its offsets in code points.

    `lower` is the word in lower case with plain apostrophes; `is_capital` says that it begins with a
    capital letter, `is_mark` that it is punctuation or a symbol.
    """

    start: int
    end: int
    lower: str
    is_capital: bool
    is_mark: bool


def words_of(text: str, span: Span) -> Iterator[Word]:
    """Yield the words and marks inside `span`, in order; white space is left out."""
    for match in _WORD.finditer(text, span.start, span.end):
        word = match.group()
        first = word[0]
        is_mark = not (first.isalnum() or first in "_@#")
        lower = word.lower().translate(_APOSTROPHES)
        yield Word(match.start(), match.end(), lower, first.isupper(), is_mark)
