"""What persons ruled, as bounds on which reports may be of one story."""

from collections.abc import Iterable, Sequence
from itertools import combinations, product

from reportedly.records import StoryRuling
from reportedly.stories.grouping import Bounds


def bounds_of(rulings: Iterable[StoryRuling]) -> Bounds:
    """Return the bounds that rulings set; of two that speak of the same reports, the later one counts."""
    decided: dict[tuple[str, str], bool] = {}
    standing = [each for each in rulings if each.undone_at is None]
    for ruling in sorted(standing, key=lambda each: (each.made_at, each.id), reverse=True):
        if ruling.kind == "merge":
            _decide(decided, combinations((*ruling.articles, *ruling.others), 2), is_one=True)
        else:
            _decide(decided, combinations(ruling.articles, 2), is_one=True)
            _decide(decided, product(ruling.articles, ruling.others), is_one=False)
    return Bounds(
        together=tuple(pair for pair, is_one in decided.items() if is_one),
        apart=tuple(pair for pair, is_one in decided.items() if not is_one),
    )


def _decide(decided: dict[tuple[str, str], bool], pairs: Iterable[Sequence[str]], *, is_one: bool) -> None:
    for one, other in pairs:
        if one != other:
            decided.setdefault((min(one, other), max(one, other)), is_one)
