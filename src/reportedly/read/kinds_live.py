"""Live tickers: their entries one by one, each with its time."""

import re
from collections.abc import Iterator

import msgspec

from reportedly.read.clock import read_clock, time_pattern
from reportedly.read.document import OUTSIDE, Region
from reportedly.read.folding import fold
from reportedly.read.iso_dates import read_iso
from reportedly.read.kinds_grouping import Group, entry_groups
from reportedly.read.kinds_signs import address_of, called, is_running, phrases
from reportedly.read.markup import LinkedData, text_of
from reportedly.read.published import find_times
from reportedly.read.shown_dates import find_dates
from reportedly.read.sight import Sight
from reportedly.records import Entry, Field, Span, Timestamp

_LIVE = "LiveBlogPosting"
_LIVE_PATH = re.compile(
    r"live-?(?:blog|ticker|updates?|news)|(?:^|[/-])(?:live|ticker|newsblog|newsticker|en-direct|en-vivo|ao-vivo|"
    r"diretta|minuto-a-minuto|minute-by-minute|as-it-happened)(?:[/.-]|$)",
    re.IGNORECASE,
)
# A line that dates an entry is short; a longer block that begins with a time is the entry itself.
_LONGEST_TIME_LINE = 60
_LONGEST_HEADLINE = 200
# Markup that names the live blog is believed with two entries; an address or a title needs three.
_FEWEST_NAMED = 2
_FEWEST_SHOWN = 3
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
# What an article's body is compared by with a block: JSON-LD writes paragraphs without their breaks.
_COMPARED = 40
_NOT_ENTRY = int(OUTSIDE) & ~int(Region.RELATED)
_AFTER_TIME = re.compile(r"\s*(?:Uhr\b|h\b|hrs\b|GMT\b)?\s*[:.|–—-]*\s*")
# A day that only the article gives, and a time that markup gives.
_SURE = 0.95
_SHOWN = 0.9
_INFERRED = 0.5


class _Start(msgspec.Struct, frozen=True):
    """What dates an entry: where the time ends in its block, and when, None where only markup says."""

    span: Span
    posted: Field[Timestamp] | None
    is_line: bool


def find_entries(sight: Sight) -> tuple[Entry, ...]:
    """Return the dated entries of a live ticker in the page's order; empty on any other page.

    Entries are boxes that repeat and hold a time each, or paragraphs below lines that do. A page is a
    ticker where schema.org data, its boxes, its address or its title say so.
    """
    fewest = _fewest_entries(sight)
    if fewest is None:
        return ()
    known = _known(sight)
    starts = dict(_starts(sight, known))
    if len(starts) < fewest:
        return ()
    groups = entry_groups(sight, list(starts))
    entries = tuple(e for group in groups if (e := _entry(sight, group, starts, known)) is not None)
    return entries if len(entries) >= fewest else ()


def _fewest_entries(sight: Sight) -> int | None:
    """Return how many entries make this page a live ticker, None where nothing says that it may be one."""
    if any(_LIVE in str(linked.get("@type")) for linked in sight.markup.articles):
        return _FEWEST_NAMED
    if _LIVE_PATH.search(address_of(sight).path):
        return _FEWEST_SHOWN
    pattern = phrases("live", sight.language)
    if pattern and any(pattern.search(name) for name in called(sight)):
        return _FEWEST_SHOWN
    is_boxed = any(box.regions & Region.LIVE for box in sight.document.boxes)
    return _FEWEST_SHOWN if is_boxed else None


def _known(sight: Sight) -> dict[str, Timestamp]:
    """Return the times of the entries in schema.org data, by headline and by how the text begins."""
    found: dict[str, Timestamp] = {}
    for update in _updates(sight):
        stamp = read_iso(text_of(update, "datePublished") or "")
        for key in ("headline", "articleBody"):
            words = fold(text_of(update, key) or "")[:_COMPARED]
            if words and stamp:
                found.setdefault(words, stamp)
    return found


def _updates(sight: Sight) -> Iterator[LinkedData]:
    for linked in sight.markup.articles:
        updates = linked.get("liveBlogUpdate")
        for update in updates if isinstance(updates, list) else [updates]:
            if isinstance(update, dict):
                yield update


