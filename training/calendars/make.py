"""Write `calendar.toml` of every language: Gregorian names from CLDR (through babel), Jalali ones from below.

Run `python training/calendars/make.py` with babel installed. Source: Unicode CLDR (Unicode License v3);
the Jalali names were written by us, Iranian first, then the Afghan ones with their usual spellings.
"""

import pathlib

from babel import Locale

_LANGUAGES = "en de fr es pt it nl ru uk pl tr ar fa ps ur id sv da nb fi cs ro hu el he hi ko vi".split()
_WRITTEN = {"en": ["sept"], "de": ["jänner", "jän", "feber"], "tr": [], "es": ["setiembre"], "fr": []}
_LEVANT = "كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول"
_JALALI = {
    "fa": (
        "فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند",
        "حمل|ثور|جوزا|سرطان|اسد|سنبله|میزان|عقرب|قوس|جدی|دلو|حوت",
    ),
    "ps": ("وری|غویی|غبرګولی|چنګاښ|زمری|وږی|تله|لړم|لیندۍ|مرغومی|سلواغه|کب",),
    "en": (
        "farvardin|ordibehesht|khordad|tir|mordad|shahrivar|mehr|aban|azar|dey|bahman|esfand",
        "hamal|sawr|jawza|saratan|asad|sunbula|mizan|aqrab|qaws|jadi|dalwa|hut",
        "hamal|saur|jauza|saratan|asad|sonbola|mizan|aqrab|qaus|jaddi|dalw|hoot",
    ),
}
_TARGET = pathlib.Path(__file__).parents[2] / "src" / "reportedly" / "language"


def gregorian(code: str) -> dict[str, int]:
    """Return the month names of a language in every width and context, in lower case."""
    found: dict[str, int] = {}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in Locale(code).months[context][width].items():
                cleaned = name.lower().rstrip(".")
                if not cleaned.isdigit():
                    found.setdefault(cleaned, number)
    if code == "ar":
        found |= {name: n for n, name in enumerate(_LEVANT.split("|"), 1)}
    special = {"sept": 9, "jänner": 1, "jän": 1, "feber": 2, "setiembre": 9}
    return found | {name: special[name] for name in _WRITTEN.get(code, [])}


def weekdays(code: str) -> dict[str, int]:
    """Return the names of the days in full, Monday as 1, in lower case."""
    return {name.lower(): number + 1 for number, name in Locale(code).days["stand-alone"]["wide"].items()}


def _table(name: str, months: dict[str, int]) -> list[str]:
    return [f"[{name}]", *(f'"{month}" = {number}' for month, number in months.items()), ""]


def main() -> None:
    """Write one file a language."""
    for code in _LANGUAGES:
        jalali = {m: n for names in _JALALI.get(code, ()) for n, m in enumerate(names.split("|"), 1)}
        lines = ["# Made by training/calendars/make.py from CLDR.", *_table("months", gregorian(code))]
        lines += _table("weekdays", weekdays(code))
        folder = _TARGET / code
        folder.mkdir(exist_ok=True)
        text = "\n".join(lines + (_table("jalali", jalali) if jalali else []))
        (folder / "calendar.toml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
