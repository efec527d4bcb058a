"""Two articles cut into rows of paragraphs that answer to each other, with what became of every stretch."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from reportedly.records import Article, Handling, Passage, Span

Side = Literal["here", "there"]


class Stretch(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of a paragraph and what became of it; None for marks and space between words."""

    text: str
    handling: Handling | None


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A paragraph of the origin beside the one of the copy that answers to it; one of them may be missing."""

    there: tuple[Stretch, ...]
    here: tuple[Stretch, ...]


def rows_of(copy: Article, origin: Article, passages: Sequence[Passage]) -> tuple[Row, ...]:
    """Return two articles as rows, in the order of the copy; paragraphs that were cut stand where they stood.

    A paragraph of the origin stands beside the first one of the copy that has words of it.
    """
    answers = _answers(copy, origin, passages)
    theirs = [_stretches(origin, each, passages, "there") for each in origin.paragraphs]
    waiting = dict(enumerate(theirs))
    rows: list[Row] = []
    for number, paragraph in enumerate(copy.paragraphs):
        answer = answers.get(number)
        before = [each for each in waiting if answer is not None and each < answer]
        cut = [each for each in before if each not in answers.values()]
        rows.extend(Row(there=waiting.pop(each), here=()) for each in cut)
        there = waiting.pop(answer, ()) if answer is not None else ()
        rows.append(Row(there=there, here=_stretches(copy, paragraph, passages, "here")))
    rows.extend(Row(there=each, here=()) for each in waiting.values())
    return tuple(rows)


def _answers(copy: Article, origin: Article, passages: Sequence[Passage]) -> Mapping[int, int]:
    """Return for each paragraph of the copy the one of the origin that most of its words come from."""
    weights: dict[int, dict[int, int]] = {}
    for number, paragraph in enumerate(copy.paragraphs):
        for here, there in _in_both(paragraph, passages):
            for other, at in enumerate(origin.paragraphs):
                shared = min(there.end, at.end) - max(there.start, at.start)
                if shared > 0:
                    found = weights.setdefault(number, {})
                    found[other] = found.get(other, 0) + min(shared, here.end - here.start)
    return {number: max(found, key=lambda other: found[other]) for number, found in weights.items()}


def _in_both(paragraph: Span, passages: Sequence[Passage]) -> Iterator[tuple[Span, Span]]:
    """Yield what a paragraph shares with the origin: where it stands here, and there.

    A passage may run over several paragraphs; words that are equal stand equally far from its beginning,
    but for marks that one of the two writes otherwise.
    """
    for passage in passages:
        if passage.here is None or passage.there is None or not passage.here.overlaps(paragraph):
            continue
        start, end = max(passage.here.start, paragraph.start), min(passage.here.end, paragraph.end)
        far = start - passage.here.start
        first = min(passage.there.start + far, passage.there.end)
        last = min(first + end - start, passage.there.end)
        yield Span(start, end), Span(first, last)


def _stretches(
    article: Article, paragraph: Span, passages: Sequence[Passage], side: Side
) -> tuple[Stretch, ...]:
    """Return a paragraph cut where what became of its words changes."""
    return tuple(_cut(article.text, paragraph, passages, side))


def _cut(text: str, paragraph: Span, passages: Sequence[Passage], side: Side) -> Iterator[Stretch]:
    spans = [(passage.here if side == "here" else passage.there, passage.handling) for passage in passages]
    inside = sorted(
        ((span, handling) for span, handling in spans if span is not None and span.overlaps(paragraph)),
        key=lambda found: found[0],
    )
    at = paragraph.start
    for span, handling in inside:
        start, end = max(span.start, at), min(span.end, paragraph.end)
        if start > at:
            yield Stretch(text=text[at:start], handling=None)
        yield Stretch(text=text[start:end], handling=handling)
        at = end
    if at < paragraph.end:
        yield Stretch(text=text[at : paragraph.end], handling=None)
