"""Dates as pages print them: "Tuesday 5 December 2023 - 15:26", "۱۵ قوس ۱۴۰۲", "05.12.2023, 15:26 Uhr"."""

import datetime
import functools
import re
from collections.abc import Iterator

from reportedly.language import load_language
from reportedly.read.calendar_days import (
    eras,
    full_year,
    gregorian_day,
    levelled,
    month_names,
    numeric_calendar,
)
from reportedly.read.clock import Clock, read_clock, read_offset, time_pattern, zone_behind
from reportedly.read.iso_dates import ISO, read_iso, stamp
from reportedly.records import Span, Timestamp

__all__ = ["find_dates", "read_iso"]

# A time belongs to a date when at most so many characters stand between them.
_TIME_WITHIN = 24
_LONGEST_TIME = 24
_HAS_FIGURE = re.compile(r"[\d\n]")
_WORD = re.compile(r"[^\W\d_]{3}")
_LONGEST_WEEKDAY = 18
_SHORT_WEEKDAY = 4
_MONTH_FIRST_COUNTRIES = ("en-us", "en-ph")
# No date without one of these; looking for them takes a tenth of the time of looking for a date.
_MAY_HOLD_DATE = re.compile(
    r"\d{4}|\d\s?[./]\s?\d\d?[./]\s?\d\d|\d\s?[年년]|[元〇零一二三四五六七八九]年|'\d\d|[^\W\d]-\d\d|\d-\d\d-\d\d"
)
_FIGURE = re.compile(r"[\d年]")
_FIGURES = re.compile(r"[\d元]\s?[-./年년]")
# Who writes figures with slashes and halves of the day in English begins with the month.
_AMERICAN = re.compile(r"\d/\d\d?/\d{2,4},?\s+\d\d?:\d\d(?::\d\d)?\s?[ap]\.?m\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20|1[34]|25)\d\d(?!\d)|(?:'|[^\W\d]-)\d\d(?!\d)")
# Arabic pages name a month twice: "كانون الأول/ديسمبر".
_OTHER_NAME = r"(?:\s*[/(]\s*[^\W\d]{2,12}(?:\s[^\W\d]{2,12})?\)?)?"
_YEAR_FIRST = re.compile(
    r"(?<![\d/])(?P<year>(?:20|19|1[34]|25)\d\d)(?P<mark>[/.])\s?(?P<month>\d\d?)(?P=mark)\s?(?P<day>\d\d?)(?![\d/])"
)
# Chinese pages may set the year apart: "2024 03/06 09:18:27".
_YEAR_APART = re.compile(r"(?<![\d/])(?P<year>20\d\d)\s(?P<month>\d\d)\s?/\s?(?P<day>\d\d)(?=\s+\d\d:\d\d)")
_NUMERIC = re.compile(
    r"(?<![\d.,/-])(?P<first>\d\d?)\s?(?P<mark>[./-])\s?(?P<second>\d\d?)\s?(?P=mark)\s?"
    r"(?P<year>(?:20|19|1[34]|25)\d\d(?!\d)|\d\d(?![\d.:/]|\s?%))"
)


# Chinese pages may spell a date out.
_NUMERALS = "〇一二三四五六七八九"
_SPELLED = re.compile(
    rf"(?P<year>[{_NUMERALS}零]{{4}})年(?P<month>[{_NUMERALS}十]{{1,2}})月(?P<day>[{_NUMERALS}十]{{1,3}})日"
)
# Taiwan counts years from 1912: 112/12/05 is 2023.
_REPUBLIC_ERA = "民國"
_REPUBLIC_YEARS = range(90, 140)
_REPUBLIC = re.compile(
    r"(?<![\d.,/-])(?P<era>)(?P<year>1[0-3]\d)(?P<mark>[./-])(?P<month>\d\d)(?P=mark)(?P<day>\d\d)(?![\d./-])"
)


def find_dates(text: str, language: str) -> Iterator[tuple[Span, Timestamp]]:
    """Yield the dates that stand in a text, with a time and zone where one stands beside them.

    `language` is a BCP 47 tag; it gives the month names (English ones are always known) and, by its
    country, whether 5/6/2023 begins with the month. Dates of the Solar and lunar Hijri calendars, of
    Buddhist years and of East Asian eras come out as Gregorian ones. Those before 1995 are left out.
    """
    if _FIGURE.search(text):
        yield from _dates_in_line(text, language) if len(text) <= _LONGEST_LINE else _dates(text, language)


# The choosers of times, bylines, credits, desks and comments ask for the dates of the same lines; a page
# has fewer lines with figures beside its article than this. Longer texts are not kept.
_LONGEST_LINE = 500


