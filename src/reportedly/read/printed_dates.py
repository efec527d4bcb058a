"""The dates that a page prints around its article, with what they are called there."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from reportedly.read.date_candidates import Candidate
from reportedly.read.date_labels import Label, date_labels
from reportedly.read.date_zones import printed_offset
from reportedly.read.document import OUTSIDE, Region
from reportedly.read.labels import is_comment_heading
from reportedly.read.printed_moments import clock_update, moments, timed
from reportedly.read.shown_dates import find_dates
from reportedly.read.sight import Sight
from reportedly.records import Span, Timestamp

# How sure a printed date is by its place and by what stands beside it. Measured as a whole on 812
# labelled pages; below 0.5 a page is searched to its end for a label before the date is taken.
SURE_LABELLED = 0.9
SURE_DATE_LINE = 0.75
SURE_BELOW_LABELLED = 0.65
SURE_BESIDE = 0.5
SURE_LEADING = 0.1
SURE_OPENING = 0.4
SURE_BELOW = 0.3
SURE_ANYWHERE = 0.25
# A block that prints a date is short; a longer one tells a story.
LONGEST_DATE_LINE = 160
# With no more than this beside its dates a line is about the date and nothing else.
_LONGEST_REST = 40
# An article may open with its date ("Karlsruhe, (12.11.2021)."); so many blocks and characters count.
_OPENING_BLOCKS = 2
_OPENING_LENGTH = 48
# Right below its headline an article's date stands, whatever the boxes there are called.
_BELOW_HEADLINE = 6
# In a bar above the headline a block named for a date is so many blocks away at most.
_ABOVE_IN_BAR = 3
# Where the headline is not above the body, the date stands so many blocks above the body.
_ABOVE_BODY = 12
# A longer block that begins with how and when the article was written is looked at so far.
_LONGEST_NOTE = 400
_NOTE_LENGTH = 120
# The name of a source before a date with its time ("Kestrel News 5 Dec 2023, 22:11") is this long.
_LONGEST_SOURCE = 20
_FIRST_WIDE = "\u2e80"
# Boxes that are named for a date hold one: `post-date`, `publishing-date`, `entry-meta`.
DATE_HINT = re.compile(r"date|datum|time|publi|posted|fecha|tarih|tanggal")
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")
# What parts a date from the words around it; a comma or a full stop behind it may end a clause.
_MARKS_BEFORE = "(:,|•·/–—-"
_MARKS_AFTER = ("|", "•", "·", "–", "—", ")")
_NOT_ARTICLE = OUTSIDE & ~Region.TAGS
_NEVER_ARTICLE = Region.HIDDEN | Region.FORM | Region.NAVIGATION | Region.RELATED
_OTHERS_WORDS = Region.COMMENTS | Region.RELATED


class _Place(NamedTuple):
    """Where a block stands: above the body or right below the headline, first in the body, in the body.

    `in_bar`: in a bar of tools around the headline.
    """

    above: bool = False
    is_opening: bool = False
    in_body: bool = False
    in_bar: bool = False


def printed_candidates(sight: Sight) -> Iterator[Candidate]:
    """Yield the dates printed beside the headline, at the article's opening and below it."""
    body, start = set(sight.body), _start(sight)
    opening = [i for i in sight.body if i >= start][:_OPENING_BLOCKS]
    last = max(sight.body, default=len(sight.blocks))
    published: Timestamp | None = None
    for index in _near(sight):
        beside = sight.headline is not None and 0 <= index - sight.headline <= _BELOW_HEADLINE
        outside = sight.document.boxes[sight.blocks[index].box].regions & _NOT_ARTICLE
        in_bar = bool(outside) and _is_in_bar(sight, index)
        if outside and not in_bar and not (beside and _is_named_for_date(sight, index)):
            continue
        in_body = index in body
        if not in_body and index > last and is_comment_heading(sight.words(index), sight.page_words):
            return
        place = _Place(index < start or (beside and not in_body), index in opening, in_body, in_bar)
        found = list(_line(sight, index, place))
        yield from found
        published = next((c.stamp for c in reversed(found) if c.role == "published"), published)
        yield from clock_update(sight, index, published)
        if not found and (place.is_opening or index == sight.headline):
            yield from _opening(sight, index)


