"""Words of a report: cut out, brought to one form, and how rare each is."""

import functools
import math
import re
import zlib
from collections.abc import Iterable
from importlib import resources

import numpy as np
import numpy.typing as npt

from reportedly.language import known_languages, load_language

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
CAPITAL = re.compile(r"\b[^\W\d_a-z][\w’'-]*")
FIGURES = re.compile(r"\d[\d,.]*\d|\d")
# The table of counts has two to this power places; a word shares its place with one in seven others.
_PLACES_BITS = 18
# Endings taken off, the longest first: (ending, least letters of the word, what stands instead).
_ENDINGS = (("ies", 5, "y"), ("sses", 6, "ss"), ("xes", 5, "x"), ("zes", 5, "z"))


def digest(term: str) -> int:
    """Return 32 bits that stand for a term."""
    return zlib.crc32(term.encode())


@functools.lru_cache(maxsize=200_000)
def root(word: str) -> str:
    """Return a lower-case word without the commonest endings, so that its forms are one term."""
    word = word.replace("’", "'").removesuffix("'s").replace("'", "")
    for ending, least, instead in _ENDINGS:
        if len(word) >= least and word.endswith(ending):
            return word[: -len(ending)] + instead
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    for ending, least in (("ing", 6), ("ed", 5), ("e", 5)):
        if len(word) >= least and word.endswith(ending):
            return word[: -len(ending)]
    return word


def roots(text: str) -> list[str]:
    """Return the words of a text that are not in every text, in order, each as its root."""
    house = _everywhere()
    return [each for word in WORD.findall(text.lower()) if (each := root(word)) and each not in house]


def weekdays(text: str) -> tuple[int, ...]:
    """Return the days of the week that a text names, Monday 1, in the order in which they are first named."""
    named = _weekday_names()
    found = (named.get(word) for word in WORD.findall(text.lower()))
    return tuple(dict.fromkeys(day for day in found if day))


def names(text: str) -> list[str]:
    """Return the words that begin with a capital letter, each as its root."""
    house = _everywhere()
    found = (root(word.lower()) for word in CAPITAL.findall(text))
    return [each for each in found if len(each) > 1 and each not in house]


@functools.lru_cache(maxsize=200_000)
def rarity(word: str) -> float:
    """Return how rare a word is: minus the logarithm of the share of reports that have it."""
    table, reports = _counts()
    count = int(table[digest(word) >> (32 - _PLACES_BITS)])
    return -math.log((count + 0.5) / (reports + 1))


@functools.cache
def _weekday_names() -> dict[str, int]:
    """Return the weekdays of all languages by their whole names: short ones are words of other languages."""
    found: dict[str, int] = {}
    for language in known_languages():
        days = load_language(language).calendar.weekdays
        for name, day in days.items():
            if len(name) == max(len(other) for other, same in days.items() if same == day):
                found |= dict.fromkeys((name, f"{name}'s", f"{name}’s"), day)
    return found


@functools.cache
def _counts() -> tuple[npt.NDArray[np.uint16], int]:
    file = resources.files("reportedly.stories").joinpath("data", "rarity.npz")
    with file.open("rb") as opened:
        kept = np.load(opened)
        return kept["counts"], int(kept["reports"])


@functools.cache
def _everywhere() -> frozenset[str]:
    file = resources.files("reportedly.stories").joinpath("data", "everywhere.txt")
    lines: Iterable[str] = file.read_text(encoding="utf8").splitlines()
    return frozenset(root(word) for line in lines if not line.startswith("#") for word in line.split())
