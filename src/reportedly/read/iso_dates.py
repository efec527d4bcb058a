"""Dates as machines write them in the order year, month, day: ISO 8601 and its many near relations."""

import datetime
import re

from reportedly.read.calendar_days import gregorian_day, numeric_calendar
from reportedly.read.clock import read_clock
from reportedly.records import Timestamp

_ZONE = r"\s*(?P<zone>Z\b|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d(?!\d))?"
ISO = re.compile(
    r"(?<!\d)(?P<year>(?:19|20|1[34]|25)\d\d)-(?P<month>\d\d?)-(?P<day>\d\d?)(?!\d)"
    rf"(?:[T ]+(?P<hour>\d\d?):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?{_ZONE})?"
)
_COMPACT = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)"
    rf"(?:T?(?P<hour>\d\d):?(?P<minute>\d\d)(?::?(?P<second>\d\d)(?:\.\d+)?)?{_ZONE})?$"
)
_SLASHED = re.compile(r"(\d{4})[/.](\d\d?)[/.](\d\d?)")


def read_iso(value: str) -> Timestamp | None:
    """Return the timestamp that a value in the order year, month, day gives, None where it is none.

    `2023-12-05T15:26:00.123+04:30`, `2023-12-05 15:26:00 +0000 UTC`, `20231205T152600+0100`,
    `2023/12/05` and the same with Solar Hijri or Buddhist years.
    """
    trimmed = value.strip()
    match = ISO.match(_SLASHED.sub(r"\1-\2-\3", trimmed, count=1)) or _COMPACT.match(trimmed)
    return stamp_of(match) if match else None


def stamp_of(match: re.Match[str]) -> Timestamp | None:
    """Return the timestamp in a match of year, month and day with what else it holds."""
    year = int(match["year"])
    day = gregorian_day(year, int(match["month"]), int(match["day"]), numeric_calendar(year, ""))
    if day is None:
        return None
    return stamp(day, read_clock(match))


def stamp(day: datetime.date, clock: tuple[datetime.time, int | None] | None) -> Timestamp:
    """Return the timestamp of a day with the time and offset, where there are any."""
    if clock is None:
        return Timestamp(date=day)
    return Timestamp(date=day, time=clock[0], utc_offset_minutes=clock[1])
