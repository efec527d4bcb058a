"""The keys under which an actor is found by name: how the words sound, and their letters."""

from collections.abc import Iterable, Sequence
from typing import Final

from sqlalchemy import Connection, select

from reportedly.actors.spelling import consonants_of, is_arabic, keys_of, sound_of, words_of_name
from reportedly.store.actor_schema import actor_keys
from reportedly.text import fold

_MOST: Final = 60
"""Actors looked at for one name: a name of one word that more bear tells nobody apart."""


def record_keys(name: str) -> frozenset[str]:
    """Return the keys under which a name is found: how its words sound, and their letters behind `=`."""
    return keys_of(name) | {f"={word}" for word in fold(name).split()}


def actors_with_keys(connection: Connection, name: str) -> frozenset[str]:
    """Return the actors one of whose names shares the last word of a name and another one, by sound.

    Of a name of one word those who bear it; a longer name is also tried without its last word.
    """
    words = words_of_name(name)
    keys = [_key(word) for word in words]
    if not keys:
        return frozenset()
    if len(keys) == 1 or any(len(word) == 1 for word in words[:-1]):
        query = select(actor_keys.c.actor_id).where(actor_keys.c.key == keys[-1]).limit(_MOST)
        return frozenset(connection.scalars(query))
    ends = range(len(keys), 1, -1) if len(keys) > 2 else (len(keys),)
    return frozenset(actor for end in list(ends)[:2] for actor in _with_both(connection, keys[:end]))


def _with_both(connection: Connection, keys: Sequence[str]) -> Iterable[str]:
    last, other = actor_keys.alias("last"), actor_keys.alias("other")
    query = (
        select(last.c.actor_id)
        .distinct()
        .join(other, other.c.actor_id == last.c.actor_id)
        .where(last.c.key == keys[-1], other.c.key.in_(keys[:-1]))
        .limit(_MOST)
    )
    return connection.scalars(query)


def _key(word: str) -> str:
    return "~" + consonants_of(word) if is_arabic(word) else sound_of(word)
