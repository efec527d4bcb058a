"""Given names that tell whom a pronoun can mean, in any language that writes them in Latin letters."""

import functools
from importlib import resources


def gender_of_given(name: str) -> str:
    """Return `he` or `she` for a given name in lower case that is nearly always one gender's, else nothing.

    >>> gender_of_given("astrid"), gender_of_given("leslie")
    ('she', '')
    """
    return _genders().get(name, "")


@functools.cache
def _genders() -> dict[str, str]:
    file = resources.files("reportedly.language").joinpath("given_names.txt")
    lines = (line.split() for line in file.read_text("utf8").splitlines() if not line.startswith("#"))
    return {name: gender for gender, *names in lines for name in names}
