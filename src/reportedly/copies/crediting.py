"""Whether an article names another's outlet as the source of what it carries."""

import functools
from collections.abc import Sequence

import numpy as np

from reportedly.copies.prints import Printed
from reportedly.language.agencies import find_agency
from reportedly.language.press_releases import press_release_words
from reportedly.text import Codes, fold, word_codes

# Words at an article's ends in which the name of an outlet is a credit: "/Tasnim", "Source: Tasnim",
# "(Tasnim) -", "According to Tasnim, …". Farther in, it is a name like others.
_EDGE_WORDS = 12
# Words beside a passage in which the name of an outlet is its credit.
_BESIDE_WORDS = 6


def credits_outlet(article: Printed, outlet: str, carried: Sequence[tuple[int, int]]) -> bool:
    """Return whether an article credits an outlet, in its credit lines or beside what it carries.

    `carried` are the passages it shares with that outlet's article, as word numbers (end excluded). A
    name that both carry in their text is no credit: only words that are not shared are looked at.
    """
    if any(is_credit_for(credit.value, outlet) for credit in article.article.credits):
        return True
    return any(_stands_beside(article, name, carried) for name in _name_codes(outlet))


def credited_names(article: Printed) -> tuple[str, ...]:
    """Return the names an article credits, each once, without that of its own outlet."""
    own = article.article.outlet.value if article.article.outlet else ""
    names = dict.fromkeys(credit.value for credit in article.article.credits)
    return tuple(name for name in names if not (own and is_credit_for(name, own)))


def is_credit_for(name: str, outlet: str) -> bool:
    """Return whether a credited name is an outlet's: any of its names, or the beginning of one.

    >>> is_credit_for("Tasnim News", "Tasnim News Agency"), is_credit_for("AP", "The Associated Press")
    (True, True)
    >>> is_credit_for("Isle Press", "Isle Courier")
    False
    """
    given = fold(name).split()
    return any(given and _begins(given, fold(each).split()) for each in _names(outlet))


def _begins(one: list[str], other: list[str]) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return bool(shorter) and longer[: len(shorter)] == shorter


def names_inside(article: Printed, outlet: str, carried: Sequence[tuple[int, int]]) -> bool:
    """Return whether a carried passage names an outlet ("told the Post"), as the outlet's own report does."""
    codes = article.words.codes
    return any(
        first <= at and at + len(name) <= end
        for name in _name_codes(outlet)
        for at in _places(codes, name)
        for first, end in carried
    )


def is_press_release(article: Printed) -> bool:
    """Return whether an article says at its beginning or its end that it is a press release."""
    codes, count = article.words.codes, len(article.words)
    edges = (codes[:_EDGE_WORDS].tolist(), codes[max(0, count - _EDGE_WORDS) :].tolist())
    return any(
        tuple(edge[at : at + len(name)]) == name
        for edge in edges
        for at, code in enumerate(edge)
        for name in _press_releases().get(code, ())
    )


@functools.cache
def _press_releases() -> dict[int, list[tuple[int, ...]]]:
    """Return the names of a press release as codes of words, by the first."""
    found: dict[int, list[tuple[int, ...]]] = {}
    for words in press_release_words():
        name = tuple(word_codes(words).codes.tolist())
        if name:
            found.setdefault(name[0], []).append(name)
    return found


def _stands_beside(article: Printed, name: Codes, carried: Sequence[tuple[int, int]]) -> bool:
    count = len(article.words)
    for at in _places(article.words.codes, name):
        end = at + len(name)
        if any(first < end and at < last for first, last in carried):
            continue
        if end <= _EDGE_WORDS or at >= count - _EDGE_WORDS:
            return True
        if any(
            0 <= first - end <= _BESIDE_WORDS or 0 <= at - last <= _BESIDE_WORDS for first, last in carried
        ):
            return True
    return False


def _places(codes: Codes, name: Codes) -> list[int]:
    """Return the word numbers at which a name stands."""
    places = np.flatnonzero(codes == name[0])
    length = len(name)
    return [int(at) for at in places if np.array_equal(codes[at : at + length], name)]


@functools.lru_cache(maxsize=4096)
def _name_codes(outlet: str) -> tuple[Codes, ...]:
    found = (word_codes(name).codes for name in _names(outlet))
    return tuple(codes for codes in found if len(codes))


@functools.lru_cache(maxsize=4096)
def _names(outlet: str) -> tuple[str, ...]:
    """Return the names an outlet is credited by: its own, and those of the agency it is."""
    agency = find_agency(outlet)
    if agency is None:
        return (outlet,)
    return tuple(dict.fromkeys((outlet, agency.name, agency.short, *agency.others)))
