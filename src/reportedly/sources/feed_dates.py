"""The moments that feeds and site maps write, in the forms they are written in."""

import datetime
import email.utils
import re
from typing import Final

_ISO_DAY: Final = re.compile(r"^(\d{4})(?:-?(\d\d)(?:-?(\d\d))?)?$")


def moment_of(text: str) -> datetime.datetime | None:
    """Return a moment in UTC from ISO 8601 or RFC 822, None where the words are neither.

    A day is its beginning; a time without a zone is taken to be UTC, for it only orders the items.
    """
    text = text.strip()
    if not text or len(text) > 80:
        return None
    try:
        found = _iso(text) if text[:4].isdigit() else email.utils.parsedate_to_datetime(text)
        zoned = found if found.tzinfo else found.replace(tzinfo=datetime.UTC)
        return zoned.astimezone(datetime.UTC)
    except (ValueError, OverflowError, TypeError, IndexError):
        return None


def _iso(text: str) -> datetime.datetime:
    day = _ISO_DAY.match(text)
    if day:
        year, month, number = (int(part or 1) for part in day.groups())
        return datetime.datetime(year, month, number, tzinfo=datetime.UTC)
    return datetime.datetime.fromisoformat(text)
