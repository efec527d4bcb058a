"""The lead: the sentence or two under the headline that sum the article up."""

import html
import itertools
import re
from collections.abc import Iterator

import msgspec

from reportedly.read.folding import fold
from reportedly.read.kinds_signs import own_letters
from reportedly.read.lead_head import (
    HEADINGS,
    LONGEST,
    SHORTEST,
    SHORTEST_NAMED,
    Head,
    could_be_lead,
    hint_of,
    is_bold,
    is_sentence,
    named_box,
    read_head,
    tag_of,
)
from reportedly.read.lead_names import names_added, names_other
from reportedly.read.markup import text_of
from reportedly.read.openings import read_opening
from reportedly.read.shared_boxes import boxes_around
from reportedly.read.sight import Sight

# A description agrees with a block when the first so many characters of one stand near the other's start
# (a block may begin with a place: "Lindmark. The council …"). Only these beginnings are compared.
_SAME_START, _NEAR_START, _COMPARED = 40, 120, 400
# An unnamed lead stands at most so many blocks below the title, and its box at most so many boxes under
# one that also holds the title (measured on 137 pages of news outlets).
_NEAR_BLOCKS, _NEAR_BOXES = 12, 4
_TAGS = re.compile(r"<[^>]+>")


class Lead(msgspec.Struct, frozen=True, kw_only=True):
    """Which blocks are the lead, from `index` to `last`, and how sure that is."""

    index: int
    last: int
    confidence: float


def find_lead(sight: Sight) -> Lead | None:
    """Return the blocks that are the lead, None where the page shows none.

    In this order: a block between headline and body whose markup names it so; the paragraph before the
    one that opens the report with its outlet or dateline; a block above the body that says what the
    page's description says; a first block of the body that its markup names so; the only sentence, or
    else a lower heading, close under the headline; a first paragraph set apart by its type. A first
    paragraph that the description merely repeats is no lead: descriptions are often made from it.
    """
    head = read_head(sight)
    described = [fold(d[:_COMPARED]) for d in _descriptions(sight)]
    rules = (
        ((i for i in head.above if _is_named(sight, head, i)), 0.95),
        ((i for i in head.first if _opens_after(sight, i)), 0.9),
        ((i for i in head.above if _is_described(sight, i, described)), 0.9),
        ((i for i in head.first if _is_named(sight, head, i) and not _recurs(sight, head, i)), 0.9),
        ((i for i in head.above if _is_near(sight, head, i) and is_sentence(sight, i)), 0.7),
        ((i for i in head.above if _is_near(sight, head, i) and tag_of(sight, i) in HEADINGS), 0.6),
        ((i for i in head.first if _is_set_apart(sight, head, i, described)), 0.7),
    )
    for found, sure in rules:
        index = next(found, None)
        if index is not None:
            return Lead(index=index, last=_last(sight, head, index), confidence=sure)
    return None


def _is_named(sight: Sight, head: Head, index: int) -> bool:
    """Return whether the markup of a block, or of a box around it alone, calls it the lead."""
    named = named_box(sight, index)
    if named is None:
        return False
    others = [head.title, *head.body[4:5]]
    holds_more = any(named in boxes_around(sight, i) for i in others if 0 <= i != index)
    is_short = own_letters(sight, index) < SHORTEST
    close = index <= head.title + 2 and tag_of(sight, index) != "li"
    return not holds_more and (close or not is_short)


def _recurs(sight: Sight, head: Head, index: int) -> bool:
    """Return whether blocks further down carry the same names, as the entries of a list do."""
    hint = hint_of(sight, index)
    return bool(hint) and any(hint_of(sight, i) == hint for i in head.body if i > index + 1)


def _is_described(sight: Sight, index: int, described: list[str]) -> bool:
    """Return whether one of the page's descriptions begins as a block does; a short one says just that."""
    words = fold(sight.words(index)[:_COMPARED])
    if len(words) < SHORTEST:
        return any(d.strip(" .") == words.strip(" .") for d in described)
    return any(
        d[:_SAME_START] in words[:_NEAR_START] or words[:_SAME_START] in d[:_NEAR_START] for d in described
    )


def _descriptions(sight: Sight) -> Iterator[str]:
    """Yield what the markup gives as a summary, with escapes and tags inside it undone."""
    meta = sight.markup.meta
    yield from (
        _TAGS.sub(" ", html.unescape(said))
        for said in (
            meta.get("og:description"),
            meta.get("description"),
            meta.get("twitter:description"),
            text_of(sight.linked, "description"),
            text_of(sight.linked, "alternativeHeadline"),
        )
        if said and len(said) >= SHORTEST_NAMED
    )


def _is_near(sight: Sight, head: Head, index: int) -> bool:
    """Return whether an unnamed block stands close under the title and is nothing else by its names."""
    if sight.blocks[index].length < SHORTEST or index > head.title + _NEAR_BLOCKS or head.title < 0:
        return False
    if tag_of(sight, index) == "li" or names_other(hint_of(sight, index)):
        return False
    around = set(itertools.islice(boxes_around(sight, head.title), _NEAR_BOXES))
    return any(box in around for box in itertools.islice(boxes_around(sight, index), _NEAR_BOXES))


def _opens_after(sight: Sight, index: int) -> bool:
    """Return whether the body's second paragraph opens the report, which sets the first apart."""
    if index != sight.body[0] or len(sight.body) < 2 or sight.headline is None:
        return False
    first, second = (sight.blocks[i].span for i in sight.body[:2])
    opening = read_opening(sight, second)
    return read_opening(sight, first).end == first.start and (opening.desk or opening.credit) is not None


def _is_set_apart(sight: Sight, head: Head, index: int, described: list[str]) -> bool:
    """Return whether a first paragraph differs from those below by bold type or, described, by its names."""
    long_enough = sight.blocks[index].length >= SHORTEST
    is_described = _is_described(sight, index, described)
    below = [i for i in head.body if i > index and tag_of(sight, i) == tag_of(sight, index)][:4]
    if is_bold(sight, index):
        return (long_enough or is_described) and not all(is_bold(sight, i) for i in below)
    if not is_described or not long_enough or len(below) < 2:
        return False
    return names_added(hint_of(sight, index), [hint_of(sight, i) for i in below])


def _last(sight: Sight, head: Head, index: int) -> int:
    """Return the last block of a lead of several: those in the same named box, or of the same list."""
    named = named_box(sight, index)
    if named is None and tag_of(sight, index) == "li":
        named = sight.document.boxes[sight.blocks[index].box].parent
    last, start = index, sight.blocks[index].span.start
    while named is not None and last + 1 < len(sight.blocks):
        block = sight.blocks[last + 1]
        inside = named in boxes_around(sight, last + 1) and could_be_lead(sight, last + 1, head.title)
        if not inside or block.span.end - start > LONGEST:
            break
        last += 1
    return last
