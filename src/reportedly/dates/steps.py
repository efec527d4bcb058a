"""Expressions that count from a day: last week, three years ago, in two months, that quarter."""

import datetime

from reportedly.dates import spans_of_days
from reportedly.dates.calendars import solar_year_of
from reportedly.dates.context import Context
from reportedly.dates.matching import Match
from reportedly.dates.meaning import Meaning
from reportedly.dates.periods import solar_year
from reportedly.dates.single_days import relative_day, weekday
from reportedly.dates.spans_of_days import FUTURE, HALVED, PAST, Days, around, duration, half_of

_FRIDAY = 5
_WEEK = 7
_DAYS_OF = {"day": 1, "week": _WEEK, "fortnight": 2 * _WEEK}
_IN_A_DAY = {"hour": 24, "minute": 1440, "second": 86400}
_SMALL = _IN_A_DAY.keys()


def shifted(match: Match, context: Context) -> Meaning | None:
    """Return the last, this or next of a unit, counted from the anchor."""
    unit, relation = match.word("U"), match.number("R")
    if match.get("B") is not None:
        unit, relation = "year", match.number("B")
    if unit == "year" and relation is not None and context.lexicon.data.solar_years:
        return solar_year(solar_year_of(context.anchor) + relation, is_reckoned=True)
    if unit is None or relation is None or unit in _SMALL:
        return None
    if unit == "quarter" and not relation:
        return this_unit(match, context)
    if unit == "weekend" and relation == 0:
        return this_unit(match, context)
    found = around(unit, context.anchor, relation)
    return Meaning(found) if found else None


def this_unit(match: Match, context: Context) -> Meaning | None:
    """Return the unit that a text talks of ("the quarter"): the one named last, else the present one."""
    unit = match.word("U") or _unit_of_words(match, context)
    if unit == "quarter":
        named, context.is_of_months = context.quarter, False
        return Meaning(named, confidence=0.7) if named else _unknown_quarter(context)
    if unit == "weekend":
        return _this_weekend(match, context)
    if match.has("mid") and unit not in ("week", "month", "year"):
        return None
    if unit == "day":
        named = context.last_named("day")
        first = named.first if named and named.first else context.anchor
        return Meaning(spans_of_days.day(first), confidence=0.5)
    is_edge = match.get("X") is not None and unit in ("decade", "century")  # "the end of the decade"
    if not is_edge and unit not in ("year", "week", "month"):
        return None
    found = around(unit, context.anchor, 0)
    return Meaning(found, confidence=0.6) if found else None


def _unit_of_words(match: Match, context: Context) -> str:
    """Return the unit that a word of the row's own says ("am Wochenende"), the quarter where none does."""
    entries = context.lexicon.entries
    said = (entries.get(word, {}).get("U") for word, _ in match.slots if not word.isupper())
    return next((str(unit) for unit in said if unit), "year" if match.has("year", "midyear") else "quarter")


def _this_weekend(match: Match, context: Context) -> Meaning | None:
    """Return the weekend that goes on or has just gone, or the one to come where the clause says so."""
    is_ahead = context.tense(match.words) == "future" or context.anchor.isoweekday() >= _FRIDAY
    found = around("weekend", context.anchor, 0 if is_ahead else -1)
    return Meaning(found, confidence=0.6) if found else None


def _unknown_quarter(context: Context) -> Meaning:
    return Meaning(Days(f"{context.anchor.year}-QX", "quarter"), confidence=0.4)


def that_unit(match: Match, context: Context) -> Meaning | None:
    """Return the unit that was named last, or the one before or behind it."""
    unit, relation = match.word("U"), match.number("Q") or match.number("C") or 0
    if match.get("C") is not None:
        unit = "day"
    if unit is None or unit in _SMALL or _needs_event(match, context):
        return None
    named = context.named[0] if context.named else None
    start = named.first if named and named.first else context.anchor
    relation = 1 if match.has("after") else -1 if match.has("before") else relation
    found = around(unit, start, relation)
    return Meaning(found, confidence=0.6) if found else None


def back(match: Match, context: Context) -> Meaning | None:
    """Return what lies so many units back, as large as the unit; a vague past for an unknown count."""
    unit, count = match.unit(), context.count(match)
    if count is None:
        count = 0 if match.get("V") else 1
    if unit is None:
        return None
    if not count:
        return Meaning(PAST, confidence=0.8)
    if unit in _SMALL:
        return _hours_away(unit, -count, context)
    if context.is_half(match):
        return _and_a_half(unit, -(context.count(match) or 0), context)
    if _needs_event(match, context):
        return Meaning(Days(duration(unit, count), "vague"), "duration", confidence=0.6)
    if unit == "year" and count == 1 and context.quarter and not context.is_of_months:
        return Meaning(_year_before(context.quarter), confidence=0.7)
    found = around(unit, context.anchor, -count)
    return Meaning(found, confidence=0.85) if found else None


