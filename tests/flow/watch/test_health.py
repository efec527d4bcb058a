"""How a source fares, in words."""

import datetime

import msgspec
import pytest

from reportedly.flow.watch import Health, health_of, usual_range
from reportedly.records import Declared, SourceDay, Watch, WatchedSource

NOW = datetime.datetime(2024, 3, 31, 12, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)


def source(**known: object) -> WatchedSource:
    """Return a source that was added 40 days ago and answered an hour ago."""
    watch = Watch(
        next_at=NOW,
        answered_at=NOW - DAY / 24,
        news_at=NOW - DAY / 12,
        recent=tuple(NOW - DAY / 4 * n for n in range(20, 0, -1)),
    )
    return WatchedSource(
        seq=1,
        declared=Declared(name="tide", address="https://tide.example/feed"),
        watch=msgspec.structs.replace(watch, **known),
        added_at=NOW - 40 * DAY,
    )


def health(*volumes: int, given: WatchedSource | None = None) -> Health:
    """Return the health of a source with these volumes on the days up to yesterday."""
    days = tuple(
        SourceDay(day=(NOW - (len(volumes) - n) * DAY).date(), asked=5, fresh=fresh)
        for n, fresh in enumerate(volumes)
    )
    return health_of(given or source(), days, NOW)


def test_a_source_that_answers_is_fine() -> None:
    found = health(*[9, 11, 10, 8, 12, 10, 9, 10])
    assert (found.state, found.alert, len(found.days)) == ("fine", False, 30)
    assert "last news 2024-03-31 10:00 UTC" in found.words


@pytest.mark.parametrize(("volume", "word"), [(60, "more"), (0, "fewer")])
def test_a_volume_out_of_its_usual_range_is_told(volume: int, word: str) -> None:
    found = health(*[19, 21, 20, 18, 22, 20, 19, 20], volume)
    assert (found.state, found.alert) == ("unusual", True)
    assert f"{volume} pages on 2024-03-30, {word} than the usual" in found.words


def test_nothing_is_unusual_before_a_week_is_known() -> None:
    assert health(10, 10, 10, 500).state == "fine"
    assert usual_range([10] * 6) is None


def test_one_odd_day_makes_no_habit() -> None:
    assert usual_range([10, 10, 10, 10, 10, 10, 500]) == usual_range([10] * 7)


def test_failures_are_told_with_their_reason_from_the_third_on() -> None:
    assert health(given=source(failures=2, trouble="The site answered 503.")).state == "fine"
    found = health(given=source(failures=3, trouble="The site answered 503."))
    assert (found.state, found.alert) == ("failing", True)
    assert "3 times in a row. The site answered 503." in found.words


def test_a_source_that_lists_nothing_new_is_silent() -> None:
    found = health(
        given=source(news_at=NOW - 4 * DAY, recent=tuple(NOW - 4 * DAY - DAY / 4 * n for n in (2, 1, 0)))
    )
    assert (found.state, found.alert) == ("silent", True)


def test_a_weekly_is_not_silent_after_four_days() -> None:
    weeks = tuple(NOW - 4 * DAY - 7 * DAY * n for n in (2, 1, 0))
    assert health(given=source(news_at=NOW - 4 * DAY, recent=weeks)).state == "fine"


def test_what_nobody_asked_yet_is_new() -> None:
    assert health(given=source(answered_at=None)).state == "new"


def test_a_paused_source_is_no_alert() -> None:
    found = health(given=msgspec.structs.replace(source(failures=9), paused_at=NOW))
    assert (found.state, found.alert) == ("paused", False)
