"""The lead: the sentence or two under the headline that sum the article up."""

import msgspec

from reportedly.read.document import OUTSIDE, Region
from reportedly.read.folding import fold
from reportedly.read.labels import is_label
from reportedly.read.markup import text_of
from reportedly.read.openings import read_opening
from reportedly.read.sight import Sight

# Shorter stretches under a headline are section names and bylines; longer ones are paragraphs.
_SHORTEST = 40
_LONGEST = 900
# A description agrees with a block when so many characters of their beginnings are equal.
_SAME_START = 50
# The lead is among the first blocks of the body, if it stands there at all.
_FIRST_OF_BODY = 2
_MOST_LINKED = 0.4
_NOT_LEAD = OUTSIDE | Region.BYLINE | Region.ASIDE | Region.FIGURE


class Lead(msgspec.Struct, frozen=True, kw_only=True):
    """Which block is the lead, and how sure that is."""

    index: int
    confidence: float


def find_lead(sight: Sight) -> Lead | None:
    """Return the block that is the lead, None where the page shows none.

    In this order: a block between headline and body whose markup says so; the paragraph before the
    one that opens the report with its outlet or dateline; a block that says what the page's
    description says; the only sentence between headline and body; a first paragraph set apart by its
    markup or by bold type.
    """
    above = [i for i in _between(sight) if _could_be(sight, i)]
    first = [i for i in sight.body[:_FIRST_OF_BODY] if _could_be(sight, i)]
    described = [fold(d)[:_SAME_START] for d in _descriptions(sight)]
    rules = (
        ([i for i in above if _region(sight, i) & Region.LEAD and not _is_heading_of_body(sight, i)], 0.95),
        ([i for i in first[:1] if _opens_after(sight, i)], 0.9),
        ([i for i in above + first if _is_described(sight, i, described)], 0.9),
        ([i for i in above if sight.headline is not None and i <= sight.headline + 3], 0.7),
        ([i for i in first[:1] if _is_set_apart(sight, i)], 0.7),
    )
    for found, sure in rules:
        if found:
            return Lead(index=found[0], confidence=sure)
    return None


def _opens_after(sight: Sight, index: int) -> bool:
    """Return whether the body's second paragraph opens the report, which sets the first apart."""
    if index != sight.body[0] or len(sight.body) < 2 or sight.headline is None:
        return False
    first, second = (sight.blocks[i].span for i in sight.body[:2])
    opening = read_opening(sight, second)
    return read_opening(sight, first).end == first.start and (opening.desk or opening.credit) is not None


def _between(sight: Sight) -> range:
    start = sight.headline + 1 if sight.headline is not None else sight.head().start
    return range(start, sight.body_start)


def _could_be(sight: Sight, index: int) -> bool:
    block = sight.blocks[index]
    return (
        _SHORTEST <= block.length <= _LONGEST
        and block.linked <= _MOST_LINKED * block.length
        and not _region(sight, index) & _NOT_LEAD
        and sight.document.tag(block) not in ("h1", "li", "time", "button")
        and not is_label(sight.words(index), sight.page_words, sight.language)
    )


def _region(sight: Sight, index: int) -> int:
    return sight.document.regions(sight.blocks[index])


def _descriptions(sight: Sight) -> list[str]:
    meta = sight.markup.meta
    found = [meta.get(name) for name in ("og:description", "description", "twitter:description")]
    found += [text_of(sight.linked, "description"), text_of(sight.linked, "alternativeHeadline")]
    return [d for d in found if d and len(d) >= _SHORTEST]


def _is_described(sight: Sight, index: int, described: list[str]) -> bool:
    start = fold(sight.words(index))[:_SAME_START]
    return any(start.startswith(d) or d.startswith(start) for d in described)


def _is_heading_of_body(sight: Sight, index: int) -> bool:
    """Return whether a block is a heading inside the article's text rather than a lead above it."""
    return sight.document.tag(sight.blocks[index]) in ("h3", "h4", "h5") and index + 1 == sight.body_start


def _is_set_apart(sight: Sight, index: int) -> bool:
    block = sight.blocks[index]
    return bool(_region(sight, index) & Region.LEAD) or block.strong >= 0.9 * block.length
