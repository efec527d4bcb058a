"""Find statements and articles by the words, the speaker and the date a person asks for."""

from typing import Any, Final

import msgspec
from sqlalchemy import ColumnElement, Connection, Float, Row, Select, func, literal_column, or_, select
from sqlalchemy.sql.expression import TableClause

from reportedly.store import articles as kept_articles
from reportedly.store import statements as kept_statements
from reportedly.store.actor_schema import actors
from reportedly.store.folding import is_unspaced
from reportedly.store.matching import TERMS_READ, Match, match_for, readable
from reportedly.store.rows import ArticlePage, StatementPage, StatementQuery
from reportedly.store.schema import (
    article_search,
    article_trigrams,
    articles,
    statement_search,
    statement_trigrams,
    statements,
)
from reportedly.text import fold

_WEIGHTS: Final = (8.0, 4.0, 1.0)
"""How much a word counts in the headline, the lead and the body: enough that a story about something
stands before one that mentions it; only the order of results changes with them."""

_SAID_WEIGHTS: Final = (1.0, 0.0)
"""How much a word counts in what was said, and in the identifier of who said it: there, not at all."""

_RANKED: Final = 2000
"""Statements of one actor that are ranked by how well they match: of more, the rank tells nobody anything,
and ranking them takes longer than finding them."""

_ASKED_EXACTLY: Final = ("kind", "act", "source_kind", "found_in")
"""Conditions of a question that a row must meet as they stand; named alike in both."""

_EXCERPT_WORDS: Final = 28  # about two lines of a list
_EXCERPT_LETTERS: Final = 60  # on either side, for scripts without spaces
_FOUND: Final = "\x02"  # marks a found word inside SQLite's excerpt; stands in no page's visible text


def find_statements(connection: Connection, query: StatementQuery, limit: int, offset: int) -> StatementPage:
    """Return one page of live statements, best match first where words are asked for, else the newest.

    Which statements they are is asked first, and only their lines are then put together.
    """
    match = match_for(query.words)
    if match is not None and not match.by_letters:
        match = _in_words(match, query.actor)
    found = _said(query, match)
    total = _total(connection, query, match, found)
    order = _order(query, match, total)
    seqs = connection.scalars(found.order_by(*order).limit(limit).offset(offset)).all()
    rows = connection.execute(kept_statements.line_query(statements.c.seq).where(statements.c.seq.in_(seqs)))
    lines = {row.seq: kept_statements.as_line(row) for row in rows}
    return StatementPage(lines=tuple(lines[seq] for seq in seqs if seq in lines), total=total)


def _total(connection: Connection, query: StatementQuery, match: Match | None, found: Select[Any]) -> int:
    """Return how many statements are found; of all that an actor said the record keeps the number."""
    if _is_actors_alone(query, match):
        kept = select(actors.c.said_count).where(actors.c.id == query.actor)
        return connection.scalar(kept) or 0
    return connection.scalar(select(func.count()).select_from(found.subquery())) or 0


def _said(query: StatementQuery, match: Match | None) -> Select[Any]:
    """Return the query for the numbers of the live statements that meet every condition.

    An actor and words, and nothing else, is answered by the index alone.
    """
    if match is not None and _is_in_index(query, match):
        matches = statement_search.c[statement_search.name].op("MATCH")(match.expression)
        return select(statement_search.c.rowid.label("seq")).where(matches)
    found = select(statements.c.seq)
    found = found if _is_actors_alone(query, match) else found.join_from(statements, articles)
    stands = (statements.c.withdrawn_at.is_(None), statements.c.said_again_in.is_(None))
    found = found.where(*stands, *_conditions(query))
    if match is None:
        return found
    index = statement_trigrams if match.by_letters else statement_search
    return _matching(found, match, index, statements.c.seq, [statements.c.words], statements.c.unspaced)


def _is_in_index(query: StatementQuery, match: Match) -> bool:
    """Return whether a question asks for an actor and words alone.

    The index holds no speaker of a statement that was withdrawn, and no statement that a newer version of
    its page says again, so that it needs no second look.
    """
    plain = StatementQuery(words=query.words, actor=query.actor, limit=query.limit, offset=query.offset)
    return query.actor is not None and not match.by_letters and query == plain


def _is_actors_alone(query: StatementQuery, match: Match | None) -> bool:
    """Return whether a question asks for all that an actor said, and nothing else."""
    alone = StatementQuery(actor=query.actor, limit=query.limit, offset=query.offset)
    return query.actor is not None and match is None and query == alone


def _order(query: StatementQuery, match: Match | None, total: int) -> tuple[ColumnElement[Any], ...]:
    """Return the order of what was found: the best match first, of very many those kept last first."""
    newest: tuple[ColumnElement[Any], ...] = (*kept_articles.NEWEST_FIRST, statements.c.ordinal)
    if _is_actors_alone(query, match):
        return (statements.c.dated_on.desc(), statements.c.seq)  # as the index of speakers has them
    if match is None or match.expression is None:
        return newest
    if match.by_letters:
        return (_rank(statement_trigrams), *newest)
    if _is_in_index(query, match):
        last_kept = statement_search.c.rowid.desc()
        return (last_kept,) if total > _RANKED else (_rank(statement_search, *_SAID_WEIGHTS), last_kept)
    return (_rank(statement_search, *_SAID_WEIGHTS), *newest)


