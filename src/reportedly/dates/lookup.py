"""What single words can be, as they stand in a text."""

from collections.abc import Mapping, Set
from typing import Final

import msgspec

from reportedly.dates.calendars import full_year
from reportedly.language import DateWords

Value = int | str
# What a word can be: itself, and the classes it stands for with their values.
Entry = dict[str, Value]

# What a comma is, and what every word is that begins with a figure: `tokens` reads those one by one.
COMMA: Final[Entry] = {",": ","}
FIGURES: Final[Entry] = {}
_MOST_REMEMBERED = 30_000  # words of a language: some 3 MB
# Letters of Arabic and Persian that writers exchange.
_ALIKE = str.maketrans("أإآىيكةۀ", "اااییکهه")
_ROMAN = {"I": 1, "V": 5, "X": 10}


def fold(word: str) -> str:
    """Return a word as it is looked up: in lower case, letters that writers exchange made alike.

    >>> fold("Lundi"), fold("الأحد") == fold("الاحد")
    ('lundi', True)
    """
    return word.lower() if word.isascii() else word.lower().translate(_ALIKE)


class Known(msgspec.Struct, frozen=True, gc=False):
    """What a word can be, behind the letters of a word that is written together with it ("and", "in")."""

    entry: Entry
    behind: int = 0


class Lookup(dict[str, Known | None]):
    """What words can be, as they stand in a text, remembered: the words of news come again and again."""

    def __init__(self, entries: Mapping[str, Entry], data: DateWords) -> None:
        super().__init__()
        self._entries = entries
        self._data = data

    def __missing__(self, word: str) -> Known | None:
        found = self._known(word)
        if len(self) < _MOST_REMEMBERED:
            self[word] = found
        return found

    def _known(self, word: str) -> Known | None:
        entry = self._entries.get(fold(word))
        entry = _written_so(self._data, word) if entry is None else entry
        if entry is not None:
            return Known(entry)
        for prefix in self._data.prefixes:
            rest = word.removeprefix(prefix)
            if rest != word and (entry := self._entries.get(fold(rest))) is not None:
                return Known(entry, len(prefix))
        return None


class Signs(dict[str, str]):
    """A letter for every word as it stands in a text.

    `f`: begins with a figure; `a`: can say a time alone; `t`: tells one beside others; `w`: may stand beside
    those; `-`: all others.
    `telling` has words and classes one of which every form holds, `alone` those that are a form alone,
    `names` the first words of names of several.
    """

    def __init__(self, looked_up: Lookup, telling: Set[str], alone: Set[str], names: Set[str]) -> None:
        super().__init__()
        self._looked_up = looked_up
        self._telling = telling
        self._alone = alone
        self._names = names

    def __missing__(self, word: str) -> str:
        known = self._looked_up[word]
        sign = "-" if known is None else self._sign(word[known.behind :], known.entry)
        if len(self) < _MOST_REMEMBERED:
            self[word] = sign
        return sign

    def _sign(self, word: str, entry: Entry) -> str:
        if word[:1].isdigit():
            return "f"
        if not self._alone.isdisjoint(entry):
            return "a"
        is_telling = fold(word) in self._names or not self._telling.isdisjoint(entry)
        return "t" if is_telling else "w"


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
