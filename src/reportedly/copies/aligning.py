"""Which words of two articles are the same, in runs: exact seeds, then what stands close to them.

Seeds are all runs of SEED_WORDS equal words, found by sorting the runs' codes and grown by their
diagonals; the longest is taken first and no word is taken twice, so a moved paragraph is found where
it went. Shorter runs count only beside longer ones: alone they are the language, not the report.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reportedly.text import Codes, run_codes

Runs = NDArray[np.int64]
"""Runs of equal words, one a row: the first word here, the first word there, how many."""

# Words of the shortest run that is looked at. Three words match by chance all over a page.
SEED_WORDS = 4
# Words of the shortest run that counts alone; that of the fingerprints, so nothing found is lost.
ALONE_WORDS = 8
# Words that may stand between a short run and its neighbour, here as well as there.
BESIDE_WORDS = 15
# A run of equal words may begin at so many places there; a refrain would square the work.
_MOST_PLACES = 8
# Bits of a word's number: with more words a text would take gigabytes.
_WORD_BITS = 31
# The longest runs of two texts that are looked at; a table of one word would square the work.
_MOST_RUNS = 2000


class Block(NamedTuple):
    """A passage that stands here and there: word numbers (end excluded) and the equal runs in it."""

    here: int
    here_end: int
    there: int
    there_end: int
    runs: tuple[tuple[int, int, int], ...]

    @property
    def equal(self) -> int:
        """Return how many words of it are equal."""
        return sum(length for _, _, length in self.runs)

    @property
    def is_equal(self) -> bool:
        """Return whether it is word for word the same."""
        return len(self.runs) == 1


def align(here: Codes, there: Codes) -> tuple[Block, ...]:
    """Return the passages that two articles share, in the order of `here`."""
    chosen = _chosen(_seeds(here, there), len(here), len(there))
    return tuple(_blocks(sorted(chosen)))


def _seeds(here: Codes, there: Codes) -> Runs:
    """Return all longest runs of at least SEED_WORDS equal words, the longest first."""
    runs_here, runs_there = run_codes(here, SEED_WORDS), run_codes(there, SEED_WORDS)
    if not len(runs_there):
        return np.zeros((0, 3), np.int64)
    # Both sorted: numpy looks sorted codes up three times as fast.
    order, order_here = np.argsort(runs_there), np.argsort(runs_here)
    sorted_there, sorted_here = runs_there[order], runs_here[order_here]
    first = np.searchsorted(sorted_there, sorted_here)
    first[first == len(order)] = 0
    equal = np.flatnonzero(sorted_there[first] == sorted_here)
    first = first[equal]
    counts = np.searchsorted(sorted_there, sorted_here[equal], "right") - first
    if (counts > _MOST_PLACES).any():  # the first of them are taken, and those in order cost more to find
        order, counts = np.argsort(runs_there, kind="stable"), np.minimum(counts, _MOST_PLACES)
    nth = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    i, j = np.repeat(order_here[equal], counts), order[np.repeat(first, counts) + nth]
    return _grown(i, j)


def _grown(i: NDArray[np.int64], j: NDArray[np.int64]) -> Runs:
    """Return pairs of equal seeds joined along their diagonals."""
    order = np.argsort(((i - j) << _WORD_BITS) + i)
    i, j = i[order], j[order]
    begins = np.ones(len(i), np.bool_)
    begins[1:] = (i[1:] - i[:-1] != 1) | (j[1:] - j[:-1] != 1)
    at = np.flatnonzero(begins)
    lengths = np.diff(np.append(at, len(i))) + SEED_WORDS - 1
    runs = np.stack([i[at], j[at], lengths], axis=1)
    return runs[np.argsort(-lengths, kind="stable")[:_MOST_RUNS]]


def _chosen(seeds: Runs, here_count: int, there_count: int) -> list[tuple[int, int, int]]:
    """Return the runs that are taken: long ones alone, short ones beside a taken one; no word twice."""
    used_here, used_there = bytearray(here_count), bytearray(there_count)
    taken: list[tuple[int, int, int]] = []
    is_long = seeds[:, 2] >= ALONE_WORDS
    for seed in seeds[is_long].tolist():
        _take(seed, used_here, used_there, taken, ALONE_WORDS)
    short = seeds[~is_long]
    while taken and len(short):
        beside = _beside(short, np.array(taken))
        before = len(taken)
        for seed in short[beside].tolist():
            _take(seed, used_here, used_there, taken, SEED_WORDS - 1)
        short = short[~beside]
        if len(taken) == before:
            break
    return taken


def _take(
    seed: list[int],
    used_here: bytearray,
    used_there: bytearray,
    taken: list[tuple[int, int, int]],
    least: int,
) -> None:
    """Take what of a run is not taken yet, if that is at least `least` words."""
    i, j, length = seed
    while length and (used_here[i] or used_there[j]):
        i, j, length = i + 1, j + 1, length - 1
    while length and (used_here[i + length - 1] or used_there[j + length - 1]):
        length -= 1
    if length < least or any(used_here[i : i + length]) or any(used_there[j : j + length]):
        return
    used_here[i : i + length] = used_there[j : j + length] = b"\x01" * length
    taken.append((i, j, length))


def _beside(short: Runs, taken: Runs) -> NDArray[np.bool_]:
    """Return which short runs stand right after or right before a taken one, here as well as there."""
    starts, ends = short[:, None, :2], short[:, None, :2] + short[:, None, 2:]
    others, others_end = taken[None, :, :2], taken[None, :, :2] + taken[None, :, 2:]
    after, before = starts - others_end, others - ends
    is_after = np.all((after >= -SEED_WORDS) & (after <= BESIDE_WORDS), axis=2)
    is_before = np.all((before >= -SEED_WORDS) & (before <= BESIDE_WORDS), axis=2)
    return np.asarray(np.any(is_after | is_before, axis=1))


def _blocks(runs: list[tuple[int, int, int]]) -> list[Block]:
    """Return runs, sorted by where they stand here, joined where little stands between them."""
    blocks: list[Block] = []
    for i, j, length in runs:
        last = blocks[-1] if blocks else None
        if last and i - last.here_end <= BESIDE_WORDS and 0 <= j - last.there_end <= BESIDE_WORDS:
            grown = last._replace(
                here_end=i + length, there_end=j + length, runs=(*last.runs, (i, j, length))
            )
            blocks[-1] = grown
        else:
            blocks.append(Block(i, i + length, j, j + length, ((i, j, length),)))
    return blocks
