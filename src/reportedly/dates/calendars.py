"""Days of the Solar (J) and the lunar Hijri (H) calendar as days of the Gregorian one (M)."""

import datetime

from hijridate import Hijri
from persiantools.jdatetime import JalaliDate

Day = datetime.date
# Years that news can mean: of the Solar Hijri calendar (1300 is 1921), of the lunar one (1440 is 2018).
SOLAR_YEARS, LUNAR_YEARS = range(1300, 1420), range(1420, 1500)
_SHORT_YEARS = 100
_SHORT_YEAR_FROM = 30  # two figures of a year from here on are of the twentieth century
_YEARS_BEFORE = {"M": 0, "J": 621, "H": 579}  # years to take off a Gregorian one to be near theirs


def full_year(year: int) -> int:
    """Return a year with its century, where it was given by its last two figures."""
    if year >= _SHORT_YEARS:
        return year
    return year + (1900 if year >= _SHORT_YEAR_FROM else 2000)


def near_years(anchor: Day, cls: str) -> range:
    """Return the years around a day, as the Gregorian (M) or a Hijri (J, H) calendar counts them."""
    year = anchor.year - _YEARS_BEFORE[cls]
    return range(year - 2, year + 3)


def solar_year_of(day: Day) -> int:
    """Return the year of the Solar Hijri calendar that a day lies in."""
    return int(JalaliDate(day).year)  # type: ignore[no-untyped-call]


def gregorian(cls: str, year: int, month: int, number: int) -> Day | None:
    """Return a day of the Gregorian (M), Solar Hijri (J) or lunar Hijri (H) calendar; None if it has none."""
    try:
        if cls == "M":
            return Day(year, month, number)
        if cls == "J":
            solar: Day = JalaliDate(year, month, number).to_gregorian()  # type: ignore[no-untyped-call]
            return solar
        found = Hijri(year, month, number).to_gregorian()
        return Day(found.year, found.month, found.day)
    except (ValueError, OverflowError):
        return None
