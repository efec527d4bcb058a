"""How often a source is asked: as often as it publishes, never in its quiet times, less often in trouble."""

import datetime
import re
from collections.abc import Callable, Sequence
from typing import Final

from reportedly.records import BadRequest

SHORTEST_SECONDS: Final = 300.0
"""The least time between two askings. Outlets' own <ttl> is 5 to 60 minutes; under it they feel hammered."""

LONGEST_SECONDS: Final = 6 * 3600.0
"""The most time between two askings: news of the quietest source is 6 h old at most."""

FIRST_SECONDS: Final = 900.0
"""The time to the second asking, while nothing is known."""

LOOKED_BACK: Final = datetime.timedelta(days=7)
"""How far back publishing is counted: a whole week, as papers are quiet at night and on Sundays."""

ASKED_A_GAP: Final = 2.0
"""Askings in the mean time between two items. In the week of `benchmarks/watching.py`, 2 keeps every item
within reach of lists of 20; with 1, bursts begin to roll off short lists."""

JITTER: Final = 0.15
"""By how much at most an asking comes early, as a part of the interval, so that sources spread out. Early and
never late: an item is then in the record within the interval."""

FIRST_BACK_OFF_SECONDS: Final = 60.0
LONGEST_BACK_OFF_SECONDS: Final = 6 * 3600.0

KEPT_MOMENTS: Final = 50
"""Appearances of items that are remembered of a source."""

Chance = Callable[[], float]
"""Randomness as it is handed in: a number from 0 up to 1."""

_QUIET: Final = re.compile(r"^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$")


def interval(recent: Sequence[datetime.datetime], now: datetime.datetime) -> float:
    """Return the seconds to the next asking, by how often items have appeared in the last week."""
    counted = [moment for moment in recent if now - LOOKED_BACK <= moment <= now]
    if not counted:
        return LONGEST_SECONDS
    since = min(counted) if len(recent) >= KEPT_MOMENTS else now - LOOKED_BACK
    gap = (now - max(since, now - LOOKED_BACK)).total_seconds() / len(counted)
    return min(max(gap / ASKED_A_GAP, SHORTEST_SECONDS), LONGEST_SECONDS)


def early(seconds: float, chance: Chance) -> float:
    """Return an interval shortened by chance."""
    return seconds * (1.0 - JITTER * chance())


def back_off(failures: int, chance: Chance, *, first: float = FIRST_BACK_OFF_SECONDS) -> float:
    """Return the seconds to wait after so many failures in a row: doubled each time, with jitter."""
    doubled = first * 2.0 ** min(failures - 1, 20)
    return min(doubled, LONGEST_BACK_OFF_SECONDS) * (0.75 + 0.5 * chance())


def after_quiet(moment: datetime.datetime, quiet: Sequence[str]) -> datetime.datetime:
    """Return a moment, or the end of the quiet time it falls into; quiet times are of the day in UTC."""
    for _ in range(len(quiet) + 1):  # the end of one may lie in another
        for begin, end in map(_minutes, quiet):
            minute = moment.hour * 60 + moment.minute
            if (begin <= minute < end) if begin < end else (minute >= begin or minute < end):
                wait = datetime.timedelta(minutes=(end - minute) % 1440)
                moment = (moment + wait).replace(second=0, microsecond=0)
    return moment


def check_quiet(quiet: Sequence[str]) -> None:
    """Raise BadRequest where a quiet time is not written as HH:MM-HH:MM, or fills the whole day."""
    for each in quiet:
        begin, end = _minutes(each)
        if begin == end:
            raise BadRequest(f"The quiet time {each} is no time at all.", next_step="Let it end later.")


def _minutes(quiet: str) -> tuple[int, int]:
    match = _QUIET.match(quiet)
    if match is None:
        raise BadRequest(f"{quiet} is no quiet time.", next_step="Write it as 23:00-05:30, in UTC.")
    hour, minute, end_hour, end_minute = map(int, match.groups())
    return hour * 60 + minute, end_hour * 60 + end_minute
