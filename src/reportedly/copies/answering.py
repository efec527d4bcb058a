"""Which sentences of two articles in two languages answer to one another."""

import itertools
from collections.abc import Iterator
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from reportedly.copies.meant import Meant

Likeness = NDArray[np.float32]

# How alike two sentences must be for a pair of them to count for rather than against a translation. Of
# sentences of made translations nine in ten lie above, of reports of one happening by two hands two in ten.
_BAR = 0.33
# What a sentence that nobody answers to costs a chain: two in a row weigh as much as one good pair gains.
_SKIPPED = 0.06
# A chain that gains less is chance.
_LEAST_GAIN = 0.15
# What a shared figure adds to a pair's likeness, and what figures without a common one take off.
_SAME_FIGURE, _OTHER_FIGURES = 0.12, 0.08
# Sentences of one language that one of the other can answer to, and what it takes off a pair's likeness.
_STEPS = ((1, 1), (1, 2), (2, 1))
_MERGED = 0.06
# What it takes off where one is longer than the other by more than a third, for each doubling beyond.
_LONGER, _UNEVEN = 1.35, 0.1


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """Sentences `here` to `here_end` say what `there` to `there_end` say (ends excluded), and how alike."""

    here: int
    here_end: int
    there: int
    there_end: int
    likeness: float


class _Chain(NamedTuple):
    gain: float
    answers: tuple[Answer, ...]


def answers(here: Meant, there: Meant) -> tuple[Answer, ...]:
    """Return the pairs of sentences that answer to one another, in the order of the first article.

    Chains of pairs in the same order are found one after the other, the best first, and no sentence is
    taken twice, so paragraphs that the translator moved are found where they went. After Smith and
    Waterman (1981), with sentences merged as by Gale and Church (1993), and vectors in place of lengths.
    """
    scores = {step: _scores(here, there, step) for step in _STEPS}
    taken: list[Answer] = []
    while (chain := _best_chain(scores)).gain >= _LEAST_GAIN:
        taken.extend(chain.answers)
        for answer in chain.answers:
            _block(scores, answer)
    return tuple(sorted(taken, key=lambda each: each.here))


def _scores(here: Meant, there: Meant, step: tuple[int, int]) -> Likeness:
    """Return how alike sentences are, those that follow one another taken together as the step says."""
    rows, columns = _together(here.vectors, step[0]), _together(there.vectors, step[1])
    likeness = rows @ columns.T - (_MERGED if step != (1, 1) else 0.0)
    likeness -= _uneven(_lengths(here, step[0]), _lengths(there, step[1]))
    for i, own in enumerate(_joined(here.figures, step[0])):
        for j, other in enumerate(_joined(there.figures, step[1])):
            if own and other:
                likeness[i, j] += _SAME_FIGURE if own & other else -_OTHER_FIGURES
    return likeness


def _lengths(article: Meant, count: int) -> Likeness:
    """Return the letters of each sentence, or of each two in a row."""
    lengths = np.array([span.end - span.start for span in article.sentences], np.float32)
    return lengths if count == 1 else lengths[:-1] + lengths[1:]


def _uneven(ours: Likeness, theirs: Likeness) -> Likeness:
    """Return what uneven lengths take off each pair (after Gale and Church, 1993)."""
    apart = np.abs(np.log2(ours[:, None] / theirs[None]))
    found: Likeness = np.maximum(apart - np.log2(_LONGER), 0) * np.float32(_UNEVEN)
    return found


def _together(vectors: Likeness, count: int) -> Likeness:
    if count == 1 or len(vectors) < count:
        return vectors if count == 1 else vectors[:0]
    sums = vectors[:-1] + vectors[1:]
    found: Likeness = sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9)
    return found


def _joined(figures: tuple[frozenset[str], ...], count: int) -> Iterator[frozenset[str]]:
    if count == 1:
        yield from figures
    else:
        yield from (one | other for one, other in itertools.pairwise(figures))


def _best_chain(scores: dict[tuple[int, int], Likeness]) -> _Chain:
    """Return the chain of pairs, each behind the one before on both sides, that gains most."""
    rows, columns = scores[1, 1].shape
    worth = [(a, b, ((scores[a, b] - _BAR) * (a + b) / 2).tolist()) for a, b in _STEPS]
    gains = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    came: dict[tuple[int, int], tuple[int, int]] = {}
    most, at = 0.0, (0, 0)
    for i in range(1, rows + 1):
        for j in range(1, columns + 1):
            best, step = 0.0, (0, 0)
            for gain, way in ((gains[i - 1][j] - _SKIPPED, (1, 0)), (gains[i][j - 1] - _SKIPPED, (0, 1))):
                if gain > best:
                    best, step = gain, way
            for a, b, gained in worth:
                if i >= a and j >= b and (gain := gains[i - a][j - b] + gained[i - a][j - b]) > best:
                    best, step = gain, (a, b)
            gains[i][j] = best
            if step != (0, 0):
                came[i, j] = step
            if best > most:
                most, at = best, (i, j)
    return _Chain(most, tuple(_walked(came, scores, *at)))


def _walked(
    came: dict[tuple[int, int], tuple[int, int]], scores: dict[tuple[int, int], Likeness], i: int, j: int
) -> Iterator[Answer]:
    while step := came.get((i, j)):
        i, j = i - step[0], j - step[1]
        if step in scores:
            likeness = float(scores[step][i, j])
            yield Answer(here=i, here_end=i + step[0], there=j, there_end=j + step[1], likeness=likeness)


def _block(scores: dict[tuple[int, int], Likeness], answer: Answer) -> None:
    """Keep the sentences of an answer from being taken again."""
    for (a, b), likeness in scores.items():
        likeness[max(answer.here - a + 1, 0) : answer.here_end] = -np.inf
        likeness[:, max(answer.there - b + 1, 0) : answer.there_end] = -np.inf
