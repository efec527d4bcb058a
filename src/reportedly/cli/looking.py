"""One page, article or statement, looked at."""

import msgspec
from rich.console import Console

from reportedly import flow
from reportedly.actors import known_line
from reportedly.cli.showing import print_article, print_json, statement_table
from reportedly.desk import Desk
from reportedly.records import Beside, NotInRecord, Refusal, Statement, UnreadablePage, words_beside
from reportedly.store import KeptArticle, KeptStatement, Reading, StatementLine


class StatementSeen(msgspec.Struct, frozen=True, kw_only=True):
    """A statement of a page that was looked at, with its words."""

    words: str
    speaker: str | None
    speaker_mention: str | None
    cue: str | None
    beside: Beside
    statement: Statement


class PageSeen(msgspec.Struct, frozen=True, kw_only=True):
    """Who said what on a page that was looked at, and what was refused."""

    headline: str | None
    published: str | None
    outlet: str | None
    statements: tuple[StatementSeen, ...]
    refusals: tuple[Refusal, ...]


def show_page(reading: Reading, source: str, *, as_json: bool) -> None:
    """Print who said what on a page; raises UnreadablePage where it has no article."""
    if reading.article is None:
        words = reading.refusal.words if reading.refusal else "There is no article on it."
        raise UnreadablePage(words, next_step="Hand over a page with one article on it.", about=source)
    seen = _seen(reading)
    if as_json:
        print_json(seen)
        return
    lines = [_line(seen, item, reading.article.page_sha256) for item in seen.statements]
    Console().print(statement_table(lines, len(lines)))


def show_kept(desk: Desk, identifier: str, *, as_json: bool) -> None:
    """Print an article with its statements, or one statement; raises NotInRecord."""
    try:
        article = desk.article(identifier)
    except NotInRecord:
        _show_statement(desk, identifier, as_json=as_json)
        return
    if as_json:
        print_json(article)
        return
    console = Console()
    print_article(console, article)
    lines = [kept_line(statement, article) for statement in article.statements]
    console.print(statement_table(lines, len(lines)))


def _show_statement(desk: Desk, identifier: str, *, as_json: bool) -> None:
    """Print one statement with the article it stands in."""
    kept = desk.statement(identifier)
    if as_json:
        print_json(kept)
        return
    article = desk.article(kept.article_id)
    console = Console()
    console.print(statement_table([kept_line(kept, article)], 1))
    known = flow.speaker_known(article.article, kept.statement, kept.naming)
    if known is not None:
        console.print(f"Known on the day of the report as {known_line(known)}", markup=False)
    print_article(console, article)


def _seen(reading: Reading) -> PageSeen:
    article = reading.article
    if article is None:
        raise ValueError("a refused page has no statements")
    names = {naming.mention: naming.name for naming in reading.namings}
    return PageSeen(
        headline=article.headline.value if article.headline else None,
        published=article.published.value.isoformat() if article.published else None,
        outlet=article.outlet.value if article.outlet else None,
        statements=tuple(
            StatementSeen(
                words=s.words(article.text),
                speaker=names.get(s.speaker) if s.speaker else None,
                speaker_mention=s.speaker.of(article.text) if s.speaker else None,
                cue=s.cue.of(article.text) if s.cue else None,
                beside=words_beside(s, article.text),
                statement=s,
            )
            for s in reading.statements
        ),
        refusals=reading.statement_refusals,
    )


def kept_line(kept: KeptStatement, article: KeptArticle) -> StatementLine:
    """Return a kept statement as a line of a list."""
    text, said = article.article.text, kept.statement
    mention = said.speaker.of(text) if said.speaker else None
    headline, outlet, published = article.article.headline, article.article.outlet, article.article.published
    return StatementLine(
        id=kept.id,
        article_id=kept.article_id,
        words=said.words(text),
        kind=said.kind,
        act=said.act,
        source_kind=said.source_kind,
        found_in=said.found_in,
        beside=words_beside(said, text),
        speaker=kept.naming.name if kept.naming else mention,
        speaker_mention=mention,
        cue=said.cue.of(text) if said.cue else None,
        headline=headline.value if headline else None,
        outlet=outlet.value if outlet else None,
        published=published.value.isoformat() if published else None,
    )


def _line(seen: PageSeen, item: StatementSeen, page_sha256: str) -> StatementLine:
    return StatementLine(
        id=item.statement.identifier(page_sha256),
        article_id="",
        words=item.words,
        kind=item.statement.kind,
        act=item.statement.act,
        source_kind=item.statement.source_kind,
        found_in=item.statement.found_in,
        beside=item.beside,
        speaker=item.speaker or item.speaker_mention,
        speaker_mention=item.speaker_mention,
        cue=item.cue,
        headline=seen.headline,
        outlet=seen.outlet,
        published=seen.published,
    )
