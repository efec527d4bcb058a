"""Feasts: fixed days of three calendars, and those that move with Easter, the weekday or the moon.

A feast is written as `calendar-month-day` (`gregorian-12-25`, `jalali-01-01`, `hijri-10-01`), as a whole
month (`hijri-09`), as the last of a weekday in it (`hijri-09-last-5`, 5 is Friday), as the nth or last of a
weekday of a Gregorian month (`nth-11-4-4`, `last-5-1`), or as days from Easter (`easter-2`, for several days
`easter-7..+0`), from the Easter of the eastern churches (`pascha+0`) or from the Jewish new year of the same
Gregorian year (`rosh-163` is Passover), or from Thanksgiving in the United States (`thanksgiving+1`).
"""

import datetime
import re
from collections.abc import Callable, Iterator

from reportedly.dates import spans_of_days
from reportedly.dates.calendars import LUNAR_YEARS, SOLAR_YEARS, gregorian, near_years
from reportedly.dates.context import Context
from reportedly.dates.matching import Match
from reportedly.dates.meaning import Meaning
from reportedly.dates.single_days import weighed
from reportedly.dates.spans_of_days import Days

Day = datetime.date
_CLASSES = {"gregorian": "M", "jalali": "J", "hijri": "H"}
_MOVED = re.compile(r"(easter|pascha|rosh|thanksgiving)([+-]\d+)(?:\.\.([+-]\d+))?")
_WEEK = 7
# The Hebrew calendar counts days from the autumn of 3761 before our era in parts of 1/25,920 of a day.
_EPOCH = -1373428  # the ordinal of the day before its first
_PARTS_OF_DAY = 25920
_YEARS_AHEAD = 3761


def feast(match: Match, context: Context) -> Meaning | None:
    """Return the day or the month of a feast: of its year, else the nearest that the tense allows."""
    said = match.word("F")
    if said is None:
        return None
    tense, anchor = context.tense(match.words), context.anchor
    relation = match.number("R")
    found = [days for year in _years(match, context, said) for days in _days(said, year)]
    year = match.number("Y")
    if year is not None:  # "Ramadan 2023": of the Gregorian year where it is none of the feast's own calendar
        found = [days for days in found if len(found) == 1 or (days.first and days.first.year == year)]
    if relation is not None and relation < 0:
        found = [days for days in found if days.last and days.last < anchor][-1:]
    elif relation is not None and relation > 0:
        found = [days for days in found if days.first and days.first > anchor][:1]

    def distance(days: Days) -> float:
        first, last = days.first or anchor, days.last or anchor
        if first <= anchor <= last:
            return 0.0
        return weighed(
            min(abs((first - anchor).days), abs((last - anchor).days)), tense, is_ahead=first > anchor
        )

    best = min(found, key=distance, default=None)
    return None if best is None else Meaning(best, is_reckoned=match.get("Y") is None, confidence=0.8)


def _years(match: Match, context: Context, said: str) -> range:
    """Return the years, of the feast's own calendar, in which to look for it."""
    cls = _CLASSES.get(said.split("-")[0], "M")
    year = match.number("Y")
    if year is None and match.has("year") and match.number("R") is not None:
        return range(context.anchor.year - 1, context.anchor.year + 2)
    if year is None:
        return near_years(context.anchor, cls)
    is_own = cls == "M" or year in (SOLAR_YEARS if cls == "J" else LUNAR_YEARS)
    return range(year, year + 1) if is_own else near_years(Day(year, 7, 1), cls)


