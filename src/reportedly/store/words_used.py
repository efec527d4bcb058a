"""The words somebody uses more than others do."""

import math
from collections import Counter
from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, func, select, text

from reportedly.language import common_words
from reportedly.store.actor_answers import WordUsed
from reportedly.store.schema import statements
from reportedly.text import fold

_MOST_WORDS: Final = 24
_SHORTEST_WORD: Final = 3  # letters
_LEAST_USES: Final = 2  # of a word that counts as used often, where there are statements enough
_FEW: Final = 8  # statements below which one use is enough
_SAMPLE: Final = 500
"""Statements of the whole record, evenly spaced, that tell how common a word is. The index would
have to count a word that half a million statements hold: 25 ms a word in a record of a million."""

_SURE_IN_SAMPLE: Final = 6
"""Statements of the sample in which a word must stand for the sample to tell its share; rarer words are
counted in the index, where few statements are counted soon."""


def words_used(connection: Connection, said: Sequence[str]) -> tuple[WordUsed, ...]:
    """Return the words that stand out in what was said: frequent there, and rare in the record.

    Measured by the number of the statements with the word times the logarithm of how rare it is. The
    numbers are exact; how rare a common word is is judged by a sample, which moves its place alone.
    """
    common = common_words()
    found = Counter(word for words in said for word in set(fold(words).split()) - common)
    least = _LEAST_USES if len(said) >= _FEW else 1
    often = {word: count for word, count in found.items() if count >= least and len(word) >= _SHORTEST_WORD}
    kept = [word for word, _ in Counter(often).most_common() if not word.isdigit()]
    weight = _weights(connection, kept, often)
    best = sorted(weight, key=lambda word: (-weight[word], word))[:_MOST_WORDS]
    return tuple(WordUsed(word=word, count=often[word]) for word in best)


def _weights(connection: Connection, kept: Sequence[str], often: dict[str, int]) -> dict[str, float]:
    """Return the weights of the words that can be among the best, given the most frequent first.

    A word in n statements of somebody's stands in n of the record at least, so that a bound tells when
    no further word can come among the best.
    """
    total = connection.scalar(select(func.max(statements.c.seq))) or 1
    shares = _shares(connection, total) if total > _SAMPLE else {}
    weight: dict[str, float] = {}
    best: list[float] = []
    for word in kept:
        count = often[word]
        if len(best) == _MOST_WORDS and count * math.log(1 + total / count) < best[-1]:
            break
        rarity = 1 / shares[word] if word in shares else total / _held_by(connection, word)
        weight[word] = count * math.log(1 + rarity)
        best = sorted((*best, weight[word]), reverse=True)[:_MOST_WORDS]
    return weight


def _shares(connection: Connection, total: int) -> dict[str, float]:
    """Return for each common word the share of the record's statements that hold it, by a sample."""
    step = total // _SAMPLE
    spaced = statements.c.seq.in_(range(step, total + 1, step))
    sample = connection.scalars(select(statements.c.words).where(spaced)).all()
    found = Counter(word for words in sample for word in set(fold(words).split()))
    return {word: count / len(sample) for word, count in found.items() if count >= _SURE_IN_SAMPLE}


def _held_by(connection: Connection, word: str) -> int:
    """Return how many statements of the record hold a word."""
    query = text("SELECT doc FROM statement_words WHERE term = :term")
    return connection.scalar(query, {"term": word}) or 1
