"""Statements outside of the running text: in the headline, and below pictures."""

from collections.abc import Sequence

import msgspec

from reportedly.language import Language
from reportedly.records import Span, Statement, StatementsFound
from reportedly.statements.find import find_statements
from reportedly.statements.headlines import headline_statements
from reportedly.statements.lexicon import lexicon_of
from reportedly.statements.summaries import Told, with_summaries
from reportedly.statements.tagging import AttributionTagger

# Confidence: captions say what is seen ("lawmakers vote to ban her"), and a verb of the lists is often
# none of saying there; by eye on the captions of 121 news pages.
SURE_BELOW_A_PICTURE = 0.8


def find_briefs(
    text: str,
    headline: Span | None,
    captions: Sequence[Span],
    paragraphs: Sequence[Span],
    told: Sequence[Statement],
    language: Language,
    tagger: AttributionTagger | None = None,
) -> StatementsFound:
    """Return who said what in an article's headline and captions, in reading order, and what was refused.

    `told` are the statements found in its `paragraphs`; each statement here is joined with the content
    of the one it puts in short, where that is sure. What overlaps a paragraph is not read twice.
    """
    apart = [span for span in captions if not _overlaps(span, paragraphs)]
    below = find_statements(text, apart, language, tagger) if apart else StatementsFound()
    briefs = [
        msgspec.structs.replace(each, found_in="caption") for each in below.statements if _is_sure(each)
    ]
    if headline is not None and not _overlaps(headline, paragraphs):
        briefs += headline_statements(text, headline, told, language)
    joined = with_summaries(briefs, Told(text, paragraphs, told, lexicon_of(language.cues))) if briefs else ()
    ordered = tuple(sorted(joined, key=lambda each: each.content))
    return StatementsFound(statements=ordered, refusals=below.refusals)


def _is_sure(statement: Statement) -> bool:
    """Return whether a find below a picture is a statement: quoted, or a report with a speaker."""
    said = statement.kind != "indirect"
    return said or (statement.speaker is not None and statement.confidence >= SURE_BELOW_A_PICTURE)


def _overlaps(span: Span, paragraphs: Sequence[Span]) -> bool:
    return any(span.overlaps(paragraph) for paragraph in paragraphs)
