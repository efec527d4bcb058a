"""Which words of an article stand in quotation marks: two reports may quote one speech, and copy nothing."""

import re
from collections.abc import Sequence

import numpy as np

from reportedly.copies.prints import Printed

# Marks that agencies' wires and corpora write; a paragraph's end closes what was left open.
_MARK = re.compile(r"[“”„«»\"]|``|''|\n")
_OPENING = frozenset(("“", "„", "«", "``"))
_CLOSING = frozenset(("”", "»", "''"))
# A mark so near before a passage opens it.
_REACH = 8
_RIGHT_BEFORE = re.compile(r"(?:[“„«\"]|``)\W*$")


def own_words(article: Printed, runs: Sequence[tuple[int, int]]) -> int:
    """Return how many words of a passage stand outside quotation marks, by the marks in it alone.

    `runs` are its equal words, as first word and count. What is open at its beginning counts only where
    the mark stands right before it: farther off, it may belong to another who ends elsewhere.
    """
    text, words = article.article.text, article.words
    first, last = runs[0][0], runs[-1][0] + runs[-1][1] - 1
    start, end = int(words.starts[first]), int(words.ends[last])
    opening = _RIGHT_BEFORE.search(text, max(0, start - _REACH), start)
    quoted = _quoted(text[opening.start() if opening else start : end])
    offset = opening.start() if opening else start
    own = np.ones(last + 1 - first, np.bool_)
    starts = words.starts[first : last + 1]
    for opened, closed in quoted:
        own[np.searchsorted(starts, opened + offset) : np.searchsorted(starts, closed + offset)] = False
    return sum(int(own[at - first : at - first + count].sum()) for at, count in runs)


def _quoted(text: str) -> list[tuple[int, int]]:
    """Return the quoted stretches; a first mark that closes ends one from the start on."""
    found: list[tuple[int, int]] = []
    opened = -1
    for match in _MARK.finditer(text):
        mark = match.group()
        if mark in _OPENING:  # a mark that was left open before is taken for a stray one
            opened = match.end()
        elif opened < 0 and (found or mark not in _CLOSING):
            opened = match.end() if mark == '"' else -1
        elif mark in _CLOSING or mark in '"\n':
            found.append((max(opened, 0), match.start()))
            opened = -1
    return [*found, (opened, len(text))] if opened >= 0 else found
