"""A statement in its sentence: which words are its cue, its speaker and what was said."""

import bisect
from collections.abc import Iterator, Sequence

import msgspec

from reportedly.records import Span, Statement
from reportedly.statements.passages import Sentence
from reportedly.statements.speakers import Range
from reportedly.text import Word

_COMMAS = {",", "،", "，"}
_ENDS = {*_COMMAS, ";", ":", "—", "–", "(", ")", ".", "?", "!"}
# Words: how long a description between commas beside a speaker can be.
_LONGEST_DESCRIPTION = 24


class Scene(msgspec.Struct, frozen=True, kw_only=True):
    """The words of the sentence that a statement's cue stands in, and what they are.

    Ranges are places in `words`. A speaker of another sentence has none here.
    """

    words: tuple[Word, ...]
    cue: Range | None
    speaker: Range | None
    content: tuple[Range, ...]

    def is_said(self, at: int) -> bool:
        """Return whether a word belongs to what was said."""
        return any(start <= at < end for start, end in self.content)

    def is_free(self, at: int) -> bool:
        """Return whether a word is neither content, nor speaker, nor cue."""
        ranges = (*self.content, *(each for each in (self.cue, self.speaker) if each))
        return not any(start <= at < end for start, end in ranges)

    def said_from(self, at: int) -> int:
        """Return where the first word said stands at or behind a place, else the end of the sentence."""
        return min((start for start, _ in self.content if start >= at), default=len(self.words))


class Scenes:
    """The sentences of a text, asked for by place."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sorted(sentences, key=lambda each: each.words[0].start)
        self._starts = [each.words[0].start for each in self._sentences]
        self._known: dict[tuple[object, ...], Scene | None] = {}

    def of(self, statement: Statement) -> Scene | None:
        """Return a statement in the sentence of its cue, or of its first words where it has none."""
        spans = (statement.cue, statement.speaker, statement.content)
        if spans not in self._known:
            anchor = statement.cue or statement.content[0]
            sentence = self.at(anchor.start)
            self._known[spans] = scene_in(sentence.words, statement) if sentence else None
        return self._known[spans]

    def naming(self, statement: Statement) -> Scene | None:
        """Return a statement in the sentence that its speaker is named in, which may be one before."""
        sentence = self.at(statement.speaker.start) if statement.speaker else None
        return scene_in(sentence.words, statement) if sentence else None

    def at(self, place: int) -> Sentence | None:
        """Return the sentence that a place stands in."""
        number = bisect.bisect_right(self._starts, place) - 1
        return self._sentences[number] if number >= 0 else None


def scene_in(words: tuple[Word, ...], statement: Statement) -> Scene:
    """Return a statement among the words of its sentence."""
    content = (range_of(words, span) for span in statement.content)
    return Scene(
        words=words,
        cue=range_of(words, statement.cue) if statement.cue else None,
        speaker=range_of(words, statement.speaker) if statement.speaker else None,
        content=tuple(each for each in content if each),
    )


def range_of(words: Sequence[Word], span: Span) -> Range | None:
    """Return the words that share a letter with a span, None where there are none."""
    start = bisect.bisect_right(words, span.start, key=lambda word: word.end)
    end = bisect.bisect_left(words, span.end, start, key=lambda word: word.start)
    return (start, end) if start < end else None


def span_of(words: Sequence[Word], each: Range) -> Span:
    """Return the stretch of text from the first to the last word of a range."""
    return Span(words[each[0]].start, words[each[1] - 1].end)


def descriptions(scene: Scene) -> Iterator[Range]:
    """Yield the speaker, then what stands beside it between commas ("Ann Lee, a lawyer, said")."""
    if scene.speaker is None:
        return
    start, end = scene.speaker
    yield from parts_of(scene.words, start, end)
    behind = _between_commas(scene, end)
    if behind:
        yield behind
    if start >= 2 and scene.words[start - 1].lower in _COMMAS:
        first = start - 1
        while first > 0 and scene.words[first - 1].lower not in _ENDS and scene.is_free(first - 1):
            first -= 1
        if 0 < start - 1 - first <= _LONGEST_DESCRIPTION:
            yield first, start - 1


def parts_of(words: Sequence[Word], start: int, end: int) -> Iterator[Range]:
    """Yield what the commas inside a speaker divide: the name, and what describes it."""
    first = start
    for at in range(start, end):
        if words[at].lower in _COMMAS:
            if at > first:
                yield first, at
            first = at + 1
    if end > first:
        yield first, end


def _between_commas(scene: Scene, at: int) -> Range | None:
    """Return the words from a comma at `at` to the next comma, or to the cue or what was said."""
    words = scene.words
    if at < len(words) and words[at].lower not in _COMMAS:
        stop = at
        while stop < len(words) and words[stop].lower not in _ENDS and scene.is_free(stop):
            stop += 1
        return (at, stop) if stop > at else None
    at += 1
    end = at
    while end < len(words) and words[end].lower not in _ENDS and scene.is_free(end):
        end += 1
    return (at, end) if at < end <= at + _LONGEST_DESCRIPTION else None
