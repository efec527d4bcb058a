"""Updates that a page prints without their day, and moments that only the markup of a line tells."""

import datetime
import functools
import re
from collections.abc import Iterable, Iterator

from reportedly.read.calendar_days import levelled, month_names
from reportedly.read.clock import read_clock, time_pattern
from reportedly.read.date_candidates import Candidate
from reportedly.read.date_labels import Label, called, calls_update
from reportedly.read.iso_dates import read_iso
from reportedly.read.shown_dates import find_dates
from reportedly.read.sight import Sight
from reportedly.records import Span, Timestamp

# As sure as a labelled date below the headline.
_SURE = 0.65
# A time stands so close behind the label of an update ("Actualizado a las 18:20").
_LONGEST_BETWEEN = 12
_LONGEST_CLOCK_LINE = 160
_CLOCK = re.compile(r"\d\s?[:.hH時时点點시uU]|\d\s?[ap]\.?m")
# A line that tells a moment in its markup alone ("Updated yesterday") is no longer than this.
_LONGEST_LINE = 80


def clock_update(sight: Sight, index: int, published: Timestamp | None) -> Iterator[Candidate]:
    """Yield the update for which a line prints a time of day and no day: that of the publishing.

    It stands behind the line's last date, or alone in a line below the one with the date.
    """
    words = sight.words(index)
    if len(words) > _LONGEST_CLOCK_LINE or not _CLOCK.search(words):
        return
    dates = list(find_dates(words, sight.language))
    last = dates[-1] if dates else None
    start, base = (last[0].end, last[1]) if last else (0, published)
    rest = words[start:]
    if base is None or not _CLOCK.search(rest):
        return
    for clock in time_pattern(sight.language).finditer(rest):
        time = read_clock(clock, sight.language)
        if time is None or not calls_update(sight.page_words, rest[: clock.start()], _LONGEST_BETWEEN):
            continue
        offset = base.utc_offset_minutes if time[1] is None else time[1]
        stamp = Timestamp(date=base.date, time=time[0], utc_offset_minutes=offset)
        if base.time is None or base.time < time[0]:
            at = sight.blocks[index].span.start + start
            span = Span(at + clock.start(), at + clock.start() + len(clock[0].rstrip()))
            yield Candidate(stamp=stamp, role="updated", source="label", sure=_SURE, span=span)
        return


def yearless(sight: Sight, index: int, days: Iterable[datetime.date]) -> Iterator[Candidate]:
    """Yield the time that a line prints beside a day without its year, where a known day is that day.

    Russian agencies print "18 июн, 09:14"; the address or the markup tells the year.
    """
    words = sight.words(index)
    if len(words) > _LONGEST_CLOCK_LINE or not _CLOCK.search(words):
        return
    for match in _day_and_clock(sight.language).finditer(words):
        month = month_names(sight.language).get(levelled(match["month"]).lower())
        clock = time_pattern(sight.language).match(words, match.end())
        time = read_clock(clock, sight.language) if clock else None
        day = next((d for d in days if month and (d.day, d.month) == (int(match["day"]), month.number)), None)
        if day is not None and time is not None and clock is not None:
            at = sight.blocks[index].span.start
            stamp = Timestamp(date=day, time=time[0], utc_offset_minutes=time[1])
            span = Span(at + match.start(), at + clock.start() + len(clock[0].rstrip()))
            yield Candidate(stamp=stamp, role="published", source="shown", sure=_SURE, span=span)
            yield from clock_update(sight, index, stamp)


@functools.lru_cache(maxsize=64)
def _day_and_clock(language: str) -> re.Pattern[str]:
    month = "|".join(re.escape(name) for name in sorted(month_names(language), key=len, reverse=True))
    return re.compile(rf"(?<!\d)(?P<day>\d\d?)\.?\s(?P<month>{month})\.?,?\s(?=\d)", re.IGNORECASE)


def moments(sight: Sight, index: int) -> list[Timestamp]:
    """Return the moments that the `<time>` elements of a block name, in order."""
    document = sight.document
    if index not in document.times:
        return []
    named = (document.times.get(index, ""), *(moment for moment, _ in document.more_times.get(index, ())))
    return [stamp for each in named if (stamp := read_iso(each)) is not None]


def timed(sight: Sight, index: int) -> list[tuple[Span, Timestamp, Label]]:
    """Return the moments of a line that prints no date ("Published 2 days ago, updated yesterday")."""
    words, stamps = sight.words(index), moments(sight, index)
    if not stamps or len(words) > _LONGEST_LINE:
        return [(Span(0, len(words)), stamps[0], "")] if stamps else []
    whole = Span(0, len(words))
    if len(stamps) == 1:
        return [(whole, stamps[0], called(sight.page_words, words))]
    more = sight.document.more_times.get(index, [])
    is_second = calls_update(sight.page_words, words, len(words)) or any("updat" in n for _, n in more)
    first: tuple[Span, Timestamp, Label] = (whole, stamps[0], "")
    return [first, (whole, stamps[1], "updated")] if is_second else [first]