@functools.lru_cache(maxsize=128)
def _dates_in_line(line: str, language: str) -> tuple[tuple[Span, Timestamp], ...]:
    """Return the dates in a line; those of the last lines asked for are remembered."""
    return tuple(_dates(line, language))


def _dates(text: str, language: str) -> Iterator[tuple[Span, Timestamp]]:
    """Yield the dates in a text, without those that overlap an earlier one."""
    plain = levelled(text)
    if not _MAY_HOLD_DATE.search(plain):
        return
    taken = -1
    if language.lower() == "en" and _AMERICAN.search(plain):
        language = "en-US"
    for match in sorted(_matches(plain, language), key=lambda m: (m.start(), -m.end())):
        day = _day(match, language) if match.start() >= taken else None
        if day is None:
            continue
        start, end, clock = _beside(plain, match, max(taken, 0), language)
        taken = end
        yield Span(start, end), stamp(day, clock)


def _matches(text: str, language: str) -> Iterator[re.Match[str]]:
    if _YEAR.search(text):
        yield from _named(language).finditer(text)
    if _FIGURES.search(text):
        for pattern in (ISO, _east_asian(), _YEAR_FIRST, _YEAR_APART, _NUMERIC):
            yield from pattern.finditer(text)
        if _is_chinese(language):
            yield from _REPUBLIC.finditer(text)
    elif "年" in text:
        yield from _SPELLED.finditer(text)


def _is_chinese(language: str) -> bool:
    return language[:2].lower() == "zh"


@functools.lru_cache(maxsize=64)
def _named(language: str) -> re.Pattern[str]:
    """Return the pattern of dates with a month's name in a language or in English."""
    month = "|".join(re.escape(name) for name in sorted(month_names(language), key=len, reverse=True))
    gap = r"[\s,،./|–-]*"
    # The names stand once, and what follows goes by what came before: a pattern compiles in 1 to 2 ms.
    return re.compile(
        rf"(?:(?<!\d)(?P<year2>\d{{4}})[\s.,-]+(?:کال\s+)?(?:د\s+)?"
        rf"|(?<!\d)(?P<day>\d\d?)(?:st|nd|rd|th|er|º|ª)?(?P<dash>-(?=[^\W\d]+-))?{gap}(?:de\s|of\s|d')?"
        rf"|(?<![^\W\d_]))(?P<month>{month})(?:\s?ماه)?(?!\w)"
        rf"(?(year2)[\s.-]+(?P<day2>\d\d?)(?!\d)"
        rf"|(?(day){_OTHER_NAME}(?:\s(?P<weekday>[^\W\d_]{{4,10}})(?=\s\d))?{gap}(?:de\s|del\s|năm\s|سنه\s|م\s|พ\.ศ\.\s?|')?(?P<year>\d{{4}}|(?<=')\d\d|(?(dash)(?<=-)\d\d|(?!)))(?!\d|:\d)"
        rf"|\.?\s+(?P<day3>\d\d?)(?:st|nd|rd|th|مه)?(?:\s?[,،.]\s*|\s+)'?(?P<year3>\d{{4}}|(?<=')\d\d)(?!\d)))",
        re.IGNORECASE,
    )


@functools.cache
def _east_asian() -> re.Pattern[str]:
    names = "|".join(eras())
    return re.compile(
        rf"(?P<era>{names})?\s?(?P<year>元|\d{{1,4}})\s?[年년]\s?(?P<month>\d\d?)\s?[月월]\s?(?P<day>\d\d?)\s?[日일号號]"
    )


def _day(match: re.Match[str], language: str) -> datetime.date | None:
    """Return the Gregorian day of a match, None where there is no such day."""
    groups = match.groupdict()
    if "day3" in groups:
        return _named_day(groups, language)
    year = _east_asian_year(groups, language) if "era" in groups else _number(groups["year"])
    if "first" not in groups:
        month, day = _number(groups["month"]), _number(groups["day"])
        return gregorian_day(year, month, day, numeric_calendar(year, language))
    if year < 100 and groups["mark"] == "-":
        return None
    day, month = _day_and_month(int(groups["first"]), int(groups["second"]), groups["mark"], language)
    year = full_year(year)
    return gregorian_day(year, month, day, numeric_calendar(year, language))


def _east_asian_year(groups: dict[str, str], language: str) -> int:
    """Return the year of an era; on Chinese pages one of three figures is of the Republic's."""
    year = 1 if groups["year"] == "元" else int(groups["year"])
    era = groups["era"] or (_REPUBLIC_ERA if _is_chinese(language) and year in _REPUBLIC_YEARS else "")
    return year + eras()[era] if era else year


