"""To whom something was said, and what it was about: the words that say so beside a cue."""

import functools
from collections.abc import Sequence

import msgspec

from reportedly.language import Language
from reportedly.records import Span, Statement
from reportedly.statements.lexicon import Lexicon
from reportedly.statements.passages import QUOTATION
from reportedly.statements.phrases import phrase_at
from reportedly.statements.scenes import Scene, span_of
from reportedly.statements.setting import Setting
from reportedly.statements.speakers import Range
from reportedly.statements.wording import Phrases

_COMMAS = {",", "،"}
# Words: a topic or hearer named at the head of a sentence stands this near to it ("On the dam, ...").
_HEAD = 2
# Words: a tagger's cue that is longer holds when, where or to whom something was said.
_LONGEST_CUE = 3


class HearerWords:
    """A language's words around hearers and topics, made ready for looking up."""

    def __init__(self, language: Language) -> None:
        listed = language.hearers
        self.tells = Phrases(listed.tells)
        self.asks = Phrases(listed.asks)
        self.asks_marks = frozenset(listed.asks_marks)
        self.openers = Phrases(listed.openers)
        self.behind_cue = Phrases(listed.behind_cue)
        self.prefixes = listed.prefixes
        self.topics = Phrases(listed.topics)
        self.topics_at_head = Phrases(listed.topics_at_head)
        self.topics_behind_cue = Phrases(listed.topics_behind_cue)
        self.speeches = frozenset(listed.speeches)
        self.joins = frozenset(listed.joins)
        self.questions = frozenset((*language.cues.question_words, *language.cues.subordinators))
        self.openings = frozenset(language.cues.prepositions)
        self.neither = frozenset(listed.neither)


@functools.cache
def hearer_words(language: Language) -> HearerWords:
    """Return the words of a language; made once for each."""
    return HearerWords(language)


def with_bounded_speakers(statements: Sequence[Statement], setting: Setting) -> list[Statement]:
    """Return the statements, each speaker behind its cue without the hearer or the topic named behind it.

    "dijo Tassin en una entrevista con Radio Sandrel": without a parser the noun phrase runs on.
    """
    if not setting.lexicon.subject_follows and setting.language.titles.has_capitals:
        return list(statements)
    known, scenes = hearer_words(setting.language), setting.scenes
    placed = ((each, scenes.of(each)) for each in statements)
    return [_bounded(_without_question(each, scene, setting.lexicon), scene, known) for each, scene in placed]


def _without_question(statement: Statement, scene: Scene | None, lexicon: Lexicon) -> Statement:
    """Return a statement without a speaker where that says what was asked ("Preguntado por X, dijo")."""
    if scene is None or scene.speaker is None or scene.words[scene.speaker[0]].lower not in lexicon.asked:
        return statement
    return msgspec.structs.replace(statement, speaker=None)


def _bounded(statement: Statement, scene: Scene | None, known: HearerWords) -> Statement:
    """Return a statement whose speaker ends before the words that open a hearer or a topic."""
    if scene is None or statement.speaker is None or scene.speaker is None or scene.cue is None:
        return statement
    if scene.speaker[0] < scene.cue[1]:
        return statement
    start, end = scene.speaker
    for at in range(start + 1, end):
        opens = known.openers.length_at(scene.words, at, len(scene.words))
        opens = opens or known.topics.length_at(scene.words, at, len(scene.words))
        marked = known.prefixes and scene.words[at].lower.startswith(known.prefixes)
        if opens or marked:
            return msgspec.structs.replace(statement, speaker=span_of(scene.words, (start, at)))
    return statement


def with_hearers(statements: Sequence[Statement], setting: Setting) -> Sequence[Statement]:
    """Return the statements with whom each was said to and what it is about."""
    known, scenes = hearer_words(setting.language), setting.scenes
    placed = [(each, _narrowed(scenes.of(each))) for each in statements]
    return [
        msgspec.structs.replace(
            each,
            addressee=addressee_in(scene, known, setting.lexicon),
            about=topic_in(scene, known, setting.lexicon),
        )
        if scene
        else each
        for each, scene in placed
    ]


