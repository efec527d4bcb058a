"""The words of a report around its cue: its auxiliaries and adverbs, and what stands up to the words said."""

from reportedly.records import Span, Statement
from reportedly.statements.act_words import ActWords
from reportedly.statements.lexicon import Lexicon
from reportedly.statements.scenes import Scene
from reportedly.statements.setting import Setting

_COMMAS = {",", "،", "，"}
# Code points: in scripts without spaces, how far before a cue the words that turn it round can stand.
_NEAR = 8
# Code points: how far behind a cue "nothing" or "not" still belongs to it, and not to what is said.
_BEHIND = 40


class VerbGroup:
    """Where around a cue negations and hedges of the report can stand, as stretches of text.

    `before` runs from the first auxiliary or adverb of the cue to its end, `behind` from the cue's
    beginning to the words said.
    """

    def __init__(
        self, statement: Statement, cue: Span, scene: Scene, setting: Setting, known: ActWords
    ) -> None:
        self.cue = cue
        self.before = Span(_first_place(statement, cue, scene, setting, known), cue.end)
        self.behind = Span(cue.start, _last_place(statement, cue, scene))


def _first_place(statement: Statement, cue: Span, scene: Scene, setting: Setting, known: ActWords) -> int:
    if scene.cue is None:
        return cue.start
    if not known.is_spaced:
        return _unspaced_place(statement, cue, scene)
    first = _first_word(scene, scene.cue[0], setting.lexicon, known)
    return min(cue.start, scene.words[first].start)


def _first_word(scene: Scene, cue: int, lexicon: Lexicon, known: ActWords) -> int:
    """Return the index of the first word that belongs to the verb whose cue begins at `cue`."""
    at = cue
    while at > 0 and scene.is_free(at - 1):
        if _is_linked(scene.words[at - 1].lower, lexicon, known):
            at -= 1
        elif at > 2 and _is_aside(scene, at, lexicon):
            at -= 3
        else:
            break
    return at


def _is_linked(word: str, lexicon: Lexicon, known: ActWords) -> bool:
    return (
        word in known.links
        or word in lexicon.auxiliaries
        or word in lexicon.passives
        or word in lexicon.infinitive_marks
        or lexicon.is_adverb(word)
    )


def _is_aside(scene: Scene, at: int, lexicon: Lexicon) -> bool:
    """Return whether a single adverb stands between commas right before a place (", however,")."""
    opening, word, closing = (scene.words[at - back].lower for back in (3, 2, 1))
    return (
        opening in _COMMAS
        and closing in _COMMAS
        and (lexicon.is_adverb(word) or word in lexicon.subordinators)
    )


def _unspaced_place(statement: Statement, cue: Span, scene: Scene) -> int:
    """Return where a verb group may begin in a script without spaces: near the cue, behind the speaker."""
    floor = max(scene.words[0].start, cue.start - _NEAR)
    if statement.speaker is not None and statement.speaker.end <= cue.start:
        floor = max(floor, statement.speaker.end)
    ends = [span.end for span in statement.content if span.end <= cue.start]
    return max([floor, *ends])


def _last_place(statement: Statement, cue: Span, scene: Scene) -> int:
    """Return where the words said begin behind a cue, or the cue's end where they stand before it."""
    behind = [span.start for span in statement.content if span.start >= cue.end]
    sentence_end = scene.words[-1].end if scene.words else cue.end
    if statement.speaker is not None and statement.speaker.start >= cue.end:
        behind.append(statement.speaker.start)
    elif not behind:
        return max(cue.end, min(sentence_end, cue.end + _BEHIND)) if not statement.content else cue.end
    return max(cue.end, min([*behind, cue.end + _BEHIND]))
