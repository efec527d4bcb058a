"""Quotations that no cue in their own sentence reports: whose they are, or why they are none."""

import bisect
from collections.abc import Sequence

from reportedly.records import Refusal, Span
from reportedly.statements.lexicon import Lexicon
from reportedly.statements.passages import QUOTATION, Sentence
from reportedly.statements.mood import mood_reports
from reportedly.statements.refusing import scare_quotes, without_speaker
from reportedly.statements.reports import Report
from reportedly.text import Quotation

# Confidence of a quotation that goes on from one before it, in the same paragraph or the next.
SAME_PARAGRAPH = 0.75
NEXT_PARAGRAPH = 0.5
# Confidence of a whole sentence in quotation marks whose speaker the text near it does not name.
NO_SPEAKER = 0.4
# Characters: shorter quotations without a cue are titles, nicknames and scare quotes.
SHORTEST_ALONE = 25


def unclaimed_reports(
    text: str,
    sentences: Sequence[Sentence],
    found: Sequence[Quotation],
    reports: Sequence[Report],
    lexicon: Lexicon,
) -> tuple[list[Report], list[Refusal]]:
    """Return all reports with those for quotations that no cue claimed, and the refusals of the rest.

    Announcements ("She wrote:") give their speaker to the quotation that follows and then vanish.
    """
    whole = _whole_sentences(sentences)
    paragraph_of = _paragraphs(sentences)
    kept = [report for report in reports if report.content]
    taken = sorted(span for report in kept for span in report.content)
    ends = _running_ends(taken)
    added: list[Report] = []
    refusals: list[Refusal] = []
    everything = sorted(reports, key=_place)
    places = [_place(report) for report in everything]
    for quotation in found:
        outer = quotation.outer[0]
        if _is_taken(outer, taken, ends):
            continue
        at = bisect.bisect_left(places, outer.start)
        before = everything[at - 1] if at else None
        previous = added[-1] if added and (before is None or _place(added[-1]) > _place(before)) else before
        number = paragraph_of.get(outer.start, 0)
        report = _follow_up(text, quotation, previous, number, outer.start in whole)
        if report is None:
            refusals.append(_refusal(text, quotation))
        else:
            added.append(report)
    kept.extend(added)
    return sorted([*kept, *mood_reports(sentences, kept, lexicon)], key=lambda each: each.content[0]), refusals


def _place(report: Report) -> int:
    """Return where a report stands: at its last span, the cue included."""
    spans = [*report.content, *([report.cue] if report.cue else [])]
    return max(span.start for span in spans)


def _running_ends(spans: Sequence[Span]) -> list[int]:
    """Return for each span in order the farthest end up to it, to ask for cover in one look."""
    ends: list[int] = []
    for span in spans:
        ends.append(max(span.end, ends[-1] if ends else 0))
    return ends


def _is_taken(outer: Span, taken: Sequence[Span], ends: Sequence[int]) -> bool:
    """Return whether a report already covers the quotation."""
    at = bisect.bisect_right(taken, Span(outer.start, outer.start + 10**9)) - 1
    return at >= 0 and ends[at] >= outer.end


def _whole_sentences(sentences: Sequence[Sentence]) -> frozenset[int]:
    """Return where the quotations begin that open a sentence and so can be a sentence themselves."""
    return frozenset(
        sentence.words[0].start for sentence in sentences if sentence.words[0].lower == QUOTATION
    )


def _paragraphs(sentences: Sequence[Sentence]) -> dict[int, int]:
    """Return the number of its paragraph for the start of every quotation."""
    return {
        word.start: sentence.paragraph
        for sentence in sentences
        for word in sentence.words
        if word.lower == QUOTATION
    }


def _follow_up(
    text: str, quotation: Quotation, previous: Report | None, number: int, is_whole: bool
) -> Report | None:
    """Return the quotation as said by the speaker before it, by nobody named, or None."""
    words = quotation.parts[0].of(text)
    announced = previous is not None and not previous.content and number - previous.paragraph <= 1
    if not announced and (not is_whole or len(words) < SHORTEST_ALONE):
        return None
    distance = number - previous.paragraph if previous is not None else 99
    if previous is None or distance > 1:
        return Report(
            content=(quotation.outer[0],), speaker=None, cue=None, confidence=NO_SPEAKER, paragraph=number
        )
    return Report(
        content=(quotation.outer[0],),
        speaker=previous.speaker,
        cue=previous.cue,
        confidence=SAME_PARAGRAPH if announced or distance == 0 else NEXT_PARAGRAPH,
        paragraph=number,
    )


def _refusal(text: str, quotation: Quotation) -> Refusal:
    """Return why a quotation is no statement."""
    short = len(quotation.parts[0].of(text)) < SHORTEST_ALONE
    return scare_quotes(quotation.parts[0]) if short else without_speaker(quotation.parts[0])
