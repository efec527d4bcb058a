"""How often a source is asked, without a network and without waiting."""

import datetime
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.records import BadRequest
from reportedly.sources.pace import (
    LONGEST_SECONDS,
    SHORTEST_SECONDS,
    after_quiet,
    back_off,
    check_quiet,
    early,
    interval,
)

NOW = datetime.datetime(2024, 3, 8, 12, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)


def every(step: datetime.timedelta, times: int) -> Sequence[datetime.datetime]:
    """Return moments up to now, apart by a step."""
    return [NOW - step * back for back in range(times)][::-1]


def test_a_source_is_asked_twice_in_the_time_between_two_items() -> None:
    assert interval(every(HOUR, 50), NOW) == pytest.approx(3600 / 2, rel=0.05)


def test_a_busy_source_is_asked_every_five_minutes_at_most() -> None:
    assert interval(every(HOUR / 60, 50), NOW) == SHORTEST_SECONDS


def test_a_silent_source_is_asked_every_six_hours() -> None:
    assert interval((), NOW) == LONGEST_SECONDS
    assert interval((NOW - datetime.timedelta(days=30),), NOW) == LONGEST_SECONDS


@given(st.lists(st.integers(0, 20_000), max_size=60))
def test_the_interval_is_always_within_its_bounds(minutes: list[int]) -> None:
    recent = sorted(NOW - datetime.timedelta(minutes=each) for each in minutes)[-50:]
    assert SHORTEST_SECONDS <= interval(recent, NOW) <= LONGEST_SECONDS


def test_chance_makes_an_asking_early_and_never_late() -> None:
    assert early(1000, lambda: 0.0) == 1000
    assert early(1000, lambda: 0.999) > 840


def test_back_off_doubles_and_ends_at_six_hours() -> None:
    waits = [back_off(number, lambda: 0.5) for number in range(1, 30)]
    assert waits[:4] == [60, 120, 240, 480]
    assert waits[-1] == LONGEST_SECONDS


def test_chance_spreads_the_back_off() -> None:
    assert back_off(3, lambda: 0.0) == 180
    assert back_off(3, lambda: 0.999) == pytest.approx(300, rel=0.01)


@pytest.mark.parametrize(
    ("quiet", "begins", "ends"),
    [
        (("11:00-13:30",), "12:00", "13:30"),
        (("23:00-05:30",), "02:00", "05:30"),
        (("23:00-05:30",), "12:00", "12:00"),
    ],
)
def test_what_falls_into_a_quiet_time_waits_for_its_end(
    quiet: tuple[str, ...], begins: str, ends: str
) -> None:
    moment = NOW.replace(hour=int(begins[:2]), minute=int(begins[3:]))
    assert after_quiet(moment, quiet).strftime("%H:%M") == ends


def test_a_quiet_time_that_ends_in_another_waits_for_that_ones_end() -> None:
    assert after_quiet(NOW, ("11:00-13:00", "12:59-14:00")).hour == 14


@pytest.mark.parametrize("quiet", ["25:00-01:00", "noon", "10:00-10:00"])
def test_nonsense_is_no_quiet_time(quiet: str) -> None:
    with pytest.raises(BadRequest):
        check_quiet((quiet,))
