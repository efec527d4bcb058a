"""Whether words that two articles share were taken by one from the other, and how much was."""

import re
from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from reportedly.copies.aligning import Block
from reportedly.copies.near import outlet_key
from reportedly.copies.prints import Printed
from reportedly.copies.quoted import own_words
from reportedly.copies.recurring import Recurring
from reportedly.copies.sentence_ends import sentence_count
from reportedly.records import CopyKind

# All measured on reports made from the shared articles with seeds 1 to 3; "free" words are equal words
# that stand outside quotation marks on one side at least and are no house words.

# Share of the shorter article from which on so much is shared that how does not matter.
_LARGE_SHARE = 0.3
_LARGE_WORDS = 30
# Equal words from which on it does not matter either whether they stand in quotation marks.
_PLENTY_WORDS = 200
# Equal and free words from which on passages count though they end in mid-sentence.
_LONG_EQUAL, _LONG_WORDS = 80, 40
# Equal and free words of the shortest passage that counts, if it is whole sentences. With 10 words
# formal titles and stock sentences come in; with 20 a tenth of the carried pairs of sentences are lost.
_LEAST_EQUAL, _LEAST_FREE, _LEAST_SENTENCES = 12, 6, 2
# From so many words on a semicolon or a colon parts sentences too; below, only what ends one does.
_LONG_SENTENCE = 20
# A passage of so many words that ends both articles is what their authors or syndicates end with.
_LONGEST_ENDING, _LEFT_BEHIND = 120, 40
# Share of the words: from here on a copy stands alone, and is whole, or cut short; changed words make
# it edited.
_ALONE_SHARE = 0.75
_WHOLE_SHARE = 0.8
_EDITED_SHARE = 0.9
_EXCERPT_WORDS = 80

# A passage of so many words that heads both articles, or ends with a name in brackets, is about a picture.
_LONGEST_CAPTION, _HEADING = 45, 3
_CREDIT = re.compile(r"\([^().!?\n]{2,60}\)(?=\s*(?:\n|$|[^\W\d_a-z]|[“\"`]))")
_LONGEST_CREDIT, _NEAR = 70, 4

_SENTENCE_END = re.compile(r"[.!?:;\n؟۔।。！？]")
# Messages of social networks are shown without quotation marks; what is signed with a handle, so many
# characters behind the words, is the signer's and was taken from nobody else.
_BEHIND, _LONGEST_MESSAGE = 80, 110
_SIGNED = re.compile(r"\( ?@ ?\w|\bt\.co/", re.ASCII)


class Weighed(msgspec.Struct, frozen=True, kw_only=True):
    """What two articles share, once it counts: the passages, and the share of each article's words.

    `unchanged` is how much of the shared passages is word for word the same, `equal` how many words are.
    """

    blocks: tuple[Block, ...]
    unchanged: float
    equal: int
    share: float
    share_of_other: float
    score: float


def weigh(here: Printed, there: Printed, blocks: Sequence[Block], recurring: Recurring) -> Weighed | None:
    """Return what `here` shares with `there` where it was taken by one of them, None where it was not.

    `blocks` come from `align`, `recurring` is about `here`. House words, quotations of one speech, stock
    phrases and an outlet's short repetitions of itself are not taken from anybody.
    """
    equal = _equal(blocks, recurring)
    if equal.sum() < _LEAST_EQUAL:
        return None
    words = int(equal.sum())
    kept = [number for number, count in enumerate(equal) if count]
    is_large = words >= _LARGE_SHARE * min(len(here.words), len(there.words))
    if is_large and words >= _PLENTY_WORDS:
        return _weighed(here, there, [blocks[number] for number in kept], 1.0)
    told = [number for number in kept if not _is_message(here, there, blocks[number])]
    own = {number: _own(here, there, blocks[number], recurring) for number in told}
    if is_large and sum(own.values()) >= _LARGE_WORDS:
        return _weighed(here, there, [blocks[number] for number in told], 1.0)
    if outlet_key(here) == outlet_key(there):
        return None
    told = [number for number in told if not _is_ending(here, there, blocks[number])]
    if sum(equal[told]) >= _LONG_EQUAL and sum(own[number] for number in told) >= _LONG_WORDS:
        return _weighed(here, there, [blocks[number] for number in told], 0.95)
    passages = [
        blocks[number]
        for number in told
        if equal[number] >= _LEAST_EQUAL
        and own[number] >= _LEAST_FREE
        and _is_passage(here, there, blocks[number])
    ]
    return _weighed(here, there, passages, 0.9) if passages else None


