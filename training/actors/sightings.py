"""The table of office holders read into sightings: one person in one office between two days."""

import datetime
import html
import re
from collections.abc import Iterable, Iterator

import msgspec
from training.actors.sources import Row, table
from training.actors.titles import REGNAL, Titled, is_surname, printed, roles_of, titled

from reportedly.records.actor import DatePrecision, Office

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATE = re.compile(r"(?:(\d{1,2})\s*)?(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s*(\d{4})")
_YEAR = re.compile(r"\b(\d{4})\b")
_BRACKET = re.compile(r"\(([^()]*)\)?")
_ALSO = re.compile(r"[,;(]?\s*also (?:spelled|referred to as|known as)\s+(.+)")
_NOTES = re.compile(r"^(?:note\s*-?\s*|then\s+|both reside.*?represented by |.*?(?:are|is) represented by )")
_RANK = re.compile(r"\b(?:Air )?Vice[- ](?:Admiral|Marshall?|Adm\.)")
_TITLE_GOES_ON = re.compile(r",\s+(?=Presidential|Council|State|Supreme|Bosnia)")
_FOREIGN = re.compile(r"^(?:UK|New Zealand) (?=High|Acting)")
_BETWEEN = re.compile(r",\s*and\s+|,\s+|\s+and\s+")
_STATES = {"chief of state": "chief of state", "head of government": "head of government"}


class Since(msgspec.Struct, frozen=True):
    """A first day in office and how exactly it is known."""

    day: datetime.date
    precision: DatePrecision


class Sighting(msgspec.Struct, kw_only=True):
    """A person whom the table shows in an office from `first_seen` to `last_seen`."""

    country: str
    office: Office
    title: str
    roles: tuple[str, ...]
    words: tuple[str, ...]
    since: Since | None
    first_seen: datetime.date
    last_seen: datetime.date
    spellings: tuple[str, ...] = ()
    source: str = "factbook"
    last_day: datetime.date | None = None

    @property
    def name(self) -> str:
        """Return the name as running text writes it."""
        return " ".join(printed(word) for word in self.words)

    @property
    def surname(self) -> str:
        """Return the part that the table writes in capitals, else the last word."""
        marked = [word for word in self.words if is_surname(word)]
        if marked and all(word in REGNAL for word in marked):
            marked = list(self.words)
        return " ".join(printed(word) for word in marked or self.words[-1:])


def since_of(words: str) -> Since | None:
    """Return the first date in some words, None where there is none."""
    if found := _DATE.search(words):
        day, month, year = found.groups()
        number = _MONTHS.index(month.lower()) + 1
        try:
            return Since(datetime.date(int(year), number, int(day or 1)), "day" if day else "month")
        except ValueError:
            return Since(datetime.date(int(year), number, 1), "month")
    if found := _YEAR.search(words):
        return Since(datetime.date(int(found.group(1)), 1, 1), "year")
    return None


def sightings(rows: Iterable[Row]) -> Iterator[Sighting]:
    """Yield the people of every row; rows without a country of ISO's, and vacant offices, yield nobody."""
    countries = {
        gec: code
        for code, row in table("countries.toml")["countries"].items()
        for gec in row.split("|")[1].split("/")
    }
    plural: dict[tuple[str, str], Titled] = {}
    usual = {"sk": "SX"}  # the table's first files call Sint Maarten so
    for row in rows:
        country = countries.get(row.gec) or usual.get(row.gec)
        if country is None or (row.gec == "sk" and row.name.startswith("Slovak")):
            continue
        yield from _people(row, country, plural)


def _people(row: Row, country: str, plural: dict[tuple[str, str], Titled]) -> Iterator[Sighting]:
    """Yield the people of one row; `plural` is the last title of several people in each office."""
    repaired = table("titles.toml")["repairs"].get(f"{row.gec} {row.name}")
    text = html.unescape(row.name if repaired is None else repaired)
    segments = [part for part in _segments(text) if part.strip()]
    key = (row.gec, row.office)
    for position, segment in enumerate(segments):
        words, dates = _dated(segment, row.office)
        own = dates or (row.since if position == len(segments) - 1 else "")
        words, *also = _ALSO.split(words, maxsplit=1)[:2]
        for person in _persons(words, plural.get(key)):
            if person.is_plural:
                plural[key] = person
            is_marked = any(is_surname(word) for word in person.name)
            if is_marked or (len(person.name) > 1 and not any(map(is_surname, text.split()))):
                yield _sighting(row, country, person, since_of(own), also)


def _segments(text: str) -> list[str]:
    """Return the parts between semicolons, brackets kept whole."""
    kept = _BRACKET.sub(lambda m: m.group().replace(";", "¦"), text)
    return re.split(r";\s*(?!\s*also)", kept)


def _dated(segment: str, office: str) -> tuple[str, str]:
    """Return a segment without its brackets and the date that they give for an office."""
    dates = ""
    for inside in _BRACKET.findall(segment):
        parts = inside.split("¦")
        chosen = next((part for part in parts if _STATES[office] in part), parts[0])
        dates = chosen if since_of(chosen) else dates
    plain = _BRACKET.sub(lambda m: f", {m[1]}" if m[1].startswith("also spelled") else " ", segment)
    plain = re.sub(r"^.*?\d{4}\)", "", plain).replace("Tokelau)", "Tokelau")
    plain = _TITLE_GOES_ON.sub(" ", _RANK.sub("", re.sub(r"\s+", " ", plain))).strip()
    return _FOREIGN.sub("", _NOTES.sub("", plain)), dates


def _persons(words: str, plural: Titled | None) -> Iterator[Titled]:
    """Yield title and name of each person in a segment; a title in the plural goes on to the next ones."""
    whole = titled(words.replace("al- ", "al-"))
    title = whole.title or (plural.title if plural else "")
    if whole.is_plural:
        yield Titled(title, (), is_plural=True)
    parts = [titled(part) for part in _BETWEEN.split(words)]
    named = [part for part in parts if any(is_surname(word) for word in part.name)]
    for position, person in enumerate(named if len(named) > 1 else [whole]):
        yield Titled(title if position == 0 else person.title or title, person.name, is_plural=False)


def _sighting(row: Row, country: str, person: Titled, since: Since | None, also: list[str]) -> Sighting:
    office: Office = "chief of state" if row.office == "chief of state" else "head of government"
    return Sighting(
        country=country,
        office=office,
        title=person.title,
        roles=roles_of(person.title, office) if person.title else (),
        words=person.name,
        since=since,
        first_seen=row.first_seen,
        last_seen=row.last_seen,
        spellings=tuple(" ".join(printed(word) for word in titled(name).name) for name in also),
        source=row.source,
        last_day=row.last_day,
    )
