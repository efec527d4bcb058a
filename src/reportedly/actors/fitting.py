"""Whether a holder of office goes by the words of a name."""

import functools
from collections.abc import Sequence

from reportedly.actors.spelling import consonants_of, is_arabic, sound_of, words_of_name
from reportedly.records import Holder

# Spellings that differ in their vowels alone ("Muhammad", "Mohamed") are one from so many consonants.
_ENOUGH_CONSONANTS = 3
# Shorter words must be spelled as the table has them: "UN" sounds like many names.
_SHORTEST_SOUND = 4
_LONGEST_INITIALS = 3  # letters: "KP" for Khadga Prasad
_FULL_NAME = 2  # words
_GENERATIONS = frozenset(("jr", "sr"))


def key_of_word(word: str) -> str:
    """Return the key by which the base's surnames are looked up."""
    return "~" + consonants_of(word) if is_arabic(word) else sound_of(word)


def is_spelled(holder: Holder, words: Sequence[str]) -> bool:
    """Return whether a holder's names have the words letter by letter."""
    return set(words) <= {word for name in (holder.name, *holder.spellings) for word in words_of_name(name)}


def goes_by(holder: Holder, words: Sequence[str]) -> bool:
    """Return whether every word asked for is one of the holder's names; initials fit what they begin."""
    own = _own_words(holder)
    return bool(words) and all(_fits(word, own) for word in words)


def is_of_generation(holder: Holder, words: Sequence[str]) -> bool:
    """Return whether a holder can be whom "Jr" or "Sr" behind a name tells from a namesake."""
    told = frozenset(words[-1:]) & _GENERATIONS
    return not told or is_spelled(holder, tuple(told))


def nearly_goes_by(holder: Holder, words: Sequence[str]) -> bool:
    """Return whether a full name is the holder's, though it has words that the table has not.

    All of the holder's own words are among them, or they are written apart in another way, or the surname
    is, and what else is asked for are initials of the holder's words or begins with the holder's initials.
    """
    own = words_of_name(holder.name)
    if len(words) < _FULL_NAME or len(set(own)) < _FULL_NAME:
        return False
    if sound_of("".join(words)) == sound_of("".join(own)):
        return True
    asked = _keys_of_words(tuple(words))
    if all(_fits(word, asked) for word in own if len(word) > 1):
        return True
    return has_surname(holder, words) and all(_is_short_for(word, own, holder) for word in words)


def has_surname(holder: Holder, words: Sequence[str]) -> bool:
    """Return whether a full name ends in the holder's surname."""
    surname = words_of_name(holder.surname)
    ending = tuple(words)[-len(surname) :]
    return 0 < len(surname) < len(words) and all(map(_sounds_alike, surname, ending))


def _sounds_alike(one: str, other: str) -> bool:
    return one == other or _fits(one, _keys_of_words((other,)))


def _is_short_for(word: str, own: Sequence[str], holder: Holder) -> bool:
    """Return whether a word is the holder's, or an initial of the holder's words, or begins with one."""
    consonants = consonants_of(word)
    if _fits(word, _own_words(holder)) or (len(consonants) > 1 and "~" + consonants in _own_words(holder)):
        return True
    firsts = "".join(each[0] for each in own)
    if len(word) <= _LONGEST_INITIALS and (word in firsts or any(each.startswith(word) for each in own)):
        return True
    return any(len(each) == 1 and word.startswith(each) for each in own)


def _fits(word: str, own: frozenset[str]) -> bool:
    if len(word) == 1:
        return "^" + word in own
    if len(word) < _SHORTEST_SOUND and not is_arabic(word):
        return "=" + word in own
    consonants = consonants_of(word)
    if is_arabic(word):
        return not consonants or "~" + consonants in own
    return sound_of(word) in own or (len(consonants) >= _ENOUGH_CONSONANTS and "~" + consonants in own)


@functools.lru_cache(maxsize=4_000)
def _own_words(holder: Holder) -> frozenset[str]:
    """Return all words that a holder is called by: spelled, their sounds, consonants and first letters."""
    return _keys_of_words(
        tuple(word for name in (holder.name, *holder.spellings) for word in words_of_name(name))
    )


@functools.lru_cache(maxsize=4_000)
def _keys_of_words(words: tuple[str, ...]) -> frozenset[str]:
    """Return words as they are compared: spelled, their sounds, consonants and first letters."""
    sounds = {sound_of(word) for word in words} | {"~" + consonants_of(word) for word in words}
    return frozenset(sounds | {"^" + word[0] for word in words} | {"=" + word for word in words})
