"""What a speaker does by saying something: asks, denies, promises, praises, or only thinks it."""

from collections.abc import Iterator, Sequence
from typing import cast

import msgspec

from reportedly.records import Span, Statement, StatementAct
from reportedly.statements.act_words import ActWords, act_words
from reportedly.statements.hedging import hold_cue
from reportedly.statements.scenes import Scene
from reportedly.statements.setting import Setting
from reportedly.text import words_of

_QUESTION_MARKS = ("?", "？", "؟", "?!", "？！")
_SAYS: StatementAct = "says"
# Code points behind a cue in which its complement shows what is done: "asked the clerk of the court to".
_COMPLEMENT = 80


def with_acts(statements: Sequence[Statement], setting: Setting) -> list[Statement]:
    """Return the statements with their acts; those whose words show none say something."""
    known, scenes = act_words(setting.language), setting.scenes
    return [
        msgspec.structs.replace(each, act=_act_of(each, scenes.of(each), setting.text, known))
        for each in statements
    ]


def _act_of(statement: Statement, scene: Scene | None, text: str, known: ActWords) -> StatementAct:
    cue = statement.cue
    act = _SAYS if cue is None else _act_of_cue(cue, scene, text, known)
    if cue is not None and act != _SAYS and hold_cue(statement.hedges, cue):
        return _SAYS
    if act == _SAYS and _is_question(statement, text):
        return "asks"
    if act == _SAYS and cue is not None and _is_threat(statement, cue, text, known):
        return "threatens"
    return act


def _act_of_cue(cue: Span, scene: Scene | None, text: str, known: ActWords) -> StatementAct:
    """Return the act that the first listed word of a cue shows, with what follows it in its sentence."""
    end = cue.end + _COMPLEMENT
    if scene is not None and scene.words:
        end = min(end, max(cue.end, scene.words[-1].end))
    for place in _beginnings(cue, text, known):
        found = known.acts.label_at(text, place, end)
        if found is not None:
            return cast("StatementAct", found[0])
    return _SAYS


def _beginnings(cue: Span, text: str, known: ActWords) -> Iterator[int]:
    """Yield where words of a cue begin; in scripts without spaces that is anywhere."""
    if known.is_spaced:
        yield from (word.start for word in words_of(text, cue))
    else:
        yield from range(cue.start, cue.end)


def _is_question(statement: Statement, text: str) -> bool:
    """Return whether somebody's own words end in a question mark."""
    if statement.kind != "direct":
        return False
    last = statement.content[-1]
    return last.of(text).rstrip().endswith(_QUESTION_MARKS)


def _is_threat(statement: Statement, cue: Span, text: str, known: ActWords) -> bool:
    """Return whether a warning announces harm by the one who warns: "warned that it would strike back"."""
    if not any(known.threat_words.all_in(text, cue)):
        return False
    opening = statement.content[0].start
    if known.own_side.label_at(text, opening, statement.content[0].end):
        return True
    return any(any(known.threats.all_in(text, span)) for span in statement.content)
