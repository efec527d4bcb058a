"""The few rows of words in a paragraph that can hold an expression of time; all others are passed over."""

import itertools
import re

import msgspec

from reportedly.dates.lexicon import Lexicon
from reportedly.dates.lookup import Entry
from reportedly.records import Span

_WORD = re.compile(r"([^\W_]+|,)")
# Rows of signs (`lookup.Signs`) with figures, a word that says a time alone, or one that tells it beside
# others.
_RUN = re.compile(r"[wtaf]*(?:[af]|[wt]t|t[wt])[wtaf]*")
_DATE_IN_FIGURES = "ff"


class Word(msgspec.Struct, frozen=True, gc=False):
    """A word without what is written together with it: where it begins and ends, and what it can be."""

    start: int
    end: int
    entry: Entry


def read_runs(text: str, span: Span, lexicon: Lexicon) -> tuple[list[Word], bool]:
    """Return the words of the rows inside `span` that can hold an expression of time, in order.

    And whether a date or two years in figures can be among them: words in a row that begin with a figure.
    """
    parts = _WORD.split(span.of(text))
    words = parts[1::2]
    signs = "".join(map(lexicon.signs.__getitem__, words))
    runs = [run.span() for run in _RUN.finditer(signs)]
    if not runs:
        return [], False
    starts = list(itertools.accumulate(map(len, parts), initial=span.start))
    found = []
    for place in itertools.chain.from_iterable(itertools.starmap(range, runs)):
        known = lexicon.looked_up[words[place]]
        if known is not None:
            found.append(Word(starts[2 * place + 1] + known.behind, starts[2 * place + 2], known.entry))
    return found, _DATE_IN_FIGURES in signs
