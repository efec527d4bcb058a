"""The dates that a page prints around its article, with what they are called there."""

import re
from collections.abc import Iterator

import msgspec

from reportedly.read.date_candidates import Candidate, Role
from reportedly.read.document import OUTSIDE, Region
from reportedly.read.iso_dates import read_iso
from reportedly.read.shown_dates import find_dates
from reportedly.read.sight import Sight
from reportedly.records import Span, Timestamp

# A block that prints a date is short; a longer one tells a story.
_LONGEST_DATE_LINE = 160
# With no more than this beside its dates a line is about the date and nothing else.
_LONGEST_REST = 40
# An article may open with its date ("Karlsruhe, (12.11.2021)."); so many blocks and characters count.
_OPENING_BLOCKS = 2
_OPENING_LENGTH = 48
_FIRST_WIDE = "\u2e80"
SURE_LABELLED = 0.9
SURE_DATE_LINE = 0.75
SURE_BESIDE = 0.5
SURE_LEADING = 0.1
SURE_BELOW_LABELLED = 0.65
SURE_BELOW = 0.3
SURE_OPENING = 0.4
SURE_ANYWHERE = 0.25
# Boxes that are named for a date hold one: `post-date`, `publishing-date`, `entry-meta`.
_DATE_HINT = re.compile(r"date|datum|time|publi|posted|fecha|pubdate")
_UPDATED_HINT = re.compile(r"updat|modif|changed|lastmod")
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")
_NOT_ARTICLE = OUTSIDE & ~Region.TAGS
# Right below its headline an article's date stands, whatever the boxes there are called.
_BELOW_HEADLINE = 6
_NEVER_ARTICLE = Region.HIDDEN | Region.FORM | Region.NAVIGATION | Region.RELATED
# A long block that begins with how and when it was written is looked at so far.
_LONGEST_NOTE = 400
_NOTE_LENGTH = 120


def printed_candidates(sight: Sight) -> Iterator[Candidate]:
    """Yield the dates printed beside the headline, at the article's opening and below it."""
    body = set(sight.body)
    start = _start(sight)
    opening = [i for i in sight.body if i >= start][:_OPENING_BLOCKS]
    for index in sight.near():
        beside = sight.headline is not None and 0 <= index - sight.headline <= _BELOW_HEADLINE
        if sight.document.regions(sight.blocks[index]) & _NOT_ARTICLE and not (
            beside and _is_named_for_date(sight, index)
        ):
            continue
        above = index < start or (beside and index not in body)
        found = list(_line(sight, index, above=above, is_opening=index in opening, in_body=index in body))
        yield from found
        if not found and (index in opening or index == sight.headline):
            yield from _opening(sight, index)


def _is_named_for_date(sight: Sight, index: int) -> bool:
    """Return whether a block is marked up as a date and stands in no form, menu or list of stories."""
    block = sight.blocks[index]
    if sight.document.regions(block) & _NEVER_ARTICLE:
        return False
    return index in sight.document.times or bool(_DATE_HINT.search(sight.document.boxes[block.box].hint))


def _start(sight: Sight) -> int:
    """Return the index of the body's first block below the headline."""
    if sight.headline is None:
        return sight.body_start
    return next((i for i in sight.body if i > (sight.headline or 0)), sight.body_start)


def far_candidates(sight: Sight) -> Iterator[Candidate]:
    """Yield the labelled dates and the `<time>` anywhere on the page but in comments: the last place to look."""
    for index, block in enumerate(sight.blocks):
        regions = sight.document.regions(block)
        if block.length > _LONGEST_NOTE or regions & (Region.COMMENTS | Region.RELATED):
            continue
        for found in _line(sight, index, above=False, longest=_LONGEST_NOTE):
            if found.source == "label":
                yield found
            elif index in sight.document.times and not regions & _NOT_ARTICLE:
                yield msgspec.structs.replace(found, sure=SURE_ANYWHERE)


