"""What somebody is said to have said inside a report: read by the same rules as any sentence."""

from collections.abc import Iterator, Sequence

import msgspec

from reportedly.records import Span, Statement
from reportedly.statements.groups import CueGroup, cue_groups
from reportedly.statements.joining import statements_of
from reportedly.statements.lexicon import Lexicon
from reportedly.statements.passages import QUOTATION, Sentence
from reportedly.statements.reports import Report, read_reports
from reportedly.statements.scenes import range_of
from reportedly.statements.setting import Setting
from reportedly.statements.shaping import Marks
from reportedly.statements.sources import SourceWords, kind_of_words, source_words
from reportedly.text import Word, words_of

# Confidence of a cue from which on its report inside a report is taken: verbs of saying. What somebody
# "hopes" or "wants" inside a report is what the outer speaker tells of them.
_SPEECH = 0.8
# From here on a clause needs no sign of its own ("said the road was shut"); "announced a plan" does.
_PLAIN_SPEECH = 0.85
# An inner report is as sure as the outer one times this, by eye on written examples.
_NESTED = 0.95


class Chaining:
    """What the finding of chains in a text looks things up in."""

    def __init__(self, setting: Setting) -> None:
        self.text = setting.text
        self.lexicon = setting.lexicon
        self.scenes = setting.scenes
        self.marks = Marks(setting.quotations)
        self.known = source_words(setting.language)
        self._groups: dict[int, list[CueGroup]] = {}

    def groups(self, words: Sequence[Word]) -> list[CueGroup]:
        """Return the cues of a sentence with their speakers, read once for each sentence."""
        start = words[0].start
        if start not in self._groups:
            self._groups[start] = cue_groups(words, self.lexicon)
        return self._groups[start]


class Inner(msgspec.Struct, frozen=True):
    """A report inside a report; `is_whole` says that the outer one says nothing else."""

    statement: Statement
    is_whole: bool


def inner_reports(outer: Statement, tools: Chaining) -> Iterator[Inner]:
    """Yield what others are said to have said in the indirect words of a statement."""
    if outer.kind == "direct":
        return
    for span in outer.content:
        sentence = tools.scenes.at(span.start)
        place = range_of(sentence.words, span) if sentence else None
        if sentence is None or place is None:
            continue
        if not any(place[0] < group.cue.start < place[1] for group in tools.groups(sentence.words)):
            continue
        words = sentence.words[place[0] : place[1]]
        for report in read_reports(Sentence(words, sentence.paragraph), tools.lexicon):
            if _is_passed_on(report, words, outer, tools):
                for statement in _statements(report, outer, tools):
                    yield Inner(statement, len(outer.content) == 1 and _covers(report, words, tools.lexicon))


def _statements(report: Report, outer: Statement, tools: Chaining) -> Sequence[Statement]:
    """Return an inner report as a statement, as sure as the outer one at most."""
    found = statements_of(tools.text, [report], tools.marks.found)
    return [msgspec.structs.replace(each, confidence=round(outer.confidence * _NESTED, 2)) for each in found]


def _is_passed_on(report: Report, words: Sequence[Word], outer: Statement, tools: Chaining) -> bool:
    """Return whether a report inside a report is somebody else's words that have been said."""
    if report.speaker is None or report.cue is None or not report.content:
        return False
    speaker, cue = range_of(words, report.speaker), range_of(words, report.cue)
    if speaker is None or cue is None or outer.speaker is None:
        return False
    if kind_of_words(tools.text, words, speaker, tools.known) is None:
        return False
    sureness = _sureness(words, cue, tools.lexicon)
    if sureness < _SPEECH or _is_unsaid(words, speaker, cue, tools.known):
        return False
    if words[speaker[0]].lower in tools.lexicon.pronouns and not is_outlet(outer.speaker, tools):
        return False
    return sureness >= _PLAIN_SPEECH or _is_clause(words, report.content[0], tools.lexicon)


def _sureness(words: Sequence[Word], cue: tuple[int, int], lexicon: Lexicon) -> float:
    """Return the confidence of the longest cue that a range of words is, 0 where it is none."""
    listed = lexicon.by_first.get(words[cue[0]].lower, ())
    length = cue[1] - cue[0]
    fitting = (
        form.confidence for form in listed if len(form.words) == length and form.forms & {"finite", "base"}
    )
    return max(fitting, default=0.0)


def _is_unsaid(
    words: Sequence[Word], speaker: tuple[int, int], cue: tuple[int, int], known: SourceWords
) -> bool:
    """Return whether a word near the cue says that nothing has been said yet ("would say")."""
    between = words[speaker[1] : cue[0]] if speaker[1] <= cue[0] else words[max(0, cue[0] - 2) : cue[0]]
    before = words[: min(speaker[0], cue[0])][-1:]
    return any(word.lower in known.not_yet for word in (*between, *before))


def is_outlet(speaker: Span | None, tools: Chaining) -> bool:
    """Return whether the outer speaker is a paper or an agency, so that "he" is somebody else."""
    named = tuple(words_of(tools.text, speaker)) if speaker else ()
    return bool(named) and kind_of_words(tools.text, named, (0, len(named)), tools.known) == "media"


def _is_clause(words: Sequence[Word], content: Span, lexicon: Lexicon) -> bool:
    """Return whether what is reported has a sign of a clause: "that", a quotation, an auxiliary."""
    place = range_of(words, content)
    if place is None:
        return False
    start, end = place
    before = words[start - 1].lower if start else ""
    if before in lexicon.that or before == ":" or words[start].lower == QUOTATION:
        return True
    return any(w.lower in lexicon.auxiliaries or w.lower in lexicon.passives for w in words[start:end])


def _covers(report: Report, words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Return whether an inner report is all that the outer one says, but for when and where."""
    spans = [each for each in (*report.content, report.speaker, report.cue) if each is not None]
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    before = [word for word in words if word.end <= first]
    behind = [word for word in words if word.start >= last and not word.is_mark]
    opens = before[0].lower in lexicon.prepositions if before else False
    small = all(
        word.is_mark or lexicon.is_adverb(word.lower) or word.lower in lexicon.times for word in before
    )
    return (small or opens) and (not behind or _is_when(behind, lexicon))


def _is_when(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Return whether words behind a report only say when or where it was made."""
    first = words[0].lower
    return len(words) <= 6 and (first in lexicon.prepositions or first in lexicon.times)
