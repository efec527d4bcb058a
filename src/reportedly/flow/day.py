"""A page through the rooms: which ones, and in which order."""

import logging
from collections.abc import Sequence

from reportedly.actors import MAKER as NAMED_BY
from reportedly.actors import RESOLVER as RESOLVED_BY
from reportedly.actors import identify_speaker, name_mentions
from reportedly.dates import find_moments
from reportedly.flow.reckoning import day_of_report
from reportedly.flow.saying import days_said
from reportedly.language import Language, load_language
from reportedly.models import tagger_for
from reportedly.read import MAKER as READ_BY
from reportedly.read import read_page as find_article
from reportedly.records import (
    Article,
    Identified,
    Moment,
    Naming,
    Page,
    Refusal,
    Span,
    Statement,
    StatementsFound,
)
from reportedly.statements import find_briefs, find_statements, maker_of
from reportedly.store import Reading

_log = logging.getLogger(__name__)


def read_page(page: Page) -> Reading:
    """Return all that the rooms make of a page: its article, who said what in it, and who they are.

    A page without an article gives a reading with the refusal. A room that fails on a page gives a
    refusal too (`reader-failed`): one page must not stop the day, and its bytes are worth keeping.
    """
    try:
        article = find_article(page)
        return _refused(article) if isinstance(article, Refusal) else _reading(article)
    except Exception:  # noqa: BLE001  # one page must not stop the day; what happened is kept
        _log.exception("a room failed on the page %s (%s)", page.sha256, page.url)
        words = "Reportedly failed on this page; please report it with the page, which is kept."
        return _refused(Refusal(reason="reader-failed", words=words))


def _refused(refusal: Refusal) -> Reading:
    return Reading(refusal=refusal, read_by=READ_BY, statements_by=maker_of(None), named_by=NAMED_BY)


def _reading(article: Article) -> Reading:
    found = statements_of(article)
    language = _language_of(article)
    return Reading(
        article=article,
        read_by=READ_BY,
        statements=found.statements,
        statement_refusals=found.refusals,
        statements_by=maker_of(tagger_for(language.code)),
        namings=name_mentions(article, found.statements, language),
        named_by=NAMED_BY,
        said_on=days_said(article, found.statements),
        resolved_by=RESOLVED_BY,
    )


def statements_of(article: Article) -> StatementsFound:
    """Return the statements in an article's lead and body, in its headline and in its captions."""
    text, paragraphs, language = article.text, article.paragraphs, _language_of(article)
    told = statements_in(text, paragraphs, language)
    headline = article.headline.span if article.headline else None
    tagger = tagger_for(language.code)
    brief = find_briefs(text, headline, article.captions, paragraphs, told.statements, language, tagger)
    return StatementsFound(
        statements=tuple(sorted((*told.statements, *brief.statements), key=lambda each: each.content)),
        refusals=(*told.refusals, *brief.refusals),
    )


def statements_in(text: str, paragraphs: Sequence[Span], language: Language) -> StatementsFound:
    """Return the statements in running text, by the tagger of its language where there is one."""
    return find_statements(text, paragraphs, language, tagger_for(language.code))


def speaker_known(article: Article, statement: Statement, naming: Naming | None) -> Identified | None:
    """Return whom the world knows as a statement's speaker on the day of the report.

    None where nobody is known, and where the article does not say its day.
    """
    if article.published is None:
        return None
    day, code = article.published.value.date, _language_of(article).code
    return identify_speaker(article.text, statement.speaker, naming, day, code)


def moments_in(article: Article, spans: Sequence[Span]) -> tuple[Moment, ...]:
    """Return the expressions of time in some stretches of an article, with the days they mean.

    They are reckoned from the day of its dateline, else of its publishing; an article that does not say
    its day has none.
    """
    language = _language_of(article)
    day = day_of_report(article, language)
    return () if day is None else find_moments(article.text, spans, language, day).moments


def _language_of(article: Article) -> Language:
    return load_language(article.language.value if article.language else "und")
