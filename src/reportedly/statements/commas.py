"""What a comma opens, in languages that set one before every clause."""

from collections.abc import Sequence

from reportedly.statements.lexicon import Lexicon
from reportedly.statements.passages import QUOTATION
from reportedly.text import Word

COMMAS = {",", "،", "，", "、"}
COLONS = {":", "："}

# Words: a stretch between two commas that is shorter holds no verb with what belongs to it.
_SHORTEST_CLAUSE = 3


def may_open(words: Sequence[Word], comma: int, end: int, lexicon: Lexicon, *, is_near: bool) -> bool:
    """Return whether a comma opens what somebody said, not a relative clause, a reason or a decimal.

    The mood of its verb or an infinitive shows it, or that it opens like a main clause.
    """
    if not lexicon.clause_needs_mark or not lexicon.adjoined:
        return True
    at = comma + 1
    if at >= end or (words[comma - 1].lower.isdigit() and words[at].lower.isdigit()):
        return False
    word = words[at].lower
    if word in lexicon.that or word in lexicon.questions or word == QUOTATION:
        return True
    if word in lexicon.adjoined:
        return False
    stop = next((i for i in range(at, end) if words[i].lower in COMMAS), end)
    clause = words[at:stop]
    if len(clause) < _SHORTEST_CLAUSE:
        return False
    if any(each.lower in lexicon.reported_mood for each in clause):
        return True
    if _has_infinitive(clause, lexicon):
        return True
    behind = words[at + 1].lower if word in lexicon.prepositions else word
    return is_near or behind not in lexicon.relatives


def _has_infinitive(clause: Sequence[Word], lexicon: Lexicon) -> bool:
    """Return whether a clause ends in an infinitive with its mark, as one word or as two."""
    marks = lexicon.infinitive_marks
    before = clause[-2].lower if len(clause) > 1 else ""
    return before in marks or any(mark in clause[-1].lower[1:-3] for mark in marks)


def is_reason(words: Sequence[Word], stretch: tuple[int, int], lexicon: Lexicon) -> bool:
    """Return whether a stretch is a clause that gives a time or a reason and that nobody said."""
    inside = words[stretch[0] : stretch[1]]
    return inside[0].lower in lexicon.adjoined and not any(
        each.lower in lexicon.reported_mood for each in inside
    )
