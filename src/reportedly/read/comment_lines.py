"""Comments whose name, time and words stand in one line: "**Ana Torv** (5 May 2024, 10:15): At last."."""

import re

import msgspec

from reportedly.read.comment_buttons import is_buttons
from reportedly.read.comment_names import bare_author, is_no_name, name_part
from reportedly.read.shown_dates import find_dates
from reportedly.read.sight import Sight
from reportedly.records import Comment, Field, Span

# Name and time stand within so many characters, and fewer words are a label and no comment.
_LONGEST_HEAD = 110
_LONGEST_NAME = 48
_SHORTEST_WORDS = 12
# So many lines of that kind are believed.
_FEWEST = 2
_LETTER = re.compile(r"[^\W\d_]")
_BETWEEN = " \t:：|·•–—-)）]."


def lined_comments(sight: Sight, kept: list[int]) -> list[Comment]:
    """Return the comments of an area that begin with a name in bold type or a link, and a time behind it.

    Lines between two such lines go on with the first. Where there are as many, the words stand in these.
    """
    found: list[Comment] = []
    others = 0
    for index in kept:
        comment = _read_line(sight, index)
        if comment is not None:
            found.append(comment)
        elif found:
            others += 1
            words = Span(found[-1].words.start, sight.blocks[index].span.end)
            found[-1] = msgspec.structs.replace(found[-1], words=words)
    return found if len(found) >= _FEWEST and others * 2 <= len(found) else []


def _read_line(sight: Sight, index: int) -> Comment | None:
    """Return the comment that a line is, None where it does not begin with a name set apart and a time."""
    block, words = sight.blocks[index], sight.words(index)
    if not (block.strong or block.linked):
        return None
    first = next(find_dates(words[:_LONGEST_HEAD], sight.language), None)
    if first is None:
        return None
    time, stamp = first
    name = bare_author(sight.page_words, name_part(sight.page_words, words[: time.start]))
    is_set_apart = len(name) <= min(_LONGEST_NAME, max(block.strong, block.linked))
    if is_no_name(sight.page_words, name) or not is_set_apart or not _LETTER.search(name):
        return None
    said = words[time.end :].lstrip(_BETWEEN)
    if len(said) < _SHORTEST_WORDS or name not in words or is_buttons(said, sight.page_words):
        return None
    at, start = words.index(name), block.span.start
    posted = Field(value=stamp, span=Span(start + time.start, start + time.end), confidence=0.9)
    author = Span(start + at, start + at + len(name))
    return Comment(words=Span(block.span.end - len(said), block.span.end), author=author, posted=posted)
