"""A language's words of time ready for looking up: what each can be, and which rows mean something."""

import collections
import functools
import itertools
import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from reportedly.dates.lookup import Entry, Lookup, Signs, Value, fold
from reportedly.language import Calendar, DateWords, Language

# Figures that a year of the Gregorian or, behind its months, another calendar can have.
YEARS = range(1000, 2200)
_MOST_VARIANTS = 256
PART = re.compile(r"[^\W_]+")
_LONGEST_SHORT = 4  # letters of a name that is short for another


class Node(msgspec.Struct):
    """One step of the forms: where each word or class leads, and what the row so far means."""

    onward: dict[str, "Node"] = {}
    means: str | None = None
    rank: int = 0


class Lexicon(msgspec.Struct, frozen=True):
    """A language's words of time ready for looking up.

    `entries` holds what single words can be, `names` what rows of words are one name, by their first
    word; `root` is the tree of the forms, `abbreviations` the names that are short for others, `data`
    what the language's file says, `looked_up` what a word is as it stands, `signs` its sign.
    """

    entries: Mapping[str, Entry]
    names: Mapping[str, Sequence[tuple[tuple[str, ...], Entry]]]
    root: Node
    abbreviations: frozenset[str]
    future: frozenset[str]
    past: frozenset[str]
    data: DateWords
    looked_up: Lookup
    signs: Signs


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
    root, rows = Node(), list[tuple[str, ...]]()
    for rank, rule in enumerate(data.rules):
        for row in (row for form in rule.forms for row in _rows(form)):
            _add(root, row, rule.means, rank)
            rows.append(row)
            for element in row:
                if not element.isupper():
                    entries.setdefault(element, {})[element] = element
    looked_up = Lookup(entries, data)
    return Lexicon(
        entries=entries,
        names=names,
        root=root,
        abbreviations=_abbreviations(calendar),
        future=frozenset(fold(word) for word in data.future),
        past=frozenset(fold(word) for word in data.past),
        data=data,
        looked_up=looked_up,
        signs=Signs(looked_up, _telling(rows), _alone(root), names.keys()),
    )


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
        ("I", data.dual_units),
        ("K", data.half_numbers),
        ("C", data.named_days),
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


def _telling(rows: Sequence[tuple[str, ...]]) -> frozenset[str]:
    """Return some classes and words one of which every row holds.

    Of classes those that are needed when the ones that most rows hold are left out first; of a row without
    a class the word that the fewest rows hold, which is the rarer in news, too.
    """
    held = collections.Counter(element for row in rows for element in set(row))
    classes = [row for row in rows if any(map(str.isupper, row))]
    telling = {element for element in held if element.isupper()}
    for cls in sorted(telling, key=lambda cls: (-held[cls], cls)):
        if not any(telling.intersection(row) == {cls} for row in classes):
            telling.remove(cls)
    telling.update(
        min(row, key=lambda word: (held[word], word)) for row in rows if not any(map(str.isupper, row))
    )
    return frozenset(telling)


def _alone(root: Node) -> frozenset[str]:
    """Return the classes and words that mean a time without others beside them."""
    return frozenset(element for element, node in root.onward.items() if node.means is not None)


def _abbreviations(calendar: Calendar) -> frozenset[str]:
    """Return the names of months and days that are short for others: a dot may stand behind them."""
    found: set[str] = set()
    for table in (calendar.months, calendar.weekdays):
        for name, number in table.items():
            longer = (other for other, its in table.items() if its == number and len(other) > len(name))
            if len(name) <= _LONGEST_SHORT and any(other.startswith(name) for other in longer):
                found.add(fold(name))
    return frozenset(found)
