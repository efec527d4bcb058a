"""The names of months and days in a language."""

import msgspec


class Calendar(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Month names of one language, as `calendar.toml` lists them.

    Each maps a lower-case name or abbreviation to the number of a month (1 to 12): `months` those of
    the Gregorian calendar, `jalali` those of the Solar Hijri one with its Iranian and Afghan names.
    """

    months: dict[str, int] = {}
    jalali: dict[str, int] = {}
    weekdays: dict[str, int] = {}
