"""Readers' comments under an article, one by one."""

import itertools
from collections.abc import Iterator

import msgspec

from reportedly.read.comment_heads import Head, bare_author, is_junk, is_name, read_head
from reportedly.read.comment_places import comment_areas, comment_box
from reportedly.read.sight import Sight
from reportedly.records import Comment, Field, Span, Timestamp


class _Open(msgspec.Struct):
    """A comment whose blocks are being collected."""

    author: Span | None = None
    posted: Field[Timestamp] | None = None
    words: list[int] = []


def find_comments(sight: Sight) -> tuple[Comment, ...]:
    """Return the readers' comments below the article, in the page's order.

    A comment is a head, name or time or both in any order, and the words below it; a head stands below
    the words where the first comment of an area begins with words. The form that asks for comments,
    its labels, buttons and votes are no one's words.
    """
    found: list[Comment] = []
    for area in comment_areas(sight):
        heads = {i: head for i in area if (head := read_head(sight, i)) is not None}
        kept = [i for i in area if i in heads or not is_junk(sight, i)]
        if heads:
            found.extend(_headed(sight, kept, heads))
        else:
            found.extend(_boxed(sight, kept))
    return tuple(found)


def _headed(sight: Sight, kept: list[int], heads: dict[int, Head]) -> Iterator[Comment]:
    """Yield the comments of an area whose heads show times."""
    names = _names(sight, kept, heads)
    is_below = _heads_are_below(kept, heads, names)
    current = _Open()
    for index in kept:
        head = heads.get(index)
        if head is None and index not in names:
            if is_below and current.posted:
                yield from _closed(sight, current)
                current = _Open()
            current.words = [*current.words, index]
            continue
        if current.words and (current.posted or not is_below):
            yield from _closed(sight, current)
            current = _Open()
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
    """Return whether a block is a name in bold type or a link."""
    block = sight.blocks[index]
    return is_name(sight, index) and max(block.strong, block.linked) >= block.length


def _heads_are_below(kept: list[int], heads: dict[int, Head], names: set[int]) -> bool:
    first, last = kept[0], kept[-1]
    is_named_at_time = first in names and len(kept) > 1 and kept[1] in heads
    return first not in heads and not is_named_at_time and last in heads


def _boxed(sight: Sight, kept: list[int]) -> Iterator[Comment]:
    """Yield the comments of an area that shows no times: one a box that repeats."""
    groups: dict[int, list[int]] = {}
    for index in kept:
        box = comment_box(sight, index)
        if box is not None:
            groups.setdefault(box, []).append(index)
    for indices in groups.values():
        current = _Open()
        for index in indices:
            if current.author is None and not current.words and is_name(sight, index) and len(indices) > 1:
                current.author = _name_span(sight, index)
            else:
                current.words = [*current.words, index]
        yield from _closed(sight, current)


def _name_span(sight: Sight, index: int) -> Span:
    """Return where a commenter's name stands, without the "says:" that some pages print behind it."""
    span, words = sight.blocks[index].span, sight.words(index)
    name = bare_author(sight.page_words, words)
    if name and name in words:
        span = Span(span.start + words.index(name), span.end)
        words = name
    for says in sight.page_words.says:
        if words.lower().rstrip(" :").endswith(f" {says}"):
            return Span(span.start, span.start + len(words.rstrip(" :")[: -len(says)].rstrip()))
    return Span(span.start, span.start + len(words.rstrip(" :：")))


def _closed(sight: Sight, current: _Open) -> Iterator[Comment]:
    """Yield a comment if it has words."""
    if current.words and (current.author or current.posted):
        span = Span(sight.blocks[current.words[0]].span.start, sight.blocks[current.words[-1]].span.end)
        yield Comment(words=span, author=current.author, posted=current.posted)