def _equal(blocks: Sequence[Block], recurring: Recurring) -> NDArray[np.int64]:
    """Return how many equal words each block has that are no house words."""
    own = ~recurring.house
    return np.array(
        [
            0 if recurring.is_house(block.runs) else sum(int(own[i : i + n].sum()) for i, _, n in block.runs)
            for block in blocks
        ],
        np.int64,
    )


def _own(here: Printed, there: Printed, block: Block, recurring: Recurring) -> int:
    """Return how many equal words of a block are free, on the side where fewer are."""
    own = ~recurring.house
    free = (
        own_words(here, [(i, n) for i, _, n in block.runs]),
        own_words(there, [(j, n) for _, j, n in block.runs]),
        sum(int(own[i : i + n].sum()) for i, _, n in block.runs),
    )
    return min(free)


def _is_passage(here: Printed, there: Printed, block: Block) -> bool:
    """Return whether a short block is whole sentences of a report, and nobody else's words."""
    whole = _is_bounded(here, block.here, block.here_end) and _is_bounded(there, block.there, block.there_end)
    return whole and _has_sentences(here, block) and not _is_caption(here, there, block)


def _is_bounded(article: Printed, first: int, end: int) -> bool:
    """Return whether a sentence begins at the word `first` and one ends before the word `end`."""
    return bool(
        (first == 0 or _SENTENCE_END.search(_between(article, first)))
        and (end >= len(article.words) or _SENTENCE_END.search(_between(article, end)))
    )


def _between(article: Printed, word: int) -> str:
    """Return what stands between a word and the one before it."""
    return article.article.text[article.words.ends[word - 1] : article.words.starts[word]]


def _has_sentences(here: Printed, block: Block) -> bool:
    """Return whether a block is sentences enough; a short one must not be a name with its stops."""
    start, end = int(here.words.starts[block.here]), int(here.words.ends[block.here_end - 1])
    if block.here_end - block.here >= _LONG_SENTENCE:
        inside = range(block.here + 1, block.here_end)
        return 1 + sum(1 for word in inside if _SENTENCE_END.search(_between(here, word))) >= _LEAST_SENTENCES
    return sentence_count(here, start, end) >= _LEAST_SENTENCES


def _is_caption(here: Printed, there: Printed, block: Block) -> bool:
    """Return whether a short block says what a picture shows: it heads both articles, or a credit ends it."""
    if block.here_end - block.here > _LONGEST_CAPTION:
        return False
    if max(block.here, block.there) <= _HEADING:
        return True
    return any(
        _is_credited(article.article.text, int(article.words.ends[end - 1]))
        for article, end in ((here, block.here_end), (there, block.there_end))
    )


def _is_credited(text: str, end: int) -> bool:
    """Return whether a name in brackets, alone behind a sentence, stands at a place or right behind it."""
    match = _CREDIT.search(text, max(0, end - _LONGEST_CREDIT), end + _LONGEST_CREDIT)
    return match is not None and match.start() <= end + _NEAR <= match.end() + _NEAR


def _is_message(here: Printed, there: Printed, block: Block) -> bool:
    """Return whether a block is a message that either article shows with the handle of who wrote it."""
    if block.here_end - block.here > _LONGEST_MESSAGE:
        return False
    return any(
        _SIGNED.search(
            article.article.text, article.words.starts[first], article.words.ends[end - 1] + _BEHIND
        )
        for article, first, end in (
            (here, block.here, block.here_end),
            (there, block.there, block.there_end),
        )
    )


def _is_ending(here: Printed, there: Printed, block: Block) -> bool:
    """Return whether a block ends both articles: who the author is, where to read more."""
    left = max(len(here.words) - block.here_end, len(there.words) - block.there_end)
    return left <= _LEFT_BEHIND and block.here_end - block.here <= _LONGEST_ENDING


def _weighed(here: Printed, there: Printed, blocks: Sequence[Block], score: float) -> Weighed:
    covered = sum(block.here_end - block.here for block in blocks)
    covered_there = sum(block.there_end - block.there for block in blocks)
    equal = sum(block.equal for block in blocks)
    share, share_of_other = covered / max(1, len(here.words)), covered_there / max(1, len(there.words))
    return Weighed(
        blocks=tuple(blocks),
        unchanged=equal / max(1, covered),
        equal=equal,
        share=share,
        share_of_other=share_of_other,
        score=score,
    )


def kind_of(share: float, share_of_origin: float, unchanged: float, equal: int) -> CopyKind:
    """Return how a copy came over: `share` is how much of the copy's words stand in the origin."""
    if share >= _ALONE_SHARE and unchanged < _EDITED_SHARE:
        return "edited"
    if share >= _ALONE_SHARE:
        return "whole" if share_of_origin >= _WHOLE_SHARE else "cut"
    return "excerpt" if equal >= _EXCERPT_WORDS else "quote"
