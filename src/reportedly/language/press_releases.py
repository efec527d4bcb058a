"""The words under which pages carry what an office or a company wrote for the press."""

import functools
from importlib import resources

import msgspec


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: tuple[str, ...]


@functools.cache
def press_release_words() -> tuple[str, ...]:
    """Return the names of a press release in the languages that the table has, in the table's order."""
    file = resources.files("reportedly.language").joinpath("press_releases.toml")
    return msgspec.toml.decode(file.read_bytes(), type=_Table).words
