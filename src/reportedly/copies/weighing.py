"""Whether words that two articles share were taken by one from the other, and how much was."""

from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from reportedly.copies.aligning import Block
from reportedly.copies.near import outlet_key
from reportedly.copies.passages import is_ending, is_message, is_passage
from reportedly.copies.prints import Printed
from reportedly.copies.quoted import own_words
from reportedly.copies.recurring import Recurring
from reportedly.copies.topics import is_other_topic
from reportedly.records import CopyKind

# All measured on reports made from the shared articles with seeds 1 to 3; "free" words are equal words
# that stand outside quotation marks on both sides, do not say whose the quoted ones are, and are no house
# words.

# Share of the shorter article from which on so much is shared that how does not matter.
_LARGE_SHARE = 0.3
_LARGE_WORDS = 30
# Equal words, and share of the shorter article, from which on it does not matter whether they stand in
# quotation marks: a statement to the press can be a third of two reports that took nothing of each other.
_PLENTY_WORDS, _MOST_SHARE = 200, 0.6
# Equal and free words from which on passages count though they end in mid-sentence.
_LONG_EQUAL, _LONG_WORDS = 80, 30
# Equal and free words of the shortest passage that counts, if it is whole sentences; sentences of
# other kinds are left out by `passages`. With 12 and 6 a seventieth of the carried pairs of sentences are
# lost (seeds 41 and 42) and none of the pairs among the shared reports changes.
_LEAST_EQUAL, _LEAST_FREE = 10, 3
# Share of the words: from here on a copy stands alone, and is whole, or cut short; changed words make
# it edited.
_ALONE_SHARE = 0.75
_WHOLE_SHARE = 0.8
_EDITED_SHARE = 0.9
_EXCERPT_WORDS = 80
# Words before a passage from which on it does not head its article.
_HEAD_WORDS = 20


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
    same_outlet = outlet_key(here) == outlet_key(there)
    if same_outlet and is_large and (_is_inset(blocks) or is_other_topic(here, there, blocks)):
        return None
    if words >= max(_PLENTY_WORDS, _MOST_SHARE * min(len(here.words), len(there.words))):
        return _weighed(here, there, [blocks[number] for number in kept], 1.0)
    told = [number for number in kept if not is_message(here, there, blocks[number])]
    own = {number: _own(here, there, blocks[number], recurring) for number in told}
    if is_large and sum(own.values()) >= _LARGE_WORDS:
        return _weighed(here, there, [blocks[number] for number in told], 1.0)
    if same_outlet:
        return None
    told = [number for number in told if not is_ending(here, there, blocks[number])]
    if sum(equal[told]) >= _LONG_EQUAL and sum(own[number] for number in told) >= _LONG_WORDS:
        return _weighed(here, there, [blocks[number] for number in told], 0.95)
    passages = [
        blocks[number]
        for number in told
        if equal[number] >= _LEAST_EQUAL
        and is_passage(here, there, blocks[number])
        and _own(here, there, blocks[number], recurring, alone=True) >= _LEAST_FREE
    ]
    return _weighed(here, there, passages, 0.9) if passages else None


def _is_inset(blocks: Sequence[Block]) -> bool:
    """Return whether all that is shared is one passage, word for word, inside both articles.

    An outlet that takes up its own report begins with it, or changes words on the way; a box stands whole.
    """
    return len(blocks) == 1 and blocks[0].is_equal and min(blocks[0].here, blocks[0].there) > _HEAD_WORDS


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


def _own(here: Printed, there: Printed, block: Block, recurring: Recurring, *, alone: bool = False) -> int:
    """Return how many equal words of a block are free, on the side where fewer are."""
    own = ~recurring.house
    free = (
        own_words(here, [(i, n) for i, _, n in block.runs], alone=alone),
        own_words(there, [(j, n) for _, j, n in block.runs], alone=alone),
        sum(int(own[i : i + n].sum()) for i, _, n in block.runs),
    )
    return min(free)


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
