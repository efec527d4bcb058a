"""Who says what in a headline: short clauses without articles, colons in place of verbs.

"Torv: 'The quay stays public'", "Minister warns of floods", "Quay must stay public, says mayor".
"""

from collections.abc import Iterator, Sequence

import msgspec

from reportedly.language import Language
from reportedly.records import Span, Statement
from reportedly.statements.clauses import without_edges
from reportedly.statements.commas import COLONS, COMMAS
from reportedly.statements.describing import describe
from reportedly.statements.headline_speakers import HeadlineSpeakers
from reportedly.statements.headline_verbs import Verb, after_hearer, verb_in
from reportedly.statements.joining import kind_of
from reportedly.statements.lexicon import lexicon_of
from reportedly.statements.passages import QUOTATION, Sentence, sentences_with_quotations
from reportedly.statements.scenes import span_of
from reportedly.statements.setting import Setting, setting_of
from reportedly.statements.shaping import Marks, said_in
from reportedly.statements.speakers import Range
from reportedly.text import quotations

# Confidence by the form of the headline, by eye on written ones: a name, a colon and a quotation; a
# colon alone; a verb of saying behind a comma; a subject and its verb.
QUOTED_AFTER_COLON = 0.85
AFTER_COLON = 0.75
BEFORE_COMMA = 0.8
SUBJECT_AND_VERB = 0.7

_DASHES = {"–", "—", "-"}


class Brief(msgspec.Struct, frozen=True, kw_only=True):
    """A statement of a headline in the making, as places in its words."""

    content: Range
    speaker: Range | None = None
    cue: Range | None = None
    addressee: Range | None = None
    about: Range | None = None
    confidence: float


def headline_statements(
    text: str, headline: Span, told: Sequence[Statement], language: Language
) -> tuple[Statement, ...]:
    """Return who says what in a headline, in reading order; `told` are the statements of its article.

    A name alone before a colon is a place or a topic as often as a speaker: it is one where the article
    has it speak, or words in quotation marks follow.
    """
    lexicon = lexicon_of(language.cues)
    found = quotations(text, [headline])
    sentences = tuple(sentences_with_quotations(text, [headline], found, lexicon))
    words = tuple(word for sentence in sentences for word in sentence.words)
    if not words:
        return ()
    reader = _Reader(HeadlineSpeakers(text, words, told, language), language)
    setting = setting_of(text, (Sentence(words, 0),), found, language)
    return tuple(each for brief in reader.briefs() for each in _statements(brief, reader, setting))


def _statements(brief: Brief, reader: "_Reader", setting: Setting) -> Iterator[Statement]:
    """Yield a headline's statement with all that is said of statements; hearer and topic as it was read."""
    words, marks = reader.words, Marks(setting.quotations)

    def place(each: Range | None) -> Span | None:
        return span_of(words, each) if each else None

    for content in said_in(setting.text, (span_of(words, brief.content),), None, marks, setting.lexicon):
        statement = Statement(
            content=content,
            kind=kind_of(content, marks.parts),
            speaker=place(brief.speaker),
            cue=place(brief.cue),
            found_in="headline",
            confidence=brief.confidence,
        )
        for each in describe([statement], setting):
            yield msgspec.structs.replace(
                each,
                addressee=place(brief.addressee) or each.addressee,
                about=place(brief.about) or each.about,
            )


