"""Expressions that mean a month, a quarter, a half, a season, a year, a decade or a century by name."""

import datetime
import re
from collections.abc import Callable, Iterable

from reportedly.dates import spans_of_days
from reportedly.dates.calendars import LUNAR_YEARS, SOLAR_YEARS, gregorian, near_years
from reportedly.dates.context import Context, Tense
from reportedly.dates.matching import Match
from reportedly.dates.meaning import Meaning
from reportedly.dates.single_days import weighed
from reportedly.dates.solar import solar_decade, solar_half, solar_months, solar_quarter, solar_season
from reportedly.dates.spans_of_days import Days

# Of months and seasons a whole round is only a year: the tense decides more than for days.
_AGAINST_TENSE = 6.0
_JUST_OVER = 3  # days into a month in which the one before is "last month", never by its name
_MONEY = "$£€¥#:"
_QUARTERS, _HALVES = range(1, 5), (1, 2)
_SHORT_CENTURY = 100
_CENTURY, _SOLAR_CENTURY = 1900, 1300  # that of a decade named without it
_CLOCK = re.compile(r" ?(?:GMT|UTC|[ECMP][SD]?T)\b")  # figures before it are an hour


def month(match: Match, context: Context) -> Meaning | None:
    """Return the month named: of its year, by last or next, else the nearest that the tense allows."""
    number = match.number("M")
    if number is None:
        return _other_month(match, context)
    year = _said_year(match, context)
    if year is not None:
        return Meaning(spans_of_days.month(year, number), is_reckoned=match.get("Y") is None, confidence=0.95)
    relation, anchor = match.number("R"), context.anchor
    if relation is not None and relation:
        is_later = number > anchor.month if relation > 0 else number >= anchor.month
        if relation < 0 and number == anchor.month - 1 and anchor.day <= _JUST_OVER:
            is_later = True  # on 1 March "last February" is not the month that ended yesterday
        year = anchor.year + (0 if is_later else 1) if relation > 0 else anchor.year - (1 if is_later else 0)
        return Meaning(spans_of_days.month(year, number))
    if relation == 0:
        return Meaning(spans_of_days.month(anchor.year, number))
    return _nearest((spans_of_days.month(year, number) for year in _years(anchor)), match, context)


def _other_month(match: Match, context: Context) -> Meaning | None:
    """Return a month of the Solar or lunar Hijri calendar as the days of the Gregorian one it covers."""
    cls = "J" if match.get("J") is not None else "H"
    number, said = match.number(cls), match.number("Y")
    if number is None:
        return None
    is_foreign = said is not None and said not in (SOLAR_YEARS if cls == "J" else LUNAR_YEARS)
    around = datetime.date(said, 7, 1) if said is not None and is_foreign else context.anchor
    years = [said] if said is not None and not is_foreign else near_years(around, cls)
    stretches = [days for year in years if (days := _covered(cls, year, number)) is not None]
    if is_foreign:  # "Ramadan 2024"
        stretches = [days for days in stretches if days.first is not None and days.first.year == said]
    return _nearest(stretches, match, context)