def _near(sight: Sight) -> range:
    """Return the blocks where a page prints when its article was published.

    Where no body was found, they are those around the headline; where what was taken for the headline
    stands below the body's beginning, those above the body count as well.
    """
    near, headline = sight.near(), sight.headline
    if headline is None or headline < sight.body_start < len(sight.blocks):
        return near
    if not sight.body:
        return range(near.start, min(len(sight.blocks), headline + _BELOW_HEADLINE + 1))
    return range(max(0, sight.body_start - _ABOVE_BODY), near.stop)


def far_candidates(sight: Sight) -> Iterator[Candidate]:
    """Yield the labelled dates and `<time>` anywhere but in comments: the last places to look at."""
    for index, block in enumerate(sight.blocks):
        regions = sight.document.boxes[block.box].regions
        if block.length > _LONGEST_NOTE or regions & _OTHERS_WORDS:
            continue
        for found in _line(sight, index, _Place(), _LONGEST_NOTE):
            if found.source != "shown":
                yield found
            elif index in sight.document.times and not regions & _NOT_ARTICLE:
                yield msgspec.structs.replace(found, sure=SURE_ANYWHERE)


def _start(sight: Sight) -> int:
    """Return the index of the body's first block below the headline."""
    if sight.headline is None or sight.headline > sight.body_start:
        return sight.body_start
    return next((i for i in sight.body if i > (sight.headline or 0)), sight.body_start)


def _is_in_bar(sight: Sight, index: int) -> bool:
    """Return whether a block stands right at the headline in a bar that holds no link there.

    Content systems put date and number of a report into their "toolbar" or "topbar"; one that is
    named for a date may stand a little farther above.
    """
    block = sight.blocks[index]
    if sight.headline is None or block.linked:
        return False
    box = sight.document.boxes[block.box]
    above = _ABOVE_IN_BAR if DATE_HINT.search(box.hint) else 1
    return -above <= index - sight.headline <= 1 and box.regions & _NEVER_ARTICLE == Region.NAVIGATION


def _is_named_for_date(sight: Sight, index: int) -> bool:
    """Return whether a block is marked up as a date and stands in no form, menu or list of stories."""
    box = sight.document.boxes[sight.blocks[index].box]
    if box.regions & _NEVER_ARTICLE:
        return False
    return index in sight.document.times or bool(DATE_HINT.search(box.hint))


def _line(sight: Sight, index: int, place: _Place, longest: int = LONGEST_DATE_LINE) -> Iterator[Candidate]:
    """Yield the dates of one short block."""
    block = sight.blocks[index]
    if block.length > longest or index == sight.headline:
        return
    words = sight.words(index)
    words = words[:_NOTE_LENGTH] if block.length > LONGEST_DATE_LINE else words
    found = list(find_dates(words, sight.language)) if _DIGIT.search(words) else []
    exacts = moments(sight, index)
    if not found:
        yield from _timed(sight, index, place)
        return
    offset = next(
        (o for _, stamp in found for e in exacts[:1] if (o := printed_offset(e, stamp)) is not None), None
    )
    rest = _width(words) - sum(span.end - span.start for span, _ in found)
    for (span, stamp), label in zip(found, date_labels(sight, words, found, index), strict=True):
        exact = next((e for e in exacts if e.date == stamp.date), exacts[0] if exacts else None)
        sure = _labelled(place) if label else _unlabelled(sight, index, rest, span, place)
        if not label and _is_behind_title(sight, words[: span.start]):
            sure = max(sure, SURE_OPENING)
        elif place.in_body and not label and not _is_apart(words, span, stamp):
            sure = 0.0
        if not sure and stamp.time and _is_behind_mark(words, span):
            sure = SURE_BELOW
        if sure:
            yield _candidate(sight, index, span, _more_exact(stamp, exact, offset), label, sure)


