"""Reports brought together: groups of them join by how likely their pairs are; persons' rulings bind."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec
import numpy as np

from reportedly.records import StoryLink
from reportedly.stories.joining import Likely, groups_of

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

    The same reports and pairs give the same stories in whatever order they are handed in: a tree is made
    by the average of how likely pairs are (Sokal and Michener, 1958), and its joins are weighed.
    """
    bounds = bounds or Bounds()
    ids = sorted(set(reports))
    found = [
        tuple(island[here] for here in sorted(group))
        for island, likely in islands_of(ids, links, bounds)
        for group in (groups_of(likely) if len(island) > 1 else [[0]])
    ]
    return tuple(sorted(_ruled_together(found, bounds)))


def islands_of(
    ids: Sequence[str], links: Iterable[StoryLink], bounds: Bounds, *, bridge: float = _BRIDGE
) -> Iterator[tuple[list[str], Likely]]:
    """Yield the parts of some reports that hang together, and how likely each pair in them is.

    A pair at least as likely as `bridge` brings two reports together. `ids` rise; the likelihoods are
    (reports, reports), minus infinity for what is ruled apart.
    """
    places = {each: place for place, each in enumerate(ids)}
    known = [pair for pair in sorted(links, key=_order) if pair.one in places and pair.other in places]
    bridges = [(places[p.one], places[p.other]) for p in known if p.likely >= bridge]
    islands = _islands(len(ids), bridges)
    for island, own in zip(islands, _inside(islands, known, places), strict=True):
        named = [ids[place] for place in island]
        yield named, _likely_of(named, own, bounds)


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


def _likely_of(island: Sequence[str], pairs: Sequence[tuple[int, int, float]], bounds: Bounds) -> Likely:
    likely = np.full((len(island), len(island)), _UNKNOWN)
    for one, other, each in pairs:
        likely[one, other] = likely[other, one] = each
    at = {each: here for here, each in enumerate(island)}
    for one_id, other_id in bounds.apart:
        if one_id in at and other_id in at:
            likely[at[one_id], at[other_id]] = likely[at[other_id], at[one_id]] = -np.inf
    return likely
