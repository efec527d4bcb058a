"""New reports beside those that are known: how likely each pair is of one story."""

from collections.abc import Iterable, Sequence

import numpy as np

from reportedly.records import StoryLink
from reportedly.stories.context import Pairs, context_of
from reportedly.stories.grouping import grouped
from reportedly.stories.near import NearReports, Shelf, compare
from reportedly.stories.report import Report, Sketch
from reportedly.stories.sketching import sketched
from reportedly.stories.weighing import likely, signs_of

# Pairs that are less likely are not linked: averages do not feel them.
_LEAST_LINKED = 0.02


def find_pairs(sketch: Sketch, known: NearReports) -> tuple[tuple[str, ...], Pairs]:
    """Return the known reports that are anything like one, and the signs of each pair.

    The new report is the first (place 0) of those returned.
    """
    near = known.near(sketch)
    compared = compare(sketch, near)
    ids = (sketch.id, *(near[number].id for number in compared.numbers.tolist()))
    others = np.arange(1, len(ids))
    return ids, Pairs(one=np.zeros_like(others), other=others, signs=signs_of(sketch, compared))


def link(ids: Sequence[str], pairs: Pairs) -> tuple[StoryLink, ...]:
    """Return how likely each pair of some reports is of one story, given all of their pairs."""
    if not len(pairs.one):
        return ()
    strengths = likely(np.column_stack([pairs.signs, context_of(len(ids), pairs)]))
    kept = np.flatnonzero(strengths >= _LEAST_LINKED)
    rows = zip(pairs.one[kept].tolist(), pairs.other[kept].tolist(), strengths[kept].tolist(), strict=True)
    return tuple(
        StoryLink(one=min(ids[one], ids[other]), other=max(ids[one], ids[other]), likely=strength)
        for one, other, strength in rows
    )


def compare_all(reports: Iterable[Report]) -> tuple[tuple[str, ...], Pairs]:
    """Return the identifiers of some reports, rising, and all their pairs that are anything alike."""
    shelf = Shelf()
    one, other, signs = [], [], []
    for number, report in enumerate(sorted(reports, key=lambda report: report.id)):
        sketch = sketched(report)
        compared = shelf.compare(sketch)
        one.append(np.full(len(compared.numbers), number))
        other.append(compared.numbers)
        signs.append(signs_of(sketch, compared))
        shelf.put(sketch)
    ids = tuple(sketch.id for sketch in shelf.sketches)
    if not ids:
        return (), Pairs(
            one=np.array([], np.int64), other=np.array([], np.int64), signs=np.zeros((0, 0), np.float32)
        )
    return ids, Pairs(one=np.concatenate(one), other=np.concatenate(other), signs=np.concatenate(signs))


def group_reports(reports: Iterable[Report]) -> tuple[tuple[str, ...], ...]:
    """Return the stories that some reports make, whatever order they come in: identifiers, rising."""
    ids, pairs = compare_all(reports)
    return grouped(ids, link(ids, pairs))
