"""Stretches of the Solar Hijri calendar, as the days of the Gregorian one that they cover."""

import datetime

from reportedly.dates.calendars import SOLAR_YEARS, gregorian
from reportedly.dates.spans_of_days import Days
from reportedly.records import Precision

_SEASONS = ("SP", "SU", "FA", "WI")  # each of three months, from the first of the year on
_MONTHS = 12


def solar_months(year: int, month: int, count: int, precision: Precision) -> Days | None:
    """Return so many months from one of a Solar Hijri year on; None where the calendar does not reach."""
    ends = year * _MONTHS + month - 1 + count
    first, following = gregorian("J", year, month, 1), gregorian("J", ends // _MONTHS, ends % _MONTHS + 1, 1)
    if first is None or following is None:
        return None
    last = following - datetime.timedelta(days=1)
    return Days(f"{first.isoformat()}/{last.isoformat()}", precision, first, last)


def solar_quarter(year: int, number: int) -> Days | None:
    """Return a quarter of a Solar Hijri year; None for a year of another calendar."""
    return solar_months(year, 3 * number - 2, 3, "quarter") if year in SOLAR_YEARS else None


def solar_half(year: int, number: int) -> Days | None:
    """Return a half of a Solar Hijri year; None for a year of another calendar."""
    return solar_months(year, 6 * number - 5, 6, "half") if year in SOLAR_YEARS else None


def solar_season(year: int, name: str) -> Days | None:
    """Return a season (SP, SU, FA, WI) of a Solar Hijri year; None for a year of another calendar."""
    return solar_months(year, 3 * _SEASONS.index(name) + 1, 3, "season") if year in SOLAR_YEARS else None


def solar_decade(first_year: int) -> Days | None:
    """Return ten Solar Hijri years; None for years of another calendar."""
    start = first_year // 10 * 10
    return solar_months(start, 1, 10 * _MONTHS, "decade") if start in SOLAR_YEARS else None
