"""The lead: the sentence or two under the headline that sum the article up."""

import html
import itertools
import re
from collections.abc import Iterator

import msgspec

from reportedly.read.document import OUTSIDE, Region
from reportedly.read.folding import fold
from reportedly.read.labels import is_label
from reportedly.read.lead_names import names_added, names_lead, names_other
from reportedly.read.markup import text_of
from reportedly.read.openings import read_opening
from reportedly.read.sight import Sight

# Lengths in code points. Shorter stretches under a headline are section names and bylines, longer ones
# paragraphs; what the markup names or repeats may be as short as "A preventable crisis.".
_SHORTEST, _LONGEST = 40, 900
_SHORTEST_NAMED = 15
# The article's first running paragraph has at least this many; shorter lines above it are labels.
_RUNNING = 60
# A description agrees with a block when the first so many characters of one stand near the other's start
# (a block may begin with a place: "Lindmark. The council …"). Only these beginnings are compared.
_SAME_START, _NEAR_START, _COMPARED = 40, 120, 400
# The lead is among the first three running blocks of the body, which are among its first eight.
_FIRST_OF_BODY, _LOOKED_AT = 3, 8
_MOST_LINKED = 0.4
# A block that has this share of its words in the page's titles is a title itself; none is longer.
_TITLE_SHARE = 0.7
_LONGEST_TITLE = 300
# The share of a paragraph in bold type that sets it apart as a whole.
_BOLD = 0.8
# An unnamed lead stands at most so many blocks below the title, and its box at most so many boxes under
# one that also holds the title; a name counts as far up as that from the block.
_NEAR_BLOCKS, _NEAR_BOXES = 12, 4
_NAMED_BOXES = 3
_NOT_LEAD = OUTSIDE | Region.BYLINE | Region.ASIDE | Region.FIGURE
_NEVER_TAGS = frozenset({"h1", "time", "button", "address", "figcaption"})
_HEADINGS = frozenset({"h2", "h3", "h4"})
_STOPS = tuple('.!?…。！？؟۔।"”»’」')
_WORD = re.compile(r"\w+")
_TAGS = re.compile(r"<[^>]+>")


class Lead(msgspec.Struct, frozen=True, kw_only=True):
    """Which blocks are the lead, from `index` to `last`, and how sure that is."""

    index: int
    last: int
    confidence: float


class _Head(msgspec.Struct, frozen=True):
    """Where a lead can stand, as indices of blocks.

    `title` is the last block that repeats the headline, `above` what follows it before the body,
    `first` the body's first running blocks, `body` the body below the headline.
    """

    title: int
    above: list[int]
    first: list[int]
    body: list[int]


def find_lead(sight: Sight) -> Lead | None:
    """Return the blocks that are the lead, None where the page shows none.

    In this order: a block between headline and body whose markup names it so; the paragraph before the
    one that opens the report with its outlet or dateline; a block above the body that says what the
    page's description says; a first block of the body that its markup names so; the only sentence, or
    else a lower heading, close under the headline; a first paragraph set apart by its type. A first
    paragraph that the description merely repeats is no lead: descriptions are often made from it.
    """
    head = _head(sight)
    described = [fold(d[:_COMPARED]) for d in _descriptions(sight)]
    rules = (
        ((i for i in head.above if _is_named(sight, head, i)), 0.95),
        ((i for i in head.first[:1] if _opens_after(sight, i)), 0.9),
        ((i for i in head.above if _is_described(sight, i, described)), 0.9),
        ((i for i in head.first[:1] if _is_named(sight, head, i) and not _recurs(sight, head, i)), 0.9),
        ((i for i in head.above if _is_near(sight, head, i) and _is_sentence(sight, i)), 0.7),
        ((i for i in head.above if _is_near(sight, head, i) and _tag(sight, i) in _HEADINGS), 0.6),
        ((i for i in head.first[:1] if _is_set_apart(sight, head, i, described)), 0.7),
    )
    for found, sure in rules:
        index = next(found, None)
        if index is not None:
            return Lead(index=index, last=_last(sight, index), confidence=sure)
    return None


def _head(sight: Sight) -> _Head:
    start = sight.headline if sight.headline is not None else sight.body_start - 1
    body = [i for i in sight.body if i > start]
    titles = _title_words(sight)
    title, above = start, list[int]()
    for i in range(start + 1, body[0] if body else start + 1):
        if not _could_be(sight, i):
            continue
        if _repeats_title(sight, i, titles) and not any(_is_sentence(sight, j) for j in above):
            title, above = i, []
        else:
            above.append(i)
    title, above = _without_second_title(sight, title, above)
    first = [i for i in body[:_LOOKED_AT] if _could_open(sight, i) and not _repeats_title(sight, i, titles)]
    return _Head(title, above, first[:_FIRST_OF_BODY], body)


def _without_second_title(sight: Sight, title: int, above: list[int]) -> tuple[int, list[int]]:
    """Return title and rest where a heading without a stop stands on a sentence: it is a title, not a lead."""
    for here, below in itertools.pairwise(above):
        is_title = _tag(sight, here) in _HEADINGS and not _is_sentence(sight, here)
        is_lead = _tag(sight, below) not in _HEADINGS and _is_sentence(sight, below)
        if is_title and is_lead and below <= here + 2 and here <= title + 3:
            return here, [i for i in above if i > here]
    return title, above


def _title_words(sight: Sight) -> set[str]:
    meta = sight.markup.meta
    titles = [meta.get("og:title"), meta.get("twitter:title"), sight.markup.title]
    titles.append(text_of(sight.linked, "headline"))
    titles.append(sight.words(sight.headline) if sight.headline is not None else None)
    return _words_of(" ".join(title[:_COMPARED] for title in titles if title))


