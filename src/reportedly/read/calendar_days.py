"""From the day a page names, in whichever calendar, to the day of the Gregorian one."""

import datetime
import functools
import string
import unicodedata
from typing import NamedTuple

from hijridate import Hijri
from persiantools.jdatetime import JalaliDate

from reportedly.language import Calendar, load_language

# News on the web begins here; an earlier year is a date told of, not the day of publishing.
EARLIEST_YEAR = 1995
# Years of the Solar Hijri calendar that news can be of (1360 is 1981, 1430 is 2051).
_JALALI_YEARS = range(1360, 1431)
# Years of the lunar Hijri calendar that news can be of (1400 is 1979, 1450 is 2028).
_HIJRI_YEARS = range(1400, 1451)
# Thai pages count from the Buddha's death: 2566 is 2023.
_BUDDHIST_YEARS = range(2500, 2600)
_BUDDHIST_BEFORE = 543
# Two-digit years from here on are of the twentieth century.
_LAST_SHORT_YEAR = 69
# In a year such as 1445 these languages count lunar years; elsewhere such a year is a solar one.
_LUNAR_LANGUAGES = ("ar", "ur")
# Digits of the scripts that news is written in, full-width ones too; ten each, zero first.
_DIGITS = "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९০১২৩৪৫৬৭৮৯๐๑๒๓๔๕๖๗๘๙０１２３４５６７８９"
# Letters that writers of Persian, Arabic, Turkish and web pages exchange, and spaces that do not show.
_LETTERS = {ord(a): b for a, b in zip("يىكأإآہۀةıİ’‘\u200c\u00a0\u202f", "ییکاااهههii''   ", strict=True)}
_FOLDED = {ord(digit): str(i % 10) for i, digit in enumerate(_DIGITS)} | _LETTERS
_LATIN = string.ascii_lowercase


class Month(NamedTuple):
    """The number of a month (1 to 12) and the calendar it is of: `gregorian`, `jalali` or `hijri`."""

    number: int
    calendar: str


def levelled(text: str) -> str:
    """Return a text of the same length with Western digits and without differences of spelling."""
    return text if text.isascii() else text.translate(_FOLDED)


@functools.lru_cache(maxsize=64)
def month_names(language: str) -> dict[str, Month]:
    """Return the months by their levelled names in lower case, in a language and in English."""
    found: dict[str, Month] = {}
    for calendar in (load_language("en").calendar, load_language(language).calendar):
        found |= _entries(calendar)
    return found


def _entries(calendar: Calendar) -> dict[str, Month]:
    tables = (("hijri", calendar.hijri), ("jalali", calendar.jalali), ("gregorian", calendar.months))
    return {
        spelling: Month(number, kind)
        for kind, names in tables
        for name, number in names.items()
        for spelling in _spellings(levelled(name).lower())
    }


def _spellings(name: str) -> tuple[str, ...]:
    """Return a name as it is and, in Latin letters, as those write it who leave the accents out."""
    if name[0] not in _LATIN or name.isascii():
        return (name,)
    return name, unicodedata.normalize("NFD", name).encode("ascii", "ignore").decode()


@functools.cache
def eras() -> dict[str, int]:
    """Return the years before the first year of each East Asian era."""
    return load_language("ja").calendar.eras | load_language("zh").calendar.eras


def full_year(year: int) -> int:
    """Return a year of four digits for one of two."""
    if year > 99:
        return year
    return year + (2000 if year <= _LAST_SHORT_YEAR else 1900)


def numeric_calendar(year: int, language: str) -> str:
    """Return the calendar that a date of mere figures is in, by its year and the page's language."""
    if year in _JALALI_YEARS or year in _HIJRI_YEARS:
        return "hijri" if language[:2].lower() in _LUNAR_LANGUAGES else "jalali"
    return "gregorian"


def gregorian_day(year: int, month: int, day: int, calendar: str) -> datetime.date | None:
    """Return the Gregorian day, None where there is no such day or it is too early for news."""
    try:
        found = _converted(year, month, day, calendar)
    except (ValueError, OverflowError):
        return None
    return found if found is not None and found.year >= EARLIEST_YEAR else None


def _converted(year: int, month: int, day: int, calendar: str) -> datetime.date | None:
    if calendar == "jalali":
        if year not in _JALALI_YEARS:
            return None
        return JalaliDate(year, month, day).to_gregorian()  # type: ignore[no-untyped-call]  # its __init__ is
    if calendar == "hijri":
        if year not in _HIJRI_YEARS:
            return None
        lunar = Hijri(year, month, day).to_gregorian()
        return datetime.date(lunar.year, lunar.month, lunar.day)
    return datetime.date(year - _BUDDHIST_BEFORE if year in _BUDDHIST_YEARS else year, month, day)