def _narrowed(scene: Scene | None) -> Scene | None:
    """Return a scene whose long cue is its verb alone: "said in a statement on the dam" holds a topic."""
    if scene is None or scene.cue is None or scene.cue[1] - scene.cue[0] <= _LONGEST_CUE:
        return scene
    return msgspec.structs.replace(scene, cue=(scene.cue[0], scene.cue[0] + 1))


def addressee_in(scene: Scene, known: HearerWords, lexicon: Lexicon) -> Span | None:
    """Return to whom the words of a scene were said, without the preposition, None where nobody is named."""
    if scene.cue is None:
        return None
    found = _asked(scene, known, lexicon) or _told(scene, known, lexicon) or _opened(scene, known, lexicon)
    found = found or _behind_cue(scene, known, lexicon)
    return span_of(scene.words, found) if found else None


def _verb_end(scene: Scene, verbs: Phrases) -> int | None:
    """Return the place behind the cue where the cue ends in a verb of the list, its preposition included."""
    if scene.cue is None:
        return None
    start, end = scene.cue
    for at in range(end - 1, start - 1, -1):
        length = verbs.length_at(scene.words, at, len(scene.words))
        if length and at + length >= end:
            return at + length
    return None


def _told(scene: Scene, known: HearerWords, lexicon: Lexicon) -> Range | None:
    """Return the object of "told" and its like."""
    at = _verb_end(scene, known.tells)
    if at is None or at >= len(scene.words) or scene.words[at].is_mark or not scene.is_free(at):
        return None
    if scene.words[at].lower in lexicon.prepositions:
        return None
    return _named(scene, phrase_at(scene, at, lexicon, known.joins), known)


def _asked(scene: Scene, known: HearerWords, lexicon: Lexicon) -> Range | None:
    """Return the object of "urged" and its like, where what is asked for follows."""
    at = _verb_end(scene, known.asks)
    if at is None or at >= len(scene.words) or scene.words[at].is_mark:
        return None
    bare = Scene(words=scene.words, cue=scene.cue, speaker=scene.speaker, content=())
    found = phrase_at(bare, at, lexicon, known.joins)
    if found is None or found[1] >= len(scene.words):
        return None
    following = scene.words[found[1]].lower
    is_marked = following in known.asks_marks or following == QUOTATION or following in lexicon.that
    return _named(scene, found, known) if is_marked else None


def _opened(scene: Scene, known: HearerWords, lexicon: Lexicon) -> Range | None:
    """Return who follows words like "in a letter to", wherever in the sentence outside of what was said."""
    for start, end in known.openers.all_in(scene.words, 0, len(scene.words)):
        if scene.is_said(start) or end >= len(scene.words) or not scene.is_free(end):
            continue
        found = _named(scene, phrase_at(scene, end, lexicon, known.joins), known)
        if found:
            return found
    return None


def _behind_cue(scene: Scene, known: HearerWords, lexicon: Lexicon) -> Range | None:
    """Return who follows "to" right behind the cue, or is marked by the beginning of a word."""
    at = _behind(scene)
    if at >= len(scene.words) or not scene.is_free(at):
        return None
    length = known.behind_cue.length_at(scene.words, at, len(scene.words))
    if length and at + length < len(scene.words):
        return _named(scene, phrase_at(scene, at + length, lexicon, known.joins), known)
    if known.prefixes and scene.words[at].lower.startswith(known.prefixes):
        return phrase_at(scene, at, lexicon, known.joins) or (at, at + 1)
    return None


def _behind(scene: Scene) -> int:
    """Return the place behind the cue, and behind the speaker where that follows the cue."""
    at = scene.cue[1] if scene.cue else 0
    return scene.speaker[1] if scene.speaker and scene.speaker[0] == at else at


