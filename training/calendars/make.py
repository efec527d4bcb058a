"""Write `calendar.toml` of every language: names from CLDR (through babel) and from `names.toml`.

Run `python training/calendars/make.py` with babel installed. Source: Unicode CLDR (Unicode License v3);
`names.toml` beside this file was written by us: the months of the Solar Hijri and the lunar Hijri year
with their usual spellings, Gregorian names that CLDR leaves out, eras, zones, and words for the halves
of the day.
"""

import concurrent.futures
import functools
import pathlib
import tomllib

from babel import Locale

_LANGUAGES = (
    "en de fr es pt it nl ru uk pl tr ar fa ps ur id sv da nb fi cs ro hu el he hi ko vi th ja zh bn".split()
)
# Which of CLDR's parts of the day stand for its two halves, and the hours to add.
_HALVES = {"am": 0, "pm": 12}
_TARGET = pathlib.Path(__file__).parents[2] / "src" / "reportedly" / "language"
_NAMES = pathlib.Path(__file__).parent / "names.toml"

Written = dict[str, dict[str, list[str]]]  # table -> language -> rows of names parted by bars


def numbered(rows: list[str]) -> dict[str, int]:
    """Return the names of twelve months in each row with their numbers; spellings are parted by slashes."""
    return {
        name: number
        for row in rows
        for number, names in enumerate(row.split("|"), 1)
        for name in names.split("/")
        if name
    }


def gregorian(code: str, written: list[str]) -> dict[str, int]:
    """Return the month names of a language in every width and context, in lower case."""
    found: dict[str, int] = {}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in Locale(code).months[context][width].items():
                cleaned = name.lower().rstrip(".")
                if not cleaned.rstrip("月월").isdigit():
                    found.setdefault(cleaned, number)
    return found | numbered(written)


def weekdays(code: str) -> dict[str, int]:
    """Return the names of the days in full and abbreviated, Monday as 1, in lower case."""
    days = Locale(code).days
    found = {name.lower(): number + 1 for number, name in days["stand-alone"]["wide"].items()}
    for number, name in days["format"]["abbreviated"].items():
        found.setdefault(name.lower().rstrip("."), number + 1)
    return found


def halves(code: str, written: list[str]) -> dict[str, int]:
    """Return the words for the halves of the day with the hours they add, in lower case."""
    periods = Locale(code).day_periods["format"]
    found = {
        periods[width][name].lower(): hours
        for width in ("wide", "abbreviated")
        for name, hours in _HALVES.items()
        if name in periods.get(width, {})
    }
    for row in written:
        for hours, names in zip(_HALVES.values(), row.split("|"), strict=True):
            found |= dict.fromkeys(names.split("/"), hours)
    return found


def counted(written: list[str]) -> dict[str, int]:
    """Return the number that each row gives a name, from rows such as `令和=2018` or `мск=180`."""
    return {name: int(year) for name, year in (row.split("=") for row in written)}


def _table(name: str, entries: dict[str, int]) -> list[str]:
    return [f"[{name}]", *(f'"{key}" = {value}' for key, value in entries.items()), ""] if entries else []


def calendar(code: str, names: Written) -> str:
    """Return the text of one language's `calendar.toml`."""
    written = {table: rows.get(code, []) for table, rows in names.items()}
    lines = [
        "# Made by training/calendars/make.py from CLDR and training/calendars/names.toml.",
        *_table("months", gregorian(code, written["months"])),
        *_table("weekdays", weekdays(code)),
        *_table("halves", halves(code, written["halves"])),
        *_table("zones", counted(written["zones"])),
        *_table("eras", counted(written["eras"])),
        *_table("jalali", numbered(written["jalali"])),
        *_table("hijri", numbered(written["hijri"])),
    ]
    return "\n".join(lines)


def main() -> None:
    """Write one file a language."""
    names: Written = tomllib.loads(_NAMES.read_text(encoding="utf-8"))
    # A process each: babel 2.18 lets names that one locale lacks slip in from the locale read before.
    with concurrent.futures.ProcessPoolExecutor(max_workers=1, max_tasks_per_child=1) as fresh:
        texts = fresh.map(functools.partial(calendar, names=names), _LANGUAGES)
        for code, text in zip(_LANGUAGES, texts, strict=True):
            folder = _TARGET / code
            folder.mkdir(exist_ok=True)
            (folder / "calendar.toml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
