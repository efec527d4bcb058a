"""The titles, offices and pronouns with which a language stands in for names."""

import msgspec


class Titles(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Titles of one language, as `titles.toml` lists them; all empty where the language has none."""
