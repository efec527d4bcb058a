"""A text and the spans that matter in it, cut into stretches a template can write one after another."""

import itertools
from collections.abc import Sequence
from typing import Literal

import msgspec

from reportedly.records import Span
from reportedly.store import KeptResolution, KeptStatement

TINT_COUNT = 6
"""Tints in the style sheet; the seventh speaker of an article shares the first one's. More tints
could not be told apart, and every mark carries its number as well."""

UNNAMED_TINT = 0
"""The grey tint of statements whose speaker the text does not name."""

Role = Literal["content", "speaker", "cue", "negation", "hedge", "person"]


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """One span to show: what it is to which statement (`number` in the list, from 1), in which tint.

    The number of a `person` is the place among the article's people.
    """

    span: Span
    role: Role
    number: int
    tint: int


class Segment(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of text under the same marks from end to end.

    `opens` and `closes` are the numbers of the statements whose words begin, or end, with it;
    `ends_person` says that somebody's mention ends with it.
    """

    text: str
    marks: tuple[Mark, ...] = ()
    opens: tuple[int, ...] = ()
    closes: tuple[int, ...] = ()
    ends_person: bool = False

    @property
    def person(self) -> Mark | None:
        """Return the mark of somebody's mention that covers this stretch."""
        return self._first("person")

    @property
    def said(self) -> Mark | None:
        """Return the content mark to show here: the shortest, so that a quotation in a quotation shows."""
        inside = [mark for mark in self.marks if mark.role == "content"]
        return min(inside, key=lambda mark: mark.span.end - mark.span.start, default=None)

    @property
    def speaker(self) -> Mark | None:
        """Return the speaker mark that covers this stretch."""
        return self._first("speaker")

    @property
    def cue(self) -> Mark | None:
        """Return the cue mark that covers this stretch."""
        return self._first("cue")

    @property
    def negation(self) -> Mark | None:
        """Return the mark of words that turn a report round, where it covers this stretch."""
        return self._first("negation")

    @property
    def hedge(self) -> Mark | None:
        """Return the mark of words that weaken a report, where it covers this stretch."""
        return self._first("hedge")

    def _first(self, role: Role) -> Mark | None:
        return next((mark for mark in self.marks if mark.role == role), None)


def speaker_tints(statements: Sequence[KeptStatement], text: str) -> tuple[int, ...]:
    """Return the tint of each statement, in order: one a speaker, by actor, name or mention."""
    seen: dict[str, int] = {}
    tints = []
    for kept in statements:
        speaker = kept.statement.speaker
        name = kept.naming.name if kept.naming else speaker.of(text) if speaker else None
        name = kept.actor.id if kept.actor else name
        if name is None:
            tints.append(UNNAMED_TINT)
        else:
            tints.append(seen.setdefault(name.casefold(), len(seen) % TINT_COUNT + 1))
    return tuple(tints)


def marks_of(statements: Sequence[KeptStatement], tints: Sequence[int]) -> tuple[Mark, ...]:
    """Return the spans of these statements to mark; withdrawn ones keep their number and are left out."""
    marks: list[Mark] = []
    for number, (kept, tint) in enumerate(zip(statements, tints, strict=True), start=1):
        if kept.withdrawn_at is not None:
            continue
        said = kept.statement
        spans: list[tuple[Span | None, Role]] = [(span, "content") for span in said.content]
        spans += [(said.speaker, "speaker"), (said.cue, "cue")]
        spans += [(span, "negation") for span in said.negations] + [(span, "hedge") for span in said.hedges]
        marks += [Mark(span=span, role=role, number=number, tint=tint) for span, role in spans if span]
    return tuple(marks)


def person_marks(people: Sequence[KeptResolution]) -> tuple[Mark, ...]:
    """Return the mentions of an article's people; of two that overlap, the first."""
    found = sorted((span, person.ordinal) for person in people for span in person.resolution.mentions)
    marks: list[Mark] = []
    for span, ordinal in found:
        if not marks or not marks[-1].span.overlaps(span):
            marks.append(Mark(span=span, role="person", number=ordinal, tint=UNNAMED_TINT))
    return tuple(marks)


def cut(text: str, within: Span, marks: Sequence[Mark]) -> tuple[Segment, ...]:
    """Return `within` as segments, cut wherever a mark begins or ends; joined they are its text."""
    near = [mark for mark in marks if mark.span.overlaps(within)]
    edges = {edge for mark in near for edge in (mark.span.start, mark.span.end)}
    inner = {edge for edge in edges if within.start < edge < within.end}
    return tuple(
        Segment(
            text=text[start:end],
            marks=tuple(mark for mark in near if mark.span.contains(Span(start, end))),
            ends_person=any(mark.role == "person" and mark.span.end == end for mark in near),
        )
        for start, end in itertools.pairwise(sorted(inner | {within.start, within.end}))
    )


def mark_paragraphs(
    text: str, paragraphs: Sequence[Span], marks: Sequence[Mark]
) -> tuple[tuple[Segment, ...], ...]:
    """Return each paragraph as segments; each statement opens and closes once in all of them.

    A statement none of whose words stand in a paragraph opens nowhere.
    """
    pieces = [cut(text, paragraph, marks) for paragraph in paragraphs]
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    for place, segment in enumerate(itertools.chain.from_iterable(pieces)):
        for mark in segment.marks:
            if mark.role == "content":
                first.setdefault(mark.number, place)
                last[mark.number] = place
    places = itertools.count()
    return tuple(
        tuple(_with_anchors(segment, next(places), first, last) for segment in paragraph)
        for paragraph in pieces
    )


def opened(paragraphs: Sequence[Sequence[Segment]]) -> frozenset[int]:
    """Return the numbers of the statements that open somewhere in these paragraphs."""
    return frozenset(number for paragraph in paragraphs for segment in paragraph for number in segment.opens)


def _with_anchors(segment: Segment, place: int, first: dict[int, int], last: dict[int, int]) -> Segment:
    """Return the segment with the numbers of the statements that begin and end at its place."""
    numbers = sorted({mark.number for mark in segment.marks if mark.role == "content"})
    return msgspec.structs.replace(
        segment,
        opens=tuple(number for number in numbers if first[number] == place),
        closes=tuple(number for number in numbers if last[number] == place),
    )
