"""The keys under which an actor is found by name: how the words sound, and their letters."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

import msgspec
from sqlalchemy import Connection, bindparam, select, text

from reportedly.actors.likeness import GENERATIONS
from reportedly.actors.spelling import consonants_of, is_arabic, keys_of, sound_of, words_of_name
from reportedly.language import one_spelling
from reportedly.store.actor_schema import actor_keys
from reportedly.text import fold

_MOST: Final = 60
"""Actors looked at for one name: a name of one word that more bear tells nobody apart."""


_TWO: Final = 2  # words, the fewest by which a name is looked for

_BEARERS: Final = select(actor_keys.c.actor_id).where(actor_keys.c.key == bindparam("key")).limit(_MOST)
# Cross joins keep the order: a pair, those who bear its last key, and of them those who bear the other.
_PAIRS: Final = text("""
    SELECT DISTINCT json_extract(asked.value, '$[0]') AS place, last.actor_id AS actor_id
    FROM json_each(:asked) AS asked
    CROSS JOIN actor_keys AS last ON last.key = json_extract(asked.value, '$[1]')
    CROSS JOIN actor_keys AS other
        ON other.key = json_extract(asked.value, '$[2]') AND other.actor_id = last.actor_id
""")


def record_keys(name: str) -> frozenset[str]:
    """Return the keys under which a name is found: how its words sound, and their letters behind `=`.

    A given name is found by the sound of its other spellings, too: Hossein by that of Hussein; and what a
    hyphen parts as one word: Wei-long by Weilong.
    """
    words = (*words_of_name(name), *_joined(name))
    others = {sound_of(one_spelling(word)) for word in words}
    return keys_of(name) | others | {f"={word}" for word in fold(name).split()}


def actors_with_keys(connection: Connection, names: Iterable[str]) -> frozenset[str]:
    """Return the actors one of whose names shares the last word of one of these names and another, by sound.

    Of a name of one word those who bear it; a longer name is also tried without its last word.
    """
    alone: set[str] = set()
    together: set[tuple[frozenset[str], ...]] = set()
    for name in names:
        words = _without_generation(words_of_name(name))
        keys = tuple(_keys(word) for word in words)
        joined = tuple(_keys(word) for word in _joined(name))
        together |= {joined} if len(joined) > 1 else set()
        if len(keys) == 1 or any(len(word) == 1 for word in words[:-1]):
            alone |= keys[-1]
        elif keys:
            together |= {keys, keys[:-1] if len(keys) > _TWO else keys}
    found = {one for key in sorted(alone) for one in connection.scalars(_BEARERS, {"key": key})}
    return frozenset(found | _with_both(connection, sorted(together, key=_in_order)))


def _with_both(connection: Connection, asked: Sequence[tuple[frozenset[str], ...]]) -> set[str]:
    """Return who bears the last key and one of the others of each of these, in one question for all."""
    pairs = [
        [at, last, other]
        for at, keys in enumerate(asked)
        for last in sorted(keys[-1])
        for other in sorted(frozenset().union(*keys[:-1]))
    ]
    found: dict[int, set[str]] = defaultdict(set)
    for row in connection.execute(_PAIRS, {"asked": msgspec.json.encode(pairs).decode()}) if pairs else ():
        found[row.place].add(row.actor_id)
    return {one for own in found.values() for one in sorted(own)[:_MOST]}


def _keys(word: str) -> frozenset[str]:
    """Return the keys of a word: its sound, and that of the spelling that stands for all of a given name."""
    if is_arabic(word):
        return frozenset({"~" + consonants_of(word)})
    return frozenset({sound_of(word), sound_of(one_spelling(word))})


def _joined(name: str) -> tuple[str, ...]:
    """Return the words of a name without its hyphens, none where it has none."""
    return words_of_name(name.replace("-", "")) if "-" in name else ()


def _in_order(keys: tuple[frozenset[str], ...]) -> list[list[str]]:
    return [sorted(each) for each in keys]


def _without_generation(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return a name without "Jr": by its last word nobody is looked for."""
    return words[:-1] if len(words) > _TWO and words[-1] in GENERATIONS else words
