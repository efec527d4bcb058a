"""A language's words of time ready for looking up: what each can be, and which rows mean something."""

import functools
import itertools
import re
from collections.abc import Iterator, Mapping

import msgspec

from reportedly.language import Calendar, DateRule, DateWords, Language

Value = int | str
# What a word can be: itself, and the classes it stands for with their values.
Entry = dict[str, Value]

# Figures that a year of the Gregorian or, behind its months, another calendar can have.
YEARS = range(1000, 2200)
_MOST_VARIANTS = 256
_PART = re.compile(r"[^\W_]+")


class Node(msgspec.Struct):
    """One step of the forms: where each word or class leads, and what the row so far means."""

    onward: dict[str, "Node"] = {}
    means: str | None = None
    rank: int = 0
    feast: str | None = None


class Lexicon(msgspec.Struct, frozen=True):
    """A language's words of time: `entries` by word, forms as a tree from `root`, and the data behind."""

    entries: Mapping[str, Entry]
    root: Node
    words: DateWords
    dotted: frozenset[str]
    future: frozenset[str]
    past: frozenset[str]


@functools.lru_cache(maxsize=32)
def lexicon_of(language: Language) -> Lexicon:
    """Return the lexicon of a language, made once."""
    words, calendar = language.date_words, language.calendar
    entries: dict[str, Entry] = {}
    for word, cls, value in _classes(words, calendar):
        entries.setdefault(word, {})[cls] = value
    root = Node()
    for rank, rule in enumerate(words.rules):
        for row, feast in _rows_of(rule, words.feasts):
            _add(root, row, rule.means, rank).feast = feast
            for element in row:
                if not element.isupper():
                    entries.setdefault(element, {})[element] = element
    return Lexicon(
        entries=entries,
        root=root,
        words=words,
        dotted=_dotted(calendar),
        future=frozenset(words.future),
        past=frozenset(words.past),
    )


def _classes(words: DateWords, calendar: Calendar) -> Iterator[tuple[str, str, Value]]:
    """Yield each word with a class it stands for and its value there."""
    tables: tuple[tuple[str, Mapping[str, Value]], ...] = (
        ("N", words.numbers),
        ("O", words.ordinals),
        ("U", words.units),
        ("V", words.plural_units),
        ("R", words.relations),
        ("Q", words.named_relations),
        ("T", words.relative_days),
        ("S", words.seasons),
        ("P", words.parts),
        ("E", words.decade_names),
        ("M", calendar.months),
        ("J", calendar.jalali),
        ("H", calendar.hijri),
        ("W", calendar.weekdays),
        ("X", dict.fromkeys(words.fuzz, 0)),
    )
    for cls, table in tables:
        for word, value in table.items():
            if word.isalpha():
                yield word, cls, value
    for word, value in words.ordinals.items():
        yield word, "D", value


def _rows(form: str) -> Iterator[tuple[str, ...]]:
    """Yield the rows that a form stands for: `a|b` one of two, `a?` with and without."""
    choices = [_choices(element) for element in form.split()]
    for row in itertools.islice(itertools.product(*choices), _MOST_VARIANTS):
        kept = tuple(element for element in row if element)
        if kept:
            yield kept


def _choices(element: str) -> tuple[str, ...]:
    chosen = tuple(element.removesuffix("?").split("|"))
    return (*chosen, "") if element.endswith("?") else chosen


def _rows_of(rule: DateRule, feasts: Mapping[str, str]) -> Iterator[tuple[tuple[str, ...], str | None]]:
    """Yield the rows of a rule, each feast's own words in the place of its class."""
    for row in (row for form in rule.forms for row in _rows(form)):
        if "F" not in row:
            yield row, None
            continue
        at = row.index("F")
        for name, feast in feasts.items():
            yield (*row[:at], *_PART.findall(name), *row[at + 1 :]), feast


def _add(root: Node, row: tuple[str, ...], means: str, rank: int) -> Node:
    """Add a row to the tree and return its last step."""
    node = root
    for element in row:
        node = node.onward.setdefault(element, Node())
    if node.means is None:
        node.means, node.rank = means, rank
    return node


def _dotted(calendar: Calendar) -> frozenset[str]:
    """Return the names of months and days that are abbreviations: a dot may stand behind them."""
    found: set[str] = set()
    for table in (calendar.months, calendar.weekdays):
        longest: dict[int, int] = {}
        for name, number in table.items():
            longest[number] = max(longest.get(number, 0), len(name))
        found |= {name for name, number in table.items() if len(name) < longest[number]}
    return frozenset(found)