def _number(written: str) -> int:
    """Return the number that figures stand for, Chinese ones too (二〇二三, 十二, 二十五)."""
    if written.isdecimal():
        return int(written)
    tens, ten, ones = written.rpartition("十")
    if ten:
        return (_number(tens) if tens else 1) * 10 + (_number(ones) if ones else 0)
    return int("".join(str(_NUMERALS.index(ch)) for ch in written.replace("零", "〇")))


def _named_day(groups: dict[str, str | None], language: str) -> datetime.date | None:
    month = month_names(language).get((groups["month"] or "").lower())
    weekday = groups["weekday"]
    if month is None or (weekday and weekday.lower() not in _weekdays(language)):
        return None
    day = int(groups["day"] or groups["day2"] or groups["day3"] or 0)
    year = int(groups["year"] or groups["year2"] or groups["year3"] or 0)
    return gregorian_day(full_year(year), month.number, day, month.calendar)


def _day_and_month(first: int, second: int, mark: str, language: str) -> tuple[int, int]:
    """Tell the day from the month in 5/6/2023: by value, else by the custom of the page's country."""
    month_first = mark == "/" and (language.lower().replace("_", "-") in _MONTH_FIRST_COUNTRIES)
    if (second > 12 and first <= 12) or (month_first and first <= 12):
        return second, first
    return first, second


def _beside(text: str, match: re.Match[str], taken: int, language: str) -> tuple[int, int, Clock | None]:
    """Return where a date and the time beside it begin and end, and the time with its offset."""
    start, end = match.span()
    pattern = time_pattern(language)
    if match.re is ISO and match["hour"]:
        own = pattern.match(text, match.start("hour"))
        end = max(end, own.start() + len(own[0].rstrip())) if own else end
        return _with_weekday(text, start, language), end, read_clock(own or match, language)
    after = pattern.search(text, end, end + _TIME_WITHIN + _LONGEST_TIME)
    if (
        after
        and after.start() <= end + _TIME_WITHIN
        and not _HAS_FIGURE.search(text, end, after.start())
        and not (_WORD.search(text, end, after.start()) and _is_right_behind(text, taken, start, pattern))
    ):
        end += len(text[end : after.end()].rstrip())
        return _with_weekday(text, start, language), end, read_clock(after, language)
    before = list(pattern.finditer(text, max(taken, start - _TIME_WITHIN), start))
    if before and not _HAS_FIGURE.search(text, before[-1].end(), start):
        return _before(text, before[-1], end, language)
    return _with_weekday(text, start, language), end, None


def _is_right_behind(text: str, taken: int, start: int, pattern: re.Pattern[str]) -> bool:
    """Return whether a date follows a time at once: "Posted at 7.30am, 8 May 2024. Updated at 9am"."""
    before = list(pattern.finditer(text, max(taken, start - _TIME_WITHIN), start))
    return bool(before) and text[before[-1].end() : start].strip() in ("", ",", "،", "-", "–", "|")


def _before(text: str, time: re.Match[str], end: int, language: str) -> tuple[int, int, Clock | None]:
    """Return where a time and the date behind it begin and end, and the time with the zone behind both."""
    clock = read_clock(time, language)
    zone = zone_behind(language).match(text, end)
    offset = read_offset(zone["offset"], zone["zone"], language) if zone else None
    if zone is None or clock is None or clock[1] is not None or offset is None:
        return time.start(), end, clock
    return time.start(), zone.end(), (clock[0], offset)


def _with_weekday(text: str, start: int, language: str) -> int:
    """Return where the date begins, the name of the day before it included."""
    before = text[max(0, start - _LONGEST_WEEKDAY) : start].rstrip(" ,.")
    lower = before.lower()
    ending = [name for name in _weekdays(language) if lower.endswith(name)]
    longest = max((len(name) for name in ending if _is_word(lower, name)), default=0)
    return max(0, start - _LONGEST_WEEKDAY) + len(before) - longest if longest else start


def _is_word(before: str, name: str) -> bool:
    """Return whether a weekday at the end of some words is one: full names may be glued to a label."""
    return len(name) > _SHORT_WEEKDAY or not before[: -len(name)][-1:].isalpha()


@functools.lru_cache(maxsize=64)
def _weekdays(language: str) -> tuple[str, ...]:
    days = (*load_language("en").calendar.weekdays, *load_language(language).calendar.weekdays)
    return tuple(levelled(name) for name in days)
