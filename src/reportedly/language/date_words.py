"""The words with which a language says when."""

from typing import Literal

import msgspec

DateOrder = Literal["dmy", "mdy", "ymd"]


class DateRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Ways to say one kind of date: what they mean, and the forms as rows of words and classes.

    A form is words in lower case and classes in capitals, set apart by spaces; `a|b` stands for one
    of two, a `?` behind an element says that it may be left out. The classes: `N` a count, `O` an
    ordinal, `D` the number of a day, `M` `J` `H` a month (Gregorian, Solar Hijri, lunar Hijri), `Y` a
    year, `W` a weekday, `U` a unit, `V` units, `R` last, this or next, `Q` the previous or the
    following, `T` today and its like, `S` a season, `P` a part of the day, `X` early, late or about,
    `E` the years of a decade, `F` a feast, `G` a date in figures, `L` two years in a row in figures
    ("2023-24"), `Z` a weekday that comes again, `A` a word such as "annual", `B` one word for last,
    this or next year, `I` two of a unit in one word, `K` a count and a half in one, `C` one word for
    the day before or behind the one named last.
    """

    means: str
    forms: tuple[str, ...]


class DateWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How one language says when, as `dates.toml` lists it; all empty where the language has none.

    All words are in lower case. `numbers` maps words to counts (0 for an unknown one: "several");
    `spoken_years` says that years may be read in two halves ("nineteen ninety-six"). `units` maps to day,
    weekend, week, fortnight, month, quarter, year, decade, century, hour, minute or second, `plural_units`
    those for several. `relations` map to -1, 0, 1 (last, this, next), `named_relations` too, from what was
    named last (the previous, the following); `relative_days` to days from today, `relative_years` to
    years from this one, `named_days` to days from the one named last ("le lendemain"); `seasons` to SP,
    SU, FA, WI; `parts` to MO, AF, EV, NI, MI; `dual_units` are words for two of a unit, `half_numbers`
    map to the count before the half ("zweieinhalb"); `feasts` as `dates/feasts.py` describes; `weekdays`
    and `months` add forms to those of `calendar.toml`. `endings` are what numbers of days and ranks end
    in ("th"), `decades` what years of a decade do ("s"), `prefixes` what is written together with the
    next word.

    `future` are words that show that a clause tells of what is to come, `future_before` prepositions that
    do so alone ("until"); `past` and `past_endings` show what was, but not behind one of `passives`
    ("will be named") and not right behind one of `describing` ("an unspecified date"). `intents` tell of
    the future only where one of `intended` follows ("set to", "is to"); a word right behind one of
    `infinitives` shows no past ("expected to hit"). `capital_names` says that names
    of months and days always begin with a capital letter ("may" is no month then), `solar_years` that
    years such as 1402 are of the Solar Hijri calendar, but for decades with one of `gregorian_words`.
    `order` is how dates in figures are written.

    `roman_numbers` says that centuries are counted so ("siglo XIX"); `repeats` are words for what comes
    again with the unit ("annual" -> year); `plural_weekdays` are weekdays that come again ("Mondays"),
    `year_prefixes` what is written together with a year ("FY2023"), `described_by` words behind a unit
    that say which one ("in a year when").
    `superlatives` and words with `superlative_endings` make "in ten years" a stretch ("the first in …").
    `half_words` add half of a unit, or are half of one ("two and a half years", "half an hour").
    `range_words` stand between the two ends of a range ("to"), `pair_words` between two days ("and").
    `occasions` are words for what people speak on ("met", "interview"), `apart` those behind which a day
    belongs to something else than the verb of saying ("said after the vote on Monday").
    """

    numbers: dict[str, int] = {}
    spoken_years: bool = False
    ordinals: dict[str, int] = {}
    units: dict[str, str] = {}
    plural_units: dict[str, str] = {}
    relations: dict[str, int] = {}
    named_relations: dict[str, int] = {}
    relative_days: dict[str, int] = {}
    relative_years: dict[str, int] = {}
    dual_units: dict[str, str] = {}
    half_numbers: dict[str, int] = {}
    named_days: dict[str, int] = {}
    seasons: dict[str, str] = {}
    parts: dict[str, str] = {}
    decade_names: dict[str, int] = {}
    feasts: dict[str, str] = {}
    weekdays: dict[str, int] = {}
    plural_weekdays: dict[str, int] = {}
    roman_numbers: bool = False
    repeats: dict[str, str] = {}
    year_prefixes: tuple[str, ...] = ()
    described_by: tuple[str, ...] = ()
    months: dict[str, int] = {}
    fuzz: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    decades: tuple[str, ...] = ()
    future: tuple[str, ...] = ()
    future_before: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    past_endings: tuple[str, ...] = ()
    passives: tuple[str, ...] = ()
    describing: tuple[str, ...] = ()
    intents: tuple[str, ...] = ()
    intended: tuple[str, ...] = ()
    infinitives: tuple[str, ...] = ()
    capital_names: bool = False
    solar_years: bool = False
    gregorian_words: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    order: DateOrder = "dmy"
    superlatives: tuple[str, ...] = ()
    superlative_endings: tuple[str, ...] = ()
    half_words: tuple[str, ...] = ()
    range_words: tuple[str, ...] = ()
    pair_words: tuple[str, ...] = ()
    occasions: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    rules: tuple[DateRule, ...] = ()
