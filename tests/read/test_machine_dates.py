"""Dates as they stand in markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.read.machine_dates import read_stamp

WRITTEN = [
    ("2023-12-05T15:26:00.123+0430", "2023-12-05T15:26:00+04:30"),
    ("2023-12-05T15:26:00.000000000Z", "2023-12-05T15:26:00+00:00"),
    ("2023-12-05 15:26:00 +0000 UTC", "2023-12-05T15:26:00+00:00"),
    ("2023-12-05T15:26:00 +01:00", "2023-12-05T15:26:00+01:00"),
    ("2019-04-03 08:04", "2019-04-03T08:04:00"),
    ("20231205T152600+0100", "2023-12-05T15:26:00+01:00"),
    ("20231205152600", "2023-12-05T15:26:00"),
    ("20231205", "2023-12-05"),
    ("2023/12/05", "2023-12-05"),
    ("1701789960", "2023-12-05T15:26:00+00:00"),
    ("1701789960000", "2023-12-05T15:26:00+00:00"),
    ("Tue, 05 Dec 2023 15:26:00 +0100", "2023-12-05T15:26:00+01:00"),
    ("Tue Dec 05 15:26:00 +0000 2023", "2023-12-05T15:26:00+00:00"),
    ("12/5/2023 3:26:00 PM", "2023-12-05T15:26:00"),
    ("Oct 01, 2025T10:00:00+03:00", "2025-10-01T10:00:00+03:00"),
    ("05 Dec 2023", "2023-12-05"),
    ("1402-09-14T10:00:00+03:30", "2023-12-05T10:00:00+03:30"),
]


@pytest.mark.parametrize(("value", "read"), WRITTEN)
def test_a_value_in_markup_is_read(value: str, read: str) -> None:
    stamp = read_stamp(value)
    assert stamp is not None
    assert stamp.isoformat() == read


@pytest.mark.parametrize("value", ["", "2023", "2023-12", "99999999999", "0000-00-00", "1970-01-01", "now"])
def test_what_names_no_day_of_news_is_none(value: str) -> None:
    assert read_stamp(value) is None


@given(st.text(max_size=80))
def test_any_value_can_be_read(value: str) -> None:
    stamp = read_stamp(value)
    assert stamp is None or stamp.isoformat()
