"""The room itself: from running text to statements and refusals."""

from collections.abc import Sequence

from reportedly.language import Language
from reportedly.records import Maker, Refusal, Span, StatementsFound
from reportedly.statements.direct import claim_quotations
from reportedly.statements.joining import statements_of
from reportedly.statements.lexicon import lexicon_of
from reportedly.statements.mood import mood_reports
from reportedly.statements.passages import sentences_with_quotations
from reportedly.statements.refusing import without_closing_mark
from reportedly.statements.reports import read_reports
from reportedly.text import quotations

MAKER = Maker(room="statements", version="1", maker="rules")


def find_statements(text: str, paragraphs: Sequence[Span], language: Language) -> StatementsFound:
    """Return who said what in `paragraphs` of `text`, in reading order, with what was refused and why.

    Direct, indirect and mixed statements with their speaker and cue as spans of `text`. A language
    without cue data gets its quotations without speakers, at a lower confidence. Never raises for
    any text.
    """
    lexicon = lexicon_of(language.cues)
    found = quotations(text, paragraphs)
    sentences = list(sentences_with_quotations(text, paragraphs, found, lexicon))
    reports = [report for sentence in sentences for report in read_reports(sentence, lexicon)]
    claims = claim_quotations(text, sentences, found, reports)
    continued = mood_reports(sentences, claims.reports, lexicon)
    statements = statements_of(text, [*claims.reports, *continued], found)
    unclosed = [without_closing_mark(quotation.parts[-1]) for quotation in found if not quotation.is_closed]
    return StatementsFound(statements=statements, refusals=_in_order([*claims.refusals, *unclosed]))


def _in_order(refusals: Sequence[Refusal]) -> tuple[Refusal, ...]:
    """Return the refusals in reading order."""
    return tuple(sorted(refusals, key=lambda refusal: refusal.span or Span(0, 0)))
