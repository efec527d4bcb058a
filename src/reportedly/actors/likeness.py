"""How alike two names are: letter by letter, by sound, in part."""

import functools
from collections.abc import Sequence
from typing import Literal

from reportedly.actors.spelling import consonants_of, in_latin, sound_of, words_of_name
from reportedly.language import gender_of_given, has_spellings, one_spelling

Likeness = Literal["same-name", "sounds-alike", "part-of-name", "initials", "same-consonants", "one-word"]
LIKENESSES: tuple[Likeness, ...] = (
    "same-name",
    "sounds-alike",
    "part-of-name",
    "initials",
    "same-consonants",
    "one-word",
)
"""From the most to the least that a likeness says."""

_ENOUGH_CONSONANTS = 2  # of each word: "n" and "n" would make Ana and Ino one name
# What tells a father from a son of one name; endings that tell a woman's given name from a man's: "Karima".
GENERATIONS = frozenset(("jr", "sr", "junior", "senior", "jun", "sen", "ii", "iii", "iv", "v", "vi", "vii"))
_GENERATION = {"junior": "jr", "jun": "jr", "senior": "sr", "sen": "sr"}
_FEMININE = ("a", "ah", "e", "eh")


def likeness(name: str, others: Sequence[str], *, is_person: bool = True) -> Likeness | None:
    """Return how alike a name is to the most alike of several, None where it is like none of them.

    Names of organisations must be spelled alike, or sound alike as wholes. `one-word` is a surname, or
    the word that a name of several begins with.
    """
    words = words_of_name(name)
    found = {like for other in others if (like := _alike(words, words_of_name(other), is_person=is_person))}
    return next((like for like in LIKENESSES if like in found), None)


def _alike(words: tuple[str, ...], other: tuple[str, ...], *, is_person: bool) -> Likeness | None:
    if not words or not other:
        return None
    is_same = words == other or (len(words) > 1 and sorted(words) == sorted(other))
    if is_same or (len(words) != len(other) and "".join(words) == "".join(other)):  # "Wei-long", "Weilong"
        return "same-name"
    if is_person and (words[-1] in GENERATIONS or other[-1] in GENERATIONS):
        return _of_generations(words, other)
    sounds, others = _sounds(words), _sounds(other)
    if is_person and _have_other_given_names(words, other):
        return None
    if sounds == others:
        return "sounds-alike"
    if not is_person:
        return None
    if len(words) == 1 or len(other) == 1:
        short, long = sorted((sounds, others), key=len)
        return "one-word" if short[0] in (long[-1], long[0]) else None
    return _alike_in_part(words, other, sounds, others)


def _sounds(words: Sequence[str]) -> list[str]:
    return [_sound(word) for word in words]


@functools.lru_cache(maxsize=50_000)
def _sound(word: str) -> str:
    return sound_of(one_spelling(word))


def _of_generations(words: tuple[str, ...], other: tuple[str, ...]) -> Likeness | None:
    """Return how alike two names are one of which says "Jr": not with another, little where one is silent."""
    own, others = (_GENERATION.get(each[-1], each[-1]) for each in (words, other))
    own, others = (each if each in GENERATIONS else "" for each in (own, others))
    if own and others and own != others:
        return None
    bare = [each[:-1] if each[-1] in GENERATIONS else each for each in (words, other)]
    like = _alike(bare[0], bare[1], is_person=True)
    return like if (own and others) or like in (None, "one-word") else "initials"


def _have_other_given_names(words: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether given names are two: "Hassan" and "Hussein", "Karim" and "Karima"."""
    if min(len(words), len(other)) == 1 or words[0] == other[0]:
        return False
    short, long = sorted((in_latin(words[0]), in_latin(other[0])), key=len)
    if has_spellings(short) and has_spellings(long):
        return one_spelling(short) != one_spelling(long)
    if not short.endswith(("a", "e", "i", "o", "u", "y")) and long in {short + e for e in _FEMININE}:
        return True
    return {gender_of_given(short), gender_of_given(long)} == {"he", "she"}


def _alike_in_part(
    words: Sequence[str], other: Sequence[str], sounds: Sequence[str], others: Sequence[str]
) -> Likeness | None:
    """Return how two names of several words are alike that are not alike as wholes."""
    short, long = sorted((sounds, others), key=len)
    if any(_without_initials(one) == two for one, two in ((words, tuple(other)), (other, tuple(words)))):
        return "sounds-alike"
    if len(short) < len(long) and _stands_within(short, long):
        return "part-of-name"
    if sounds[-1] == others[-1] and _initials_fit(words[:-1], other[:-1]):
        return "initials"
    if len(words) == len(other) and all(map(_same_consonants, words, other)):
        return "same-consonants"
    return None


def _without_initials(words: Sequence[str]) -> tuple[str, ...]:
    """Return a name without the initials between its first and its last word: "Oskar J. Brenn"."""
    return (words[0], *(word for word in words[1:-1] if len(word) > 1), words[-1])


def _stands_within(short: Sequence[str], long: Sequence[str]) -> bool:
    """Return whether the words of `short` come in `long` in the same order."""
    rest = iter(long)
    return all(word in rest for word in short)


def _initials_fit(words: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether given names fit where one side has initials; surplus ones count for nothing."""
    pairs = list(zip(words, other, strict=False))
    has_initial = any(1 in (len(one), len(two)) for one, two in pairs)
    return has_initial and all(one == two or _is_initial(one, two) for one, two in pairs)


def _is_initial(one: str, two: str) -> bool:
    return 1 in (len(one), len(two)) and one[0] == two[0]


def _same_consonants(one: str, two: str) -> bool:
    first, second = consonants_of(one), consonants_of(two)
    return first == second and len(first) >= _ENOUGH_CONSONANTS
