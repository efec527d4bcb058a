"""Live tickers: their entries one by one, each with its time."""

import datetime
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
_LONGEST_REST = 24
_LONGEST_HEADLINE = 200
# Markup that names the live blog is believed with two entries; an address or a title needs three.
_FEWEST_NAMED = 2
_FEWEST_SHOWN = 3
_PARAGRAPHS = frozenset({"p", "li", "blockquote"})
_SHORTEST_PARAGRAPH = 40
_SENTENCE_ENDS = tuple('.!?…。！？؟۔"”»’」')
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
# What an article's body is compared by with a block: JSON-LD writes paragraphs without their breaks.
_COMPARED = 40
_LIVE_BOX = Region.LIVE
_NOT_ENTRY = OUTSIDE & ~Region.RELATED
_AFTER_TIME = re.compile(r"\s*(?:Uhr\b|h\b|hrs\b|GMT\b)?\s*[:.|–—-]*\s*")
# A day that only the article gives, and a time that markup gives.
_SURE = 0.95
_SHOWN = 0.9
_INFERRED = 0.5


class _Start(msgspec.Struct, frozen=True):
    """What dates an entry: the printed time, and when that is.

    `is_line` says that its block holds nothing else; `span` is empty where markup alone dates the entry,
    by its headline (`is_headline`) or by how its text begins.
    """

    span: Span
    posted: Field[Timestamp] | None
    is_line: bool = False
    is_headline: bool = False


class _Known(msgspec.Struct, frozen=True):
    """When markup says that an entry was posted, and whether by its headline or by its text."""

    posted: Timestamp
    is_headline: bool


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
    entries = tuple(e for group in groups if (e := _entry(sight, group, starts)) is not None)
    return entries if len(entries) >= fewest else ()


def _fewest_entries(sight: Sight) -> int | None:
    """Return how many entries make this page a live ticker, None where nothing says that it may be one."""
    if any(_LIVE in str(linked.get("@type")) for linked in sight.markup.articles):
        return _FEWEST_NAMED
    if _LIVE_PATH.search(address_of(sight).path):
        return _FEWEST_SHOWN
    words = phrases("live", sight.language)
    if any(words.found(name) for name in called(sight)):
        return _FEWEST_SHOWN
    regions = {box.regions for box in sight.document.boxes}
    return _FEWEST_SHOWN if any(region & _LIVE_BOX for region in regions) else None


def _known(sight: Sight) -> dict[str, _Known]:
    """Return the entries that schema.org data dates, by headline and by how their text begins."""
    found: dict[str, _Known] = {}
    for update in _updates(sight):
        stamp = read_iso(text_of(update, "datePublished") or "")
        for key in ("headline", "articleBody"):
            words = fold(text_of(update, key) or "")[:_COMPARED]
            if words and stamp is not None:
                found.setdefault(words, _Known(stamp, key == "headline"))
    return found


def _updates(sight: Sight) -> Iterator[LinkedData]:
    for linked in sight.markup.articles:
        updates = linked.get("liveBlogUpdate")
        for update in updates if isinstance(updates, list) else [updates]:
            if isinstance(update, dict):
                yield update


def _starts(sight: Sight, known: dict[str, _Known]) -> Iterator[tuple[int, _Start]]:
    """Yield the blocks that date an entry, by a time they print or by words that markup dates."""
    day = _only_day(sight)
    for index, block in enumerate(sight.blocks):
        if sight.document.regions(block) & _NOT_ENTRY:
            continue
        start = _printed(sight, index, day) or _marked(sight, index, known)
        if start is not None:
            yield index, start


def _marked(sight: Sight, index: int, known: dict[str, _Known]) -> _Start | None:
    """Return the time that markup gives an entry whose headline or first words stand in a block."""
    found = known.get(fold(sight.words(index))[:_COMPARED]) if known else None
    if found is None:
        return None
    at = sight.blocks[index].span.start
    posted = Field(value=found.posted, markup="json-ld:liveBlogUpdate", confidence=_SURE)
    return _Start(Span(at, at), posted, is_headline=found.is_headline)


def _only_day(sight: Sight) -> datetime.date | None:
    """Return the one day the article was published and updated on, None where there are two or none."""
    times = find_times(sight)
    if times.published is None:
        return None
    day = times.published.value.date
    return day if times.updated is None or times.updated.value.date == day else None


