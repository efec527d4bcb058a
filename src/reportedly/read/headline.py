"""The headline: which of the wordings a page gives is the article's, and where it stands."""

import functools
import importlib.resources
import math
import re
from collections.abc import Iterator

import msgspec

from reportedly.read.document import OUTSIDE, Region
from reportedly.read.folding import fold
from reportedly.read.headline_candidates import (
    Candidate,
    Source,
    find_candidates,
    fits_headline,
    given_by_markup,
    is_site,
    title_parts,
)
from reportedly.read.headline_features import features_of
from reportedly.read.sight import Sight, marked_up
from reportedly.records import Field, Span

_WORD = re.compile(r"\w+")
# A level-1 heading that has a smaller share of its words in common with what the markup calls the
# article is a masthead; another block that has this much in common with it is the headline.
_UNLIKE = 0.2
_ALIKE = 0.6
_HEADINGS = frozenset({"h1", "h2", "h3"})
# The article's name and the site's.
_TITLE_PARTS = 2
# The words of a headline that is no heading stand so many blocks below the body's start at most.
_BELOW_START = 3


def find_headline(sight: Sight) -> tuple[int | None, Field[str] | None]:
    """Return the block that shows the headline and the headline, each None where there is none.

    Every wording the page gives is weighed (`weights/headline.toml`, made by
    `training/read/headline.py`); the confidence is the weight's share. The headline is a span where
    its words are visible, in the heading or elsewhere, else it is read from the markup alone.
    """
    heading = best_heading(sight)
    candidates = find_candidates(sight, heading)
    if not candidates:
        return heading, None
    weighed = _weighed(sight, candidates)
    chosen, sure = max(weighed, key=lambda pair: pair[1])
    if heading is not None and chosen.sources & Source.SHOWN:
        span = sight.blocks[heading].span
        return heading, Field(value=sight.words(heading), span=span, confidence=sure)
    seen = _seen(sight, heading, chosen)
    if seen is None:
        return heading, marked_up(chosen.words, chosen.markup or "h1", sure)
    return heading, Field(value=seen.of(sight.document.text), span=seen, confidence=sure)


def _weighed(sight: Sight, candidates: list[Candidate]) -> list[tuple[Candidate, float]]:
    """Return each wording with its share of the weight, from 0 to 1."""
    weights = _weights()
    sums = [sum(weights.get(name, 0.0) for name in names) for names in features_of(sight, candidates)]
    shares = [math.exp(value - max(sums)) for value in sums]
    return [(c, round(share / sum(shares), 2)) for c, share in zip(candidates, shares, strict=True)]


@functools.lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    """Return the weight of each feature (logits of a conditional logistic regression)."""
    path = importlib.resources.files("reportedly.read") / "weights" / "headline.toml"
    return msgspec.toml.decode(path.read_bytes(), type=dict[str, dict[str, float]])["weights"]


def _seen(sight: Sight, heading: int | None, chosen: Candidate) -> Span | None:
    """Return where a wording stands in the visible text near the headline, exactly or as folded."""
    head = [heading] if heading is not None else []
    near = head + list(range(min(len(sight.blocks), sight.body_start + _BELOW_START)))
    for index in near:
        at = sight.words(index).find(chosen.words)
        if at >= 0:
            start = sight.blocks[index].span.start + at
            return Span(start, start + len(chosen.words))
    length = len(chosen.words)
    for index in near:
        if (
            abs(sight.blocks[index].length - length) <= _FOLDED_BY
            and fold(sight.words(index)) == chosen.folded
        ):
            return sight.blocks[index].span
    return None


# Folding changes a text's length by the few characters that stand for two.
_FOLDED_BY = 4


def best_heading(sight: Sight) -> int | None:
    """Return the block most like a headline: the level-1 heading that agrees best with the markup.

    Where all of them are unlike what the markup calls the article, another block that agrees; where it
    is the site's name at one end of the page's title, the heading that shows the title's other end.
    """
    named = {fold(words) for _, words, _ in given_by_markup(sight)}
    sets = [frozenset(_WORD.findall(name)) for name in named]
    best = max(_headings(sight), key=lambda i: _agreement(sight, i, sets), default=None)
    best = _below_masthead(sight, best) if best is not None else None
    if not sets or (best is not None and _agreement(sight, best, sets) >= _UNLIKE):
        return best
    lower = max(_any_headings(sight), key=lambda i: _agreement(sight, i, sets), default=None)
    return lower if lower is not None and _agreement(sight, lower, sets) >= _ALIKE else best


def _below_masthead(sight: Sight, best: int) -> int:
    """Return the heading that shows one end of the page's title where the best one shows its other end.

    The longer of the two is the article's; a headline that the markup gives as such is no masthead.
    """
    shown = fold(sight.words(best))
    parts = [fold(part) for part in title_parts(sight.markup.title or "")]
    given = (fold(words) for source, words, _ in given_by_markup(sight) if source & ~Source.TITLE)
    if len(parts) < _TITLE_PARTS or shown not in (parts[0], parts[-1]) or shown in given:
        return best
    other = parts[-1] if shown == parts[0] else parts[0]
    if len(other) <= len(shown) or is_site(sight, other):
        return best
    return next((i for i in _any_headings(sight) if fold(sight.words(i)) == other), best)


def _headings(sight: Sight) -> Iterator[int]:
    """Yield the blocks that may show the headline: level-1 headings, else lower ones above the body."""
    found = [i for i, b in enumerate(sight.blocks) if sight.document.tag(b) == "h1"]
    found = [i for i in found if fits_headline(sight.words(i))]
    inside = [i for i in found if not sight.document.regions(sight.blocks[i]) & OUTSIDE]
    yield from inside or found or _lower_headings(sight)


def _lower_headings(sight: Sight) -> Iterator[int]:
    for i in range(sight.body_start):
        block = sight.blocks[i]
        names = sight.document.boxes[block.box].hint
        heading = sight.document.tag(block) in ("h2", "h3") or "headline" in names or "title" in names
        outside = sight.document.regions(block) & (OUTSIDE | Region.LEAD)
        if heading and not outside and fits_headline(sight.words(i)):
            yield i


def _any_headings(sight: Sight) -> Iterator[int]:
    """Yield the lower headings and the body's first block, which may be the headline."""
    yield from _lower_headings(sight)
    yield from (i for i in sight.body[:1] if sight.document.tag(sight.blocks[i]) in _HEADINGS)


def _agreement(sight: Sight, index: int, named: list[frozenset[str]]) -> float:
    """Return the share of words that a heading has in common with the markup's likest wording."""
    words = frozenset(_WORD.findall(fold(sight.words(index))))
    return max((len(words & other) / max(1, len(words | other)) for other in named), default=0.0)
