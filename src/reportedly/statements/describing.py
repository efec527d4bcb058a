"""What a statement is beside its words: one function an aspect, after tagger and rules have done their work.

An aspect takes all statements of a text in reading order and returns the same statements in the same
order, each with the fields of that aspect filled in. It neither adds nor drops one, nor changes its
content, speaker or cue, so that aspects may be read and tested one by one.
"""

from collections.abc import Sequence
from typing import Final

from reportedly.records import Statement
from reportedly.statements.acts import with_acts
from reportedly.statements.hearers import with_hearers
from reportedly.statements.hedging import with_hedges
from reportedly.statements.negating import with_negations
from reportedly.statements.setting import Aspect, Setting
from reportedly.statements.sources import with_sources

ASPECTS: Final[tuple[Aspect, ...]] = (with_sources, with_hearers, with_hedges, with_negations, with_acts)
"""All aspects, in the order they are looked at: a later one may ask what an earlier one found."""


def describe(
    statements: Sequence[Statement], setting: Setting, aspects: Sequence[Aspect] = ASPECTS
) -> tuple[Statement, ...]:
    """Return the statements with every aspect filled in, in the order they came."""
    for aspect in aspects:
        statements = aspect(statements, setting)
    return tuple(statements)