def _hours_away(unit: str, count: int, context: Context) -> Meaning | None:
    """Return the day on which it was so many hours, minutes or seconds ago, by whole days."""
    days = count / _IN_A_DAY[unit]
    found = around("day", context.anchor, round(days))
    return Meaning(found, "time", confidence=0.6) if found else None


def _and_a_half(unit: str, count: int, context: Context) -> Meaning | None:
    """Return what lies so many units and a half away, as large as the next smaller unit."""
    smaller, half = half_of(unit)
    found = around(smaller, context.anchor, HALVED[unit][1] * count + (half if count > 0 else -half))
    return Meaning(found, confidence=0.75) if found else None


def to_the_day(match: Match, context: Context) -> Meaning | None:
    """Return the day, week or month that lies so many years or weeks before one: "ten years ago today"."""
    units = [value for key, value in match.slots if key in ("U", "V")]
    count, unit = match.number("N"), str(units[0])
    if not count:
        return None
    if len(units) > 1:
        near: Meaning | None = Meaning(spans_of_days.day(context.anchor))
    else:
        named = tuple(slot for slot in match.slots if slot[0] in ("W", "T"))
        last = Match(match.words, match.means, named)
        near = weekday(last, context) if last.get("W") is not None else relative_day(last, context)
    if near is None or near.days.first is None:
        return None
    first = near.days.first
    if unit == "year":
        then: datetime.date | None = first.replace(year=first.year - count)
    else:
        moved = around(unit, first, -count)
        then = first - datetime.timedelta(weeks=count) if unit == "week" else moved.first if moved else None
    if then is None:
        return None
    found = around(str(units[1]), then, 0) if len(units) > 1 else spans_of_days.day(then)
    return Meaning(found) if found else None


def from_the_day(match: Match, context: Context) -> Meaning | None:
    """Return the day that lies so many days, weeks or years behind one to come: "a week from Monday"."""
    unit, count = match.unit(), match.number("N")
    if unit not in _DAYS_OF or not count:
        return None
    number = match.number("W")
    steps = match.number("T") if number is None else (number - context.anchor.isoweekday()) % _WEEK
    found = around("day", context.anchor, (steps or 0) + count * _DAYS_OF[unit])
    return Meaning(found, confidence=0.8) if found else None


def _year_before(days: Days) -> Days:
    """Return the same quarter of the year before: what a report on a quarter is compared with."""
    return spans_of_days.quarter(int(days.value[:4]) - 1, int(days.value[-1]))


def _needs_event(match: Match, context: Context) -> bool:
    """Return whether a count starts at an event named behind it: "six months after the vote"."""
    behind = context.text[match.words.end : match.words.end + 2]
    return match.has("after", "before") and behind[:1].isspace() and behind[1:].isalnum()


def _is_described(match: Match, context: Context) -> bool:
    """Return whether a clause behind says which unit is meant: "in a year when …" is no count of years."""
    behind = context.text[match.words.end : match.words.end + 12].split()
    return bool(behind) and behind[0].lower() in context.lexicon.data.described_by


def ahead(match: Match, context: Context) -> Meaning | None:
    """Return what lies so many units ahead, as large as the unit; behind what was named last for "later"."""
    unit, count = match.unit(), context.count(match)
    if unit is None or count is None:
        return None
    if not count:
        return Meaning(FUTURE, confidence=0.7)
    if unit in _SMALL:
        return Meaning(Days(duration(unit, count), "vague"), "duration", confidence=0.6)
    if context.is_half(match):
        return _and_a_half(unit, count, context)
    if count == 1 and _is_described(match, context):
        return None
    if _needs_event(match, context):
        return Meaning(Days(duration(unit, count), "vague"), "duration", confidence=0.6)
    is_span = context.tense(match.words) == "past" or context.compares(match.words)
    if match.has("in") and is_span:  # "fell by half in two years", "for the first time in two years"
        return Meaning(Days(duration(unit, count), "vague"), "duration", confidence=0.6)
    named = context.named[0] if match.has("later", "after") and context.named else None
    found = around(unit, named.first if named and named.first else context.anchor, count)
    return Meaning(found, confidence=0.75) if found else None
