"""The names of months and days in a language."""

import msgspec


class Calendar(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Month names of one language, as `calendar.toml` lists them.

    Each maps a lower-case name or abbreviation to the number of a month (1 to 12): `months` those of
    the Gregorian calendar, `jalali` those of the Solar Hijri one with its Iranian and Afghan names,
    `hijri` those of the lunar Hijri one. `halves` maps the words for the halves of the day to the
    hours they add (0 or 12), `zones` the names of offsets to their minutes east of UTC, `eras` the
    name of an era to the years before its first one.
    """

    months: dict[str, int] = {}
    jalali: dict[str, int] = {}
    hijri: dict[str, int] = {}
    weekdays: dict[str, int] = {}
    halves: dict[str, int] = {}
    zones: dict[str, int] = {}
    eras: dict[str, int] = {}
