"""Stretches of days with their normal form: days, weeks, months, quarters, years and more."""

import calendar
import datetime
from collections.abc import Callable

import msgspec

from reportedly.records import Precision

Day = datetime.date
_WEEK = 7
_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_EARLIEST, _LATEST = 1, 9998  # years that a date can hold with a stretch behind it


class Days(msgspec.Struct, frozen=True):
    """Some days in a row: their normal form (TIMEX3), the first and the last, and how large they are."""

    value: str
    precision: Precision
    first: Day | None = None
    last: Day | None = None


PAST, PRESENT, FUTURE = (Days(f"{name}_REF", "vague") for name in ("PAST", "PRESENT", "FUTURE"))


def day(date: Day) -> Days:
    """Return one day."""
    return Days(date.isoformat(), "day", date, date)


def week(date: Day) -> Days:
    """Return the week (Monday to Sunday) that holds a day."""
    year, number, weekday = date.isocalendar()
    first = date - datetime.timedelta(days=weekday - 1)
    return Days(f"{year}-W{number:02}", "week", first, first + datetime.timedelta(days=_WEEK - 1))


def weekend(date: Day) -> Days:
    """Return the Saturday and Sunday of the week that holds a day."""
    year, number, weekday = date.isocalendar()
    sunday = date + datetime.timedelta(days=_WEEK - weekday)
    return Days(f"{year}-W{number:02}-WE", "weekend", sunday - datetime.timedelta(days=1), sunday)


def month(year: int, number: int) -> Days:
    """Return a month; `number` may run over the ends of the year."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    return Days(f"{year:04}-{number:02}", "month", *_months(year, number, 1))


def quarter(year: int, number: int) -> Days:
    """Return a quarter of a year; `number` may run over the ends of the year."""
    year, number = year + (number - 1) // 4, (number - 1) % 4 + 1
    return Days(f"{year:04}-Q{number}", "quarter", *_months(year, 3 * number - 2, 3))


def half(year: int, number: int) -> Days:
    """Return the first or the second half of a year."""
    return Days(f"{year:04}-H{number}", "half", *_months(year, 6 * number - 5, 6))


def season(year: int, name: str) -> Days:
    """Return a season (SP, SU, FA, WI) of the north; a winter begins in December of its year."""
    return Days(f"{year:04}-{name}", "season", *_months(year, _SEASON_STARTS[name], 3))


def year(number: int) -> Days:
    """Return a year."""
    return Days(f"{number:04}", "year", *_months(number, 1, 12))


def decade(first_year: int) -> Days:
    """Return the ten years that hold a year."""
    start = first_year // 10 * 10
    return Days(f"{start // 10:03}", "decade", Day(max(1, start), 1, 1), Day(start + 9, 12, 31))


def century(first_year: int) -> Days:
    """Return the hundred years that share a year's first two figures."""
    start = first_year // 100 * 100
    return Days(f"{start // 100:02}", "century", Day(max(1, start), 1, 1), Day(start + 99, 12, 31))


def _months(start_year: int, start_month: int, count: int) -> tuple[Day, Day]:
    ends = start_year * 12 + start_month - 1 + count - 1
    last_year, last_month = ends // 12, ends % 12 + 1
    last = calendar.monthrange(last_year, last_month)[1]
    return Day(start_year, start_month, 1), Day(last_year, last_month, last)


def around(unit: str, anchor: Day, steps: int) -> Days | None:
    """Return the day, week, month ... that lies so many of its kind before or behind that of `anchor`.

    None where the calendar does not reach so far, or for a unit smaller than a day.
    """
    shifted = _AROUND.get(unit)
    if shifted is None:
        return None
    try:
        return shifted(anchor, steps)
    except (OverflowError, ValueError):
        return None


def _by_years(kind: Callable[[int], Days], size: int) -> Callable[[Day, int], Days]:
    return lambda anchor, steps: kind(_in_range(anchor.year + steps * size))


def _in_range(number: int) -> int:
    if not _EARLIEST <= number <= _LATEST:
        raise OverflowError(number)
    return number


def _later(anchor: Day, days: int) -> Day:
    return anchor + datetime.timedelta(days=days)


_AROUND: dict[str, Callable[[Day, int], Days]] = {
    "day": lambda anchor, steps: day(_later(anchor, steps)),
    "week": lambda anchor, steps: week(_later(anchor, _WEEK * steps)),
    "fortnight": lambda anchor, steps: week(_later(anchor, 2 * _WEEK * steps)),
    "weekend": lambda anchor, steps: weekend(_later(anchor, _WEEK * steps)),
    "month": lambda anchor, steps: month(anchor.year, anchor.month + steps),
    "quarter": lambda anchor, steps: quarter(anchor.year, (anchor.month + 2) // 3 + steps),
    "year": _by_years(year, 1),
    "decade": _by_years(decade, 10),
    "century": _by_years(century, 100),
    "quarter-century": _by_years(year, 25),
    "half-century": _by_years(year, 50),
}


HALVED = {  # of which smaller unit how many are in one
    "century": ("year", 100),
    "decade": ("year", 10),
    "year": ("month", 12),
    "month": ("week", 4),
    "fortnight": ("day", 14),
    "week": ("day", 7),
    "day": ("hour", 24),
    "hour": ("minute", 60),
    "minute": ("second", 60),
}


def half_of(unit: str) -> tuple[str, int]:
    """Return a smaller unit and how many of it are half of one; ValueError for what is never halved."""
    if unit not in HALVED:
        raise ValueError(unit)
    smaller, size = HALVED[unit]
    return smaller, size // 2


_YEARS_OF = {"quarter-century": 25, "half-century": 50}


def duration(unit: str, count: int, *, is_half_more: bool = False) -> str:
    """Return a duration in the normal form: `P3D`, `P2.5Y`, `PT4H`; X stands for a count nobody gives."""
    if unit in _YEARS_OF:
        count, unit = count * _YEARS_OF[unit], "year"
    said = f"{count}.5" if is_half_more else str(count) if count else "X"
    letter = {"fortnight": "W", "weekend": "WE", "decade": "DE", "century": "CE"}.get(unit, unit[0].upper())
    return f"PT{said}{letter}" if unit in ("hour", "minute", "second") else f"P{said}{letter}"
