"""Weeks and days of a month by their number, nights that were named, years that run over New Year."""

import datetime

from reportedly.dates import spans_of_days
from reportedly.dates.context import Context
from reportedly.dates.matching import Match
from reportedly.dates.meaning import Meaning
from reportedly.dates.periods import month, season
from reportedly.dates.single_days import calendar_day
from reportedly.dates.spans_of_days import Days, around

_WEEK = 7
_MIDDLE = 3  # days into a week of a month: the week of the calendar that holds it is meant
_FIRST_WORDS, _LAST_WORDS = ("opening",), ("final", "closing")


def week_of(match: Match, context: Context) -> Meaning | None:
    """Return the week, weekend, month or year of a date: "the week of November 27"."""
    unit, named = match.word("U"), calendar_day(match, context)
    if unit not in ("week", "weekend", "month", "year") or named is None or named.days.first is None:
        return None
    found = around(unit, named.days.first, 0)
    return Meaning(found, is_reckoned=named.is_reckoned, confidence=0.8) if found else None


def week_of_month(match: Match, context: Context) -> Meaning | None:
    """Return the nth or last day, week or weekend of a month, or of the one that a text talks of."""
    units = [str(value) for key, value in match.slots if key == "U"]
    number = 1 if match.has(*_FIRST_WORDS) else match.number("O")
    is_last = match.has(*_LAST_WORDS)
    whole = match
    if number is None and not is_last:
        is_last, whole = (match.number("R") or 0) < 0, _without_relation(match)
    named = month(whole, context) if match.get("M") is not None else _present(units[1:], whole, context)
    if named is None or named.days.first is None or named.days.last is None:
        return None
    size = {"day": 1, "week": _WEEK, "weekend": _WEEK}.get(units[0])
    if size is None or (number is None and not is_last):
        return None
    if is_last:
        found = around(units[0], named.days.last, 0)
    else:
        start = named.days.first + datetime.timedelta(days=size * ((number or 1) - 1))
        found = around(units[0], start + datetime.timedelta(days=min(_MIDDLE, size - 1)), 0)
    return Meaning(found, is_reckoned=named.is_reckoned, confidence=0.7) if found else None


def _without_relation(match: Match) -> Match:
    """Return a match without its first last or next, which is that of the week: "the last week of May"."""
    at = next((at for at, (key, _) in enumerate(match.slots) if key == "R"), len(match.slots))
    return Match(match.words, match.means, (*match.slots[:at], *match.slots[at + 1 :]))


def _present(units: list[str], match: Match, context: Context) -> Meaning | None:
    """Return the month or year that is talked of without its name: "the last day of the month"."""
    if units[:1] not in (["month"], ["year"]):
        return None
    found = around(units[0], context.anchor, match.number("R") or 0)
    return Meaning(found) if found else None


def weekday_ago(match: Match, context: Context) -> Meaning | None:
    """Return a weekday so many weeks back: "two Sundays ago"."""
    number, count = match.number("Z") or match.number("W"), match.number("N")
    if number is None or not count:
        return None
    back = (context.anchor.isoweekday() - number) % _WEEK or _WEEK
    found = around("day", context.anchor, -(back + _WEEK * (count - 1)))
    return Meaning(found, confidence=0.75) if found else None


def night_named(match: Match, context: Context) -> Meaning | None:
    """Return the morning, evening ... of the day that was named last, or of the day beside it."""
    named = context.last_named("day")
    steps = -1 if match.has("before") else match.number("Q") or 0
    found = around("day", named.first if named and named.first else context.anchor, steps)
    if found is None:
        return None
    days = Days(f"{found.value}T{match.word('P')}", "day", found.first, found.last)
    return Meaning(days, "time", confidence=0.6)


def years(match: Match, context: Context) -> Meaning | None:
    """Return two years in a row ("2023-24"), or the season that runs over New Year's Day between them."""
    first = match.number("L")
    if first is None:
        return None
    if match.get("S") is not None:
        return season(Match(match.words, match.means, (*match.slots, ("Y", first))), context)
    ends = spans_of_days.year(first), spans_of_days.year(first + 1)
    days = Days(f"{first}/{first + 1}", "year", ends[0].first, ends[1].last)
    return Meaning(days, is_reckoned=False, confidence=0.8)
