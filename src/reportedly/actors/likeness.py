"""How alike two names are: letter by letter, by sound, in part."""

from collections.abc import Sequence
from typing import Literal

from reportedly.actors.spelling import consonants_of, sound_of, words_of_name

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
    if words == other or (len(words) > 1 and sorted(words) == sorted(other)):
        return "same-name"
    sounds, others = [sound_of(word) for word in words], [sound_of(word) for word in other]
    if sounds == others:
        return "sounds-alike"
    if not is_person:
        return None
    if len(words) == 1 or len(other) == 1:
        short, long = sorted((sounds, others), key=len)
        return "one-word" if short[0] in (long[-1], long[0]) else None
    return _alike_in_part(words, other, sounds, others)


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
