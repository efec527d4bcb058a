"""Dates that are written in figures alone: 5.12.2023, 12/05/2023, 2023-12-05, ۱۴۰۲/۹/۱۴."""

import datetime
import re
from collections.abc import Iterator

import msgspec

from reportedly.dates.calendars import LUNAR_YEARS, SOLAR_YEARS, full_year, gregorian
from reportedly.dates.lookup import Entry
from reportedly.language import DateOrder
from reportedly.records import Span

_FIGURES = re.compile(r"(?<![\d./-])(\d{1,4})([/.-])(\d{1,2})\2(\d{4}|\d{1,2})(?![\d/-])")
_TWO_YEARS = re.compile(r"(?<![\d./-])([12]\d{3})[–/-](\d{2}|[12]\d{3})(?![\d/-]|\.\d)")
_PLACES: dict[DateOrder, tuple[int, int, int]] = {"dmy": (2, 1, 0), "mdy": (2, 0, 1), "ymd": (0, 1, 2)}
_SHORT_YEAR = 100


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word that can say when: where it stands, what it can be, and whether a dot may follow it."""

    start: int
    end: int
    keys: Entry
    may_dot: bool = False


def figure_dates(text: str, span: Span, order: DateOrder) -> Iterator[Token]:
    """Yield the dates in figures inside `span`, their day in ISO 8601 under the class `G`, and two years.

    A year of four figures in front is a year first; else the language's own order counts, or the other
    one where the calendar has no such day.
    """
    for match in _FIGURES.finditer(text, span.start, span.end):
        parts = (int(match[1]), int(match[3]), int(match[4]))
        written = "dmy" if match[2] == "." else order  # with dots the day goes first in every country
        found = _day(parts, "ymd" if parts[0] > _SHORT_YEAR else written)
        if found is not None:
            yield Token(match.start(), match.end(), {"G": found.isoformat()})
    yield from _two_years(text, span)


def _two_years(text: str, span: Span) -> Iterator[Token]:
    """Yield years that run over a new year's day, under the class `L`: "2023-24", "2022/2023"."""
    for match in _TWO_YEARS.finditer(text, span.start, span.end):
        if int(match[2]) % _SHORT_YEAR == (int(match[1]) + 1) % _SHORT_YEAR:
            yield Token(match.start(), match.end(), {"L": int(match[1])})


def _day(parts: tuple[int, int, int], order: DateOrder) -> datetime.date | None:
    for each in dict.fromkeys((order, "dmy" if order != "ymd" else order)):
        year, month, number = (parts[at] for at in _PLACES[each])
        year = full_year(year)
        cls = "J" if year in SOLAR_YEARS else "H" if year in LUNAR_YEARS else "M"
        found = gregorian(cls, year, month, number)
        if found is not None:
            return found
    return None
