"""Quotations that no cue in their own sentence reports: whose they are, or why they are none."""

import bisect
from collections.abc import Iterator, Sequence

import msgspec

from reportedly.records import Refusal, Span
from reportedly.statements.lexicon import Lexicon
from reportedly.statements.naming import is_nickname, is_title
from reportedly.statements.passages import QUOTATION, Sentence
from reportedly.statements.refusing import nickname, scare_quotes, title_of_work, without_cue
from reportedly.statements.reports import Report
from reportedly.text import Quotation

# Confidence of a quotation that goes on from one before it, in the same paragraph or the next.
SAME_PARAGRAPH = 0.65
NEXT_PARAGRAPH = 0.6
# Confidence of a whole sentence in quotation marks whose speaker the text near it does not name.
NO_SPEAKER = 0.5
# Characters: shorter quotations without a cue are titles, nicknames and scare quotes.
SHORTEST_ALONE = 25

_FULL_STOPS = (".", "!", "?", "。", "…", "؟")
_FAR = 99


class Claims(msgspec.Struct, frozen=True):
    """What became of the quotations without a cue: reports that grew or are new, and refusals."""

    reports: tuple[Report, ...]
    refusals: tuple[Refusal, ...]


class _Follower(msgspec.Struct, frozen=True):
    """A quotation that no cue claimed, its paragraph, and whether it opens a sentence."""

    quotation: Quotation
    paragraph: int
    is_whole: bool


def claim_quotations(
    text: str,
    sentences: Sequence[Sentence],
    found: Sequence[Quotation],
    reports: Sequence[Report],
    lexicon: Lexicon,
) -> Claims:
    """Return all reports in reading order, those without a cue of their own with the speaker before.

    A quotation behind `"...", she said.` in the same paragraph goes on with that statement; an
    announcement ("She wrote:") gives its speaker to the quotation that follows and then vanishes.
    """
    ordered = sorted(reports, key=_place)
    places = [_place(report) for report in ordered]
    grown = list(ordered)
    refusals: list[Refusal] = []
    latest = -1
    for follower in _followers(sentences, found, reports):
        start = follower.quotation.outer[0].start
        before = bisect.bisect_left(places, start) - 1
        if latest < 0 or (before >= 0 and places[before] > _place(grown[latest])):
            latest = before
        previous = grown[latest] if latest >= 0 else None
        report = _follow_up(text, follower, previous)
        if report is None:
            refusals.append(_refusal(text, follower.quotation, lexicon))
        elif previous is not None and _goes_on(report, previous):
            grown[latest] = msgspec.structs.replace(previous, content=previous.content + report.content)
        else:
            grown.append(report)
            latest = len(grown) - 1
    kept = sorted((report for report in grown if report.content), key=lambda each: each.content)
    return Claims(tuple(kept), tuple(refusals))


def _place(report: Report) -> int:
    """Return where a report stands: at its last span, the cue included."""
    starts = [span.start for span in report.content]
    return max([*starts, report.cue.start] if report.cue else starts)


def _followers(
    sentences: Sequence[Sentence], found: Sequence[Quotation], reports: Sequence[Report]
) -> Iterator[_Follower]:
    """Yield the quotations that no report covers, in order."""
    taken = sorted(span for report in reports for span in report.content)
    ends = _farthest_ends(taken)
    starts = [span.start for span in taken]
    openers = {sentence.words[0].start for sentence in sentences}
    paragraphs = {
        word.start: sentence.paragraph
        for sentence in sentences
        for word in sentence.words
        if word.lower == QUOTATION
    }
    for quotation in found:
        outer = quotation.outer[0]
        places = [bisect.bisect_right(starts, each.start) - 1 for each in quotation.outer]
        claims = (at >= 0 and ends[at] >= each.end for at, each in zip(places, quotation.outer, strict=True))
        if not any(claims):
            yield _Follower(quotation, paragraphs.get(outer.start, 0), outer.start in openers)


def _farthest_ends(spans: Sequence[Span]) -> list[int]:
    """Return for each span in order the farthest end up to it, to ask for cover in one look."""
    ends: list[int] = []
    for span in spans:
        ends.append(max(span.end, ends[-1] if ends else 0))
    return ends


def _follow_up(text: str, follower: _Follower, previous: Report | None) -> Report | None:
    """Return the quotation as said by the speaker before it, by nobody named, or None."""
    number = follower.paragraph
    distance = number - previous.paragraph if previous is not None else _FAR
    announced = previous is not None and not previous.content and distance <= 1
    if not announced and not _can_stand(text, follower, distance):
        return None
    outer = follower.quotation.outer[0]
    if previous is None or distance > 1:
        return Report(content=(outer,), speaker=None, cue=None, confidence=NO_SPEAKER, paragraph=number)
    return Report(
        content=(outer,),
        speaker=previous.speaker,
        cue=previous.cue,
        confidence=SAME_PARAGRAPH if announced or distance == 0 else NEXT_PARAGRAPH,
        paragraph=number,
    )


def _can_stand(text: str, follower: _Follower, distance: int) -> bool:
    """Return whether a quotation is a statement without a cue: whole, and long or a full sentence."""
    words = follower.quotation.parts[0].of(text)
    sentence = distance == 0 and words.endswith(_FULL_STOPS)
    return follower.is_whole and (sentence or len(words) >= SHORTEST_ALONE)


def _goes_on(report: Report, previous: Report) -> bool:
    """Return whether a quotation goes on right behind a quotation that its own cue had followed."""
    if not previous.content or report.paragraph != previous.paragraph or previous.cue is None:
        return False
    return previous.content[-1].start < previous.cue.start or len(previous.content) > 1


def _refusal(text: str, quotation: Quotation, lexicon: Lexicon) -> Refusal:
    """Return why a quotation is no statement."""
    if is_nickname(text, quotation, lexicon):
        return nickname(quotation.parts[0])
    if is_title(text, quotation, lexicon):
        return title_of_work(quotation.parts[0])
    short = len(quotation.parts[0].of(text)) < SHORTEST_ALONE
    return scare_quotes(quotation.parts[0]) if short else without_cue(quotation.parts[0])
