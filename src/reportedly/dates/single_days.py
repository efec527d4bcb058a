"""Expressions that mean one day: dates, weekdays, today and its like, feasts, parts of a day."""

import datetime

import msgspec

from reportedly.dates.calendars import gregorian, near_years
from reportedly.dates.context import Context, Tense
from reportedly.dates.matching import Match
from reportedly.dates.meaning import Meaning
from reportedly.dates.spans_of_days import Days, around, day, week

Day = datetime.date
_WEEK = 7
# A date without a year is of the year in which it lies nearest; the tense against it makes it farther.
_AGAINST_TENSE = 3.0
_NO_TENSE = 1.2  # ahead of the anchor where nothing shows a tense
_TWO_DAYS = {"before": -2, "after": 2}


def calendar_day(match: Match, context: Context) -> Meaning | None:
    """Return the day that a month and the number of a day name, with or without a year."""
    figures, number = match.word("G"), match.number("D")
    if figures is not None:
        return Meaning(day(Day.fromisoformat(figures)), is_reckoned=False, confidence=0.95)
    if number is None:
        return None
    for cls in ("M", "J", "H"):
        month = match.number(cls)
        if month is not None:
            return _in_year(match, context, cls, month, number)
    if match.word("U") != "month":
        return None
    first = around("month", context.anchor, match.number("R") or 0)
    return Meaning(day(first.first.replace(day=number))) if first and first.first else None


def _in_year(match: Match, context: Context, cls: str, month: int, number: int) -> Meaning | None:
    said = match.number("Y")
    relation = match.number("R")
    if said is None and match.has("year"):
        said = context.anchor.year + (relation or 0)
    if said is not None:
        found = gregorian(cls, said, month, number)
        return Meaning(day(found), is_reckoned=False, confidence=0.98) if found else None
    near = near_years(context.anchor, cls)
    dates = [date for year in near if (date := gregorian(cls, year, month, number)) is not None]
    if relation:  # "last July 4"
        dates = [date for date in dates if (date - context.anchor).days * relation > 0]
    return Meaning(day(nearest(dates, match, context))) if dates else None


def nearest(dates: list[Day], match: Match, context: Context) -> Day:
    """Return the date nearest to the anchor, those against the tense of the clause counted as farther."""
    tense = context.tense(match.words)

    def distance(date: Day) -> float:
        days = (date - context.anchor).days
        return weighed(abs(days), tense, is_ahead=days > 0)

    return min(dates, key=distance)


def weighed(days: int, tense: Tense, *, is_ahead: bool, against: float = _AGAINST_TENSE) -> float:
    """Return a distance in days, farther where the tense of the clause points the other way."""
    if tense is None:
        return days * (_NO_TENSE if is_ahead else 1)
    return days * (against if is_ahead == (tense == "past") else 1)


def weekday(match: Match, context: Context) -> Meaning | None:
    """Return the day of a weekday: by last or next, else the nearest one that the tense allows."""
    number = match.number("W")
    if number is None:
        return None
    anchor, relation = context.anchor, match.number("R")
    back = (anchor.isoweekday() - number) % _WEEK
    ahead = (number - anchor.isoweekday()) % _WEEK
    if match.has("week") or match.get("U"):
        monday = week(anchor + datetime.timedelta(days=_WEEK * (relation or 0))).first
        return Meaning(day(monday + datetime.timedelta(days=number - 1))) if monday else None
    if relation is not None and relation < 0:
        return Meaning(day(anchor - datetime.timedelta(days=back or _WEEK)))
    if (relation is not None and relation > 0) or match.has("coming"):
        return Meaning(day(anchor + datetime.timedelta(days=ahead or _WEEK)))
    if match.get("Q") is not None:
        return _beside_named(match, context, number)
    if ahead and context.tense(match.words) == "future":
        return Meaning(day(anchor + datetime.timedelta(days=ahead)), confidence=0.75)
    return Meaning(day(anchor - datetime.timedelta(days=back)), confidence=0.85)


def _beside_named(match: Match, context: Context, number: int) -> Meaning:
    """Return the weekday right before or behind the day that was named last."""
    named = context.last_named("day")
    start = named.first if named and named.first else context.anchor
    if (match.number("Q") or 0) < 0:
        return Meaning(day(start - datetime.timedelta(days=(start.isoweekday() - number) % _WEEK or _WEEK)))
    return Meaning(day(start + datetime.timedelta(days=(number - start.isoweekday()) % _WEEK or _WEEK)))


def relative_day(match: Match, context: Context) -> Meaning | None:
    """Return the day that today, yesterday or tomorrow is."""
    steps = match.number("T")
    if match.has("before", "after"):
        steps = next(days for word, days in _TWO_DAYS.items() if match.has(word))
    return None if steps is None else Meaning(day(context.anchor + datetime.timedelta(days=steps)))


def part_of_day(match: Match, context: Context) -> Meaning | None:
    """Return the morning, evening ... of a day, with its day as the stretch."""
    if match.get("D") is not None:
        whole = calendar_day(match, context)
    elif match.get("W") is not None:
        whole = weekday(match, context)
    elif match.get("T") is not None:
        whole = relative_day(match, context)
    else:
        steps = min(0, match.number("R") or 0)
        whole = Meaning(day(context.anchor + datetime.timedelta(days=steps)), confidence=0.7)
    if whole is None:
        return None
    days = Days(f"{whole.days.value}T{match.word('P') or 'NI'}", "day", whole.days.first, whole.days.last)
    return msgspec.structs.replace(whole, days=days, kind="time")