def _covered(cls: str, year: int, number: int) -> Days | None:
    first = gregorian(cls, year, number, 1)
    following = gregorian(cls, year + number // 12, number % 12 + 1, 1)
    if first is None or following is None:
        return None
    last = following - datetime.timedelta(days=1)
    return Days(f"{first.isoformat()}/{last.isoformat()}", "month", first, last)


def quarter(match: Match, context: Context) -> Meaning | None:
    """Return a quarter by its number, of its year or of the nearest; without a number the last named."""
    number, year = match.number("O") or _short_quarter(match), _said_year(match, context)
    if number is None:
        named = context.quarter
        return Meaning(_moved(named, year), confidence=0.7) if named and year is not None else None
    if number not in _QUARTERS:
        return None
    if year is not None:
        days = solar_quarter(year, number) or spans_of_days.quarter(year, number)
        found = Meaning(days, is_reckoned=match.get("Y") is None)
    else:
        found = _nearest_quarter(match, context, number)
    context.report_on(found.days)
    return found


def _short_quarter(match: Match) -> int | None:
    """Return the number of a quarter written as "Q3"."""
    return next((number for number in _QUARTERS if match.has(f"q{number}")), None)


def _nearest_quarter(match: Match, context: Context, number: int) -> Meaning:
    """Return the last quarter of that number that has begun, or the next where the future is told."""
    year = context.anchor.year
    has_begun = number <= (context.anchor.month + 2) // 3
    if not has_begun and context.tense(match.words) != "future":
        year -= 1
    return Meaning(spans_of_days.quarter(year, number), confidence=0.8)


def _moved(days: Days, year: int) -> Days:
    """Return the quarter of the same number in another year."""
    return spans_of_days.quarter(year, int(days.value[-1]))


def half(match: Match, context: Context) -> Meaning | None:
    """Return the first or second half of a year; "last" is the second."""
    number = match.number("O") or (2 if match.number("R") else None)
    if number not in _HALVES:
        return None
    year = _said_year(match, context)
    if year is not None:
        return Meaning(solar_half(year, number) or spans_of_days.half(year, number))
    return _nearest((spans_of_days.half(each, number) for each in _years(context.anchor)), match, context)


def season(match: Match, context: Context) -> Meaning | None:
    """Return a season of a year: by last or next, else the nearest that the tense allows."""
    name, relation, anchor = match.word("S"), match.number("R"), context.anchor
    if name is None:
        return None
    year = match.number("Y")
    if year is None and relation == 0:
        year = anchor.year
    if year is not None:
        days = solar_season(year, name) or spans_of_days.season(year, name)
        return Meaning(days, is_reckoned=match.get("Y") is None)
    found = [spans_of_days.season(each, name) for each in _years(anchor)]
    if relation is not None and relation < 0:
        found = [days for days in found if days.last is not None and days.last < anchor][-1:]
    elif relation is not None:
        found = [days for days in found if days.first is not None and days.first > anchor][:1]
    return _nearest(found, match, context)


def year(match: Match, context: Context) -> Meaning | None:
    """Return the year that four figures name; a Solar Hijri year where the words are of that calendar."""
    number = match.number("Y")
    if number is None or not _is_plain(match, context):
        return None
    if context.lexicon.data.solar_years and number in SOLAR_YEARS:
        return solar_year(number)
    return Meaning(spans_of_days.year(number), is_reckoned=False, confidence=0.9)


def solar_year(number: int, *, is_reckoned: bool = False) -> Meaning | None:
    """Return a year of the Solar Hijri calendar as the days of the Gregorian one it covers."""
    days = solar_months(number, 1, 12, "year")
    return Meaning(days, is_reckoned=is_reckoned, confidence=0.9) if days else None


def _is_plain(match: Match, context: Context) -> bool:
    """Return whether figures are no sum of money, share or part of a longer number."""
    before = context.text[max(0, match.words.start - 2) : match.words.start]
    after = context.text[match.words.end : match.words.end + 2]
    if _CLOCK.match(context.text, match.words.end):
        return False
    goes_on = after[:1] in ("%", "/") or (after[:1] in (",", ".") and after[1:].isdigit())
    went_before = before[-1:] in (".", ",", "/") and before[:1].isdigit()
    return not (goes_on or went_before or any(mark in before for mark in _MONEY))


def decade(match: Match, context: Context) -> Meaning | None:
    """Return the ten years named ("the 1980s"), or the last, this or next ten years."""
    first, relation = match.number("E") or match.number("Y") or match.number("N"), match.number("R")
    if first is None:
        found = spans_of_days.around("decade", context.anchor, relation or 0)
        return Meaning(found) if found else None
    if first < _SHORT_CENTURY:
        is_solar = context.lexicon.data.solar_years and not match.has(*context.lexicon.data.gregorian_words)
        first += _SOLAR_CENTURY if is_solar else _CENTURY
    return Meaning(solar_decade(first) or spans_of_days.decade(first), is_reckoned=False)


def century(match: Match, _: Context) -> Meaning | None:
    """Return the century of a number."""
    number = match.number("O") or match.number("N")
    if number is None or not 1 <= number <= 30:  # centuries that a text can mean
        return None
    return Meaning(spans_of_days.century((number - 1) * 100), is_reckoned=False)


def _said_year(match: Match, context: Context) -> int | None:
    """Return the year that stands in the words, as figures or as last, this or next year."""
    year = match.number("Y")
    if year is None and match.get("R") is not None and match.has("year", "U"):
        year = context.anchor.year + (match.number("R") or 0)
    return year


def _years(anchor: datetime.date) -> range:
    return range(anchor.year - 2, anchor.year + 3)


def _nearest(found: Iterable[Days], match: Match, context: Context) -> Meaning | None:
    """Return the stretch nearest to the anchor, one ahead of it farther where the clause tells the past."""
    distance = _distances(context.anchor, context.tense(match.words))
    best = min(found, key=distance, default=None)
    return None if best is None else Meaning(best, confidence=0.8)


def _distances(anchor: datetime.date, tense: Tense) -> Callable[[Days], float]:
    def distance(days: Days) -> float:
        if days.first is None or days.last is None:
            return float("inf")
        if days.first <= anchor <= days.last:
            return 0.0
        if days.last < anchor:
            return weighed((anchor - days.last).days, tense, is_ahead=False, against=_AGAINST_TENSE)
        return weighed((days.first - anchor).days, tense, is_ahead=True, against=_AGAINST_TENSE)

    return distance
