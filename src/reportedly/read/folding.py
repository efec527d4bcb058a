"""Comparing words as a reader does."""

import unicodedata

_MARKS = {ord(a): b for a, b in zip("’‘‚“”„«»–—‐", '\'\'\'"""""---', strict=True)}


def fold(text: str) -> str:
    """Return a text with case, width, quotation marks, dashes and white space levelled, for comparing."""
    levelled = text if text.isascii() else unicodedata.normalize("NFKC", text).translate(_MARKS)
    return " ".join(levelled.split()).casefold()
