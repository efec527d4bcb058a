"""Fold names so that case, accents and hyphens do not stand between two spellings of one."""

import re
import unicodedata

_NOT_A_LETTER = re.compile(r"[\W_]+")


def fold(name: str) -> str:
    """Return a name in lower case without accents, its words apart by one space.

    >>> fold("Íñigo  Vérbol-Kånt")
    'inigo verbol kant'
    """
    if name.isascii():  # most names, and nothing of the rest can change them
        return _NOT_A_LETTER.sub(" ", name.lower()).strip()
    apart = unicodedata.normalize("NFKD", name)
    plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return _NOT_A_LETTER.sub(" ", plain.casefold()).strip()
