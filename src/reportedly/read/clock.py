"""Times of day with their zones, as pages print them: "3:26 p.m. EST", "15h26", "午後3時26分"."""

import datetime
import functools
import re

from reportedly.language import load_language
from reportedly.read.calendar_days import levelled

# Abbreviations that mean one offset wherever news is printed, in minutes; CST and IST mean several.
_ZONES = {
    "z": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 60, "cet": 60, "met": 60, "mez": 60, "wat": 60,
    "cest": 120, "mesz": 120, "eet": 120, "cat": 120, "sast": 120, "eest": 180, "msk": 180, "мск": 180,
    "eat": 180, "trt": 180, "aft": 270, "pkt": 300, "wib": 420, "ict": 420, "sgt": 480, "hkt": 480,
    "awst": 480, "jst": 540, "kst": 540, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780,
    "edt": -240, "est": -300, "cdt": -300, "mdt": -360, "mst": -420, "pdt": -420, "pst": -480,
}  # fmt: skip
_FARTHEST_ZONE = 14 * 60
_OFFSET = re.compile(r"([+-])(\d\d?):?(\d\d)?")


@functools.lru_cache(maxsize=64)
def time_pattern(language: str) -> re.Pattern[str]:
    """Return the pattern of a time of day with the words of a language for its halves."""
    halves = "|".join(re.escape(name) for name in sorted(_halves(language), key=len, reverse=True))
    zones = "|".join(sorted(_ZONES, key=len, reverse=True))
    return re.compile(
        rf"(?<![\d:.])(?:(?P<before>{halves})\.?\s*)?(?<!\d)(?P<hour>[01]?\d|2[0-3])"
        rf"(?:\s?(?:[:.]|h|時|时|点|點|시)\s?(?P<minute>[0-5]\d)(?!\d|[./]\d)(?::(?P<second>[0-5]\d)(?:\.\d+)?)?[分분]?"
        rf"|(?=\s?[ap]\.?m\b))"
        rf"\s*(?:(?P<half>{halves})(?!\w)\.?)?\s*(?:[(（]?(?P<zone>{zones})\b)?"
        rf"(?:\s?[(（]?(?P<offset>[+-]\d\d?(?::?\d\d)?)(?!\d)[)）]?)?",
        re.IGNORECASE,
    )


@functools.lru_cache(maxsize=64)
def _halves(language: str) -> dict[str, int]:
    """Return the words for the halves of the day, without a closing full stop, with the hours they add."""
    words = load_language("en").calendar.halves | load_language(language).calendar.halves
    return {levelled(name).lower().rstrip("."): hours for name, hours in words.items()}


def read_clock(match: re.Match[str], language: str = "en") -> tuple[datetime.time, int | None] | None:
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
    return clock, _offset(groups.get("offset"), groups.get("zone"))


def _offset(offset: str | None, zone: str | None) -> int | None:
    """Return the offset from UTC in minutes by its figures, else by the zone's name."""
    for written in (offset, zone):
        match = _OFFSET.fullmatch(written or "")
        if match:
            minutes = int(match[2]) * 60 + int(match[3] or 0)
            return (1 if match[1] == "+" else -1) * minutes if minutes <= _FARTHEST_ZONE else None
    return _ZONES.get(zone.lower()) if zone else None
