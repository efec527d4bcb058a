"""A language's words of time ready for looking up: what each can be, and which rows mean something."""

import functools
import itertools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence

import msgspec

from reportedly.dates.calendars import full_year
from reportedly.language import Calendar, DateWords, Language

Value = int | str
# What a word can be: itself, and the classes it stands for with their values.
Entry = dict[str, Value]

# What a comma is, and what every word is that begins with a figure: `tokens` reads those one by one.
COMMA: Entry = {",": ","}
FIGURES: Entry = {}
# Figures that a year of the Gregorian or, behind its months, another calendar can have.
YEARS = range(1000, 2200)
_MOST_VARIANTS = 256
_MOST_REMEMBERED = 30_000  # words of a language: some 3 MB
PART = re.compile(r"[^\W_]+")
# Letters of Arabic and Persian that writers exchange.
_ALIKE = str.maketrans("أإآىيكةۀ", "اااییکهه")
_ROMAN = {"I": 1, "V": 5, "X": 10}
_LONGEST_SHORT = 4  # letters of a name that is short for another


class Node(msgspec.Struct):
    """One step of the forms: where each word or class leads, and what the row so far means."""

    onward: dict[str, "Node"] = {}
    means: str | None = None
    rank: int = 0


class Lookup(dict[str, Entry | None]):
    """What words can be, as they stand in a text, remembered: the words of news come again and again."""

    def __init__(self, entries: Mapping[str, Entry], other: Callable[[str], Entry | None]) -> None:
        super().__init__()
        self._entries = entries
        self._other = other

    def __missing__(self, word: str) -> Entry | None:
        found = self._entries.get(fold(word))
        if found is None:
            found = self._other(word)
        if len(self) < _MOST_REMEMBERED:
            self[word] = found
        return found


class Lexicon(msgspec.Struct, frozen=True):
    """A language's words of time ready for looking up.

    `entries` holds what single words can be, `names` what rows of words are one name, by their first
    word; `root` is the tree of the forms, `abbreviations` the names that are short for others, `data`
    what the language's file says, `looked_up` the entry of a word as it stands.
    """

    entries: Mapping[str, Entry]
    names: Mapping[str, Sequence[tuple[tuple[str, ...], Entry]]]
    root: Node
    abbreviations: frozenset[str]
    future: frozenset[str]
    past: frozenset[str]
    data: DateWords
    looked_up: Lookup


def fold(word: str) -> str:
    """Return a word as it is looked up: in lower case, letters that writers exchange made alike.

    >>> fold("Lundi"), fold("الأحد") == fold("الاحد")
    ('lundi', True)
    """
    return word.lower() if word.isascii() else word.lower().translate(_ALIKE)


@functools.lru_cache(maxsize=32)
def lexicon_of(language: Language) -> Lexicon:
    """Return the lexicon of a language, made once."""
    data, calendar = language.date_words, language.calendar
    entries: dict[str, Entry] = {}
    names: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for name, cls, value in _classes(data, calendar):
        parts = tuple(PART.findall(fold(name)))
        if len(parts) == 1:
            entries.setdefault(parts[0], {})[cls] = value
        elif parts:
            names.setdefault(parts[0], []).append((parts, {cls: value}))
            entries.update((part, entries.get(part, {})) for part in parts)
    root = Node()
    for rank, rule in enumerate(data.rules):
        for row in (row for form in rule.forms for row in _rows(form)):
            _add(root, row, rule.means, rank)
            for element in row:
                if not element.isupper():
                    entries.setdefault(element, {})[element] = element
    return Lexicon(
        entries=entries,
        names=names,
        root=root,
        abbreviations=_abbreviations(calendar),
        future=frozenset(fold(word) for word in data.future),
        past=frozenset(fold(word) for word in data.past),
        data=data,
        looked_up=Lookup(entries, functools.partial(_written_so, data)),
    )


def _written_so(data: DateWords, word: str) -> Entry | None:
    """Return what a word is by its writing: a Roman rank ("XIXe"), a year behind a prefix ("FY2023")."""
    if word == ",":
        return COMMA
    if word[0].isdigit():
        return FIGURES
    digits = word.rstrip("eè") if data.roman_numbers else ""
    if digits and set(digits) <= _ROMAN.keys():
        values = [_ROMAN[letter] for letter in digits]
        return {"O": sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))}
    for prefix in data.year_prefixes:
        rest = word[len(prefix) :]
        if rest.isdecimal() and len(rest) in (2, 4) and word.lower().startswith(prefix):
            return {"Y": full_year(int(rest))}
    return None


def _classes(data: DateWords, calendar: Calendar) -> Iterator[tuple[str, str, Value]]:
    """Yield each name with a class it stands for and its value there."""
    tables: tuple[tuple[str, Mapping[str, Value]], ...] = (
        ("N", data.numbers),
        ("O", data.ordinals),
        ("D", data.ordinals),
        ("U", data.units),
        ("V", data.plural_units),
        ("R", data.relations),
        ("Q", data.named_relations),
        ("T", data.relative_days),
        ("B", data.relative_years),
        ("S", data.seasons),
        ("P", data.parts),
        ("E", data.decade_names),
        ("F", data.feasts),
        ("M", calendar.months | data.months),
        ("J", calendar.jalali),
        ("H", calendar.hijri),
        ("W", calendar.weekdays | data.weekdays),
        ("Z", data.plural_weekdays),
        ("A", data.repeats),
        ("X", dict.fromkeys(data.fuzz, 0)),
    )
    for cls, table in tables:
        for name, value in table.items():
            yield name, cls, value


def _rows(form: str) -> Iterator[tuple[str, ...]]:
    """Yield the rows that a form stands for: `a|b` one of two, `a?` with and without."""
    choices = [_choices(element) for element in form.split()]
    for row in itertools.islice(itertools.product(*choices), _MOST_VARIANTS):
        kept = tuple(part for element in row if element for part in _parts(element))
        if kept and kept[0] != "," and kept[-1] != ",":
            yield kept


def _choices(element: str) -> tuple[str, ...]:
    chosen = tuple(element.removesuffix("?").split("|"))
    return (*chosen, "") if element.endswith("?") else chosen


def _parts(element: str) -> tuple[str, ...]:
    """Return a class or a comma as it is, words as they are looked up."""
    return (element,) if element.isupper() or element == "," else tuple(PART.findall(fold(element)))


def _add(root: Node, row: tuple[str, ...], means: str, rank: int) -> None:
    node = root
    for element in row:
        node = node.onward.setdefault(element, Node())
    if node.means is None:
        node.means, node.rank = means, rank


def _abbreviations(calendar: Calendar) -> frozenset[str]:
    """Return the names of months and days that are short for others: a dot may stand behind them."""
    found: set[str] = set()
    for table in (calendar.months, calendar.weekdays):
        for name, number in table.items():
            longer = (other for other, its in table.items() if its == number and len(other) > len(name))
            if len(name) <= _LONGEST_SHORT and any(other.startswith(name) for other in longer):
                found.add(fold(name))
    return frozenset(found)
