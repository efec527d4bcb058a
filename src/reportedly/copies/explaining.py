"""Pairs that a third article explains: a copy brings with it what its origin's house prints elsewhere.

Where an outlet's report shares much with an article of another, and a further report of that outlet, which
took nothing of the first, shares a part of it too, that part is what the outlet says again: a box, a
description of a person, the background of a matter. The further report has nothing to do with the other
outlet's article, and no link is made between them.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from reportedly.copies.near import Holders, NearCopies, outlet_key
from reportedly.copies.pairing import Asked, are_versions, taken_between
from reportedly.copies.prints import Printed
from reportedly.copies.weighing import Weighed

# Share of the words a pair has in common that must stand in what the third article shares. The ends of a
# box may be cut off or run on by chance; at 1.0 such boxes come back.
_EXPLAINED = 0.8
# Articles that are looked at as the third, those with most in common with the copy first.
_MOST_THIRDS = 4

_Stretch = tuple[int, int]


def is_explained(asked: Asked, known: Printed, shared: Weighed, near: NearCopies) -> bool:
    """Return whether what two articles share is what the outlet of one of them says again.

    `known` is one of the articles `near` knows; the asked one may be as well.
    """
    article, holders = asked.article, asked.holders
    held = _are_in(article, known)[holders.which]
    numbers, outlets = holders.numbers[held], holders.outlets[held]
    of_known = numbers[outlets == near.outlet_number(known)]
    of_asked = numbers[outlets == near.outlet_number(article)]
    runs = [run for block in shared.blocks for run in block.runs]
    if (of_known != of_known[:1]).any():  # the known one is among them
        here = [(i, i + n) for i, _, n in runs]
        thirds = _thirds(holders, of_known, known, near)
        if _came_with_another(asked, known, here, shared, thirds, near):
            return True
    if not len(of_asked):
        return False
    there = [(j, j + n) for _, j, n in runs]
    thirds = _thirds(holders, of_asked, article, near)
    return bool(thirds) and _came_with_another(Asked.among(known, near), article, there, shared, thirds, near)


def is_of_same_house(one: Printed, other: Printed) -> bool:
    """Return whether two articles are different pages of one outlet."""
    return outlet_key(one) == outlet_key(other) and not are_versions(one, other)


def _came_with_another(
    copy: Asked,
    other: Printed,
    stretches: Sequence[_Stretch],
    shared: Weighed,
    thirds: Sequence[Printed],
    near: NearCopies,
) -> bool:
    """Return whether the stretches of a copy came with a third article, of which the other took nothing."""
    weighed = ((taken_between(copy, third, near), third) for third in thirds if third.id != copy.article.id)
    covering = [
        (taken.equal, third)
        for taken, third in weighed
        if taken is not None and taken.equal > shared.equal and _covers(taken, stretches)
    ]
    if not covering:
        return False
    _, third = max(covering, key=lambda each: (each[0], each[1].id))
    return taken_between(Asked.among(third, near), other, near) is None


def _thirds(
    holders: Holders, within: NDArray[np.int64], other: Printed, near: NearCopies
) -> Sequence[Printed]:
    """Return the articles of the other's outlet among some numbers, those with most in common."""
    each = np.unique(within)
    if not len(each):
        return ()
    counts = np.array([int((holders.numbers == number).sum()) for number in each.tolist()])
    nearest = each[np.argsort(-counts, kind="stable")][: _MOST_THIRDS + 1]
    known = near.known([int(number) for number in nearest])
    return [third for third in known if third.id != other.id and is_of_same_house(third, other)]


def _are_in(article: Printed, other: Printed) -> NDArray[np.bool_]:
    """Return which of an article's fingerprints another has too."""
    if not len(other.prints):
        return np.zeros(len(article.prints), np.bool_)
    at = np.searchsorted(other.prints, article.prints)
    at[at == len(other.prints)] = 0
    return np.asarray(other.prints[at] == article.prints)


def _covers(taken: Weighed, stretches: Sequence[_Stretch]) -> bool:
    """Return whether nearly all words of some stretches stand in what was taken."""
    words = np.concatenate([np.arange(first, end) for first, end in stretches])
    inside = np.zeros(len(words), np.bool_)
    for block in taken.blocks:
        inside |= (words >= block.here) & (words < block.here_end)
    return bool(inside.sum() >= _EXPLAINED * len(words))
