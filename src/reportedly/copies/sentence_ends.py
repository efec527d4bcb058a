"""Where sentences begin, in texts whose marks may stand apart from their words ("No . 2", "p.m .")."""

import functools
import re

import numpy as np

from reportedly.copies.prints import Printed
from reportedly.language import load_language

_END = re.compile(r"[.!?؟۔।。！？][\s\"'”’»«“)\]`]*|\n\s*")
_AFTER_ABBREVIATION = re.compile(r"([^\W\d_]+(?:\.[^\W\d_]+)*)\s?$")
# The language whose abbreviations count on a page that does not say its own.
_UNTOLD = "en"


def sentence_starts(article: Printed, start: int, end: int) -> list[int]:
    """Return where sentences begin between two places of an article's text, the first place left out.

    A stop behind an abbreviation or an initial ends no sentence, nor does one before a small letter.
    """
    text = article.article.text
    language = article.article.language
    short = _abbreviations(language.value if language else _UNTOLD)
    return [
        match.end()
        for match in _END.finditer(text, start, end)
        if match.end() < end and _is_end(text, match, short)
    ]


def sentence_count(article: Printed, start: int, end: int) -> int:
    """Return how many sentences stand between two places; one in brackets is none, it credits a picture."""
    begins = np.array([start, *sentence_starts(article, start, end)])
    return sum(1 for begin in begins.tolist() if not article.article.text[begin:end].startswith("("))


def _is_end(text: str, match: re.Match[str], short: frozenset[str]) -> bool:
    if match.group()[0] != ".":
        return True
    following = text[match.end() : match.end() + 1]
    if following.islower():
        return False
    before = _AFTER_ABBREVIATION.search(text, max(0, match.start() - 20), match.start())
    word = before.group(1).lower() if before else ""
    return word not in short and len(word) != 1


@functools.lru_cache(maxsize=64)
def _abbreviations(language: str) -> frozenset[str]:
    return frozenset(load_language(language).cues.abbreviations)
