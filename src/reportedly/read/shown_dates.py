"""Dates as pages print them: "Tuesday 5 December 2023 - 15:26", "۱۵ قوس ۱۴۰۲", "05.12.2023, 15:26 Uhr"."""

import datetime
import functools
import re
from collections.abc import Iterator

from persiantools.jdatetime import JalaliDate

from reportedly.language import Calendar, load_language
from reportedly.records import Span, Timestamp

# News on the web begins here; an earlier year is a date told of, not the day of publishing.
EARLIEST_YEAR = 1990
# A time belongs to a date when at most so many characters stand between them.
_TIME_WITHIN = 24
_LONGEST_WEEKDAY = 18
_JALALI_YEARS = range(1360, 1460)

_DIGITS = {ord(a): str(i % 10) for i, a in enumerate("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩")}
_ISO = re.compile(
    r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d?)-(?P<day>\d\d?)"
    r"(?:[T ]+(?P<hour>\d\d?):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)?)?(?!\d)"
)
_CJK = re.compile(r"(?P<year>\d{4})\s*[年년]\s*(?P<month>\d\d?)\s*[月월]\s*(?P<day>\d\d?)\s*[日일]")
_NUMERIC = re.compile(
    r"(?<![\d.])(?P<first>\d\d?)(?P<mark>[./-])(?P<second>\d\d?)(?P=mark)"
    r"(?P<year>(?:20|19|1[34])\d\d)(?!\d)"
)
_YEAR_FIRST = re.compile(
    r"(?<![\d/])(?P<year>(?:20|19|1[34])\d\d)[/.](?P<month>\d\d?)[/.](?P<day>\d\d?)(?![\d/])"
)
_TIME = re.compile(
    r"(?<![\d:.])(?P<hour>[01]?\d|2[0-3])(?P<mark>[:.h]|時|시\s?)(?P<minute>[0-5]\d)(?!\d)"
    r"(?::(?P<second>[0-5]\d))?"
    r"\s*(?P<half>[ap]\.?m\b\.?)?\s*(?P<zone>Z\b|UTC|GMT|CET|CEST|BST|EST|EDT|PST|PDT|MSK)?"
    r"(?:\s?\(?(?:UTC|GMT)?(?P<offset>[+-]\d\d?(?::?\d\d)?)\)?)?",
    re.IGNORECASE,
)
_ZONES = {"z": 0, "utc": 0, "gmt": 0, "bst": 60, "cet": 60, "cest": 120, "msk": 180, "est": -300, "edt": -240,
          "pst": -480, "pdt": -420}  # fmt: skip
_MONTH_FIRST_COUNTRIES = ("en-us", "en-ph")


def read_iso(value: str) -> Timestamp | None:
    """Return the timestamp that a machine-readable value gives, None where it is none."""
    match = _ISO.match(value.strip().replace("/", "-"))
    if match:
        return _stamp(match["year"], match["month"], match["day"], match)
    return None


def find_dates(text: str, language: str) -> Iterator[tuple[Span, Timestamp]]:
    """Yield the dates that stand in a text, with a time and zone where one stands beside them.

    `language` is a BCP 47 tag; it gives the month names (English ones are always known) and, by its
    country, whether 5/6/2023 begins with the month. Solar Hijri dates come out as Gregorian ones.
    """
    plain = text.translate(_DIGITS)
    for match in _matches(plain, language):
        day = _day(match, language)
        if day is None:
            continue
        start, end, time = _beside(plain, match, language)
        if time is None and match.re is _ISO and match["hour"]:
            time = match
        stamp = _stamp(day.year, day.month, day.day, time)
        if stamp is not None:
            yield Span(start, end), stamp


def _matches(text: str, language: str) -> Iterator[re.Match[str]]:
    taken = -1
    for pattern in (_named(language), _ISO, _CJK, _YEAR_FIRST, _NUMERIC):
        for match in pattern.finditer(text):
            if match.start() >= taken:
                yield match


@functools.lru_cache(maxsize=64)
def _named(language: str) -> re.Pattern[str]:
    """Return the pattern of dates with a month's name in a language or in English."""
    names = sorted(_months(language), key=len, reverse=True)
    month = "|".join(re.escape(name) for name in names)
    return re.compile(
        rf"(?<!\d)(?P<day>\d\d?)(?:st|nd|rd|th|er|\.|º|ª)?[\s,/-]*(?:de |of |d')?"
        rf"(?P<month>{month})\b\.?[\s,/-]*"
        rf"(?:de |del |سنة )?(?P<year>\d{{4}})(?!\d)"
        rf"|\b(?P<month2>{month})\b\.?\s+(?P<day2>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<year2>\d{{4}})(?!\d)",
        re.IGNORECASE,
    )


