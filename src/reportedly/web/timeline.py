"""Statements over time as bars: a picture made of rectangles, drawn on the server."""

import datetime
import itertools
from collections.abc import Sequence
from typing import Final

import msgspec

from reportedly.store import MonthSaid

MOST_MONTHS: Final = 60
"""Months drawn one by one, five years; a longer stretch is drawn by years, so that a bar can be seen."""

WIDTH, HEIGHT, FOOT = 720, 96, 18  # units of the picture's own grid; FOOT is the line of labels below
_LEAST_BAR: Final = 2.0
_WIDEST_BAR: Final = 28.0


class Bar(msgspec.Struct, frozen=True, kw_only=True):
    """One bar: where it stands in the picture, and what it says; `label` is empty where none fits."""

    x: float
    y: float
    width: float
    height: float
    words: str
    label: str


class Timeline(msgspec.Struct, frozen=True, kw_only=True):
    """A picture of how much somebody said when, and the same in a sentence."""

    bars: tuple[Bar, ...]
    summary: str
    width: int = WIDTH
    height: int = HEIGHT + FOOT
    ground: int = HEIGHT


def timeline(months: Sequence[MonthSaid]) -> Timeline | None:
    """Return the picture of statements by month, or by year over long stretches; None without any."""
    if not months:
        return None
    stretch = _months_between(months[0].month, months[-1].month)
    counts = _by_month(months, stretch) if len(stretch) <= MOST_MONTHS else _by_year(months)
    most = max(count for _, count in counts)
    step = min(WIDTH / len(counts), _WIDEST_BAR)
    bars = tuple(_bar(at, name, count, step, most) for at, (name, count) in enumerate(counts))
    total = sum(each.count for each in months)
    first, last = counts[0][0], counts[-1][0]
    when = first if first == last else f"{first} to {last}"
    return Timeline(bars=bars, summary=f"{total:,} dated statements, {when}; at most {most:,} in one bar.")


def _bar(at: int, name: str, count: int, step: float, most: int) -> Bar:
    height = 0.0 if count == 0 else max(_LEAST_BAR, round((HEIGHT - 4) * count / most, 1))
    is_year = name.startswith("January") or name.isdigit()
    shown = name.split()[-1] if (at == 0 or is_year) and (step >= _WIDEST_BAR or at % 2 == 0) else ""
    return Bar(
        x=round(at * step, 2),
        y=round(HEIGHT - height, 1),
        width=round(max(step - 2, 1), 2),
        height=height,
        words=f"{name}: {count:,}",
        label=shown,
    )


def _months_between(first: datetime.date, last: datetime.date) -> list[datetime.date]:
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    numbers = range(first.year * 12 + first.month - 1, first.year * 12 + first.month - 1 + count)
    return [datetime.date(number // 12, number % 12 + 1, 1) for number in numbers]


def _by_month(months: Sequence[MonthSaid], stretch: Sequence[datetime.date]) -> list[tuple[str, int]]:
    counts = {each.month: each.count for each in months}
    return [(f"{month:%B} {month.year}", counts.get(month, 0)) for month in stretch]


def _by_year(months: Sequence[MonthSaid]) -> list[tuple[str, int]]:
    years = itertools.groupby(months, key=lambda each: each.month.year)
    counts = {year: sum(each.count for each in group) for year, group in years}
    return [(str(year), counts.get(year, 0)) for year in range(min(counts), max(counts) + 1)]
