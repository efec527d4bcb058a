"""Stories across languages: how likely two reports are of one, and the stories that join by it."""

import math
from collections.abc import Iterable, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from reportedly.records import StoryLink
from reportedly.stories.grouping import Bounds

# How likely two reports in two languages must be of one story to bring theirs together; and how likely the
# reports of the smaller of two stories must be on average, each by its best. Fitted and chosen, like the
# weights below, on 15 made happenings (benchmarks/translations/tuned_on.txt); lower joins what has the day,
# the place and the people in common.
LEAST_LIKELY_ABROAD = 0.5
_LEAST_OF_SMALLER = 0.3
# What speaks for one story, as a logistic: how alike the whole reports are, how alike their beginnings, how
# alike each sentence's nearest is on average, and how many figures of two digits and more they share.
_ALONE, _WHOLE, _BEGIN, _NEAREST, _FIGURES = -5.1, 3.8, 2.6, 4.7, 3.9
_BEGINNING = 3  # sentences

Vectors = NDArray[np.float32]


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A report as it is compared with reports in other languages.

    `vectors` (sentences, width), each of length 1, lie near one another where sentences of any language say
    the same; `figures` are the numbers in the report, as digits.
    """

    id: str
    vectors: Vectors
    figures: frozenset[str]


def link_abroad(report: Told, others: Iterable[Told]) -> tuple[StoryLink, ...]:
    """Return which of the reports in other languages are likely of one story with a report."""
    found = ((other, likely_abroad(report, other)) for other in others)
    return tuple(
        StoryLink(one=min(report.id, other.id), other=max(report.id, other.id), likely=likely)
        for other, likely in found
        if likely >= LEAST_LIKELY_ABROAD
    )


def likely_abroad(one: Told, other: Told) -> float:
    """Return how likely two reports in two languages are of one story, 0 to 1."""
    if not len(one.vectors) or not len(other.vectors):
        return 0.0
    likeness = one.vectors @ other.vectors.T
    nearest = np.concatenate([likeness.max(axis=0), likeness.max(axis=1)])
    strength = _ALONE + _NEAREST * float(nearest.mean())
    strength += _WHOLE * _cosine(one.vectors, other.vectors)
    strength += _BEGIN * _cosine(one.vectors[:_BEGINNING], other.vectors[:_BEGINNING])
    strength += _FIGURES * math.log1p(sum(len(figure) > 1 for figure in one.figures & other.figures))
    return round(1 / (1 + math.exp(-strength)), 3)


def joined_abroad(
    stories: Sequence[tuple[str, ...]], links: Iterable[StoryLink], bounds: Bounds
) -> tuple[tuple[str, ...], ...]:
    """Return stories after those that two languages' reports bring together are joined, the likeliest first.

    What a person ruled apart stays apart. The order of stories and links makes no difference.
    """
    story_of = {each: story for story in stories for each in story}
    known = {
        (link.one, link.other): link.likely
        for link in links
        if link.one in story_of and link.other in story_of and link.likely >= LEAST_LIKELY_ABROAD
    }
    apart = {frozenset(pair) for pair in bounds.apart}
    for one, other in sorted(known, key=lambda pair: (-known[pair], pair)):
        ours, theirs = story_of[one], story_of[other]
        is_ruled = any(frozenset((a, b)) in apart for a in ours for b in theirs)
        if ours != theirs and not is_ruled and _of_smaller(ours, theirs, known) >= _LEAST_OF_SMALLER:
            joined = tuple(sorted((*ours, *theirs)))
            story_of |= dict.fromkeys(joined, joined)
    return tuple(sorted(set(story_of.values())))


def _of_smaller(ours: Sequence[str], theirs: Sequence[str], known: dict[tuple[str, str], float]) -> float:
    """Return how likely the reports of the smaller of two stories are of the other, each by its best pair."""
    smaller, larger = sorted((ours, theirs), key=len)
    best = [max(known.get((min(one, each), max(one, each)), 0.0) for each in larger) for one in smaller]
    return sum(best) / len(best)


def _cosine(one: Vectors, other: Vectors) -> float:
    ours, theirs = one.sum(axis=0), other.sum(axis=0)
    return float(ours @ theirs / max(float(np.linalg.norm(ours) * np.linalg.norm(theirs)), 1e-9))