def _timed(sight: Sight, index: int, place: _Place) -> Iterator[Candidate]:
    """Yield the moments that only the markup of a line without dates tells."""
    for span, stamp, called in timed(sight, index):
        label = called or date_labels(sight, sight.words(index), [(span, stamp)], index)[0]
        if label or not place.in_body:
            sure = _labelled(place) if label else _unlabelled(sight, index, 0, span, place)
            yield _candidate(sight, index, span, stamp, label, sure)


def _candidate(
    sight: Sight, index: int, span: Span, stamp: Timestamp, label: Label, sure: float
) -> Candidate:
    start = sight.blocks[index].span.start
    return Candidate(
        stamp=stamp,
        role="updated" if label == "updated" else "published",
        source="as-of" if label == "as of" else "label" if label else "shown",
        sure=sure,
        span=Span(start + span.start, start + span.end),
    )


def _width(words: str) -> int:
    """Return the length of some words, a CJK character counting twice as it says twice as much."""
    return len(words) if words.isascii() else len(words) + sum(ch >= _FIRST_WIDE for ch in words)


def _labelled(place: _Place) -> float:
    return SURE_LABELLED if place.above else SURE_BELOW_LABELLED


def _unlabelled(sight: Sight, index: int, rest: int, span: Span, place: _Place) -> float:
    """Return how sure a date without a label is, 0 where it is of no use."""
    if rest > _LONGEST_REST:
        leading = 0.0 if span.start else SURE_LEADING
        return SURE_BESIDE + leading if place.above and not place.in_body else 0.0
    if not (place.above or place.is_opening):
        return 0.0 if place.in_body else SURE_BELOW
    is_before = sight.headline is not None and index < sight.headline
    in_header = sight.document.boxes[sight.blocks[index].box].regions & Region.HEADER
    is_far = sight.headline is None and sight.body_start - index > _BELOW_HEADLINE
    if place.in_body or place.in_bar or is_far or (in_header and is_before):
        return SURE_OPENING
    return SURE_DATE_LINE


def _more_exact(stamp: Timestamp, exact: Timestamp | None, offset: int | None) -> Timestamp:
    """Return what `<time datetime>` says where it names the day printed and is more exact.

    3/1/2017 is also the day that it says when read in the other order. A line may print a second time,
    of another moment than its first `<time>` names: that has the zone which the first one showed.
    """
    if exact is None:
        return stamp
    if stamp.time and exact.time and printed_offset(exact, stamp) is None:
        is_zoned = stamp.utc_offset_minutes is not None or offset is None
        return stamp if is_zoned else msgspec.structs.replace(stamp, utc_offset_minutes=offset)
    day = exact.date
    turned = (day.year, day.day, day.month) == (stamp.date.year, stamp.date.month, stamp.date.day)
    return exact if turned or (day == stamp.date and exact.time) else stamp


def _opening(sight: Sight, index: int) -> Iterator[Candidate]:
    """Yield the date that an article's first words, or its headline, give."""
    words = sight.words(index)
    words = words if index == sight.headline else words[:_OPENING_LENGTH]
    if _DIGIT.search(words):
        for span, stamp in find_dates(words, sight.language):
            if _is_apart(words, span, stamp):
                yield _candidate(sight, index, span, stamp, "", SURE_OPENING)
            return


def _is_behind_title(sight: Sight, before: str) -> bool:
    """Return whether what stands before a date is a headline that the page's title repeats whole."""
    bare = before.strip()
    return bool(bare) and (sight.markup.title or "").endswith(bare)


def _is_behind_mark(words: str, span: Span) -> bool:
    """Return whether a date stands behind a mark that parts the facts of one line ("By … · 5 May 2023")."""
    return words[: span.start].rstrip()[-1:] in tuple("|•·")


def _is_apart(words: str, span: Span, stamp: Timestamp) -> bool:
    """Return whether a date is no part of a sentence: it comes first, has a time or a mark beside it.

    "Karlsruhe, (12.11.2021). The court" has it apart, "built on 4 May 1995 by" and "On 4 May 1995," have not.
    """
    before, after = words[: span.start].rstrip(), words[span.end :].lstrip()
    if not _WORD.search(before) or (stamp.time and len(before) <= _LONGEST_SOURCE):
        return True
    return before[-1] in _MARKS_BEFORE or after[:1] in _MARKS_AFTER
