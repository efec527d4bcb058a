"""Comparing words as a reader does."""

import re
import unicodedata

_MARKS = {ord(a): b for a, b in zip("’‘‚“”„«»–—‐", '\'\'\'"""""---', strict=True)}
_SPACES = re.compile(r"\s+")


def fold(text: str) -> str:
    """Return a text with case, width, quotation marks, dashes and white space levelled, for comparing."""
    levelled = unicodedata.normalize("NFKC", text).translate(_MARKS)
    return _SPACES.sub(" ", levelled).strip().casefold()
