"""Readers' comments under an article, one by one."""

import itertools
import re
from collections.abc import Iterator, Set

import msgspec

from reportedly.read.comment_heads import Head, is_heading_name, is_junk, is_name, read_head
from reportedly.read.comment_lines import lined_comments
from reportedly.read.comment_names import bare_author
from reportedly.read.comment_places import comment_areas, comment_box
from reportedly.read.shared_boxes import shared_box, stands_in
from reportedly.read.sight import Sight
from reportedly.records import Comment, Field, Span, Timestamp

# The heads of the comments beside one stand within so many blocks of it.
_NEAR = 12
_NAMED = re.compile(
    r"(?:^|[^a-z])(?:name|author|user|username|nick|nickname|autor|auteur|auteurs|naam)(?:[^a-z]|$)"
)
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})


class _Open(msgspec.Struct):
    """A comment whose blocks are being collected."""

    author: Span | None = None
    posted: Field[Timestamp] | None = None
    words: list[int] = []
    head: int | None = None
    last: int = 0  # the last of the blocks that name and date it


def find_comments(sight: Sight) -> tuple[Comment, ...]:
    """Return the readers' comments below the article, in the page's order.

    A comment is a head, name or time or both in any order, and the words below it; a head stands below
    the words where the first comment of an area begins with words. The form that asks for comments,
    its labels, buttons and votes are no one's words.
    """
    found: list[Comment] = []
    for area in comment_areas(sight):
        heads = {i: head for i in area if (head := read_head(sight, i)) is not None}
        kept = [i for i in area if i in heads or is_heading_name(sight, i, heads) or not is_junk(sight, i)]
        lined = lined_comments(sight, kept)
        boxed = _boxed(sight, [i for i in kept if i not in heads]) if _are_bare(heads) and not lined else []
        found.extend(lined or boxed or _headed(sight, kept, heads))
    return tuple(found)


def _are_bare(heads: dict[int, Head]) -> bool:
    """Return whether heads tell of neither names nor times, so that boxes tell more."""
    return all(head.author is None and head.posted is None for head in heads.values())


def _headed(sight: Sight, kept: list[int], heads: dict[int, Head]) -> Iterator[Comment]:
    """Yield the comments of an area whose heads show times."""
    if not heads:
        return
    names = _names(sight, kept, heads)
    is_below = _heads_are_below(sight, kept, heads, names)
    current = _Open()
    for index in kept:
        head = heads.get(index)
        if head is None and index not in names:
            if is_below and current.posted:
                yield from _closed(sight, current)
                current = _Open()
            current.words = [*current.words, index]
            continue
        is_next = not is_below and current.posted is not None and index > current.last + 1
        if is_next or (current.words and (current.posted or not is_below)):
            yield from _closed(sight, current)
            current = _Open()
        current.last = index
        current.head = index if current.head is None else current.head
        if head is not None:
            current.posted = current.posted or head.posted
            current.author = current.author or head.author
        else:
            current.author = _name_span(sight, index)
    yield from _closed(sight, current)


def _names(sight: Sight, kept: list[int], heads: dict[int, Head]) -> set[int]:
    """Return the blocks that are names beside a line that shows only the time.

    They stand above it, or, where an area begins with a time, below it in other type than the words, or
    above the words where the time stands below them.
    """
    lonely = {i for i in kept if i in heads and heads[i].author is None}
    leading = {
        name
        for before, name, words in zip([None, *kept], kept, kept[1:], strict=False)
        if (before is None or before in lonely)
        and not {name, words} & heads.keys()
        and _is_set_apart(sight, name)
    }
    if kept[-1] in lonely and len(leading) == len(heads):
        return leading
    if kept[0] in lonely:
        return {
            name
            for time, name, words in zip(kept, kept[1:], kept[2:], strict=False)
            if time in lonely and name not in heads and words not in heads and _is_set_apart(sight, name)
        }
    pairs = itertools.pairwise(kept)
    return {name for name, time in pairs if time in lonely and name not in heads and is_name(sight, name)}


