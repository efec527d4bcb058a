"""Dates as they stand in a page's markup, in any of the forms that machines and people write there."""

import datetime
import re

from reportedly.read.iso_dates import read_iso
from reportedly.read.shown_dates import find_dates
from reportedly.records import Timestamp

# A value longer than this is a text, not a date.
_LONGEST = 64
_UNIX = re.compile(r"(1\d{9})(?:\d{3}|\.\d+)?$")
# "Tue Dec 05 15:26:00 +0000 2023": the year stands behind the time.
_YEAR_LAST = re.compile(
    r"(?:\w{3}\s+)?(?P<day>[A-Z][a-z]{2}\s+\d\d?)\s+(?P<time>\d\d?:\d\d(?::\d\d)?(?:\s+(?:[A-Z]{2,5}|[+-]\d{4}))?)"
    r"\s+(?P<year>\d{4})$"
)
_HALF = re.compile(r"\d\s?[AP]M\b", re.IGNORECASE)


def read_stamp(value: str, language: str = "en") -> Timestamp | None:
    """Return the timestamp that a value in markup gives, None where it is none.

    ISO 8601 and its relations, Unix seconds and milliseconds, RFC 2822, `Tue Dec 05 15:26:00 2023`,
    and whatever pages print for readers. A date with slashes and AM or PM begins with the month.
    """
    trimmed = value.strip().strip('"')
    if not trimmed or len(trimmed) > _LONGEST:
        return None
    found = read_iso(trimmed) or _unix(trimmed)
    if found is not None or trimmed.isdigit():
        return found
    swapped = _YEAR_LAST.match(trimmed)
    written = f"{swapped['day']}, {swapped['year']} {swapped['time']}" if swapped else trimmed
    return next((s for _, s in find_dates(written, "en-US" if _HALF.search(written) else language)), None)


def _unix(value: str) -> Timestamp | None:
    match = _UNIX.match(value)
    if not match:
        return None
    moment = datetime.datetime.fromtimestamp(int(match[1]), datetime.UTC)
    return Timestamp.of(moment)