def _line(
    sight: Sight,
    index: int,
    *,
    above: bool,
    is_opening: bool = False,
    in_body: bool = False,
    longest: int = _LONGEST_DATE_LINE,
) -> Iterator[Candidate]:
    """Yield the dates of one short block."""
    block = sight.blocks[index]
    if block.length > longest or index == sight.headline:
        return
    words = sight.words(index)[: longest if block.length <= _LONGEST_DATE_LINE else _NOTE_LENGTH]
    if not _DIGIT.search(words):
        return
    found = list(find_dates(words, sight.language))
    exact = read_iso(sight.document.times.get(index, ""))
    if not found and exact and not in_body:
        found = [(Span(0, block.length), exact)]
    rest = _width(words) - sum(span.end - span.start for span, _ in found)
    last = 0
    for span, stamp in found:
        label = _label(sight, words, last, span, index)
        last = span.end
        if label:
            sure = SURE_LABELLED if above else SURE_BELOW_LABELLED
        else:
            sure = _sureness(sight, index, rest, above=above, is_opening=is_opening, in_body=in_body)
            sure += SURE_LEADING if sure == SURE_BESIDE and span.start == 0 else 0.0
        if sure:
            yield Candidate(
                stamp=_more_exact(stamp, exact),
                role="updated" if label == "updated" else "published",
                source="label" if label else "shown",
                sure=sure,
                span=Span(block.span.start + span.start, block.span.start + span.end),
            )


def _width(words: str) -> int:
    """Return the length of some words, a CJK character counting twice as it says twice as much."""
    return len(words) if words.isascii() else len(words) + sum(ch >= _FIRST_WIDE for ch in words)


def _sureness(
    sight: Sight, index: int, rest: int, *, above: bool, is_opening: bool, in_body: bool
) -> float:
    """Return how sure a date without a label is by its place and what stands beside it; 0 for no use."""
    if rest > _LONGEST_REST:
        return SURE_BESIDE if above and not in_body else 0.0
    if above or is_opening:
        in_header = sight.document.regions(sight.blocks[index]) & Region.HEADER
        is_before = sight.headline is not None and index < sight.headline
        return SURE_OPENING if in_body or (in_header and is_before) else SURE_DATE_LINE
    return 0.0 if in_body else SURE_BELOW


def _more_exact(stamp: Timestamp, exact: Timestamp | None) -> Timestamp:
    """Return what `<time datetime>` says where it names the day printed and is more exact.

    3/1/2017 is also the day that it says when read in the other order.
    """
    if exact is None:
        return stamp
    day = exact.date
    turned = (day.year, day.day, day.month) == (stamp.date.year, stamp.date.month, stamp.date.day)
    return exact if turned or (day == stamp.date and exact.time) else stamp


def _label(sight: Sight, words: str, last: int, span: Span, index: int) -> str:
    """Return `published` or `updated` by the words around a date, in the line above or in its box's name."""
    before, after = words[last : span.start], words[span.end :]
    hint = sight.document.boxes[sight.blocks[index].box].hint
    found = _called(sight, before) or _called(sight, after if not last else "")
    if not found and not _WORD.search(before) and index and not last:
        above = sight.words(index - 1)
        found = _called(sight, above) if len(above) <= _LONGEST_REST and not _DIGIT.search(above) else ""
    if not found and hint:
        found = "updated" if _UPDATED_HINT.search(hint) and "publi" not in hint else ""
    return found


def _called(sight: Sight, words: str) -> str:
    """Return `published` or `updated` by the last label in some words, '' where they hold none."""
    lower = words.lower()
    if not _WORD.search(lower):
        return ""
    best, name = -1, ""
    labels: tuple[tuple[Role, tuple[str, ...]], ...] = (
        ("published", sight.page_words.published),
        ("updated", sight.page_words.updated),
    )
    for role, known in labels:
        for label in known:
            end = lower.rfind(label)
            if end >= 0 and end + len(label) > best and _stands_alone(lower, end, len(label)):
                best, name = end + len(label), role
    return name


def _stands_alone(words: str, start: int, length: int) -> bool:
    """Return whether a label is a word of its own; scripts without spaces divide no words."""
    if not words[start].isascii():
        return True
    before, after = words[start - 1 : start], words[start + length : start + length + 1]
    return not before.isalpha() and not after.isalpha()


def _opening(sight: Sight, index: int) -> Iterator[Candidate]:
    """Yield the date that an article's first words give."""
    words = sight.words(index)
    if index != sight.headline:
        words = words[:_OPENING_LENGTH]
    if not _DIGIT.search(words):
        return
    start = sight.blocks[index].span.start
    for span, stamp in find_dates(words, sight.language):
        place = Span(start + span.start, start + span.end)
        yield Candidate(stamp=stamp, role="published", source="shown", sure=SURE_OPENING, span=place)
        return
