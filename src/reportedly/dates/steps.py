"""Expressions that count from a day: last week, three years ago, in two months, that quarter."""

from reportedly.dates import spans_of_days
from reportedly.dates.context import Context
from reportedly.dates.matching import Match
from reportedly.dates.meaning import Meaning
from reportedly.dates.spans_of_days import FUTURE, PAST, Days, around

_FRIDAY = 5
_SMALL = frozenset({"hour", "minute", "second"})


def shifted(match: Match, context: Context) -> Meaning | None:
    """Return the last, this or next of a unit, counted from the anchor."""
    unit, relation = match.word("U"), match.number("R")
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
    unit = match.word("U") or ("year" if match.has("year") else "quarter")
    if unit == "quarter":
        named = context.quarter
        return Meaning(named, confidence=0.7) if named else _unknown_quarter(context)
    if unit == "weekend":
        return _this_weekend(match, context)
    if unit == "day":
        named = context.last_named("day")
        return Meaning(named or spans_of_days.day(context.anchor), confidence=0.5)
    if unit not in ("year", "week", "month"):
        return None
    found = around(unit, context.anchor, 0)
    return Meaning(found, confidence=0.6) if found else None


def _this_weekend(match: Match, context: Context) -> Meaning | None:
    """Return the weekend that goes on or has just gone, or the one to come where the clause says so."""
    is_ahead = context.tense(match.words) == "future" or context.anchor.isoweekday() >= _FRIDAY
    found = around("weekend", context.anchor, 0 if is_ahead else -1)
    return Meaning(found, confidence=0.6) if found else None


def _unknown_quarter(context: Context) -> Meaning:
    return Meaning(Days(f"{context.anchor.year}-QX", "quarter"), confidence=0.4)


def that_unit(match: Match, context: Context) -> Meaning | None:
    """Return the unit that was named last, or the one before or behind it."""
    unit, relation = match.word("U"), match.number("Q") or 0
    if unit is None or unit in _SMALL:
        return None
    named = context.named[0] if context.named else None
    start = named.first if named and named.first else context.anchor
    relation = 1 if match.has("after") else -1 if match.has("before") else relation
    found = around(unit, start, relation)
    return Meaning(found, confidence=0.6) if found else None


def back(match: Match, context: Context) -> Meaning | None:
    """Return what lies so many units back, as large as the unit; a vague past for an unknown count."""
    unit, count = match.word("U") or match.word("V"), match.number("N")
    if count is None:
        count = 0 if match.get("V") else 1
    if unit is None or unit in _SMALL:
        return None
    if not count:
        return Meaning(PAST, confidence=0.8)
    if unit == "year" and count == 1 and context.quarter:
        return Meaning(_year_before(context.quarter), confidence=0.7)
    found = around(unit, context.anchor, -count)
    return Meaning(found, confidence=0.85) if found else None


def _year_before(days: Days) -> Days:
    """Return the same quarter of the year before: what a report on a quarter is compared with."""
    return spans_of_days.quarter(int(days.value[:4]) - 1, int(days.value[-1]))


def ahead(match: Match, context: Context) -> Meaning | None:
    """Return what lies so many units ahead, as large as the unit; behind what was named last for "later"."""
    unit, count = match.word("U") or match.word("V"), match.number("N")
    if unit is None or unit in _SMALL or count is None:
        return None
    if not count:
        return Meaning(FUTURE, confidence=0.7)
    named = context.named[0] if match.has("later", "after") and context.named else None
    found = around(unit, named.first if named and named.first else context.anchor, count)
    return Meaning(found, confidence=0.75) if found else None
