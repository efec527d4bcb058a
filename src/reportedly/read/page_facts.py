"""What was taken for the body and is none of it: facts with labels in lines of their own, and comments."""

import functools

from reportedly.language import PageWords, load_language
from reportedly.read.comment_places import is_under_heading
from reportedly.read.comments import find_comments
from reportedly.read.sight import Sight

# A fact beside or below its label is no longer, and neither is the label.
_LONGEST_FACT = 60
_LONGEST_LABEL = 32
_COLONS = (":", "：")
_SENTENCE_END = tuple(".!?…。！？؟۔")
# So many comments below their heading are believed.
_FEWEST_COMMENTS = 2


def without_facts(sight: Sight, body: list[int]) -> list[int]:
    """Return the body without the lines that are a label ("Section:"), each with the short line behind it.

    Without readers' comments, too, where a heading for them stands in it.
    """
    about: set[int] = set()
    for index in body:
        if is_fact_label(sight.words(index), sight.page_words):
            about |= {index, index + 1} if _is_value(sight, index + 1) else {index}
    kept = [i for i in body if i not in about]
    return _without_comments(sight, kept) if kept else body


def is_fact_label(line: str, words: PageWords) -> bool:
    """Return whether a line is nothing but the label of a fact about the page: "Section:", "Автор:"."""
    if len(line) > _LONGEST_LABEL or not line.endswith(_COLONS):
        return False
    return line.casefold().rstrip(" :：") in _labels(words)


def _is_value(sight: Sight, index: int) -> bool:
    if index >= len(sight.blocks):
        return False
    words = sight.words(index)
    return len(words) <= _LONGEST_FACT and not words.endswith((*_SENTENCE_END, *_COLONS))


@functools.lru_cache(maxsize=64)
def _labels(words: PageWords) -> frozenset[str]:
    """Return the labels of facts in a language and in English."""
    known = (words, load_language("en").page_words)
    kinds = ("section", "published", "updated", "source", "by", "signed", "roles", "story_code")
    return frozenset(label for each in known for kind in kinds for label in getattr(each, kind))


def _without_comments(sight: Sight, body: list[int]) -> list[int]:
    """Return the body without what is read as comments below a heading for them."""
    if not is_under_heading(sight, body[-1]):
        return body
    comments = find_comments(sight)
    if len(comments) < _FEWEST_COMMENTS:
        return body
    first = min(span.start for c in comments for span in (c.words, c.author or c.words))
    return [i for i in body if sight.blocks[i].span.end <= first] or body
