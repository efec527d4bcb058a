"""Who was out first, as far as pages say."""

import datetime

import pytest

from reportedly.copies.times import out_first
from reportedly.records import Timestamp

DAY = datetime.date(2031, 4, 9)
NEXT = datetime.date(2031, 4, 10)


def at(day: datetime.date, hour: int | None = None, zone: int | None = None) -> Timestamp:
    return Timestamp(date=day, time=None if hour is None else datetime.time(hour), utc_offset_minutes=zone)


@pytest.mark.parametrize(
    ("one", "other", "first"),
    [
        (at(DAY, 9, 0), at(DAY, 10, 0), -1),
        (at(DAY, 12, 210), at(DAY, 9, 0), -1),  # half past eight in UTC
        (at(DAY, 9), at(DAY, 10), 0),  # their zones may lie a day apart
        (at(DAY), at(NEXT), 0),
        (at(DAY, None, 0), at(NEXT, None, 0), -1),
        (at(DAY), at(DAY + datetime.timedelta(days=4)), -1),
        (at(DAY, 9, 0), at(DAY, 9, 0), 0),
        (None, at(DAY, 9, 0), 0),
        (at(datetime.date.min), at(datetime.date.max), 0),
    ],
)
def test_only_moments_that_cannot_overlap_are_told_apart(
    one: Timestamp | None, other: Timestamp | None, first: int
) -> None:
    assert out_first(one, other) == first
    assert out_first(other, one) == -first