def _printed(sight: Sight, index: int, day: datetime.date | None) -> _Start | None:
    """Return the time a block begins with, or is, None where it does not."""
    words, block = sight.words(index), sight.blocks[index]
    span, stamp, sure = _read_time(sight, words, day)
    exact = read_iso(sight.document.times.get(index, ""))
    if exact is not None and exact.time is not None and block.length <= _LONGEST_TIME_LINE:
        span, stamp, sure = span or Span(0, block.length), exact, _SURE
    if span is None:
        return None
    place = Span(block.span.start + span.start, block.span.start + span.end)
    posted = None if stamp is None else Field(value=stamp, span=place, confidence=sure)
    rest = words[span.end + _end_of_mark(words[span.end :]) :]
    is_line = block.length <= _LONGEST_TIME_LINE and (not rest or _is_rest_of_time(rest))
    return _Start(place, posted, is_line=is_line)


def _is_rest_of_time(rest: str) -> bool:
    """Return whether what follows a time is a zone or a day: "(IST), Oct 02"."""
    return len(rest) <= _LONGEST_REST and any(c.isdigit() or c in "()" for c in rest)


def _read_time(
    sight: Sight, words: str, day: datetime.date | None
) -> tuple[Span | None, Timestamp | None, float]:
    """Return where words print a time, at their beginning or with a date, when it is, and how sure."""
    if len(words) <= _LONGEST_TIME_LINE:
        for span, stamp in find_dates(words, sight.language):
            if stamp.time is not None:
                return span, stamp, _SHOWN
    clock = time_pattern(sight.language).match(words)
    read = read_clock(clock, sight.language) if clock else None
    if clock is None or read is None:
        return None, None, 0.0
    place = Span(0, len(clock[0].rstrip()))
    if day is None:
        return place, None, _INFERRED
    return place, Timestamp(date=day, time=read[0], utc_offset_minutes=read[1]), _INFERRED


def _end_of_mark(rest: str) -> int:
    """Return how many characters after a time still belong to it: "Uhr", a colon, a dash."""
    match = _AFTER_TIME.match(rest)
    return match.end() if match else 0


def _entry(sight: Sight, group: Group, starts: dict[int, _Start]) -> Entry | None:
    """Return the entry that a group of blocks makes, None where it has no words."""
    headline = next((i for i in group.blocks if _is_headline(sight, i, starts)), None)
    texts = [span for i in group.blocks if i != headline and (span := _words(sight, i, starts)) is not None]
    # A name or a label is no paragraph, unless it is all that the entry says.
    words = [span for span in texts if _is_sentence(span.of(sight.document.text))] or texts
    if not words:
        return None
    dated = (starts[i].posted for i in (group.start, *group.blocks) if i in starts)
    return Entry(
        headline=sight.blocks[headline].span if headline is not None else None,
        posted=next((posted for posted in dated if posted is not None), None),
        words=tuple(words),
    )


def _is_sentence(words: str) -> bool:
    return len(words) >= _SHORTEST_PARAGRAPH or words.endswith(_SENTENCE_ENDS)


def _is_headline(sight: Sight, index: int, starts: dict[int, _Start]) -> bool:
    """Return whether a block heads its entry."""
    block, start = sight.blocks[index], starts.get(index)
    if start is not None:
        return start.is_headline
    return sight.document.tag(block) in _HEADINGS and block.length <= _LONGEST_HEADLINE


def _words(sight: Sight, index: int, starts: dict[int, _Start]) -> Span | None:
    """Return the words of an entry in one of its blocks, without the time they begin with."""
    block, start = sight.blocks[index], starts.get(index)
    if sight.document.regions(block) & (_NOT_ENTRY | Region.BYLINE) or (start and start.is_line):
        return None
    if start is not None and start.span.end > start.span.start:
        begin = start.span.end + _end_of_mark(sight.document.text[start.span.end : block.span.end])
        return Span(begin, block.span.end) if begin < block.span.end else None
    is_paragraph = sight.document.tag(block) in _PARAGRAPHS and not block.linked
    return block.span if is_paragraph or is_running(block) else None
