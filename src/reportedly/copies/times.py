"""Which of two reports was out first, as far as their pages say."""

import datetime

from reportedly.records import Timestamp

# Zones run from 12 hours behind UTC to 14 hours before it; where a page names none, any may be meant.
_EARLIEST_ZONE, _LATEST_ZONE = datetime.timedelta(hours=14), datetime.timedelta(hours=12)
_A_DAY = datetime.timedelta(days=1)
_A_MINUTE = datetime.timedelta(minutes=1)
_FIRST = datetime.datetime(datetime.MINYEAR, 1, 1)  # noqa: DTZ001  # all are in UTC, without saying so
_LAST = datetime.datetime(datetime.MAXYEAR, 12, 31)  # noqa: DTZ001


def out_first(one: Timestamp | None, other: Timestamp | None) -> int:
    """Return -1 where `one` was surely published first, 1 where the other was, 0 where nobody can tell.

    A day without a time is the whole day, a time without a zone any zone's; only moments that cannot
    overlap are told apart. Two times without a zone are compared where their days lie far enough apart.
    """
    if one is None or other is None:
        return 0
    first, second = _bounds(one), _bounds(other)
    if first[1] <= second[0] and first != second:
        return -1
    return 1 if second[1] <= first[0] and first != second else 0


def _bounds(at: Timestamp) -> tuple[datetime.datetime, datetime.datetime]:
    """Return the earliest and the latest moment a timestamp may mean, in UTC, end excluded."""
    try:
        start = datetime.datetime.combine(at.date, at.time or datetime.time())
        start = start.replace(tzinfo=None, second=0, microsecond=0)
        end = start + (_A_DAY if at.time is None else _A_MINUTE)
        if at.utc_offset_minutes is None:
            return start - _EARLIEST_ZONE, end + _LATEST_ZONE
        offset = datetime.timedelta(minutes=at.utc_offset_minutes)
        return start - offset, end - offset
    except OverflowError:  # the first or the last day of the calendar
        return _FIRST, _LAST
