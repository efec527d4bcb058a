"""Given names that are one name in other spellings: Hossein and Hussein, Aleksandr and Alexander."""

import functools
import re
from importlib import resources

# "Muehlberg" for "Mühlberg": an e that stands for two dots, between consonants.
_DOTS = re.compile(r"(?<=[b-df-hj-np-tv-xz])([aou])e(?=[b-df-hj-np-tv-xz])(?!l$)")


def one_spelling(word: str) -> str:
    """Return the spelling that stands for all of a folded word of a name; itself where it has no other.

    >>> one_spelling("hossein") == one_spelling("husayn"), one_spelling("muehlberg"), one_spelling("hassan")
    (True, 'muhlberg', 'hassan')
    """
    known = _spellings().get(word)
    return known if known else _DOTS.sub(r"\1", word) if "e" in word else word


def has_spellings(word: str) -> bool:
    """Return whether a folded word is a given name that is known in several spellings."""
    return word in _spellings()


@functools.cache
def _spellings() -> dict[str, str]:
    file = resources.files("reportedly.language").joinpath("given_spellings.txt")
    lines = (line.split() for line in file.read_text("utf8").splitlines() if not line.startswith("#"))
    return {word: words[0] for words in lines for word in words}
