"""One moment told by several: its zone, its time of day, and whether it can be before the fetching."""

import datetime

import msgspec

from reportedly.read.date_candidates import Candidate
from reportedly.records import Timestamp

FARTHEST_ZONE_MINUTES = 14 * 60
# Zones in use that are no whole hours from UTC.
_UNEVEN_ZONES = (-570, -210, 210, 270, 330, 345, 390, 570, 630)
# Only what is this sure lends its time of day to the day that was chosen.
_LENDS_TIME = 0.5
_MIDNIGHT = datetime.time(0, 0)
# The clocks of an outlet and of who fetches agree so far.
_CLOCKS_APART = datetime.timedelta(minutes=10)
# An issue can be dated a day ahead, a moment no farther than zones lie from UTC.
_DAY_AHEAD = datetime.timedelta(days=1)
_FARTHEST_AHEAD = datetime.timedelta(minutes=FARTHEST_ZONE_MINUTES)


def before_fetching(candidate: Candidate, fetched_at: datetime.datetime) -> Candidate | None:
    """Return a candidate as it can have been when the page was fetched, None where it is later.

    A moment that lies ahead by no more than a zone's hours is the outlet's own time under a wrong
    zone (a local time written with `Z`); it stands without one.
    """
    stamp, now = candidate.stamp, fetched_at.astimezone(datetime.UTC)
    if stamp.time is None:
        return candidate if stamp.date <= (now + _DAY_AHEAD).date() else None
    moment = moment_of(stamp)
    if moment is not None and moment <= now + _CLOCKS_APART:
        return candidate
    if datetime.datetime.combine(stamp.date, stamp.time, datetime.UTC) > now + _FARTHEST_AHEAD:
        return None
    return msgspec.structs.replace(candidate, stamp=msgspec.structs.replace(stamp, utc_offset_minutes=None))


def moment_of(stamp: Timestamp) -> datetime.datetime | None:
    """Return the moment of a stamp in UTC, None where it names no time or no zone."""
    if stamp.time is None or stamp.utc_offset_minutes is None:
        return None
    told = datetime.datetime.combine(stamp.date, stamp.time, datetime.UTC)
    return told - datetime.timedelta(minutes=stamp.utc_offset_minutes)


def in_local_zone(candidate: Candidate, others: list[Candidate]) -> Candidate:
    """Return a candidate in UTC with the outlet's own zone, where another one tells it of the same moment."""
    if candidate.stamp.utc_offset_minutes != 0 or candidate.stamp.time is None:
        return candidate
    for other in others:
        offset = _local_offset(candidate.stamp, other.stamp)
        if offset:
            stamp = msgspec.structs.replace(other.stamp, utc_offset_minutes=offset)
            return msgspec.structs.replace(candidate, stamp=stamp)
    return candidate


def printed_offset(exact: Timestamp, printed: Timestamp) -> int | None:
    """Return the zone in which a printed time is an exact moment, in minutes, None where it is another.

    The exact moment has a zone, or the same time of day; the printed one may leave the seconds out.
    """
    if exact.time is None or printed.time is None:
        return None
    told = datetime.datetime.combine(printed.date, printed.time)
    apart = told - datetime.datetime.combine(exact.date, exact.time.replace(second=0, microsecond=0))
    minutes = int(apart.total_seconds() // 60)
    if exact.utc_offset_minutes is None:
        return None if minutes else printed.utc_offset_minutes or 0
    offset = minutes + exact.utc_offset_minutes
    is_zone = offset % 60 == 0 or offset in _UNEVEN_ZONES
    return offset if is_zone and abs(offset) <= FARTHEST_ZONE_MINUTES else None


def _local_offset(utc: Timestamp, local: Timestamp) -> int | None:
    """Return the offset in which `local` is the moment `utc`, None where it is another one.

    A time without a zone counts only on another day, where it decides which day is shown.
    """
    if local.time is None or utc.time is None or local.utc_offset_minutes == 0:
        return None
    apart = datetime.datetime.combine(local.date, local.time) - datetime.datetime.combine(utc.date, utc.time)
    minutes = round(apart.total_seconds() / 60)
    if local.utc_offset_minutes is not None:
        return minutes if minutes == local.utc_offset_minutes else None
    is_zone = minutes % 60 == 0 or minutes in _UNEVEN_ZONES
    fits = is_zone and abs(minutes) <= FARTHEST_ZONE_MINUTES
    return minutes if fits and local.date != utc.date else None


def most_exact(candidates: list[Candidate]) -> Candidate | None:
    """Return the surest of one day's candidates, with the time of another where it names none."""
    best = max(candidates, key=lambda c: c.sure, default=None)
    if best is None or is_exact(best.stamp):
        return best if best is None else _with_zone(best, candidates)
    timed = [c for c in candidates if is_exact(c.stamp) and c.sure >= _LENDS_TIME]
    found = max(timed, key=lambda c: c.sure, default=None)
    if found is None:
        return best
    return msgspec.structs.replace(found, markup=found.markup or best.markup, sure=best.sure)


def is_exact(stamp: Timestamp) -> bool:
    """Return whether a stamp names a time of day; midnight sharp stands for none in most markup."""
    return stamp.time is not None and stamp.time != _MIDNIGHT


def _with_zone(best: Candidate, candidates: list[Candidate]) -> Candidate:
    """Return a candidate with the zone that another one gives to the same time of day."""
    if best.stamp.utc_offset_minutes is not None:
        return best
    for other in candidates:
        if other.stamp.utc_offset_minutes is not None and other.stamp.time == best.stamp.time:
            return msgspec.structs.replace(best, stamp=other.stamp)
    return best