def _starts(sight: Sight, known: dict[str, Timestamp]) -> Iterator[tuple[int, _Start]]:
    """Yield the blocks that date an entry, by a time they print or by a headline that markup dates."""
    day = _only_day(sight)
    for index, block in enumerate(sight.blocks):
        if sight.document.regions(block) & _NOT_ENTRY:
            continue
        start = _printed(sight, index, day)
        if start is None and known:
            stamp = known.get(fold(sight.words(index))[:_COMPARED])
            posted = Field(value=stamp, markup="json-ld:liveBlogUpdate", confidence=_SURE) if stamp else None
            start = _Start(Span(block.span.start, block.span.start), posted, False) if stamp else None
        if start is not None:
            yield index, start


def _only_day(sight: Sight) -> Timestamp | None:
    """Return the one day the article was published and updated on, None where there are two or none."""
    times = find_times(sight)
    if times.published is None:
        return None
    day = times.published.value.date
    return Timestamp(date=day) if times.updated is None or times.updated.value.date == day else None


def _printed(sight: Sight, index: int, day: Timestamp | None) -> _Start | None:
    """Return the time a block begins with, or is, None where it does not."""
    words, block = sight.words(index), sight.blocks[index]
    exact = read_iso(sight.document.times.get(index, ""))
    dated = next(find_dates(words, sight.language), None) if len(words) <= _LONGEST_TIME_LINE else None
    clock = time_pattern(sight.language).match(words)
    if dated is not None and dated[1].time is not None:
        span, stamp, sure = dated[0], dated[1], _SHOWN
    elif clock is not None and (read := read_clock(clock, sight.language)) is not None:
        span = Span(0, len(clock[0].rstrip()))
        stamp, sure = _on(day, read), _INFERRED
    elif exact is not None and exact.time and block.length <= _LONGEST_TIME_LINE:
        span, stamp, sure = Span(0, block.length), exact, _SURE
    else:
        return None
    if exact is not None and exact.time:
        stamp, sure = exact, _SURE
    place = Span(block.span.start + span.start, block.span.start + span.end)
    posted = Field(value=stamp, span=place, confidence=sure) if stamp else None
    return _Start(place, posted, block.length <= _LONGEST_TIME_LINE and not _says_more(words[span.end :]))


def _on(day: Timestamp | None, read: tuple[object, int | None]) -> Timestamp | None:
    """Return a time of day on the article's day."""
    return msgspec.structs.replace(day, time=read[0], utc_offset_minutes=read[1]) if day else None


def _says_more(rest: str) -> bool:
    """Return whether words of an entry follow the time in its block."""
    return len(rest[_end_of_mark(rest) :]) > 0


def _end_of_mark(rest: str) -> int:
    match = _AFTER_TIME.match(rest)
    return match.end() if match else 0


def _entry(
    sight: Sight, group: Group, starts: dict[int, _Start], known: dict[str, Timestamp]
) -> Entry | None:
    """Return the entry that a group of blocks makes, None where it has no words."""
    start = starts[group.start]
    headline = next((i for i in group.blocks if _is_headline(sight, i, starts, known)), None)
    words = [span for i in group.blocks if i != headline and (span := _words(sight, i, starts)) is not None]
    if not words and headline is None:
        return None
    posted = start.posted or next((s.posted for i in group.blocks if (s := starts.get(i)) and s.posted), None)
    place = sight.blocks[headline].span if headline is not None else None
    return Entry(headline=place, posted=posted, words=tuple(words))


def _is_headline(sight: Sight, index: int, starts: dict[int, _Start], known: dict[str, Timestamp]) -> bool:
    """Return whether a block heads its entry."""
    block = sight.blocks[index]
    if block.length > _LONGEST_HEADLINE or (
        index in starts and starts[index].span.end > starts[index].span.start
    ):
        return False
    return sight.document.tag(block) in _HEADINGS or (bool(known) and fold(sight.words(index)) in known)


def _words(sight: Sight, index: int, starts: dict[int, _Start]) -> Span | None:
    """Return the words of an entry in one of its blocks, without the time they begin with."""
    block, start = sight.blocks[index], starts.get(index)
    if sight.document.regions(block) & (_NOT_ENTRY | Region.BYLINE) or (start and start.is_line):
        return None
    if start is not None and start.span.end > start.span.start:
        begin = start.span.end + _end_of_mark(sight.document.text[start.span.end : block.span.end])
        return Span(begin, block.span.end) if begin < block.span.end else None
    is_words = is_running(block) or (
        sight.document.tag(block) in ("p", "li", "blockquote") and not block.linked
    )
    return block.span if is_words else None