def _words_of(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))


def _repeats_title(sight: Sight, index: int, titles: set[str]) -> bool:
    """Return whether a block is the title once more; what is named the lead must say nothing else."""
    if sight.blocks[index].length > _LONGEST_TITLE:
        return False
    words = _words_of(sight.words(index))
    share = 1.0 if names_lead(_hint(sight, index)) else _TITLE_SHARE
    return bool(words) and len(words & titles) >= share * len(words)


def _could_be(sight: Sight, index: int) -> bool:
    block = sight.blocks[index]
    return (
        _SHORTEST_NAMED <= block.length <= _LONGEST
        and block.linked <= _MOST_LINKED * block.length
        and not sight.document.regions(block) & _NOT_LEAD
        and _tag(sight, index) not in _NEVER_TAGS
        and not sight.words(index).lower().startswith(tuple(f"{by} " for by in sight.page_words.by))
        and not is_label(sight.words(index), sight.page_words, sight.language)
    )


def _could_open(sight: Sight, index: int) -> bool:
    """Return whether a block of the body is one a reader reads, not a label above its first paragraph."""
    block = sight.blocks[index]
    stands_out = _is_bold(sight, index) or _named_box(sight, index) is not None
    reads_on = block.length >= _RUNNING and _is_sentence(sight, index)
    return _could_be(sight, index) and (stands_out or reads_on)


def _is_named(sight: Sight, head: _Head, index: int) -> bool:
    """Return whether the markup of a block, or of a box around it alone, calls it the lead."""
    named = _named_box(sight, index)
    if named is None:
        return False
    others = [head.title, *head.body[4:5]]
    holds_more = any(named in _around(sight, i) for i in others if 0 <= i != index)
    return not holds_more and (sight.blocks[index].length >= _SHORTEST or index <= head.title + 2)


def _named_box(sight: Sight, index: int) -> int | None:
    """Return the nearest box whose names call it the lead, None where one calls it something else."""
    for box in itertools.islice(_around(sight, index), _NAMED_BOXES):
        hint = sight.document.boxes[box].hint
        if names_lead(hint):
            return None if names_other(hint) else box
        if names_other(hint):
            return None
    return None


def _recurs(sight: Sight, head: _Head, index: int) -> bool:
    """Return whether blocks further down carry the same names, as the entries of a list do."""
    hint = _hint(sight, index)
    return bool(hint) and any(_hint(sight, i) == hint for i in head.body if i > index + 1)


def _is_described(sight: Sight, index: int, described: list[str]) -> bool:
    words = fold(sight.words(index)[:_COMPARED])
    if len(words) < _SHORTEST:
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
        if said and len(said) >= _SHORTEST_NAMED
    )


def _is_near(sight: Sight, head: _Head, index: int) -> bool:
    """Return whether an unnamed block stands close under the title and is nothing else by its names."""
    if sight.blocks[index].length < _SHORTEST or index > head.title + _NEAR_BLOCKS or head.title < 0:
        return False
    if _tag(sight, index) == "li" or names_other(_hint(sight, index)):
        return False
    around = set(itertools.islice(_around(sight, head.title), _NEAR_BOXES))
    return any(box in around for box in itertools.islice(_around(sight, index), _NEAR_BOXES))


def _opens_after(sight: Sight, index: int) -> bool:
    """Return whether the body's second paragraph opens the report, which sets the first apart."""
    if index != sight.body[0] or len(sight.body) < 2 or sight.headline is None:
        return False
    first, second = (sight.blocks[i].span for i in sight.body[:2])
    opening = read_opening(sight, second)
    return read_opening(sight, first).end == first.start and (opening.desk or opening.credit) is not None


def _is_set_apart(sight: Sight, head: _Head, index: int, described: list[str]) -> bool:
    """Return whether a first paragraph differs from those below by bold type or, described, by its names."""
    long_enough = sight.blocks[index].length >= _SHORTEST
    is_described = _is_described(sight, index, described)
    below = [i for i in head.body if i > index and _tag(sight, i) == _tag(sight, index)][:4]
    if _is_bold(sight, index):
        return (long_enough or is_described) and not all(_is_bold(sight, i) for i in below)
    if not is_described or not long_enough or len(below) < 2:
        return False
    return names_added(_hint(sight, index), [_hint(sight, i) for i in below])


def _last(sight: Sight, index: int) -> int:
    """Return the last block of a lead of several: those in the same named box, or of the same list."""
    named = _named_box(sight, index)
    if named is None and _tag(sight, index) == "li":
        named = sight.document.boxes[sight.blocks[index].box].parent
    last, start = index, sight.blocks[index].span.start
    while named is not None and last + 1 < len(sight.blocks):
        block = sight.blocks[last + 1]
        inside = named in _around(sight, last + 1) and _could_be(sight, last + 1)
        if not inside or block.span.end - start > _LONGEST:
            break
        last += 1
    return last


def _around(sight: Sight, index: int) -> Iterator[int]:
    """Yield the boxes around a block, innermost first, without the page's own."""
    at = sight.blocks[index].box
    while at > 0:
        yield at
        at = sight.document.boxes[at].parent


def _hint(sight: Sight, index: int) -> str:
    return sight.document.boxes[sight.blocks[index].box].hint


def _tag(sight: Sight, index: int) -> str:
    return sight.document.tag(sight.blocks[index])


def _is_bold(sight: Sight, index: int) -> bool:
    return sight.blocks[index].strong >= _BOLD * sight.blocks[index].length


def _is_sentence(sight: Sight, index: int) -> bool:
    return sight.blocks[index].length >= _SHORTEST and sight.words(index).endswith(_STOPS)
