"""Reports brought together: the two likeliest groups join, until none are likely enough."""

from collections.abc import Iterable, Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from reportedly.records import StoryLink

# How likely two groups must be of one story on average to be joined. Chosen by leaving halves of the
# stories out, one figure for all sets (docs/stories.md); lower joins what only shares a topic.
LEAST_LIKELY = 0.3
# How likely a pair is of which nothing is known: it shares too little to be weighed.
_UNKNOWN = 0.0
# A pair that is less likely does not bring two reports into one computation.
_BRIDGE = 0.2


class Bounds(msgspec.Struct, frozen=True, kw_only=True):
    """What persons ruled: pairs that are of one story, and pairs that are not."""

    together: tuple[tuple[str, str], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()


def grouped(
    reports: Iterable[str], links: Iterable[StoryLink], bounds: Bounds | None = None
) -> tuple[tuple[str, ...], ...]:
    """Return the stories that some reports make, each its reports in rising order, by their first ones.

    The same reports and pairs give the same stories in whatever order they are handed in: groups are
    joined by the average of how likely their pairs are (Sokal and Michener, 1958).
    """
    bounds = bounds or Bounds()
    ids = sorted(set(reports))
    places = {each: place for place, each in enumerate(ids)}
    known = [pair for pair in sorted(links, key=_order) if pair.one in places and pair.other in places]
    bridges = [(places[p.one], places[p.other]) for p in known if p.likely >= _BRIDGE]
    stories: list[list[int]] = []
    islands = _islands(len(ids), bridges)
    for island, own in zip(islands, _inside(islands, known, places), strict=True):
        stories += _joined(island, own, bounds, ids) if len(island) > 1 else [island]
    found = [tuple(ids[place] for place in sorted(story)) for story in stories]
    return tuple(sorted(_ruled_together(found, bounds)))


def _ruled_together(stories: Iterable[tuple[str, ...]], bounds: Bounds) -> Iterable[tuple[str, ...]]:
    """Return the stories after those with reports ruled to be of one are joined.

    They are joined last and as wholes: what comes in later need be like one of the parts alone. What is
    ruled apart stays apart.
    """
    story_of = {each: story for story in stories for each in story}
    apart = set(bounds.apart) | {(other, one) for one, other in bounds.apart}
    for one, other in bounds.together:
        ours, theirs = story_of.get(one), story_of.get(other)
        if ours is None or theirs is None or ours == theirs:
            continue
        if not any((a, b) in apart for a in ours for b in theirs):
            joined = tuple(sorted((*ours, *theirs)))
            story_of |= dict.fromkeys(joined, joined)
    return set(story_of.values())


def _order(link: StoryLink) -> tuple[str, str]:
    return link.one, link.other


def _islands(count: int, bridges: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Return the parts that hang together, each rising."""
    head = list(range(count))

    def find(place: int) -> int:
        while head[place] != place:
            head[place] = head[head[place]]
            place = head[place]
        return place

    for one, other in bridges:
        first, second = sorted((find(one), find(other)))
        head[second] = first
    parts: dict[int, list[int]] = {}
    for place in range(count):
        parts.setdefault(find(place), []).append(place)
    return list(parts.values())


def _inside(
    islands: Sequence[Sequence[int]], pairs: Iterable[StoryLink], places: dict[str, int]
) -> list[list[tuple[int, int, float]]]:
    """Return the pairs of each part, by their places in it."""
    where = {place: (part, at) for part, island in enumerate(islands) for at, place in enumerate(island)}
    found: list[list[tuple[int, int, float]]] = [[] for _ in islands]
    for pair in pairs:
        (part, one), (same, other) = where[places[pair.one]], where[places[pair.other]]
        if part == same:
            found[part].append((one, other, pair.likely))
    return found


def _joined(
    island: Sequence[int], pairs: Sequence[tuple[int, int, float]], bounds: Bounds, ids: Sequence[str]
) -> list[list[int]]:
    likely = np.full((len(island), len(island)), _UNKNOWN)
    for one, other, each in pairs:
        likely[one, other] = likely[other, one] = each
    at = {ids[place]: here for here, place in enumerate(island)}
    for one_id, other_id in bounds.apart:
        if one_id in at and other_id in at:
            likely[at[one_id], at[other_id]] = likely[at[other_id], at[one_id]] = -np.inf
    groups = [[here] for here in range(len(island))]
    np.fill_diagonal(likely, -np.inf)
    return [[island[here] for here in group] for group in _chained(likely, groups)]


def _chained(likely: npt.NDArray[np.float64], groups: list[list[int]]) -> list[list[int]]:
    """Join groups along chains of nearest neighbours (Murtagh, 1983), which ends as joining the best would.

    A group whose nearest is not likely enough stays as it is: averages of it can only fall.
    """
    done: list[list[int]] = []
    alive = np.ones(len(groups), bool)
    chain: list[int] = []
    while alive.any():
        if not chain:
            chain = [int(np.flatnonzero(alive)[0])]
        here = chain[-1]
        row = np.where(alive, likely[here], -np.inf)
        nearest = int(row.argmax())
        if len(chain) > 1 and row[chain[-2]] >= row[nearest]:
            nearest = chain[-2]
        if row[nearest] < LEAST_LIKELY:
            alive[here] = False
            done.append(groups[here])
            chain = []
        elif len(chain) > 1 and nearest == chain[-2]:
            _join(likely, groups, nearest, here)
            alive[here] = False
            chain = chain[:-2]
        else:
            chain.append(nearest)
    return done


def _join(likely: npt.NDArray[np.float64], groups: list[list[int]], into: int, other: int) -> None:
    """Join two groups: their likelihood with each third is the average over their pairs."""
    ours, theirs = len(groups[into]), len(groups[other])
    with np.errstate(invalid="ignore"):
        row = (likely[into] * ours + likely[other] * theirs) / (ours + theirs)
    row = np.where(np.isneginf(likely[into]) | np.isneginf(likely[other]), -np.inf, row)
    row[into] = -np.inf
    likely[into], likely[:, into] = row, row
    groups[into] = [*groups[into], *groups[other]]