class _Reader:
    """Reads the words of one headline by the forms that headlines have."""

    def __init__(self, speakers: HeadlineSpeakers, language: Language) -> None:
        self.speakers = speakers
        self.words = speakers.words
        self._lexicon = lexicon_of(language.cues)
        self._topics = frozenset(language.hearers.topics_at_head)
        self._has_labels = frozenset(language.sources.labels)
        self._verbs_lead = language.titles.has_capitals

    def briefs(self) -> list[Brief]:
        """Return the statements of the headline, by the first form that fits."""
        start, end = self._start(), len(self.words)
        while end > start and self.words[end - 1].is_mark and self.words[end - 1].lower != QUOTATION:
            end -= 1
        colon = next((i for i in range(start, end) if self.words[i].lower in COLONS), None)
        spoken = self._subject_and_verb(start, end, colon)
        if not spoken and colon is not None and start < colon < end - 1:
            spoken = self._behind_colon((start, colon), (colon + 1, end))
            spoken = spoken or self._subject_and_verb(colon + 1, end, None)
            spoken = spoken or self._before_colon((start, colon), (colon + 1, end))
        return spoken or self._before_comma(start, end)

    def _start(self) -> int:
        """Return the place behind a label ("Live:", "Watch:")."""
        for at in range(1, min(4, len(self.words))):
            label = " ".join(word.lower for word in self.words[:at])
            if self.words[at].lower in COLONS and label in self._has_labels:
                return at + 1
        return 0

    def _behind_colon(self, left: Range, right: Range) -> list[Brief]:
        """Return what stands behind a colon that has its speaker before it."""
        speaker, about = self._without_topic(left)
        if not self.speakers.is_speaker(speaker, is_quoted=self._is_quotation(right)):
            return []
        quoted = any(word.lower == QUOTATION for word in self.words[right[0] : right[1]])
        sure = QUOTED_AFTER_COLON if quoted else AFTER_COLON
        return [Brief(content=right, speaker=speaker, about=about, confidence=sure)]

    def _before_colon(self, left: Range, right: Range) -> list[Brief]:
        """Return what stands before a colon that has its speaker behind it."""
        quoted = self._is_quotation(left)
        speaker, about = self._without_topic(right)
        if not self.speakers.is_speaker(speaker, is_quoted=quoted):
            return []
        sure = QUOTED_AFTER_COLON if quoted else AFTER_COLON
        return [Brief(content=left, speaker=speaker, about=about, confidence=sure)]

    def _is_quotation(self, place: Range) -> bool:
        """Return whether a stretch stands in quotation marks from its first word to its last."""
        start, end = place
        return self.words[start].lower == QUOTATION and self.words[end - 1].lower == QUOTATION

    def _without_topic(self, place: Range) -> tuple[Range, Range | None]:
        """Return a speaker and the topic behind it: "Mayor on the quay"."""
        for at in range(place[0] + 1, place[1] - 1):
            if self.words[at].lower in self._topics and self.words[at].lower not in ("of",):
                return (place[0], at), (at + 1, place[1])
        return place, None

    def _before_comma(self, start: int, end: int) -> list[Brief]:
        """Return what stands before a comma and a cue, or before a dash and a speaker."""
        for at in range(end - 1, start, -1):
            mark = self.words[at].lower
            if mark not in COMMAS and mark not in _DASHES:
                continue
            content = without_edges(self.words, start, at)
            brief = self._tail(content, at + 1, end, is_dash=mark in _DASHES) if content else None
            return [brief] if brief else []
        quoted = next((i for i in range(start, end - 1) if self.words[i].lower == QUOTATION), None)
        brief = (
            self._tail((start, quoted + 1), quoted + 1, end, is_dash=False) if quoted is not None else None
        )
        return [brief] if brief else []

    def _tail(self, content: Range, start: int, end: int, *, is_dash: bool) -> Brief | None:
        """Return a content with the speaker and the cue behind it, in either order."""
        verb = verb_in(self.words, start, end, self._lexicon)
        if verb is None:
            is_named = is_dash and self.speakers.is_speaker((start, end), is_quoted=False)
            return Brief(content=content, speaker=(start, end), confidence=AFTER_COLON) if is_named else None
        speaker = (verb.end, end) if verb.start == start else (start, verb.start)
        closes = verb.start == start or verb.end == end
        if not closes or not self.speakers.can_speak(speaker):
            return None
        return Brief(content=content, speaker=speaker, cue=(verb.start, verb.end), confidence=BEFORE_COMMA)

    def _subject_and_verb(self, start: int, end: int, colon: int | None) -> list[Brief]:
        """Return what the subject at the head of a headline says, and what it goes on to say."""
        verb = verb_in(self.words, start + 1, end if colon is None else colon, self._lexicon)
        if verb is None or not self._verbs_lead or not self._is_subject((start, verb.start), verb):
            return []
        found: list[Brief] = []
        while verb is not None:
            following = self._further(verb.end, end)
            stop = following.start if following else end
            brief = self._said(verb, stop, (start, verb.start) if not found else found[0].speaker, colon)
            if brief is not None:
                found.append(brief)
            verb = following if brief is not None or found else None
        return found

    def _further(self, start: int, end: int) -> Verb | None:
        """Return the verb right behind a comma, which has the same subject ("praises …, promises …")."""
        for at in range(start, end - 1):
            if self.words[at].lower in COMMAS:
                verb = verb_in(self.words, at + 1, at + 2, self._lexicon)
                if verb is not None:
                    return verb
        return None

    def _is_subject(self, place: Range, verb: Verb) -> bool:
        """Return whether the words before a verb can speak; a verb that is also a noun asks for more."""
        following = self.words[verb.end].lower if verb.end < len(self.words) else ""
        if verb.is_noun_too:
            if following in self._lexicon.infinitive_marks and verb.takes_infinitive:
                return self.speakers.is_listed(place)
            known = self.speakers.is_speaker(place, is_quoted=False) or self.speakers.is_listed(place)
            return known and following not in self._lexicon.prepositions and following != ""
        return self.speakers.can_speak(place)

    def _said(self, verb: Verb, end: int, speaker: Range | None, colon: int | None) -> Brief | None:
        """Return what a verb reports, up to a place: behind the hearer, a word for "that" or a colon."""
        at, hearer = after_hearer(self.words, verb, end, self._lexicon)
        if colon is not None and verb.end <= colon < end:
            hearer = (verb.end, colon) if verb.has_addressee and colon > verb.end else None
            at = colon + 1
        while at < end and self.words[at].lower in self._lexicon.that:
            at += 1
        content = without_edges(self.words, at, end)
        if content is None or speaker is None:
            return None
        return Brief(
            content=content,
            speaker=speaker,
            cue=(verb.start, verb.end),
            addressee=hearer,
            confidence=SUBJECT_AND_VERB,
        )