def _days(said: str, year: int) -> Iterator[Days]:
    moved = _MOVED.fullmatch(said)
    if moved:
        start = _STARTS[moved[1]](year)
        first, last = (start + datetime.timedelta(days=int(moved[at] or moved[2])) for at in (2, 3))
        yield spans_of_days.day(first) if first == last else Days(f"{first}/{last}", "week", first, last)
        return
    kind, *parts = said.split("-")
    if kind in ("nth", "last"):
        yield spans_of_days.day(_weekday_of_month(kind, year, *map(int, parts)))
    elif len(parts) == 2:
        found = gregorian(_CLASSES[kind], year, int(parts[0]), int(parts[1]))
        yield from () if found is None else (spans_of_days.day(found),)
    else:
        yield from _in_month(_CLASSES[kind], year, parts)


def _in_month(cls: str, year: int, parts: list[str]) -> Iterator[Days]:
    """Yield a month of a calendar as the days it covers, or the last of a weekday in it."""
    number = int(parts[0])
    first = gregorian(cls, year, number, 1)
    following = gregorian(cls, year + number // 12, number % 12 + 1, 1)
    if first is None or following is None:
        return
    last = following - datetime.timedelta(days=1)
    if len(parts) > 1:
        yield spans_of_days.day(last - datetime.timedelta(days=(last.isoweekday() - int(parts[2])) % _WEEK))
    else:
        yield Days(f"{first.isoformat()}/{last.isoformat()}", "month", first, last)


def _weekday_of_month(kind: str, year: int, month: int, *which: int) -> Day:
    """Return the nth of a weekday of a month (number and weekday) or its last (the weekday alone)."""
    if kind == "nth":
        first = Day(year, month, 1)
        to_weekday = (which[1] - first.isoweekday()) % _WEEK
        return first + datetime.timedelta(days=to_weekday + _WEEK * (which[0] - 1))
    last = Day(year + month // 12, month % 12 + 1, 1) - datetime.timedelta(days=1)
    return last - datetime.timedelta(days=(last.isoweekday() - which[0]) % _WEEK)


def easter(year: int) -> Day:
    """Return Easter Sunday of the western churches (the method of Meeus, Jones and Butcher).

    >>> easter(2024).isoformat()
    '2024-03-31'
    """
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    el = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * el) // 451
    return Day(year, (h + el - 7 * m + 114) // 31, (h + el - 7 * m + 114) % 31 + 1)


def pascha(year: int) -> Day:
    """Return Easter Sunday of the eastern churches, reckoned by the Julian calendar (the method of Meeus).

    >>> pascha(2024).isoformat()
    '2024-05-05'
    """
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    julian = Day(year, (d + e + 114) // 31, (d + e + 114) % 31 + 1)
    return julian + datetime.timedelta(days=year // 100 - year // 400 - 2)


def rosh_hashanah(year: int) -> Day:
    """Return the first day of the Jewish year that begins in the autumn of a Gregorian year.

    >>> rosh_hashanah(2023).isoformat()
    '2023-09-16'
    """
    day = _elapsed(year + _YEARS_AHEAD)
    day += _postponed(year + _YEARS_AHEAD, day)
    return Day.fromordinal(_EPOCH + day + 1)


def _postponed(hebrew_year: int, day: int) -> int:
    """Return the days by which a new year is put off so that no year has an unlawful length."""
    last, following = _elapsed(hebrew_year - 1), _elapsed(hebrew_year + 1)
    if following - day == 356:
        return 2
    return 1 if day - last == 382 else 0


def _elapsed(hebrew_year: int) -> int:
    """Return the days from the epoch to a new year by the moon, put off from the weekdays it may not be."""
    months = (235 * (hebrew_year - 1) + 1) // 19
    parts = 12084 + 13753 * months
    day = 29 * months + parts // _PARTS_OF_DAY
    return day + 1 if 3 * (day + 1) % 7 < 3 else day


def thanksgiving(year: int) -> Day:
    """Return Thanksgiving in the United States: the fourth Thursday of November."""
    return _weekday_of_month("nth", year, 11, 4, 4)


_STARTS: dict[str, Callable[[int], Day]] = {
    "easter": easter,
    "pascha": pascha,
    "rosh": rosh_hashanah,
    "thanksgiving": thanksgiving,
}
