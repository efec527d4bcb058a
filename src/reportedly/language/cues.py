"""The words with which a language reports what somebody said."""

import msgspec


class Cues(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Cue words of one language, as `cues.toml` lists them; all empty where the language has none."""