def _is_set_apart(sight: Sight, index: int) -> bool:
    """Return whether a block is a name in bold type, a link, or in a box or heading for it."""
    block = sight.blocks[index]
    name = bare_author(sight.page_words, block.words) or block.words
    if not is_name(sight, index):
        return False
    is_marked = sight.document.tag(block) in _HEADINGS or _NAMED.search(sight.document.boxes[block.box].hint)
    return bool(is_marked) or max(block.strong, block.linked) >= len(name)


def _heads_are_below(sight: Sight, kept: list[int], heads: dict[int, Head], names: set[int]) -> bool:
    """Return whether heads stand below the words: at an area's end, or by the boxes that hold both."""
    first, last = kept[0], kept[-1]
    is_named_at_time = first in names and len(kept) > 1 and kept[1] in heads
    if first in heads or is_named_at_time:
        return False
    if last in heads:
        return _belonging(sight, kept, heads.keys() | names) >= 0
    marks = heads.keys() | names
    return all(_holds_words_above(sight, kept, marks, at) for at, i in enumerate(kept) if i in heads)


def _belonging(sight: Sight, kept: list[int], marks: Set[int]) -> int:
    """Return how many heads stand closer to the words above them than to those below, less the others.

    Closer is what shares a smaller box.
    """
    found = 0
    for above, head, below in zip(kept, kept[1:], kept[2:], strict=False):
        if head in marks and not {above, below} & marks:
            boxes = shared_box(sight, above, head), shared_box(sight, head, below)
            found += (boxes[0] > boxes[1]) - (boxes[0] < boxes[1])
    return found


def _holds_words_above(sight: Sight, kept: list[int], marks: Set[int], at: int) -> bool:
    """Return whether a head shares a box with the words above it, and with no other head."""
    head, above = kept[at], kept[at - 1]
    if above in marks or sight.document.tag(sight.blocks[above]) in _HEADINGS:
        return False
    box = shared_box(sight, above, head)
    below = kept[at + 1 : at + 2]
    if below and below[0] not in marks and shared_box(sight, head, below[0]) >= box:
        return False
    others = [i for i in kept[max(0, at - _NEAR) : at + _NEAR] if i in marks and i != head]
    return bool(others) and not any(stands_in(sight, other, box) for other in others)


def _boxed(sight: Sight, kept: list[int]) -> list[Comment]:
    """Return the comments of an area that shows no times: one a box that repeats."""
    groups: dict[int, list[int]] = {}
    for index in kept:
        box = comment_box(sight, index)
        if box is not None:
            groups.setdefault(box, []).append(index)
    found: list[Comment] = []
    for indices in groups.values():
        current = _Open()
        for index in indices:
            if current.author is None and not current.words and is_name(sight, index) and len(indices) > 1:
                current.author = _name_span(sight, index)
            else:
                current.words = [*current.words, index]
        found.extend(_closed(sight, current))
    return found


def _name_span(sight: Sight, index: int) -> Span:
    """Return where a commenter's name stands, without the "says:" that some pages print behind it."""
    span, words = sight.blocks[index].span, sight.words(index)
    name = bare_author(sight.page_words, words)
    if name and name in words:
        start = span.start + words.index(name)
        return Span(start, start + len(name))
    return Span(span.start, span.start + len(words.rstrip(" :：")))


def _closed(sight: Sight, current: _Open) -> Iterator[Comment]:
    """Yield a comment if it has words."""
    if current.words and (current.author or current.posted):
        words = _within(sight, current)
        span = Span(sight.blocks[words[0]].span.start, sight.blocks[words[-1]].span.end)
        yield Comment(words=span, author=current.author, posted=current.posted)


def _within(sight: Sight, current: _Open) -> list[int]:
    """Return the words in the box that holds the comment's head and the words beside it.

    What stands below that box, such as a word from the house on rules, is none of the comment.
    """
    if current.head is None or sight.document.is_pasted:
        return current.words
    first, last = current.words[0], current.words[-1]
    box = shared_box(sight, last if current.head > last else first, current.head)
    return [i for i in current.words if stands_in(sight, i, box)]
