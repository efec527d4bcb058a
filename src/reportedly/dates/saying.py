"""The day on which something was said: by the words beside the cue, by the occasion, by the report's day.

Three kinds of evidence, the first that is there decides. The words beside the verb of saying ("said on
Monday", "On Monday, the mayor told …"). The occasion that the text goes on telling of ("had a meeting on
Monday. In the meeting, the Leader …"): the last one named before the statement, for the head of a report
the first one behind it. The day of the report, for news is told on the day or the day after.
"""

import datetime
import functools
import itertools
from collections.abc import Iterator, Sequence

import msgspec

from reportedly.language import Language
from reportedly.records import Moment, Span, Statement
from reportedly.text import quotations, sentences_of, words_of

# Words between a verb of saying and its day. Behind it stand the hearer and the place ("told reporters at
# the gate of the works on Monday"); beyond so many the day mostly belongs to something else.
_BEHIND, _BESIDE_OCCASION = 9, 16
_IN_FRONT = 12  # words of "On Monday, at a meeting of the council in Lindmark, Torv said"
_TIGHT = 2  # words between a verb and a month or a year that it is said to have been in
_OLDEST_OCCASION_DAYS = 21  # an occasion longer ago is recalled, not reported
_SURE_OF_OCCASION, _SURE_OF_REPORT = 0.6, 0.4
_DATELINE_ENDS = frozenset("\n—–")  # behind "LINDMARK, Jan. 1 (KNA) —" the report itself begins
_HEAD_SENTENCES = 6  # sentences of a report among which the occasion stands that its head sums up


class _Occasion(msgspec.Struct, frozen=True):
    """A day on which something was said or people met, and where the sentence that says so ends."""

    moment: Moment
    sentence_end: int


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """What of an article tells on which day its statements were made; made once for all of them."""

    text: str
    paragraphs: tuple[Span, ...]
    moments: tuple[Moment, ...]
    language: Language
    anchor: datetime.date
    published_at: Span | None
    occasions: tuple[_Occasion, ...]
    head_end: int


def telling_of(
    text: str,
    paragraphs: Sequence[Span],
    moments: Sequence[Moment],
    language: Language,
    anchor: datetime.date,
    published_at: Span | None,
) -> Telling:
    """Return what `day_said` reads; `moments` are those of `paragraphs`, reckoned from `anchor`.

    `published_at` is where the text shows the day it was published, None where only markup says it.
    """
    days = [m for m in moments if _is_day(m, anchor)]
    quoted = [outer for quotation in quotations(text, paragraphs) for outer in quotation.outer]
    told = [m for m in days if not any(_overlap(m.words, outer) for outer in quoted)]
    found = []
    dated = [p for p in paragraphs if any(p.start <= m.words.start < p.end for m in told)]
    for sentence in (s for p in dated for s in sentences_of(text, p, _abbreviations(language))):
        inside = [m for m in told if sentence.start <= m.words.start < sentence.end]
        found += [_Occasion(m, sentence.end) for m in inside if _is_occasion(text, sentence, m, language)]
    return Telling(
        text=text,
        paragraphs=tuple(paragraphs),
        moments=tuple(moments),
        language=language,
        anchor=anchor,
        published_at=published_at,
        head_end=_head_end(text, paragraphs),
        occasions=tuple(o for o in found if (anchor - _first(o.moment)).days <= _OLDEST_OCCASION_DAYS),
    )


def day_said(telling: Telling, statement: Statement) -> Moment:
    """Return the day on which a statement was made, with the words that say so.

    `inferred_from` is None where words beside the cue say it, `occasion` where an occasion told of
    before does, `published` where nothing does and the day of the report stands in; the words are
    then the printed date, or nothing (an empty span at the statement) where only markup has one.
    """
    own = _own_day(telling, statement)
    if own is not None:
        return own
    occasion = _occasion_of(telling, statement)
    if occasion is not None:
        sure = min(occasion.confidence, _SURE_OF_OCCASION)
        return msgspec.structs.replace(occasion, inferred_from="occasion", confidence=sure)
    start = statement.content[0].start if statement.content else 0
    return Moment(
        words=telling.published_at or Span(start, start),
        kind="date",
        value=telling.anchor.isoformat(),
        precision="day",
        first=telling.anchor,
        last=telling.anchor,
        confidence=_SURE_OF_REPORT,
        inferred_from="published",
    )


def _own_day(telling: Telling, statement: Statement) -> Moment | None:
    """Return the day that the words beside the cue give, of several the nearest."""
    cue = statement.cue
    paragraph = next((p for p in telling.paragraphs if cue and p.start <= cue.start < p.end), None)
    if cue is None or paragraph is None:
        return None
    near = [m for m in telling.moments if paragraph.start <= m.words.start < paragraph.end]
    sentence = _sentence_at(telling, paragraph, cue.start) if near else None
    if sentence is None:
        return None
    speaker = statement.speaker
    head = Span(cue.start, cue.end)
    if speaker is not None and sentence.start <= speaker.start < sentence.end:
        head = Span(min(cue.start, speaker.start), max(cue.end, speaker.end))
    rated = []
    for moment in near:
        if not (sentence.start <= moment.words.start < sentence.end):
            continue
        if not _can_date(telling, statement, moment):
            continue
        far = _distance(telling, statement, sentence, head, moment)
        if far is not None:
            rated.append((far, moment.words.start, moment))
    return min(rated, key=lambda each: each[:2])[2] if rated else None


