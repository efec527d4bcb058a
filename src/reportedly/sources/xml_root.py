"""The first element of a document, from its head alone."""

import re
from typing import Final

from reportedly.sources.contract import Given
from reportedly.sources.decoding import decode

_BEFORE: Final = re.compile(
    r"\s+|<\?[^>]*>|<!--(?:(?!-->).)*-->|<!(?!--)[^>\[]*(?:\[[^\]]*\]\s*)?>", re.DOTALL
)
_ELEMENT: Final = re.compile(r"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")


def root_of(given: Given) -> str:
    """Return the local name of the first element, lower case; empty where the head shows none."""
    text = decode(given.head, given.charset)
    place = 0
    while before := _BEFORE.match(text, place):
        place = before.end()
    element = _ELEMENT.match(text, place)
    return element.group(1).lower() if element else ""