def _named(scene: Scene, found: Range | None, known: HearerWords) -> Range | None:
    """Return a phrase, None where its head is of those words that name neither hearer nor topic."""
    if found is None:
        return None
    start, end = found
    small = known.openings
    head = next((at for at in range(start + 1, end) if scene.words[at].lower in small), end) - 1
    first, last = scene.words[start].lower, scene.words[head].lower
    named = head > start and scene.words[head].is_capital
    bare = {last} if named else {first, last}
    return None if bare & known.neither or first in known.questions else found


def topic_in(scene: Scene, known: HearerWords, lexicon: Lexicon) -> Span | None:
    """Return the words that name what a statement is about, None where none do."""
    if scene.cue is None:
        return None
    words = scene.words
    for start, end in known.topics.all_in(words, 0, len(words)):
        if _can_open_topic(scene, start, end, lexicon):
            found = _topic(scene, start, end, known, lexicon)
            if found:
                return span_of(words, found)
    found = _at_head(scene, known, lexicon) or _of_a_speech(scene, known, lexicon)
    found = found or _topic_behind_cue(scene, known, lexicon)
    return span_of(words, found) if found else None


def _can_open_topic(scene: Scene, start: int, end: int, lexicon: Lexicon) -> bool:
    """Return whether words like "regarding" stand outside of what was said, or open it."""
    if end >= len(scene.words) or scene.words[end].lower[0].isdigit():
        return False
    opens = any(start == first for first, _ in scene.content)
    inside = scene.is_said(start) or (
        scene.speaker is not None and scene.speaker[0] <= start < scene.speaker[1]
    )
    return opens or not inside


def _topic(scene: Scene, start: int, end: int, known: HearerWords, lexicon: Lexicon) -> Range | None:
    """Return the topic behind its opener; where the opener is itself content, in what was said."""
    if scene.is_said(start):
        scene = Scene(words=scene.words, cue=scene.cue, speaker=scene.speaker, content=())
    found = _named(scene, phrase_at(scene, end, lexicon, None), known)
    return None if found and known.openers.first_in(scene.words, *found) else found


def _at_head(scene: Scene, known: HearerWords, lexicon: Lexicon) -> Range | None:
    """Return the topic named at the head of a sentence before a comma: "On the dam, she said"."""
    for at in range(min(_HEAD, len(scene.words))):
        if at and scene.words[at - 1].lower not in lexicon.conjunctions:
            break
        length = known.topics_at_head.length_at(scene.words, at, len(scene.words))
        if length and at + length < len(scene.words):
            found = phrase_at(scene, at + length, lexicon, None)
            ended = found is not None and _is_ended(scene, found[1], lexicon)
            return _named(scene, found, known) if ended else None
    return None


def _is_ended(scene: Scene, at: int, lexicon: Lexicon) -> bool:
    """Return whether a topic at the head ends in a comma, or at the cue where the subject may follow that."""
    if at < len(scene.words) and scene.words[at].lower in _COMMAS:
        return True
    return lexicon.subject_follows and scene.cue is not None and scene.cue[0] == at


def _of_a_speech(scene: Scene, known: HearerWords, lexicon: Lexicon) -> Range | None:
    """Return the topic behind a noun for what is said: "in a statement on the dam"."""
    for at in range(len(scene.words) - 2):
        if scene.words[at].lower not in known.speeches or scene.is_said(at):
            continue
        length = known.topics_at_head.length_at(scene.words, at + 1, len(scene.words))
        if length and scene.words[at + 1].lower not in known.joins and at + 1 + length < len(scene.words):
            found = _named(scene, phrase_at(scene, at + 1 + length, lexicon, None), known)
            if found:
                return found
    return None


def _topic_behind_cue(scene: Scene, known: HearerWords, lexicon: Lexicon) -> Range | None:
    """Return the topic right behind the cue: "she said of the plan"."""
    at = _behind(scene)
    if at + 1 >= len(scene.words) or not scene.is_free(at):
        return None
    length = known.topics_behind_cue.length_at(scene.words, at, len(scene.words))
    return _named(scene, phrase_at(scene, at + length, lexicon, None), known) if length else None
