"""How a source fares, in words: whether it answers, still publishes, and as much as is usual."""

import datetime
import math
from collections.abc import Sequence
from typing import Final, Literal

import msgspec

from reportedly.records import SourceDay, WatchedSource

SHOWN_DAYS: Final = 30
"""Days of volume that are shown, today included."""

FEWEST_DAYS: Final = 7
"""Whole days that must be known before a volume is called usual or not: a week has its own Sunday."""

FAILING_TIMES: Final = 3
"""Failures in a row before a source is called failing; single ones are common and pass."""

SILENT_GAPS: Final = 6.0
"""Mean times between items without any before a source is called silent; from a day to a fortnight."""

_SPREAD: Final = 2.0  # standard deviations of a Poisson count beyond the lowest and highest usual day

HealthState = Literal["fine", "new", "paused", "failing", "silent", "unusual"]


class Health(msgspec.Struct, frozen=True, kw_only=True):
    """A source's health: its state, the reason in a sentence or two, and its volume day by day.

    `days` are the last 30 days, today last. `usual` is the lowest and the highest volume that is usual
    for a whole day, None while too little is known. `alert` says that a person should look.
    """

    state: HealthState
    words: str
    days: tuple[SourceDay, ...] = ()
    usual: tuple[int, int] | None = None
    alert: bool = False


def health_of(source: WatchedSource, days: Sequence[SourceDay], now: datetime.datetime) -> Health:
    """Return how a source fares now, from what is known of it and its days."""
    shown = _filled(days, now.date())
    usual = usual_range(_whole_days(source, shown))
    state, words = _state(source, shown, usual, now)
    return Health(
        state=state, words=words, days=shown, usual=usual, alert=state in ("failing", "silent", "unusual")
    )


def usual_range(volumes: Sequence[int]) -> tuple[int, int] | None:
    """Return the volumes of a day that are usual: the second lowest and highest seen, and chance beyond them.

    `volumes` are whole days, without the one that is judged. None where fewer than seven are known.
    """
    if len(volumes) < FEWEST_DAYS:
        return None
    ordered = sorted(volumes)
    low, high = ordered[1], ordered[-2]  # one odd day more or less is no habit
    return max(0, math.floor(low - _SPREAD * math.sqrt(low))), math.ceil(high + _SPREAD * math.sqrt(high + 1))


def _state(
    source: WatchedSource, days: Sequence[SourceDay], usual: tuple[int, int] | None, now: datetime.datetime
) -> tuple[HealthState, str]:
    watch = source.watch
    if source.paused_at is not None:
        return "paused", f"Paused on {_day(source.paused_at)}; it is not asked."
    if watch.failures and (watch.failures >= FAILING_TIMES or watch.answered_at is None):
        since = f"since {_moment(watch.answered_at)}" if watch.answered_at else "since it was added"
        return "failing", f"Failing {since}, {_times(watch.failures)} in a row. {watch.trouble or ''}".strip()
    if watch.answered_at is None:
        return "new", "Not asked yet. `reportedly watch` asks it."
    silence = _silent(source, now)
    if silence is not None:
        return "silent", silence
    volume = _volume(source, days, usual)
    if volume is not None:
        return "unusual", volume
    last = f"Last answer {_moment(watch.answered_at)}"
    news = f", last news {_moment(watch.news_at)}" if watch.news_at else ", no news yet"
    missed = f" The last try failed: {watch.trouble}" if watch.trouble else ""
    return "fine", f"{last}{news}; asked every {_span(watch.interval_seconds)}.{missed}"


def _silent(source: WatchedSource, now: datetime.datetime) -> str | None:
    recent, watch = source.watch.recent, source.watch
    last = max((moment for moment in (watch.news_at, *recent[-1:]) if moment), default=source.added_at)
    gap = (recent[-1] - recent[0]).total_seconds() / (len(recent) - 1) if len(recent) > 1 else 86_400.0
    if source.declared.expected:
        gap = 86_400.0 / source.declared.expected
    seconds = (now - last).total_seconds()
    if seconds <= min(max(SILENT_GAPS * gap, 86_400.0), 14 * 86_400.0):
        return None
    return f"Silent: it answers, but has listed nothing new since {_moment(last)}."


def _volume(source: WatchedSource, days: Sequence[SourceDay], usual: tuple[int, int] | None) -> str | None:
    """Return what is unusual about the last whole day's volume, None where nothing is."""
    yesterday = days[-2]
    if usual is None or yesterday.day <= source.added_at.date() or not yesterday.asked:
        return None
    low, high = usual
    if low <= yesterday.fresh <= high:
        return None
    than = f"{'more' if yesterday.fresh > high else 'fewer'} than the usual {low} to {high} a day"
    return f"{yesterday.fresh} pages on {yesterday.day.isoformat()}, {than}."


def _whole_days(source: WatchedSource, days: Sequence[SourceDay]) -> list[int]:
    """Return the volumes of the whole days before yesterday on which the source was asked."""
    return [day.fresh for day in days[:-2] if day.day > source.added_at.date() and day.asked]


def _filled(days: Sequence[SourceDay], today: datetime.date) -> tuple[SourceDay, ...]:
    known = {day.day: day for day in days}
    dates = [today - datetime.timedelta(days=back) for back in range(SHOWN_DAYS - 1, -1, -1)]
    return tuple(known.get(date) or SourceDay(day=date) for date in dates)


def _moment(moment: datetime.datetime | None) -> str:
    return moment.strftime("%Y-%m-%d %H:%M UTC") if moment else "never"


def _day(moment: datetime.datetime) -> str:
    return moment.date().isoformat()


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"


def _span(seconds: float) -> str:
    """Return a length of time as people say it."""
    if seconds < 5400:
        return f"{max(round(seconds / 60), 1)} minutes" if seconds >= 90 else "minute"
    return f"{seconds / 3600:.0f} hours" if seconds < 172_800 else f"{seconds / 86_400:.0f} days"
