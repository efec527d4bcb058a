"""Whether two reports of one outlet are about different things: what they share then is its house's box."""

import functools
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from reportedly.copies.aligning import Block
from reportedly.copies.prints import Printed
from reportedly.language import common_words
from reportedly.text import Codes, word_codes

# Share of the words of the one with fewer that the other has too, outside what both share. Of 200 pairs of
# shared reports taken by chance .95 have less than .20; an outlet's reports of one matter had .23 and more.
_OTHER_TOPIC = 0.2
# Different words of which so many must be left on both sides; shorter ones say little of a topic.
_LEAST_WORDS, _WORD_LENGTH = 30, 4


def is_other_topic(here: Printed, there: Printed, blocks: Sequence[Block]) -> bool:
    """Return whether two articles have little in common outside the passages that both have."""
    ours = _telling(here, [(block.here, block.here_end) for block in blocks])
    theirs = _telling(there, [(block.there, block.there_end) for block in blocks])
    fewer = min(len(ours), len(theirs))
    return fewer >= _LEAST_WORDS and len(np.intersect1d(ours, theirs)) < _OTHER_TOPIC * fewer


def _telling(article: Printed, shared: Sequence[tuple[int, int]]) -> Codes:
    """Return the codes of an article's telling words outside some passages, each once."""
    words = article.words
    left: NDArray[np.bool_] = words.ends - words.starts >= _WORD_LENGTH
    for first, end in shared:
        left[first:end] = False
    return np.setdiff1d(words.codes[left], _common())


@functools.cache
def _common() -> Codes:
    return np.unique(word_codes(" ".join(sorted(common_words()))).codes)
