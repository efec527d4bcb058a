"""Pairs that a third article explains: a copy brings with it what its origin shares with others.

Where an article has much in common with a third one, and another has a part of that too without having taken
anything of the third, the two have nothing to do with each other: what they share is a box, the background
of a matter, a speaker's words, a closing line, which came along.
"""

import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reportedly.copies.aligning import Block, align
from reportedly.copies.directing import direct
from reportedly.copies.near import NearCopies, outlet_key
from reportedly.copies.pairing import Asked, are_versions, taken_between
from reportedly.copies.passages import is_ending
from reportedly.copies.prints import Printed
from reportedly.copies.weighing import Weighed

# Share of the words a pair has in common that must stand in what the third article shares. The ends of a
# box may be cut off or run on by chance; at 1.0 such boxes come back.
_EXPLAINED = 0.8
# Share of the shorter article up to which an article of another outlet may explain what two share: carriers
# of one report share more, and would all be compared with one another once more.
_SMALL_SHARE = 0.5
# Articles that are looked at as the third, those of either outlet first, then those with most in common.
_MOST_THIRDS = 4
# Linked articles that are looked at again when a new one may explain their other links.
_MOST_SHAKEN = 8


class _Pair(NamedTuple):
    """A pair as it is asked whether `copy` brought what it shares from a third article."""

    copy: Asked
    other: Printed
    stretches: Sequence[tuple[int, int]]
    shared: Weighed


def is_explained(asked: Asked, known: Printed, shared: Weighed, near: NearCopies, *, depth: int = 1) -> bool:
    """Return whether what two articles share came with a third one, of which the other took nothing.

    `known` is one of the articles `near` knows; the asked one may be as well. That the other took nothing
    of the third may itself be explained by a fourth, `depth` times: two who took from one outlet.
    """
    runs = [run for block in shared.blocks for run in block.runs]
    here = _Pair(asked, known, [(i, i + n) for i, _, n in runs], shared)
    thirds = _thirds(here, near, least=2)
    if not len(thirds):
        return False
    if _came_with_another(here, thirds, near, depth):
        return True
    turned = [(j, j + n) for _, j, n in runs]
    there = _Pair(Asked.among(known, near), asked.article, turned, shared)
    return _came_with_another(there, _thirds(there, near, least=1), near, depth)


def newly_explained(
    article: Printed, parted: tuple[Sequence[Printed], Sequence[Printed]], near: NearCopies
) -> Iterator[Printed]:
    """Yield articles linked with a new one whose links with others the new one may explain.

    `parted` are those linked with it, and those that share words with it and are not linked.
    """
    linked, apart = parted
    for other in linked[:_MOST_SHAKEN] if apart else ():
        own = np.intersect1d(article.prints, other.prints)
        sharing = (each for each in apart if len(np.intersect1d(own, each.prints)))
        asked = Asked.among(other, near)
        if any(taken_between(asked, each, near) for each in itertools.islice(sharing, _MOST_THIRDS)):
            yield other


def _thirds(pair: _Pair, near: NearCopies, *, least: int) -> Sequence[int]:
    """Return the numbers of articles that hold fingerprints of a pair, those of either's outlet first.

    Fewer than `least` are none: the pair's other article, where it is known, is always among them.
    """
    article, holders = pair.copy.article, pair.copy.holders
    held = _are_in(article, pair.other)[holders.which]
    numbers = holders.numbers[held]
    if len(numbers) < least or (least > 1 and not (numbers != numbers[0]).any()):
        return ()
    numbers, at = np.unique(numbers, return_index=True)
    houses = (near.outlet_number(pair.other), near.outlet_number(article))
    of_house = np.isin(holders.outlets[held][at], houses)
    if max(pair.shared.share, pair.shared.share_of_other) > _SMALL_SHARE:
        numbers, of_house = numbers[of_house], of_house[of_house]
    counts = np.array([int((holders.numbers == number).sum()) for number in numbers.tolist()])
    nearest: list[int] = numbers[np.lexsort((-counts, ~of_house))][: _MOST_THIRDS + 1].tolist()
    return nearest


def _came_with_another(pair: _Pair, numbers: Sequence[int], near: NearCopies, depth: int) -> bool:
    """Return whether the stretches of a copy came with a third article, of which the other took nothing."""
    copy, other = pair.copy.article, pair.other
    thirds = [each for each in near.known(numbers) if each.id not in (copy.id, other.id)]
    if not thirds:
        return False
    brought = ((_equal_words(pair, third, near), third) for third in thirds)
    equal, third = max(brought, key=lambda each: (each[0], each[1].id))
    if equal == 0:
        return False
    asked = Asked.among(third, near)
    taken = taken_between(asked, other, near)
    return taken is None or (depth > 0 and is_explained(asked, other, taken, near, depth=depth - 1))


def _equal_words(pair: _Pair, third: Printed, near: NearCopies) -> int:
    """Return how many words a copy has from a third article that explains the pair; 0 for one that does not.

    Nearly all of the pair's stretches, and more, must be common to copy and third. What the outlet of the
    other article prints again may be its own whichever was first; of another outlet's article it must be
    known that the copy took it, or the words must close both articles that have them besides.
    """
    copy, other = pair.copy.article, pair.other
    if are_versions(third, other) or _in_common(copy, third) <= _in_common(copy, other):
        return 0
    blocks = align(copy.words.codes, third.words.codes)
    equal = sum(block.equal for block in blocks)
    if equal <= pair.shared.equal or not _covers(blocks, pair.stretches):
        return 0
    taken = taken_between(pair.copy, third, near)
    if taken is None:
        return 0
    if outlet_key(third) == outlet_key(other):
        return equal
    direction = direct(copy, third, taken)
    is_known = direction.is_copy and direction.is_sure
    return equal if is_known or _closes(third, other) else 0


def _closes(third: Printed, other: Printed) -> bool:
    """Return whether all that two articles share ends both."""
    blocks = align(third.words.codes, other.words.codes)
    return all(is_ending(third, other, block) for block in blocks)


def _are_in(article: Printed, other: Printed) -> NDArray[np.bool_]:
    """Return which of an article's fingerprints another has too."""
    if not len(other.prints):
        return np.zeros(len(article.prints), np.bool_)
    at = np.searchsorted(other.prints, article.prints)
    at[at == len(other.prints)] = 0
    return np.asarray(other.prints[at] == article.prints)


def _in_common(one: Printed, other: Printed) -> int:
    """Return how many fingerprints two articles share."""
    return int(_are_in(one, other).sum())


def _covers(blocks: Sequence[Block], stretches: Sequence[tuple[int, int]]) -> bool:
    """Return whether nearly all words of some stretches stand in blocks."""
    words = np.concatenate([np.arange(first, end) for first, end in stretches])
    inside = np.zeros(len(words), np.bool_)
    for block in blocks:
        inside |= (words >= block.here) & (words < block.here_end)
    return bool(inside.sum() >= _EXPLAINED * len(words))
