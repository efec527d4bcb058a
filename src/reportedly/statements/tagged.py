"""Statements of a trained tagger, and those of the rules that it passed over."""

import bisect
from collections.abc import Iterator, Sequence

from reportedly.records import Refusal, Span, Statement
from reportedly.statements.joining import kind_of
from reportedly.statements.lexicon import Lexicon
from reportedly.statements.shaping import Marks, beside_cue, said_in, without_edges
from reportedly.statements.tagging import Attribution

# What the rules are this sure of is taken although the tagger passed it over.
_SURE = 0.8
# "According to" says so much itself that the rules need be less sure of what it covers.
_ACCORDING = 0.7
# What a tagger is less sure of is refused: on the articles its confidence was fitted on, leaving such
# finds out costs less in recall than it gains in precision.
LEAST_SURE = 0.35
# What a tagger that gives way to the rules must be sure of to be taken beside them.
_LEAST_BESIDE_RULES = 0.6


def statements_of_tagger(
    text: str, tagged: Sequence[Attribution], marks: Marks, lexicon: Lexicon
) -> list[Statement]:
    """Return the attributions as statements, each content once."""
    found: dict[tuple[Span, ...], Statement] = {}
    for each in tagged:
        for content in said_in(
            text, beside_cue(text, each.content, each.cue, marks), each.cue, marks, lexicon
        ):
            statement = Statement(
                content=content,
                kind=kind_of(content, marks.parts),
                speaker=without_edges(text, each.source) if each.source else None,
                cue=each.cue,
                confidence=each.confidence,
            )
            found.setdefault(content, statement)
    return list(found.values())


def is_orphan(text: str, each: Attribution, lexicon: Lexicon) -> bool:
    """Return whether a report has lost its reporter (", reported.") and so reports nothing by itself."""
    return each.source is None and each.cue is not None and each.cue.of(text).lower() in lexicon.orphans


def is_unsure(statement: Statement) -> bool:
    """Return whether a find is to be refused: indirect, for words in quotation marks are said for sure."""
    return statement.kind == "indirect" and statement.confidence < LEAST_SURE


def passed_over(
    text: str,
    tagged: Sequence[Statement],
    ruled: Sequence[Statement],
    orphans: Sequence[Attribution],
    lexicon: Lexicon,
) -> list[Statement]:
    """Return what the rules are sure of and the tagger has no word of.

    That is what stands in quotation marks, what somebody says inside a report that is an orphan, and
    what stands with "according to" in a sentence that the tagger saw no report in.
    """
    taken = sorted(span for statement in tagged for span in statement.content)
    inside = sorted(span for orphan in orphans for span in orphan.content)
    return [
        statement
        for statement in ruled
        if _is_according(text, statement, lexicon)
        and not any(_is_taken(span, taken) for span in _all_of(statement))
    ] + [
        statement
        for statement in ruled
        if statement.confidence >= _SURE
        and (statement.kind == "direct" or _is_taken(statement.content[0], inside))
        and not any(_is_taken(span, taken) for span in statement.content)
    ]


def beside_rules(
    tagged: Sequence[Statement], ruled: Sequence[Statement], yields_below: float
) -> list[Statement]:
    """Return the statements of a tagger that is no surer than the rules where it is unsure.

    Its sure finds come first, then what the rules find beside them, then what else it found. Only a find
    with a speaker counts.
    """
    named = [statement for statement in tagged if statement.speaker is not None]
    sure = [statement for statement in named if statement.confidence >= yields_below]
    ruling = _apart(ruled, sure)
    rest = [each for each in named if _LEAST_BESIDE_RULES <= each.confidence < yields_below]
    return [*sure, *ruling, *_apart(rest, ruling)]


def _apart(statements: Sequence[Statement], others: Sequence[Statement]) -> list[Statement]:
    """Return the statements that share no words with any of the others."""
    taken = sorted(span for other in others for span in other.content)
    return [each for each in statements if not any(_is_taken(span, taken) for span in each.content)]


def _is_according(text: str, statement: Statement, lexicon: Lexicon) -> bool:
    """Return whether the rules found a report by "according to" or its like."""
    words = tuple(statement.cue.of(text).lower().split()) if statement.cue else ()
    forms = lexicon.by_first.get(words[0], ()) if words else ()
    return statement.confidence >= _ACCORDING and any(
        form.words == words and "according" in form.forms for form in forms
    )


def _all_of(statement: Statement) -> list[Span]:
    return [span for span in (*statement.content, statement.speaker, statement.cue) if span]


def not_taken(refusals: Sequence[Refusal], statements: Sequence[Statement]) -> Iterator[Refusal]:
    """Yield the refusals of quotations that are no part of any statement."""
    taken = sorted(span for statement in statements for span in statement.content)
    yield from (each for each in refusals if each.span is None or not _is_taken(each.span, taken))


def _is_taken(span: Span, taken: Sequence[Span]) -> bool:
    at = bisect.bisect_right(taken, span)
    return any(each.overlaps(span) for each in taken[max(0, at - 1) : at + 1])
