"""Statements that the layout itself attributes: turns of a transcript, quotations with a line of credit."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from reportedly.records import Span, Statement
from reportedly.statements.joining import kind_of
from reportedly.statements.tagging import Attribution
from reportedly.text import Quotation

# A transcript has so many labelled paragraphs, of at least two speakers, one of whom speaks so often:
# "UPDATE:", "WATCH:" and "RELATED:" on one page are no talk.
_FEWEST_TURNS, _FEWEST_SPEAKERS, _OFTEN = 3, 2, 2
# A turn goes on over so many paragraphs without a label, if another label follows; labels farther apart
# belong to no one talk.
_MOST_PARAGRAPHS = 6
# Of 25 turns and 31 lines of credit in 924 labelled articles, 21 and 30 are attributed so; of the 16 turns
# of an interview with "Q:" and "A:" all are, by its main labels.
_SURE = 0.95
_LABEL = re.compile(
    r"[\"“«]?(?P<name>[^\W\d_a-zß-öø-ÿ]+(?:[ .'’-]+[^\W\d_a-zß-öø-ÿ]+){0,4})"
    r"(?:\s*\([^)\n]{1,40}\))?(?P<cue>:)\s+(?=\S)"
)
_STAGE = re.compile(r"[\"“«]?[(\[][^)\]]{1,60}[)\]]\W*$")
_CREDIT = re.compile(r"\s*(?P<cue>[―—–]|--?)\s*(?P<name>[^\W\d_][^\n!?:;\"“”―—–]{1,70}?)[.\s]*$")
_MOST_NAME_WORDS = 8
_EDGE = ' \t"“”«»'


def find_turns(text: str, paragraphs: Sequence[Span], found: Sequence[Quotation]) -> tuple[Statement, ...]:
    """Return what labels and lines of credit attribute, in reading order.

    A label is a name in capitals and a colon at the head of a paragraph ("MAYOR: …", "Q: …"); a line
    of credit a dash and a name behind a quotation that fills its paragraph, or on the line below it.
    """
    quoted = [part for quotation in found for part in quotation.parts]
    turns = [*_of_labels(text, paragraphs, quoted), *_of_credits(text, paragraphs, found)]
    return tuple(sorted(turns, key=lambda each: each.content))


def without_turns(attributions: Sequence[Attribution], turns: Sequence[Statement]) -> Iterator[Attribution]:
    """Yield a tagger's attributions less the words that turns attribute."""
    taken = [span for turn in turns for span in turn.content]
    for each in attributions:
        rest = tuple(span for span in each.content if not any(span.overlaps(other) for other in taken))
        if rest:
            yield each if len(rest) == len(each.content) else msgspec.structs.replace(each, content=rest)


def with_turns(statements: Sequence[Statement], turns: Sequence[Statement]) -> tuple[Statement, ...]:
    """Return the statements in reading order, those that share words with a turn left out for it."""
    taken = [span for turn in turns for span in turn.content]
    kept = [
        each
        for each in statements
        if not any(span.overlaps(other) for span in each.content for other in taken)
    ]
    return tuple(sorted([*kept, *turns], key=lambda each: each.content))


def _of_labels(text: str, paragraphs: Sequence[Span], quoted: Sequence[Span]) -> Iterator[Statement]:
    labels = {i: match for i, span in enumerate(paragraphs) if (match := _label(text, span)) is not None}
    for heads in _talks(labels):
        yield from _of_talk(text, paragraphs, quoted, labels, heads)


def _talks(labels: dict[int, re.Match[str]]) -> Iterator[list[int]]:
    """Yield the paragraphs whose labels make a talk: near each other, and by turns."""
    runs: list[list[int]] = []
    for head in sorted(labels):
        if not runs or head - runs[-1][-1] > _MOST_PARAGRAPHS:
            runs.append([])
        runs[-1].append(head)
    for run in runs:
        names = Counter(labels[head]["name"].split()[-1] for head in run)
        if len(run) >= _FEWEST_TURNS and len(names) >= _FEWEST_SPEAKERS and max(names.values()) >= _OFTEN:
            yield run


def _of_talk(
    text: str,
    paragraphs: Sequence[Span],
    quoted: Sequence[Span],
    labels: dict[int, re.Match[str]],
    heads: list[int],
) -> Iterator[Statement]:
    for head, following in zip(heads, [*heads[1:], heads[-1] + 1], strict=True):
        match = labels[head]
        more = range(head + 1, min(following, head + _MOST_PARAGRAPHS))
        spans = [Span(match.end(), paragraphs[head].end), *(paragraphs[i] for i in more)]
        content = [_bare(text, span) for span in spans if not _STAGE.match(span.of(text))]
        content = [span for span in content if any(c.isalnum() for c in span.of(text))]
        if content:
            yield Statement(
                content=tuple(content),
                kind=kind_of(content, quoted),
                speaker=Span(*match.span("name")),
                cue=Span(*match.span("cue")),
                confidence=_SURE,
            )


def _label(text: str, paragraph: Span) -> re.Match[str] | None:
    found = _LABEL.match(text, paragraph.start, paragraph.end)
    return found if found is not None and found["name"].isupper() else None


def _bare(text: str, span: Span) -> Span:
    """Return a span without the marks and blanks at its ends."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(_EDGE))
    return Span(start, max(start, span.start + len(words.rstrip(_EDGE))))


def _of_credits(text: str, paragraphs: Sequence[Span], found: Sequence[Quotation]) -> Iterator[Statement]:
    following = {span.start: after for span, after in itertools.pairwise(paragraphs)}
    for quotation in found:
        outer = quotation.outer[-1]
        home = next((span for span in paragraphs if span.contains(outer)), None)
        if home is None or not quotation.is_closed or quotation.outer[0].start > home.start:
            continue
        after = following.get(home.start)
        places = [(outer.end, home.end)] if outer.end < home.end else []
        places += [(after.start, after.end)] if not places and after else []
        match = next((m for start, end in places if (m := _CREDIT.match(text, start, end))), None)
        if (
            match is not None
            and len(match["name"].split()) <= _MOST_NAME_WORDS
            and match["name"][0].isupper()
        ):
            yield Statement(
                content=quotation.parts,
                kind="direct",
                speaker=Span(*match.span("name")),
                cue=Span(*match.span("cue")),
                confidence=_SURE,
            )
