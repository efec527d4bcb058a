"""Which words of an article are its own: two reports may quote one speech, and copy nothing.

Words in quotation marks are their speaker's, and the words that say who spoke ("said General Holm, who
commands the fleet") follow from them: whoever quotes must write something like it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from reportedly.copies.prints import Printed
from reportedly.copies.sentence_ends import sentence_starts

# Marks that agencies' wires and corpora write; a paragraph's end closes what was left open.
_MARK = re.compile(r"[“”„«»\"]|``|''|\n")
_OPENING = frozenset(("“", "„", "«", "``"))
_CLOSING = frozenset(("”", "»", "''"))
_ENDING = _CLOSING | {'"'}
# A mark so near before a passage opens it.
_REACH = 8
_RIGHT_BEFORE = re.compile(r"(?:[“„«\"]|``)\W*$")
# Messages of social networks are shown without quotation marks; what is signed with a handle is the
# signer's, and so are so many words before the handle at most, in its paragraph.
_SIGNED = re.compile(r"\( ?@ ?\w+ ?\)|\bt\.co/\w+|\n", re.ASCII)
_BEHIND, _LONGEST_MESSAGE = 80, 700
# Characters before a passage in which its paragraph may begin; farther off nobody looks for its marks.
_PARAGRAPH = 1500
# Words of the shortest quotation that needs somebody who said it: fewer are a word held at arm's length.
_SAID_WORDS = 5
# Words beside a quotation, in its sentence, that only say whose it is. With 17 a clause of a report comes
# in ("citing plans that …"), with 12 an office with a long name ("Dr. Holm, president of the …") is left.
_ATTRIBUTION = 15

_Stretch = tuple[int, int]


def own_words(article: Printed, runs: Sequence[tuple[int, int]], *, alone: bool = False) -> int:
    """Return how many words of a passage are neither quoted nor say whose the quoted words are.

    `runs` are its equal words, as first word and count. What is open at its beginning counts where the mark
    stands right before it, or where the next mark is one that closes: else it may belong to another. A
    passage that stands `alone` is read without what is before it: another's quotation may be cut off there.
    """
    text, words = article.article.text, article.words
    first, last = runs[0][0], runs[-1][0] + runs[-1][1] - 1
    start, end = int(words.starts[first]), int(words.ends[last])
    begin = _beginning(text, start, end, alone=alone)
    quoted = _quoted(text, begin, end)
    own = np.ones(last + 1 - first, np.bool_)
    starts = words.starts[first : last + 1]
    attributed = _attributions(article, quoted, begin, end)
    changed = (each for each in attributed if not _is_in_one(_words(article, each), runs))
    for opened, closed in (*quoted, *changed, *_signed(text, begin, end)):
        own[np.searchsorted(starts, opened) : np.searchsorted(starts, closed)] = False
    return sum(int(own[at - first : at - first + count].sum()) for at, count in runs)


def _beginning(text: str, start: int, end: int, *, alone: bool) -> int:
    """Return from where on a passage's quotation marks are read."""
    mark = _MARK.search(text, start, end + _REACH)
    if not alone and mark is not None and mark.group() in _ENDING:
        return max(text.rfind("\n", 0, start) + 1, start - _PARAGRAPH)
    opening = _RIGHT_BEFORE.search(text, max(0, start - _REACH), start)
    return opening.start() if opening else start


def _quoted(text: str, begin: int, end: int) -> list[_Stretch]:
    """Return the quoted stretches; a first mark that closes ends one from the beginning on."""
    found: list[_Stretch] = []
    opened = -1
    for match in _MARK.finditer(text, begin, end):
        mark = match.group()
        if mark in _OPENING:  # a mark that was left open before is taken for a stray one
            opened = match.end()
        elif opened < 0 and (found or mark not in _CLOSING):
            opened = match.end() if mark == '"' else -1
        elif mark in _CLOSING or mark in '"\n':
            found.append((max(opened, begin), match.start()))
            opened = -1
    return [*found, (opened, end)] if opened >= 0 else found


def _signed(text: str, begin: int, end: int) -> Iterator[_Stretch]:
    """Yield the messages in a passage that are signed in it or right behind it."""
    start = begin
    for match in _SIGNED.finditer(text, begin, end + _BEHIND):
        if match.group() != "\n":
            yield max(start, match.start() - _LONGEST_MESSAGE), match.start()
        start = match.end()


def _attributions(article: Printed, quoted: Sequence[_Stretch], begin: int, end: int) -> Iterator[_Stretch]:
    """Yield what stands beside a quotation in its sentence, where it is short enough to name its speaker.

    A quotation that ends with a full stop has nobody named behind it.
    """
    text = article.article.text
    bounds = [(begin, begin), *quoted, (end, end)]
    for number, ((_, after), (before, _)) in enumerate(pairwise(bounds)):
        stops = sentence_starts(article, after, before)
        is_behind = number > 0 and _is_said(article, quoted[number - 1])
        if is_behind and text[after - 3 : after].rstrip()[-1:] != ".":
            yield from _if_short(article, (after, stops[0] if stops else before))
        if number < len(quoted) and _is_said(article, quoted[number]):
            yield from _if_short(article, (stops[-1] if stops else after, before))


def _is_said(article: Printed, stretch: _Stretch) -> bool:
    first, end = _words(article, stretch)
    return end - first >= _SAID_WORDS


def _if_short(article: Printed, stretch: _Stretch) -> Iterator[_Stretch]:
    first, end = _words(article, stretch)
    if end - first <= _ATTRIBUTION:
        yield stretch


def _is_in_one(words: _Stretch, runs: Sequence[tuple[int, int]]) -> bool:
    """Return whether words are equal in both articles from the first to the last."""
    return any(at <= words[0] and words[1] <= at + count for at, count in runs)


def _words(article: Printed, stretch: _Stretch) -> tuple[int, int]:
    """Return the numbers of the words in a stretch, end excluded."""
    first, end = np.searchsorted(article.words.starts, stretch)
    return int(first), int(end)