@functools.lru_cache(maxsize=64)
def _months(language: str) -> dict[str, tuple[int, bool]]:
    """Return month name -> (number, whether it is a Solar Hijri month)."""
    found: dict[str, tuple[int, bool]] = {}
    for calendar in (load_language("en").calendar, load_language(language).calendar):
        found |= _entries(calendar)
    return found


def _entries(calendar: Calendar) -> dict[str, tuple[int, bool]]:
    jalali = {name: (number, True) for name, number in calendar.jalali.items()}
    return jalali | {name: (number, False) for name, number in calendar.months.items()}


def _day(match: re.Match[str], language: str) -> datetime.date | None:
    """Return the Gregorian day of a match, None where there is no such day."""
    groups = match.groupdict()
    year = int(groups.get("year") or groups.get("year2") or 0)
    is_jalali = year in _JALALI_YEARS
    if "month2" in groups:
        name = (groups["month"] or groups["month2"] or "").lower()
        month, _ = _months(language).get(name, (0, False))
        day = int(groups["day"] or groups["day2"] or 0)
    elif "first" in groups:
        day, month = _day_and_month(int(groups["first"]), int(groups["second"]), groups["mark"], language)
    else:
        month, day = int(groups["month"]), int(groups["day"])
    try:
        return _of_jalali(year, month, day) if is_jalali else datetime.date(year, month, day)
    except ValueError:
        return None


def _of_jalali(year: int, month: int, day: int) -> datetime.date:
    return JalaliDate(year, month, day).to_gregorian()  # type: ignore[no-untyped-call]  # its __init__ is


def _day_and_month(first: int, second: int, mark: str, language: str) -> tuple[int, int]:
    """Tell the day from the month in 5/6/2023: by value, else by the custom of the page's country."""
    month_first = mark == "/" and (language.lower().replace("_", "-") in _MONTH_FIRST_COUNTRIES)
    if (second > 12 and first <= 12) or (month_first and first <= 12):
        return second, first
    return first, second


def _beside(text: str, match: re.Match[str], language: str) -> tuple[int, int, re.Match[str] | None]:
    """Return where a date and the time beside it begin and end, and the time."""
    start, end = match.span()
    after = _TIME.search(text, end, end + _TIME_WITHIN)
    if after and "\n" not in text[end : after.start()]:
        return _with_weekday(text, start, language), end + len(text[end : after.end()].rstrip()), after
    before = list(_TIME.finditer(text, max(0, start - _TIME_WITHIN), start))
    if before and "\n" not in text[before[-1].end() : start]:
        return before[-1].start(), end, before[-1]
    return _with_weekday(text, start, language), end, None


def _with_weekday(text: str, start: int, language: str) -> int:
    """Return where the date begins, the name of the day before it included."""
    before = text[max(0, start - _LONGEST_WEEKDAY) : start].rstrip(" ,.")
    names = (*load_language("en").calendar.weekdays, *load_language(language).calendar.weekdays)
    longest = max((len(name) for name in names if before.lower().endswith(name)), default=0)
    return max(0, start - _LONGEST_WEEKDAY) + len(before) - longest if longest else start


def _stamp(year: object, month: object, day: object, time: re.Match[str] | None) -> Timestamp | None:
    """Return a timestamp from a day and the match of a time, None where there is no such moment."""
    try:
        date = datetime.date(int(str(year)), int(str(month)), int(str(day)))
        if date.year < EARLIEST_YEAR:
            return None
        clock = _clock(time)
    except ValueError:
        return None
    return Timestamp(date=date, time=clock, utc_offset_minutes=_offset(time) if clock and time else None)


def _clock(time: re.Match[str] | None) -> datetime.time | None:
    if time is None or not time["hour"]:
        return None
    groups = time.groupdict()
    hour = int(groups["hour"])
    half = (groups.get("half") or "").lower()[:1]
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return datetime.time(hour, int(groups["minute"]), int(groups["second"] or 0))


def _offset(time: re.Match[str]) -> int | None:
    """Return the offset from UTC in minutes that stands beside a time."""
    groups = time.groupdict()
    written = (groups.get("offset") or "").strip() or (groups.get("zone") or "")
    if written.lower() in _ZONES:
        return _ZONES[written.lower()]
    match = re.fullmatch(r"([+-])(\d\d?):?(\d\d)?", written)
    if not match:
        return None
    return (1 if match[1] == "+" else -1) * (int(match[2]) * 60 + int(match[3] or 0))
