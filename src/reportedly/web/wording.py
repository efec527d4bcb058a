"""Dates, directions and addresses as the page writes them."""

import datetime
import re
import unicodedata
from collections.abc import Sequence

from reportedly.language import language_name
from reportedly.records import Moment, OfficeHeld, Resolution, Timestamp

DIRECTION_SAMPLE = 2000
"""Code points looked at to tell which way a text runs: a headline whole, an article's beginning."""

_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_WEB_ADDRESS = re.compile(r"https?://[^\s/]", re.IGNORECASE)


def shown_timestamp(stamp: Timestamp) -> str:
    """Return a publish time as sure as the page is: `5 December 2023, 15:26 (time zone not stated)`."""
    if stamp.time is None:
        return f"{_shown_date(stamp.date)} (time not stated)"
    clock = stamp.time.strftime("%H:%M")
    if stamp.utc_offset_minutes is None:
        return f"{_shown_date(stamp.date)}, {clock} (time zone not stated)"
    return f"{_shown_date(stamp.date)}, {clock} {_shown_zone(stamp.utc_offset_minutes)}"


def shown_days(moment: Moment) -> str:
    """Return the days that an expression of time means; its normal form where it names no days."""
    if moment.first is None:
        return moment.value
    if moment.precision == "year" and moment.last and moment.last.year == moment.first.year:
        return f"{moment.first.year}"
    if moment.precision == "month" and moment.last and moment.last.month == moment.first.month:
        return f"{moment.first:%B %Y}"
    if moment.last is None or moment.last == moment.first:
        return f"{moment.first:%A}, {_shown_date(moment.first)}"
    return f"{_shown_date(moment.first)} to {_shown_date(moment.last)}"


def shown_since(office: OfficeHeld) -> str:
    """Return the first day of an office as exactly as it is known: `April 2018`."""
    if office.since is None:
        return "a day not known"
    if office.precision == "year":
        return f"{office.since.year}"
    return f"{office.since:%B %Y}" if office.precision == "month" else _shown_date(office.since)


_REASONS = {
    "new": "named here for the first time",
    "name": "known by this name",
    "name-and-office": "known by name and office",
    "name-and-country": "known by name and country",
    "name-and-company": "known by name and by who stands beside",
    "ruled-name": "a person ruled whose name this is",
    "country": "a country",
    "seat-of-government": "the place stands for its government",
    "listed-name": "on a list of names",
    "office-on-day": "held the office on that day",
    "several-fit": "several fit",
    "unsure": "not enough speaks for it",
    "nobody-near": "nobody who is known comes near",
    "nobody-known": "nobody of that name is known",
}


def shown_reason(resolution: Resolution) -> str:
    """Return why somebody is an actor, or nobody, in words, with how sure that is."""
    words = _REASONS.get(resolution.reason, spaced(resolution.reason))
    return f"{words} (how sure: {resolution.score:.0%})" if resolution.actor_id else words


def shown_published(published: str | None) -> str:
    """Return an ISO 8601 publish time for a line of a list, `date not stated` where there is none."""
    if not published:
        return "date not stated"
    try:
        moment = datetime.datetime.fromisoformat(published)
    except ValueError:
        return published
    if len(published) <= len("2023-12-05"):
        return _shown_date(moment.date())
    offset = moment.utcoffset()
    zone = "" if offset is None else " " + _shown_zone(int(offset.total_seconds() // 60))
    return f"{_shown_date(moment.date())}, {moment:%H:%M}{zone}"


def shown_moment(moment: datetime.datetime) -> str:
    """Return a moment of ours (fetched, made, withdrawn) to the second, in UTC."""
    return f"{moment.astimezone(datetime.UTC):%Y-%m-%d %H:%M:%S} UTC"


def direction(text: str | None) -> str:
    """Return `rtl` where most letters of the text run from right to left, else `ltr`.

    Counting letters needs no list of languages, and a Persian paragraph that begins with a Latin
    name still runs the right way, which the browser's own guess gets wrong.
    """
    kinds = [unicodedata.bidirectional(letter) for letter in (text or "")[:DIRECTION_SAMPLE]]
    leftward = sum(kind in ("R", "AL") for kind in kinds)
    return "rtl" if leftward > kinds.count("L") else "ltr"


def language_tag(code: str | None) -> str:
    """Return a tag fit for the `lang` attribute: `fa_IR` becomes `fa-IR`, nonsense becomes empty."""
    tag = (code or "").replace("_", "-")
    return tag if _LANGUAGE_TAG.fullmatch(tag) else ""


def languages(codes: Sequence[str]) -> str:
    """Return what languages are called, in a row: "English, Persian and Russian"."""
    names = [language_name(code) for code in codes]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def is_web_address(url: str | None) -> bool:
    """Return whether an address may be made a link: http and https only, never javascript or file."""
    return bool(url and _WEB_ADDRESS.match(url))


def spaced(name: str) -> str:
    """Return the name of an act or a field as words: `calls-for` becomes `calls for`."""
    return name.replace("-", " ").replace("_", " ")


def percent(share: float) -> str:
    """Return a share from 0 to 1 as whole percents."""
    return f"{share:.0%}"


def plural(count: int, one: str, many: str | None = None) -> str:
    """Return a count with its noun: `1 statement`, `1,204 statements`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def _shown_date(date: datetime.date) -> str:
    return f"{date.day} {date:%B} {date.year}"


def _shown_zone(offset_minutes: int) -> str:
    if offset_minutes == 0:
        return "UTC"
    hours, minutes = divmod(abs(offset_minutes), 60)
    return f"UTC{'+' if offset_minutes > 0 else '−'}{hours:02}:{minutes:02}"
