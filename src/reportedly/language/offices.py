"""The words by which a language names the offices of a state."""

import msgspec


class Offices(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words for offices of one language, as `offices.toml` lists them; all empty where it has none.

    All are folded (`reportedly.text.fold`: lower case, no accents) and may be of several words.
    """

    roles: dict[str, tuple[str, ...]] = {}
    """What a word amounts to: a role or office of `records.Holder`; deputies by whom they stand in for."""
    of_one_country: dict[str, str] = {}
    """Words of `roles` that only one country has, with its alpha-2 code."""
    not_listed: tuple[str, ...] = ()
    """Offices whose holders nobody has listed: ministers, spokespeople, envoys."""
    former: frozenset[str] = frozenset()
    """Words that say that the office is no longer held."""
    passed_over: frozenset[str] = frozenset()
    """Articles, prepositions and forms of address that are part of no name."""
    ministries: dict[str, tuple[str, ...]] = {}
    """Ministries by their English name, with the words for each."""
    short_names: dict[str, str] = {}
    """Given names in short and the full form that official lists have."""
