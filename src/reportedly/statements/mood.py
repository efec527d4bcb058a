"""Sentences that go on reporting without a cue, by the mood of their verb (German "Er sei krank")."""

from collections.abc import Iterator, Sequence

import msgspec

from reportedly.records import Span
from reportedly.statements.clauses import last_word
from reportedly.statements.lexicon import Lexicon
from reportedly.statements.passages import Sentence
from reportedly.statements.reports import Report

# Confidence of a sentence in the reporting mood right behind a report, by eye on German news.
FOLLOWS_REPORT = 0.6

# Words: shorter sentences in this mood are wishes and set phrases.
_SHORTEST = 4


def mood_reports(
    sentences: Sequence[Sentence], reports: Sequence[Report], lexicon: Lexicon
) -> Iterator[Report]:
    """Yield the sentences in the reporting mood that follow a report in their paragraph.

    They have the speaker of the report before them and no cue; those that stand one behind the other are
    one report.
    """
    if not lexicon.reported_mood:
        return
    starting = {sentence.words[0].start: sentence for sentence in sentences}
    by_place = iter(sorted(reports, key=lambda report: report.content[0]))
    upcoming = next(by_place, None)
    previous: Report | None = None
    going_on: Report | None = None
    for sentence in starting.values():
        end = sentence.words[-1].end
        reported = False
        while upcoming is not None and upcoming.content[0].start < end:
            previous, reported, upcoming = upcoming, True, next(by_place, None)
        apart = reported or previous is None or previous.paragraph != sentence.paragraph
        if previous is not None and not apart and _is_in_mood(sentence, lexicon):
            own = _followed(sentence, previous)
            going_on = _joined(going_on, own) if going_on else own
        elif going_on is not None:
            yield going_on
            going_on = None
    if going_on is not None:
        yield going_on


def _is_in_mood(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Return whether a sentence is long enough and has a verb in the reporting mood."""
    if len(sentence.words) < _SHORTEST:
        return False
    return any(word.lower in lexicon.reported_mood for word in sentence.words)


def _followed(sentence: Sentence, previous: Report) -> Report:
    """Return the sentence as a report by the speaker of the one before."""
    words = sentence.words
    return Report(
        content=(Span(words[0].start, words[max(1, last_word(words)) - 1].end),),
        speaker=previous.speaker,
        cue=None,
        confidence=FOLLOWS_REPORT,
        paragraph=sentence.paragraph,
    )


def _joined(first: Report, second: Report) -> Report:
    """Return two neighbours as one report."""
    whole = Span(first.content[0].start, second.content[0].end)
    return msgspec.structs.replace(first, content=(whole,))
