"""What languages are called."""

import functools
from importlib import resources

import msgspec


def language_name(code: str) -> str:
    """Return what a language is called in English; one without a name is called by its code.

    >>> language_name("fa"), language_name("xx")
    ('Persian', 'xx')
    """
    return _names().get(code, code or "an unknown language")


@functools.cache
def _names() -> dict[str, str]:
    file = resources.files("reportedly.language").joinpath("language_names.toml")
    return msgspec.toml.decode(file.read_bytes(), type=dict[str, str])