def _in_words(match: Match, actor: str | None) -> Match:
    """Return a search of what was said, which the index holds beside who said it; by an actor, in both.

    To look for both in one index is what keeps "all that X said about Y" quick, however much X said.
    """
    expression = f"{{words}} : ({match.expression})"
    if actor is not None:
        expression = f'{expression} AND {{speaker_actor}} : "{_plain(actor)}"'
    return msgspec.structs.replace(match, expression=expression)


def _plain(actor: str) -> str:
    """Return an identifier with nothing in it that has a meaning to the index."""
    return "".join(letter for letter in actor if letter.isalnum())


def search_articles(connection: Connection, words: str, limit: int, offset: int) -> ArticlePage:
    """Return one page of articles that hold the words, best match first, each with an excerpt.

    Words that ask for nothing (spaces) find nothing. Of several versions of an address one is found only
    where the next one does not hold the words.
    """
    match = match_for(words)
    if match is None:
        return ArticlePage(lines=(), total=0)
    index = article_trigrams if match.by_letters else article_search
    looked_through = [articles.c.headline, articles.c.lead, articles.c.body]
    found = kept_articles.line_query(articles.c.lead, articles.c.body, *_excerpts(match))
    found = _matching(found, match, index, articles.c.seq, looked_through, articles.c.unspaced)
    found = found.where(_is_last_of(found))
    counted = found.with_only_columns(articles.c.seq)
    total = connection.scalar(select(func.count()).select_from(counted.subquery())) or 0
    order = kept_articles.NEWEST_FIRST if match.expression is None else (_rank(index, *_WEIGHTS),)
    rows = connection.execute(found.order_by(*order).limit(limit).offset(offset))
    return ArticlePage(
        lines=tuple(kept_articles.as_line(row, _excerpt(row, match)) for row in rows), total=total
    )


def _is_last_of(found: Select[Any]) -> ColumnElement[bool]:
    """Return whether the next version of an article is not among those found."""
    newer = articles.c.newer_id
    return newer.is_(None) | newer.not_in(found.with_only_columns(articles.c.id).correlate(None))


def _conditions(query: StatementQuery) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if query.speaker is not None:
        conditions += _speaker_conditions(query.speaker)
    for name in _ASKED_EXACTLY:
        wanted = getattr(query, name)
        if wanted is not None:
            conditions.append(statements.c[name] == wanted)
    if query.actor is not None:
        conditions.append(statements.c.speaker_actor == query.actor)
    if query.speech_only:
        conditions.append(statements.c.act != "believes")
    if query.since is not None:
        conditions.append(articles.c.published_on >= query.since)
    if query.until is not None:
        conditions.append(articles.c.published_on <= query.until)
    return conditions


def _speaker_conditions(speaker: str) -> list[ColumnElement[bool]]:
    """Return that every word asked for begins a word of the name or the mention, in any order."""
    return [
        statements.c.speaker_folded.contains(word if is_unspaced(word) else f" {word}", autoescape=True)
        for word in fold(readable(speaker)).split()[:TERMS_READ]
    ]


def _matching(
    query: Select[Any],
    match: Match,
    index: TableClause,
    seq: ColumnElement[int],
    looked_through: list[Any],
    unspaced: ColumnElement[bool],
) -> Select[Any]:
    if match.expression is not None:
        query = query.join(index, index.c.rowid == seq).where(
            index.c[index.name].op("MATCH")(match.expression)
        )
    if match.letters:
        query = query.where(unspaced)
    for term in match.letters:
        query = query.where(or_(*(held.contains(term, autoescape=True) for held in looked_through)))
    return query


def _rank(index: TableClause, *weights: float) -> ColumnElement[float]:
    """SQLite's bm25: the smaller, the better the match."""
    return func.bm25(literal_column(index.name), *weights, type_=Float)


def _excerpts(match: Match) -> list[ColumnElement[Any]]:
    """Return the surroundings of the words in the lead and in the body, as SQLite's index cuts them."""
    if match.by_letters:
        return []
    index: ColumnElement[str] = literal_column(article_search.name)
    return [
        func.snippet(index, place, _FOUND, "", "…", _EXCERPT_WORDS).label(name)
        for name, place in (("from_lead", 1), ("from_body", 2))
    ]


def _excerpt(row: Row[Any], match: Match) -> str | None:
    if match.by_letters:
        return _around(row.body, match.terms) or _around(row.lead or "", match.terms)
    holds_it = [cut for cut in (row.from_body, row.from_lead) if cut and _FOUND in cut]
    chosen = holds_it[0] if holds_it else row.from_body or row.from_lead or ""
    return " ".join(chosen.replace(_FOUND, "").split()) or None


def _around(text: str, terms: tuple[str, ...]) -> str | None:
    places = [place for place in (text.lower().find(term.lower()) for term in terms) if place >= 0]
    if not places:
        return None
    start, end = max(min(places) - _EXCERPT_LETTERS, 0), min(places) + _EXCERPT_LETTERS
    cut = " ".join(text[start:end].split())
    return f"{'…' * (start > 0)}{cut}{'…' * (end < len(text))}"
