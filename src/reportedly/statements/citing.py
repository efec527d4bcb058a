"""Whom a reporter leans on: "citing", "quoted … as saying", "according to", "…, AVA reported"."""

from collections.abc import Iterator, Sequence

import msgspec

from reportedly.records import Relay, Span, Statement
from reportedly.statements.clauses import is_tail, last_word
from reportedly.statements.commas import COMMAS
from reportedly.statements.groups import CueGroup
from reportedly.statements.joining import kind_of
from reportedly.statements.lexicon import Lexicon
from reportedly.statements.phrases import phrase_at
from reportedly.statements.scenes import Scene, span_of
from reportedly.statements.shaping import Marks, said_in
from reportedly.statements.sources import SourceWords, kind_of_words, names_source
from reportedly.statements.speakers import Range, speaker_before


def cited(text: str, scene: Scene, known: SourceWords, lexicon: Lexicon) -> Relay | None:
    """Return the source that a sentence cites outside of what was said ("citing two officials")."""
    words = scene.words
    for start, end in known.citing.all_in(words, 0, len(words)):
        if scene.is_said(start) or end >= len(words):
            continue
        bare = Scene(words=words, cue=None, speaker=scene.speaker, content=scene.content)
        place = phrase_at(bare, end, lexicon, None)
        quotes = place is not None and known.as_saying.length_at(words, place[1] - 1, len(words)) > 0
        if place is not None and not quotes and _is_source(text, scene, place, known):
            return Relay(source=span_of(words, place), cue=span_of(words, (start, end)))
    return None


def _is_source(text: str, scene: Scene, place: Range, known: SourceWords) -> bool:
    """Return whether a cited phrase names somebody or something that can say a thing."""
    words = scene.words
    if known.anonymous.first_in(words, *place):
        return True
    return names_source(text, words, place, known)


def quoted(
    text: str, scene: Scene, statement: Statement, marks: Marks, lexicon: Lexicon, known: SourceWords
) -> Statement | None:
    """Return a statement that somebody is quoted with, by the one quoted and with the quoting outlet."""
    words = scene.words
    verb = next((each for each in known.quoting.all_in(words, 0, len(words)) if _is_verb(scene, each)), None)
    saying = known.as_saying.first_in(words, verb[1], len(words)) if verb else None
    if verb is None or saying is None or any(word.is_mark for word in words[verb[1] : saying[0]]):
        return None
    passive = words[verb[0] - 1].lower in lexicon.passives if verb[0] else False
    parties = _quoted_parties(words_scene(scene), statement, verb, saying, known, lexicon, passive=passive)
    if parties is None:
        return None
    speaker, relay = parties
    cue = Span(
        words[saying[0] + 1].start if saying[1] - saying[0] > 1 else words[saying[0]].start,
        words[saying[1] - 1].end,
    )
    content = _behind(text, statement, cue.end, marks, lexicon)
    if not content:
        return None
    return msgspec.structs.replace(
        statement,
        speaker=speaker,
        cue=cue,
        chain=(relay,),
        content=content,
        kind=kind_of(content, marks.parts),
    )


def words_scene(scene: Scene) -> Scene:
    """Return a scene of the same words in which nothing is taken."""
    return Scene(words=scene.words, cue=None, speaker=None, content=())


def _is_verb(scene: Scene, place: Range) -> bool:
    """Return whether a quoting verb is the scene's cue or stands free of what was said."""
    in_cue = scene.cue is not None and scene.cue[0] <= place[0] < scene.cue[1]
    return in_cue or scene.is_free(place[0])


def _quoted_parties(
    scene: Scene,
    statement: Statement,
    verb: Range,
    saying: Range,
    known: SourceWords,
    lexicon: Lexicon,
    *,
    passive: bool,
) -> tuple[Span, Relay] | None:
    """Return who is quoted, and the outlet with its verb."""
    words = scene.words
    cue = span_of(words, verb)
    if not passive:
        inner = phrase_at(scene, verb[1], lexicon, None, saying[0])
        outer = speaker_before(words, verb[0] - 1, 0, lexicon) if verb[0] else None
        source = statement.speaker if outer is None else span_of(words, outer)
        if statement.speaker is not None and statement.speaker.end <= cue.start:
            source = statement.speaker
        return (span_of(words, inner), Relay(source=source, cue=cue)) if inner and source else None
    by = known.quoted_by.first_in(words, verb[1], min(len(words), saying[1] + 2))
    outlet = phrase_at(scene, by[1], lexicon, None) if by else None
    if by is not None and by[0] < saying[0]:
        outlet = phrase_at(scene, by[1], lexicon, None, saying[0])
    subject = speaker_before(words, _before_passive(scene, verb[0], lexicon), 0, lexicon)
    if outlet is None or subject is None:
        return None
    return span_of(words, subject), Relay(source=span_of(words, outlet), cue=cue)


def _before_passive(scene: Scene, at: int, lexicon: Lexicon) -> int:
    """Return the last word before the auxiliaries of a passive."""
    at -= 1
    while at >= 0 and (
        scene.words[at].lower in lexicon.passives or scene.words[at].lower in lexicon.auxiliaries
    ):
        at -= 1
    return at


def _behind(text: str, statement: Statement, place: int, marks: Marks, lexicon: Lexicon) -> tuple[Span, ...]:
    """Return what of a statement's words stands behind a place, or all where all stands elsewhere."""
    spans = []
    for span in statement.content:
        if span.start < place < span.end:
            spans.append(Span(place, span.end))
        elif span.end > place or span.end <= (statement.cue.start if statement.cue else 0):
            spans.append(span)
    groups = said_in(text, spans, None, marks, lexicon) if spans else []
    return tuple(sorted({span for group in groups for span in group}))


def relays_beside(
    text: str, scene: Scene, groups: Sequence[CueGroup], known: SourceWords, lexicon: Lexicon
) -> Iterator[Relay]:
    """Yield the outlets that a sentence names beside a statement: "according to AVA", "…, AVA reported"."""
    words = scene.words
    for group in groups:
        place, speaker = (group.cue.start, group.cue.end), group.speaker
        if speaker is None or not scene.is_free(place[0]) or not scene.is_free(speaker[0]):
            continue
        is_according = group.cue.role in ("according", "according_after")
        if is_according or _reports_all(text, scene, group, known, lexicon):
            yield Relay(source=span_of(words, speaker), cue=span_of(words, place))


def _reports_all(text: str, scene: Scene, group: CueGroup, known: SourceWords, lexicon: Lexicon) -> bool:
    """Return whether an outlet's cue ends a sentence behind a comma ("…, AVA reported on Monday")."""
    words = scene.words
    if group.speaker is None or kind_of_words(text, words, group.speaker, known) != "media":
        return False
    if not group.cue.form.takes >= {"clause", "quotation"} or group.start == 0:
        return False
    divided = words[group.start - 1].lower in COMMAS
    return divided and is_tail(words, group.end, last_word(words), lexicon)
