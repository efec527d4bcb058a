"""Lines of links: the path to an article ("Home > World > Asia") and the bar of sections above it."""

import re

from reportedly.language import PageWords, load_language

_SEPARATORS = re.compile(r"\s*[>›»|→⟩/\\·•«‹＞]+\s*")
# A part of a path is a section's name; a longer one is a headline.
_LONGEST_PART = 40


def path_parts(words: str) -> list[str]:
    """Return the names in a line of links, in order."""
    return [part.strip(" :") for part in _SEPARATORS.split(words) if part.strip(" :")]


def is_path(words: str, page_words: PageWords) -> bool:
    """Return whether a line begins at the front page and goes on to sections."""
    parts = path_parts(words)
    return len(parts) > 1 and is_home(parts[0], page_words) and all(len(p) <= _LONGEST_PART for p in parts)


def is_home(words: str, page_words: PageWords) -> bool:
    """Return whether words name the front page, or stand in paths for "this article"."""
    lower = words.casefold().strip(" :：")
    return lower in page_words.home or lower in load_language("en").page_words.home
