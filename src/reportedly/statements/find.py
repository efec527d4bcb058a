"""The room itself: from running text to statements and refusals."""

from collections.abc import Sequence

from reportedly.language import Language
from reportedly.records import Maker, Refusal, Span, Statement, StatementsFound
from reportedly.statements.chaining import with_chains
from reportedly.statements.describing import describe
from reportedly.statements.direct import claim_quotations
from reportedly.statements.hearers import with_bounded_speakers
from reportedly.statements.joining import statements_of
from reportedly.statements.lexicon import Lexicon, lexicon_of
from reportedly.statements.mood import mood_reports
from reportedly.statements.passages import sentences_with_quotations
from reportedly.statements.refusing import unsure, without_closing_mark
from reportedly.statements.reports import read_reports
from reportedly.statements.setting import setting_of
from reportedly.statements.shaping import Marks
from reportedly.statements.tagged import (
    beside_rules,
    is_orphan,
    is_unsure,
    not_taken,
    passed_over,
    statements_of_tagger,
)
from reportedly.statements.tagging import Attribution, AttributionTagger
from reportedly.statements.turns import find_turns, with_turns, without_turns
from reportedly.text import Quotation, quotations

MAKER = Maker(room="statements", version="4", maker="rules")


def maker_of(tagger: AttributionTagger | None) -> Maker:
    """Return whom the records of a reading name as their maker: the rules, or the tagger and the rules."""
    return MAKER if tagger is None else Maker(room=MAKER.room, version=MAKER.version, maker=tagger.name)


def find_statements(
    text: str, paragraphs: Sequence[Span], language: Language, tagger: AttributionTagger | None = None
) -> StatementsFound:
    """Return who said what in `paragraphs` of `text`, in reading order, with what was refused and why.

    Direct, indirect and mixed statements with their speaker and cue as spans of `text`. Where there
    is a `tagger` for the language, it reads the text, and the rules add the quotations that it passed
    over. A language without cue data gets its quotations without speakers, at a lower confidence.
    Never raises for any text.
    """
    lexicon = lexicon_of(language.cues)
    found = quotations(text, paragraphs)
    sentences = list(sentences_with_quotations(text, paragraphs, found, lexicon))
    reports = [report for sentence in sentences for report in read_reports(sentence, lexicon)]
    claims = claim_quotations(text, sentences, found, reports, lexicon)
    continued = mood_reports(sentences, claims.reports, lexicon)
    statements = statements_of(text, [*claims.reports, *continued], found)
    unclosed = [without_closing_mark(quotation.parts[-1]) for quotation in found if not quotation.is_closed]
    refusals = claims.refusals
    turns = find_turns(text, paragraphs, found)
    statements = with_turns(statements, turns)
    if tagger is not None:
        attributions = list(without_turns(tagger.attributions(text, paragraphs), turns))
        reading = _by_tagger(text, attributions, statements, found, lexicon, tagger.yields_below)
        statements = with_turns(reading.statements, turns)
        refusals = tuple(not_taken(refusals, statements))
        refusals += reading.refusals
    setting = setting_of(text, tuple(sentences), found, language)
    return StatementsFound(
        statements=describe(with_chains(with_bounded_speakers(statements, setting), setting), setting),
        refusals=_in_order([*refusals, *unclosed]),
    )


def _by_tagger(
    text: str,
    attributions: Sequence[Attribution],
    ruled: Sequence[Statement],
    found: Sequence[Quotation],
    lexicon: Lexicon,
    yields_below: float,
) -> StatementsFound:
    """Return the tagger's statements with those of the rules that it passed over; refused is the unsure."""
    orphans = [each for each in attributions if is_orphan(text, each, lexicon)]
    tagged = statements_of_tagger(
        text, [each for each in attributions if each not in orphans], Marks(found), lexicon
    )
    taken = [statement for statement in tagged if not is_unsure(statement)]
    if yields_below:
        taken = beside_rules(taken, ruled, yields_below)
    else:
        taken += passed_over(text, taken, ruled, orphans, lexicon)
    statements = _in_reading_order(taken)
    doubtful = [unsure(_whole(statement)) for statement in tagged if is_unsure(statement)]
    return StatementsFound(statements=statements, refusals=tuple(not_taken(doubtful, statements)))


def _whole(statement: Statement) -> Span:
    return Span(statement.content[0].start, statement.content[-1].end)


def _in_reading_order(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    return tuple(sorted(statements, key=lambda statement: statement.content))


def _in_order(refusals: Sequence[Refusal]) -> tuple[Refusal, ...]:
    """Return the refusals in reading order."""
    return tuple(sorted(refusals, key=lambda refusal: refusal.span or Span(0, 0)))
