"""The names of months and days in a language."""

import msgspec


class Calendar(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Month names of one language, as `calendar.toml` lists them.

    `months` maps a lower-case name or abbreviation to the number of a Gregorian month (1 to 12).
    """

    months: dict[str, int] = {}
