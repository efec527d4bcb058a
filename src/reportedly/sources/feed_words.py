"""The words of a list as they are read: without tags, entities and line ends."""

import html
import re
from typing import Final

LONGEST_TITLE: Final = 1000
"""Characters kept of a title: the longest headlines measured stay under 300."""

_TAG: Final = re.compile(r"<[^<>]{0,2000}>")


def plain_title(text: str) -> str | None:
    """Return a title as it is read, None where there are no words in it."""
    if "<" in text or "&" in text:
        text = html.unescape(_TAG.sub(" ", html.unescape(text[: 4 * LONGEST_TITLE])))
    return " ".join(text.split())[:LONGEST_TITLE] or None
