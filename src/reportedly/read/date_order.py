"""Whether 5/6/2023 begins with the day or the month, by what else a page says."""

import datetime
import re
from typing import NamedTuple

import msgspec

from reportedly.read.date_candidates import Candidate
from reportedly.read.sight import Sight

_SLASHED = re.compile(r"(?<![\d/])(\d\d?)/(\d\d?)/(?:20)?\d\d(?![\d/])")
_LAST_MONTH = 12


class _Doubt(NamedTuple):
    """A day printed in doubtful order: as it was read, and the day it is in the other order."""

    day: datetime.date
    other: datetime.date
    is_day_first: bool


def in_page_order(
    sight: Sight, candidates: list[Candidate], fetched_at: datetime.datetime | None
) -> list[Candidate]:
    """Return the candidates, those printed in doubtful order (5/6/2023) in the order of their page.

    The page tells it by a day in its markup that is one of the two, by the day of the fetching, which
    no date is after, and by other dates in figures that can be read in one way only.
    """
    doubts = [_doubt(sight, candidate) for candidate in candidates]
    if not any(doubts):
        return candidates
    told = {c.stamp.date for c in candidates if c.span is None}
    latest = (fetched_at + datetime.timedelta(days=1)).date() if fetched_at else datetime.date.max
    order = _order(sight.document.text)
    return [
        _on(candidate, doubt.other) if doubt and _is_turned(doubt, told, latest, order) else candidate
        for candidate, doubt in zip(candidates, doubts, strict=True)
    ]


def _on(candidate: Candidate, day: datetime.date) -> Candidate:
    """Return a candidate on another day."""
    return msgspec.structs.replace(candidate, stamp=msgspec.structs.replace(candidate.stamp, date=day))


def _doubt(sight: Sight, candidate: Candidate) -> _Doubt | None:
    """Return in what way a printed date can be read otherwise, None where it cannot."""
    day = candidate.stamp.date
    if candidate.span is None or day.day > _LAST_MONTH or day.day == day.month:
        return None
    match = _SLASHED.search(candidate.span.of(sight.document.text))
    if match is None or {int(match[1]), int(match[2])} != {day.day, day.month}:
        return None
    return _Doubt(day, datetime.date(day.year, day.day, day.month), int(match[1]) == day.day)


def _is_turned(doubt: _Doubt, told: set[datetime.date], latest: datetime.date, order: str) -> bool:
    """Return whether the other reading of a day is the page's own."""
    if (doubt.day in told) != (doubt.other in told):
        return doubt.other in told
    if (doubt.day > latest) != (doubt.other > latest):
        return doubt.day > latest
    return order == ("month" if doubt.is_day_first else "day")


def _order(text: str) -> str:
    """Return what a page's dates begin with, `day` or `month`, where those that are sure agree; else ''."""
    pairs = [(int(match[1]), int(match[2])) for match in _SLASHED.finditer(text)]
    days_first = sum(first > _LAST_MONTH >= second for first, second in pairs)
    months_first = sum(second > _LAST_MONTH >= first for first, second in pairs)
    if bool(days_first) == bool(months_first):
        return ""
    return "day" if days_first else "month"
