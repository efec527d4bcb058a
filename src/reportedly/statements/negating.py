"""The words that turn a report round: "did not", "nobody", "refused to", "denied"."""

from collections.abc import Iterator, Sequence

import msgspec

from reportedly.records import Span, Statement
from reportedly.statements.act_words import ActWords, act_words
from reportedly.statements.hedging import hold_cue
from reportedly.statements.scenes import Scene
from reportedly.statements.setting import Setting
from reportedly.statements.verb_groups import VerbGroup


def with_negations(statements: Sequence[Statement], setting: Setting) -> list[Statement]:
    """Return the statements with the words that turn their report round, in the order of the text.

    What is said may be negative itself ("said that it would not close"); that turns no report round.
    """
    known, scenes = act_words(setting.language), setting.scenes
    return [
        msgspec.structs.replace(each, negations=_negations(each, scenes.of(each), setting, known))
        for each in statements
    ]


def _negations(
    statement: Statement, scene: Scene | None, setting: Setting, known: ActWords
) -> tuple[Span, ...]:
    if statement.cue is None or scene is None:
        return ()
    group = VerbGroup(statement, statement.cue, scene, setting, known)
    apart: list[Span] = []
    for place in sorted(_candidates(statement, group, setting.text, known)):
        if not apart or apart[-1].end <= place.start:
            apart.append(place)
    return tuple(apart)


def _candidates(statement: Statement, group: VerbGroup, text: str, known: ActWords) -> Iterator[Span]:
    yield from known.negations.all_in(text, group.before)
    yield from known.negations_behind.all_in(text, group.behind)
    if not hold_cue(statement.hedges, group.cue):
        yield from known.denials.all_in(text, group.cue)
    if statement.speaker is not None:
        found = known.negated_subjects.label_at(text, statement.speaker.start, statement.speaker.end)
        if found is not None and found[0]:
            yield found[1]
