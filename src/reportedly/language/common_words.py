"""The commonest words of some languages, which say nothing of what somebody talks about."""

import functools
from importlib import resources

import msgspec

from reportedly.text import fold


@functools.cache
def common_words() -> frozenset[str]:
    """Return the commonest words of all languages that have a list, folded."""
    file = resources.files("reportedly.language").joinpath("common_words.toml")
    listed = msgspec.toml.decode(file.read_bytes(), type=dict[str, str])
    return frozenset(word for words in listed.values() for word in fold(words).split())
