"""New reports beside those that are known: how likely each pair is of one story."""

from collections.abc import Iterable, Sequence

import numpy as np

from reportedly.records import StoryLink
from reportedly.stories.context import Pairs, context_of
from reportedly.stories.grouping import grouped
from reportedly.stories.near import NearReports, compare, facts_of
from reportedly.stories.report import Report, Sketch
from reportedly.stories.sketching import sketched
from reportedly.stories.together import pairs_together
from reportedly.stories.weighing import SIGNS, likely, signs_of

# Pairs that are less likely are not linked: averages do not feel them.
LEAST_LINKED = 0.02


def find_pairs(sketch: Sketch, known: NearReports) -> tuple[tuple[str, ...], Pairs]:
    """Return the known reports that are anything like one, and the signs of each pair.

    The new report is the first (place 0) of those returned.
    """
    near = known.near(sketch)
    compared = compare(sketch, near)
    ids = (sketch.id, *(near[number].id for number in compared.numbers.tolist()))
    others = np.arange(1, len(ids))
    return ids, Pairs(
        one=np.zeros_like(others),
        other=others,
        signs=signs_of(compared.likeness, facts_of([sketch]), compared.facts),
    )


def link(ids: Sequence[str], pairs: Pairs) -> tuple[StoryLink, ...]:
    """Return how likely each pair of some reports is of one story, given all of their pairs."""
    if not len(pairs.one):
        return ()
    strengths = likely(np.column_stack([pairs.signs, context_of(len(ids), pairs)]))
    kept = np.flatnonzero(strengths >= LEAST_LINKED)
    rows = zip(pairs.one[kept].tolist(), pairs.other[kept].tolist(), strengths[kept].tolist(), strict=True)
    return tuple(
        StoryLink(one=min(ids[one], ids[other]), other=max(ids[one], ids[other]), likely=strength)
        for one, other, strength in rows
    )


def compare_all(reports: Iterable[Report]) -> tuple[tuple[str, ...], Pairs]:
    """Return the identifiers of some reports, rising, and all their pairs that are anything alike."""
    sketches = [sketched(report) for report in sorted(reports, key=lambda report: report.id)]
    facts = facts_of(sketches)
    one, other = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    signs = [np.zeros((0, len(SIGNS)), np.float32)]
    for first, second, likeness in pairs_together(sketches) if sketches else ():
        one.append(first)
        other.append(second)
        signs.append(signs_of(likeness, facts.of(first), facts.of(second)))
    ids = tuple(sketch.id for sketch in sketches)
    return ids, Pairs(one=np.concatenate(one), other=np.concatenate(other), signs=np.concatenate(signs))


def group_reports(reports: Iterable[Report]) -> tuple[tuple[str, ...], ...]:
    """Return the stories that some reports make, whatever order they come in: identifiers, rising."""
    ids, pairs = compare_all(reports)
    return grouped(ids, link(ids, pairs))
