"""Dates that share a part: "4-5 December", "May 3 and 4", "between May and July 2022", "Monday to Friday"."""

import datetime
import functools
import itertools
import re
from collections.abc import Iterator, Sequence

import msgspec

from reportedly.dates import spans_of_days
from reportedly.dates.lexicon import Lexicon
from reportedly.dates.matching import Match
from reportedly.dates.spans_of_days import Days
from reportedly.records import Span

_LAST_DAY = 31
_WEEK = 7
_REACH = 24  # letters beside a date in which the figures of another day can stand
_MONTHS = ("M", "J", "H")
_NAMED = frozenset({"month", "calendar-day"})
_SAID = frozenset({"Y", "R", "year"})  # what says of which year a month or a day is


class Joined(msgspec.Struct, frozen=True):
    """A row of words that means a time, and whether it is the far end of the one before it."""

    match: Match
    is_far_end: bool


def joined(text: str, matches: Sequence[Match], lexicon: Lexicon) -> Iterator[Joined]:
    """Yield matches in order, days in figures beside a date as matches of their own, years handed on."""
    found = _without_overlaps([each for match in matches for each in _with_neighbours(text, match, lexicon)])
    is_end = False
    for match, behind in itertools.zip_longest(found, found[1:]):
        gap = _gap(text, match, behind) if behind else None
        is_joined = gap is not None and _patterns(lexicon).join.fullmatch(gap) is not None
        yield Joined(_with_year_of(match, behind) if behind and is_joined else match, is_end)
        is_end = gap is not None and _patterns(lexicon).range.fullmatch(gap) is not None


def _without_overlaps(matches: Sequence[Match]) -> list[Match]:
    """Return matches without those that begin inside the one before ("2023" of "4-5 December, 2023")."""
    found: list[Match] = []
    for match in matches:
        if not found or match.words.start >= found[-1].words.end:
            found.append(match)
    return found


def far_end(near: Days, far: Days, match: Match) -> Days:
    """Return the far end of a range moved by whole years or weeks to the first behind the near one."""
    if near.first is None or far.first is None or not _SAID.isdisjoint(key for key, _ in match.slots):
        return far
    if match.means == "weekday":
        ahead = (far.first - near.first).days % _WEEK
        return spans_of_days.day(near.first + datetime.timedelta(days=ahead))
    if match.means not in _NAMED or match.get("M") is None:
        return far
    years = near.first.year - far.first.year
    if (near.first.month, near.first.day) > (far.first.month, far.first.day):
        years += 1
    moved = datetime.date(far.first.year + years, far.first.month, far.first.day)
    return (
        spans_of_days.day(moved) if far.precision == "day" else spans_of_days.month(moved.year, moved.month)
    )


def _gap(text: str, one: Match, other: Match) -> str | None:
    """Return what stands between two matches that can be the ends of one range; None where they can not."""
    is_alike = one.means == other.means == "weekday" or {one.means, other.means} <= _NAMED
    return text[one.words.end : other.words.start] if is_alike else None


def _with_year_of(match: Match, far: Match) -> Match:
    """Return a match with the year that only the far end of its range says: "between May and July 2022"."""
    year, keys = far.number("Y"), {key for key, _ in match.slots}
    cls = next((cls for cls in _MONTHS if cls in keys and far.get(cls) is not None), None)
    if year is None or cls is None or not _SAID.isdisjoint(keys):
        return match
    here, there = ((each.number(cls) or 0, each.number("D") or 0) for each in (match, far))
    is_before = here > there if here[1] and there[1] else here[0] > there[0]
    return Match(match.words, match.means, (*match.slots, ("Y", year - 1 if is_before else year)))


class _Patterns(msgspec.Struct, frozen=True):
    range: re.Pattern[str]
    join: re.Pattern[str]
    before: re.Pattern[str]
    behind: re.Pattern[str]


@functools.lru_cache(maxsize=32)
def _compiled(ranges: tuple[str, ...], pairs: tuple[str, ...], endings: tuple[str, ...]) -> _Patterns:
    ending = "|".join(map(re.escape, (*endings, ".")))
    day = rf"(?P<day>\d{{1,2}})(?:{ending})?"
    join = _between((*ranges, *pairs))
    year = r"\s*,?\s*(?P<year>[12]\d{3})\b"
    ends_there = r"(?=\s*(?:[^\w\s%]|$))(?![.,/:]\d)"  # "4 and 5 ships" are no days
    return _Patterns(
        range=re.compile(_between(ranges), re.IGNORECASE),
        join=re.compile(join, re.IGNORECASE),
        before=re.compile(rf"(?<![\d.,/:$£€-]){day}(?:{join})$", re.IGNORECASE),
        behind=re.compile(rf"(?:{join}){day}(?:{year}|{ends_there})", re.IGNORECASE),
    )


def _between(words: tuple[str, ...]) -> str:
    """Return a pattern of a dash or of one of some words, with spaces."""
    word = "|".join(map(re.escape, words))
    return rf"\s*[-–—]\s*|\s+(?:{word})\s*" if words else r"\s*[-–—]\s*"


def _patterns(lexicon: Lexicon) -> _Patterns:
    return _compiled(lexicon.data.range_words, lexicon.data.pair_words, lexicon.data.endings)


def _with_neighbours(text: str, match: Match, lexicon: Lexicon) -> Iterator[Match]:
    """Yield a match, and the day in figures before or behind it that is of the same month."""
    keys = [key for key, _ in match.slots]
    is_day = match.means == "calendar-day" and "D" in keys and any(cls in keys for cls in _MONTHS)
    near = _day_before(text, match, lexicon) if is_day and keys[0] == "D" else None
    far = _day_behind(text, match, lexicon) if is_day and keys[-1] == "D" else None
    if near:
        yield near
    if far and far.get("Y") is not None:
        yield Match(match.words, match.means, (*match.slots, ("Y", far.number("Y") or 0)))
    else:
        yield match
    if far:
        yield far


def _day_before(text: str, match: Match, lexicon: Lexicon) -> Match | None:
    start = max(0, match.words.start - _REACH)
    found = _patterns(lexicon).before.search(text[start : match.words.start])
    if found is None or not 0 < int(found["day"]) <= _LAST_DAY:
        return None
    words = Span(start + found.start("day"), start + found.end("day"))
    return Match(words, match.means, _of_day(match, int(found["day"])))


def _day_behind(text: str, match: Match, lexicon: Lexicon) -> Match | None:
    end = match.words.end
    found = _patterns(lexicon).behind.match(text[end : end + _REACH])
    if found is None or not 0 < int(found["day"]) <= _LAST_DAY:
        return None
    slots = _of_day(match, int(found["day"]))
    if found["year"]:
        slots = (*slots, ("Y", int(found["year"])))
    return Match(Span(end + found.start("day"), end + found.end()), match.means, slots)


def _of_day(match: Match, number: int) -> tuple[tuple[str, int | str], ...]:
    return tuple((key, number if key == "D" else value) for key, value in match.slots if key != "W")
