"""The words that weaken a report, or what is said: "reportedly", "would not rule out", "may"."""

import bisect
import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from reportedly.records import Span, Statement
from reportedly.statements.act_words import ActWords, act_words
from reportedly.statements.scenes import Scene
from reportedly.statements.setting import Setting
from reportedly.statements.verb_groups import VerbGroup

# Where a clause inside what is said ends, and its main clause may go on.
_CLAUSE_END = re.compile(r"[,;:.!?،؛؟。！？，；：\n]|[–—]")


def with_hedges(statements: Sequence[Statement], setting: Setting) -> list[Statement]:
    """Return the statements with the words that weaken them, in the order of the text.

    Those of the report stand with its cue; those of what is said stand in its main clauses. What a
    clause inside it leaves open ("because the rain may come") weakens neither.
    """
    known, scenes = act_words(setting.language), setting.scenes
    spans = [span for each in statements for span in each.content]
    whole = Span(min((s.start for s in spans), default=0), max((s.end for s in spans), default=0))
    weak = _Places(known.content_hedges.all_in(setting.text, whole))
    openers = _Places(known.subordinate.all_in(setting.text, whole))
    return [
        msgspec.structs.replace(
            each, hedges=_hedges(each, scenes.of(each), setting, known, weak=weak, openers=openers)
        )
        for each in statements
    ]


class _Places:
    """Stretches of a text in order, none inside another, asked for by place."""

    def __init__(self, found: Iterable[Span]) -> None:
        self._spans = list(found)
        self._starts = [span.start for span in self._spans]

    def within(self, part: Span) -> Iterator[Span]:
        """Yield those that stand wholly inside a stretch."""
        first, last = (bisect.bisect_left(self._starts, place) for place in (part.start, part.end))
        yield from (span for span in self._spans[first:last] if span.end <= part.end)


def hold_cue(hedges: Sequence[Span], cue: Span) -> bool:
    """Return whether a cue is itself part of a hedge ("would not rule out"), and so does nothing else."""
    return any(hedge.overlaps(cue) for hedge in hedges)


def _hedges(
    statement: Statement,
    scene: Scene | None,
    setting: Setting,
    known: ActWords,
    *,
    weak: _Places,
    openers: _Places,
) -> tuple[Span, ...]:
    found: set[Span] = set()
    if statement.cue is not None and scene is not None:
        group = VerbGroup(statement, statement.cue, scene, setting, known)
        found.update(known.hedges.all_in(setting.text, group.before))
    for part in statement.content:
        places = list(weak.within(part))
        inside = list(_subordinate(setting.text, part, openers)) if places else []
        found.update(place for place in places if not any(each.overlaps(place) for each in inside))
    return tuple(sorted(found))


def _subordinate(text: str, part: Span, openers: _Places) -> Iterator[Span]:
    """Yield the stretches of what is said that are no main clause: from their first word to the next mark."""
    for opener in openers.within(part):
        end = _CLAUSE_END.search(text, opener.end, part.end)
        yield Span(opener.start, end.start() if end else part.end)
