"""Times of day with their zones, as pages print them: "3:26 p.m. EST", "15h26", "午後3時26分"."""

import datetime
import functools
import re
from collections.abc import Iterable

from reportedly.language import load_language
from reportedly.read.calendar_days import levelled

# Abbreviations that mean one offset wherever news is printed, in minutes; CST means several.
_ZONES = {
    "z": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 60, "cet": 60, "met": 60, "mez": 60, "wat": 60,
    "cest": 120, "mesz": 120, "eet": 120, "cat": 120, "sast": 120, "eest": 180, "msk": 180, "мск": 180,
    "eat": 180, "trt": 180, "irst": 210, "aft": 270, "pkt": 300, "npt": 345, "wib": 420, "ict": 420,
    "wita": 480, "sgt": 480, "myt": 480, "pht": 480, "hkt": 480, "brt": -180,
    "awst": 480, "jst": 540, "kst": 540, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780,
    "edt": -240, "est": -300, "cdt": -300, "mdt": -360, "mst": -420, "pdt": -420, "pst": -480,
}  # fmt: skip
_FARTHEST_ZONE = 14 * 60
_OFFSET = re.compile(r"([+-])(\d\d?):?(\d\d)?")

# A time of day and its offset from UTC in minutes, where one is named.
Clock = tuple[datetime.time, int | None]


@functools.lru_cache(maxsize=64)
def time_pattern(language: str) -> re.Pattern[str]:
    """Return the pattern of a time of day with the words of a language for its halves."""
    return _time_pattern(_either(_halves(language)), _either(_zones(language)))


@functools.lru_cache(maxsize=64)
def _time_pattern(halves: str, zones: str) -> re.Pattern[str]:
    """Return the pattern, one for all languages that have no words of their own."""
    # A half before the hour is no ending of a word; East Asian words have no marks between them.
    return re.compile(
        rf"(?<![\d:.])(?:(?<!(?-i:[a-zA-Z\u0370-\u06ff]))(?P<before>{halves})\.?\s*)?"
        rf"(?<!\d)(?P<hour>[01]?\d|2[0-3])"
        rf"(?:(?:\s?(?:[:.]|h|時|时|点|點|시)\s?|(?=[0-5]\d\s?(?:gmt|utc|hrs)\b))"
        rf"(?P<minute>[0-5]\d)(?!\d|[./]\d)(?::(?P<second>[0-5]\d)(?:\.\d+)?)?[分분]?(?:\s?min(?!\w))?"
        rf"|(?=\s?[ap]\.?m\b)|\s?(?:h|uhr)\b|\s?[時时点點시](?![間间간]))"
        rf"\s*(?:(?P<half>{halves})(?!\w)\.?)?\s*{_zone_pattern(zones)}",
        re.IGNORECASE,
    )


@functools.lru_cache(maxsize=64)
def zone_behind(language: str) -> re.Pattern[str]:
    """Return the pattern of a zone that stands behind a date and is meant for the time before it."""
    return re.compile(r"[\s(（]*" + _zone_pattern(_either(_zones(language))), re.IGNORECASE)


def _zone_pattern(zones: str) -> str:
    return (
        rf"(?:[(（]?(?P<zone>{zones})(?!\w))?"
        r"(?:\s?[(（]?(?P<offset>[+-]\d\d?(?::?\d\d)?)(?!\d)[)）]?)?"
    )


def _either(names: Iterable[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


@functools.lru_cache(maxsize=64)
def _zones(language: str) -> dict[str, int]:
    """Return the names of zones, those of the page's language too, with their minutes east of UTC."""
    own = load_language(language).calendar.zones
    return _ZONES | {levelled(name).lower(): minutes for name, minutes in own.items()}


@functools.lru_cache(maxsize=64)
def _halves(language: str) -> dict[str, int]:
    """Return the words for the halves of the day, without a closing full stop, with the hours they add."""
    words = load_language("en").calendar.halves | load_language(language).calendar.halves
    return {levelled(name).lower().rstrip("."): hours for name, hours in words.items()}


def read_clock(match: re.Match[str], language: str = "en") -> Clock | None:
    """Return the time of day in a match and its offset from UTC in minutes, None where there is none."""
    groups = match.groupdict()
    if not groups["hour"]:
        return None
    hour, second = int(groups["hour"]), int(groups.get("second") or 0)
    half = groups.get("half") or groups.get("before")
    if half:
        hour = hour % 12 + _halves(language).get(half.lower().rstrip("."), 0) if hour <= 12 else hour
    try:
        clock = datetime.time(hour, int(groups["minute"] or 0), second)
    except ValueError:
        return None
    return clock, read_offset(groups.get("offset"), groups.get("zone"), language)


def read_offset(offset: str | None, zone: str | None, language: str = "en") -> int | None:
    """Return the offset from UTC in minutes by its figures, else by the zone's name."""
    for written in (offset, zone):
        match = _OFFSET.fullmatch(written or "")
        if match:
            minutes = int(match[2]) * 60 + int(match[3] or 0)
            return (1 if match[1] == "+" else -1) * minutes if minutes <= _FARTHEST_ZONE else None
    return _zones(language).get(zone.lower()) if zone else None