def _can_date(telling: Telling, statement: Statement, moment: Moment) -> bool:
    """Return whether a moment is some past days and stands neither in the report nor in the speaker."""
    if moment.first is None or moment.kind not in ("date", "time") or moment.first > telling.anchor:
        return False
    taken = (*statement.content, *((statement.speaker,) if statement.speaker else ()))
    return not any(_overlap(moment.words, span) for span in taken)


def _distance(
    telling: Telling, statement: Statement, sentence: Span, head: Span, moment: Moment
) -> int | None:
    """Return how many words stand between cue and moment, None where it does not date the cue."""
    stretch = _between(statement, head, moment.words)
    if stretch is None or not _DATELINE_ENDS.isdisjoint(stretch.of(telling.text)):
        return None
    passed = _words(telling.text, stretch)
    is_in_front = moment.words.end <= head.start
    before = _words(telling.text, Span(sentence.start, moment.words.start)) if is_in_front else []
    reach = _IN_FRONT if is_in_front else _BEHIND
    if len(passed) > reach or _apart(telling.language) & {*passed, *before}:
        return None
    return len(passed) if moment.precision == "day" or len(passed) <= _TIGHT else None


def _between(statement: Statement, head: Span, words: Span) -> Span | None:
    """Return what stands between a cue with its speaker and some words; None where a report begins there."""
    if words.start >= head.end:
        parts = statement.content
        is_cut = any(head.end <= span.start < words.start for span in parts)
        return None if is_cut else Span(head.end, words.start)
    if words.end <= head.start:
        stretch = Span(words.end, head.start)
        return None if any(_overlap(span, stretch) for span in statement.content) else stretch
    speaker, cue = statement.speaker, statement.cue
    begin = speaker.end if speaker and cue and speaker.end <= cue.start else head.start
    return Span(min(begin, words.start), words.start)


def _occasion_of(telling: Telling, statement: Statement) -> Moment | None:
    """Return the occasion on which a statement was made: the last one told before it, or the head's."""
    start = min(span.start for span in (*statement.content, *(s for s in (statement.cue,) if s)))
    before = [o for o in telling.occasions if o.moment.words.start < start]
    if before:
        return before[-1].moment
    first = next(iter(telling.occasions), None)
    is_head = first is not None and start < telling.head_end and first.sentence_end <= telling.head_end
    return first.moment if first and is_head else None


def _head_end(text: str, paragraphs: Sequence[Span]) -> int:
    """Return where the head of a report ends: its first sentences."""
    sentences = (s for p in paragraphs for s in sentences_of(text, p))
    head = list(itertools.islice(sentences, _HEAD_SENTENCES))
    return head[-1].end if head else 0


def _is_occasion(text: str, sentence: Span, moment: Moment, language: Language) -> bool:
    """Return whether a sentence tells of something said, or of people who met, on that day."""
    words = [word for word in words_of(text, sentence) if not word.is_mark]
    place = sum(word.start < moment.words.start for word in words)
    lower = [word.lower for word in words]
    said, apart = _said_words(language), _apart(language)
    if place <= _TIGHT:  # "On Monday the council met …"
        return bool(said & set(lower[place : place + _IN_FRONT])) and not apart & set(lower[:place])
    nearest = next(
        (w for w in reversed(lower[max(0, place - _BESIDE_OCCASION) : place]) if w in said | apart), ""
    )
    if nearest:
        return nearest not in apart
    end = sum(word.start < moment.words.end for word in words)
    return bool(said & set(lower[end : end + _TIGHT + 1]))  # "the council on Monday said"


def _sentence_at(telling: Telling, paragraph: Span, place: int) -> Span | None:
    sentences = sentences_of(telling.text, paragraph, _abbreviations(telling.language))
    return next((s for s in sentences if s.start <= place < s.end), None)


def _is_day(moment: Moment, anchor: datetime.date) -> bool:
    is_day = moment.kind in ("date", "time") and moment.precision == "day"
    return is_day and moment.first is not None and moment.first <= anchor


def _first(moment: Moment) -> datetime.date:
    return moment.first or datetime.date.min


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _words(text: str, span: Span) -> list[str]:
    return [word.lower for word in words_of(text, span) if not word.is_mark] if span.start < span.end else []


def _abbreviations(language: Language) -> frozenset[str]:
    return _sets(language)[2]


def _apart(language: Language) -> frozenset[str]:
    return _sets(language)[1]


def _said_words(language: Language) -> frozenset[str]:
    return _sets(language)[0]


@functools.lru_cache(maxsize=32)
def _sets(language: Language) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return the words of saying and meeting, those that set a day apart, and the abbreviations."""
    said = frozenset((*_verb_forms(language), *language.date_words.occasions))
    return said, frozenset(language.date_words.apart), frozenset(language.cues.abbreviations)


def _verb_forms(language: Language) -> Iterator[str]:
    for verbs in language.cues.verbs:
        yield from (form for form in (*verbs.finite, *verbs.participles) if form.isalpha())
