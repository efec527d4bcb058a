"""The verbs of the command line."""

import datetime
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import msgspec
import typer
from rich.console import Console
from rich.progress import track

from reportedly import __version__, flow
from reportedly.cli.acting import actor_app, actors_app
from reportedly.cli.archives import addresses_in, archive_sentences
from reportedly.cli.choosing import chosen, day_of
from reportedly.cli.copying import show_beside, show_compared, show_copies
from reportedly.cli.dating import when
from reportedly.cli.demo import run_demo
from reportedly.cli.exits import Exit, told
from reportedly.cli.handing import Handed, expand, fetch_anywhere, hand_over, page_of
from reportedly.cli.knowing import who
from reportedly.cli.looking import show_kept, show_page
from reportedly.cli.opening import existing_desk, record_path
from reportedly.cli.options import AsJson, Database, Limit
from reportedly.cli.shaping import shape
from reportedly.cli.showing import (
    article_table,
    kept_sentence,
    print_address,
    print_article,
    print_json,
    print_verified,
    statement_table,
)
from reportedly.cli.telling import stories, story
from reportedly.cli.versions import show_versions
from reportedly.cli.watching import add, log_events, open_desk, sources, watch
from reportedly.config import read_settings
from reportedly.desk import Desk
from reportedly.records import BadRequest
from reportedly.store import StatementQuery
from reportedly.web import serve as serve_desk

app = typer.Typer(
    name="reportedly",
    help="Who said what, and who reported it: read news pages, keep every statement, show the words.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Since = Annotated[str | None, typer.Option(help="Published on this day or later (YYYY-MM-DD).")]
Until = Annotated[str | None, typer.Option(help="Published on this day or earlier (YYYY-MM-DD).")]


def main() -> None:
    """Run the command line."""
    app()


@app.command()
def read(
    sources: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH|URL|-", help="Saved pages, folders, archives, addresses, - for text."),
    ] = None,
    db: Database = None,
    urls: Annotated[
        str | None, typer.Option(help="A file with addresses to read, one a line; - for standard input.")
    ] = None,
    url: Annotated[str | None, typer.Option(help="The address a saved page or a text came from.")] = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Read pages and keep them with all that stands in them."""
    with told(as_json=as_json):
        paths = [*(expand(sources) if sources else ()), *(addresses_in(urls) if urls else ())]
        if not paths:
            raise BadRequest("Nothing is named to read.", next_step="Name a page, a folder, or --urls FILE.")
        if url and len(paths) > 1:
            raise BadRequest("One --url cannot be the address of several pages.", next_step="Name one page.")
        with Desk(record_path(db), fetch=fetch_anywhere) as desk:
            handed = list(hand_over(desk, paths, url=url, quiet=as_json))
            _show_handed(desk, handed, as_json=as_json)
    if any(h.error or (h.kept and h.kept.refusal) or (h.archive and h.archive.unread) for h in handed):
        sys.exit(Exit.NOT_READ)


def _show_handed(desk: Desk, handed: list[Handed], *, as_json: bool) -> None:
    """Print what became of each page; a single article is shown with its fields."""
    only = handed[0].kept if len(handed) == 1 else None
    article = desk.article(only.article_id) if only and only.article_id else None
    if as_json:
        read = [msgspec.structs.replace(item, article=article.article) for item in handed if article]
        print_json(read or handed)
        return
    console = Console()
    for item in handed:
        if item.archive is not None:
            for sentence in archive_sentences(item.archive):
                console.print(sentence, markup=False, highlight=False)
        elif item.kept is None or item.kept.refusal is not None:
            sentence = item.error or (kept_sentence(item.source, item.kept) if item.kept else "")
            sys.stderr.write(f"reportedly: {sentence}\n")
        else:
            console.print(kept_sentence(item.source, item.kept), markup=False, highlight=False)
    if article:
        print_article(console, article)


@app.command()
def statements(
    source: Annotated[
        str | None, typer.Argument(metavar="[PATH|URL|-]", help="Read this page and keep nothing.")
    ] = None,
    db: Database = None,
    speaker: Annotated[str | None, typer.Option(help="Said by somebody of this name.")] = None,
    actor: Annotated[str | None, typer.Option(help="Said by this actor, under any name; an id.")] = None,
    kind: Annotated[str | None, typer.Option(help="direct, indirect or mixed.")] = None,
    act: Annotated[str | None, typer.Option(help="says, asks, calls-for, denies, ...")] = None,
    source_kind: Annotated[str | None, typer.Option(help="person, court, anonymous, ...")] = None,
    found_in: Annotated[str | None, typer.Option(help="text, headline or caption.")] = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = 50,
    *,
    speech: Annotated[bool, typer.Option("--speech", help="Leave out what is only thought.")] = False,
    as_json: AsJson = False,
) -> None:
    """List who said what: in the record, or in one page without keeping it."""
    with told(as_json=as_json):
        if source is not None:
            _refuse_filters(speaker, actor, kind, act, source_kind, found_in, since, until, "speech" * speech)
            reading = flow.read_page(page_of(source, now=datetime.datetime.now(datetime.UTC)))
            show_page(reading, source, as_json=as_json)
            return
        query = StatementQuery(
            speaker=speaker,
            actor=actor,
            kind=chosen("kind", kind),
            act=chosen("act", act),
            speech_only=speech,
            source_kind=chosen("source_kind", source_kind),
            found_in=chosen("found_in", found_in),
            since=day_of(since),
            until=day_of(until),
            limit=limit,
        )
        _show_statements(db, query, as_json=as_json)


@app.command()
def search(
    words: Annotated[list[str], typer.Argument(help='Words as you would type them; "…" for a phrase.')],
    db: Database = None,
    speaker: Annotated[str | None, typer.Option(help="Said by somebody of this name.")] = None,
    actor: Annotated[str | None, typer.Option(help="Said by this actor, under any name; an id.")] = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = 50,
    *,
    articles: Annotated[bool, typer.Option("--articles", help="Search articles, not statements.")] = False,
    as_json: AsJson = False,
) -> None:
    """Search statements, or articles, for words."""
    text = " ".join(words)
    with told(as_json=as_json):
        if articles:
            _refuse_filters(speaker, actor, since, until)
        else:
            query = StatementQuery(
                words=text,
                speaker=speaker,
                actor=actor,
                since=day_of(since),
                until=day_of(until),
                limit=limit,
            )
            _show_statements(db, query, as_json=as_json)
            return
        with existing_desk(db) as desk:
            found = desk.search_articles(text, limit=limit)
        if as_json:
            print_json(found)
        else:
            Console().print(article_table(found.lines))


def _show_statements(db: Path | None, query: StatementQuery, *, as_json: bool) -> None:
    with existing_desk(db) as desk:
        if query.actor is not None:
            whole = desk.actors.show(query.actor).actor.id
            query = msgspec.structs.replace(query, actor=whole)
        found = desk.find_statements(query)
    if as_json:
        print_json(found)
    else:
        Console().print(statement_table(found.lines, found.total))


@app.command()
def verify(db: Database = None, *, as_json: AsJson = False) -> None:
    """Slice every span again from the kept pages and name each record whose evidence no longer holds."""
    with told(as_json=as_json), existing_desk(db) as desk:
        articles = desk.article_ids()
        shown = track(
            articles, description="Verifying", disable=as_json or len(articles) < 20, transient=True
        )
        broken = [b for article_id in shown for b in desk.broken_evidence(article_id)]
        broken += desk.broken_records()
        counts = desk.counts()
    if as_json:
        print_json({"articles": len(articles), "broken": broken})
    else:
        print_verified(len(articles), counts.statements, broken)
    if broken:
        sys.exit(Exit.BROKEN)


@app.command()
def export(
    warc: Annotated[Path, typer.Option(help="The WARC file to write (.warc.gz); it must not exist yet.")],
    db: Database = None,
    article: Annotated[
        list[str] | None, typer.Option(help="Only this article, in all its versions; may be repeated.")
    ] = None,
    words: Annotated[str | None, typer.Option(help="Only articles that hold these words.")] = None,
    since: Since = None,
    until: Until = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Write kept pages into a WARC file that other tools replay."""
    with told(as_json=as_json):
        if sum(map(bool, (article, words, since or until))) > 1:
            raise BadRequest("One choice at a time.", next_step="Give --article, --words, or days.")
        with existing_desk(db) as desk:
            count = desk.archives.export(
                warc, articles=article or (), words=words, since=day_of(since), until=day_of(until)
            )
        if as_json:
            print_json({"path": str(warc), "pages": count})
        else:
            sys.stdout.write(f"{warc}: {count} pages.\n")


@app.command()
def versions(
    article: Annotated[str, typer.Argument(help="An article's id; its first digits do.")],
    db: Database = None,
    *,
    as_json: AsJson = False,
) -> None:
    """List the versions of an article's page, and show what changed in this one, word by word."""
    with told(as_json=as_json), existing_desk(db) as desk:
        show_versions(desk, article, as_json=as_json)


@app.command()
def show(
    identifier: Annotated[
        str, typer.Argument(metavar="ID", help="An article's or a statement's id; its first digits do.")
    ],
    db: Database = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Show one article with its statements, or one statement with its evidence."""
    with told(as_json=as_json), existing_desk(db) as desk:
        show_kept(desk, identifier, as_json=as_json)


@app.command()
def copies(
    identifier: Annotated[
        str | None, typer.Argument(metavar="[ARTICLE]", help="An article's id; its first digits do.")
    ] = None,
    db: Database = None,
    beside: Annotated[str | None, typer.Option(help="Another article's id: show both side by side.")] = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Show who took an article from whom, who carried it, and what became of its statements."""
    with told(as_json=as_json), existing_desk(db) as desk:
        if identifier is None:
            show_compared(desk, as_json=as_json)
        elif beside is not None:
            show_beside(desk, identifier, beside, as_json=as_json)
        else:
            show_copies(desk, identifier, as_json=as_json)


@app.command()
def serve(
    db: Database = None,
    host: Annotated[str | None, typer.Option(help="Where to listen; 127.0.0.1 unless told.")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="The port; 8765 unless told.")] = None,
    *,
    watch: Annotated[bool, typer.Option("--watch", help="Watch the sources beside it.")] = False,
) -> None:
    """Serve the desk's page on this machine."""
    settings = read_settings()
    with told(as_json=False), open_desk(db) as desk:
        if watch:
            log_events()
        with desk.watch.beside() if watch else nullcontext():
            _serve(desk, host=host or settings.host, port=settings.port if port is None else port)


@app.command()
def demo(
    db: Annotated[Path, typer.Option("--db", help="The record the sample world goes into.")] = Path(
        "demo.db"
    ),
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="The port; 8765 unless told.")] = None,
    *,
    serve: Annotated[bool, typer.Option("--serve/--no-serve", help="Serve the desk afterwards.")] = True,
    as_json: AsJson = False,
) -> None:
    """Read the sample world into a record, list what stands in it, and serve the desk."""
    settings = read_settings()
    with told(as_json=as_json), Desk(db) as desk:
        run_demo(desk, as_json=as_json)
        if serve:
            _serve(desk, host=settings.host, port=settings.port if port is None else port)


app.command()(shape)
app.command()(when)
app.command()(who)
app.command()(stories)
app.command()(story)
app.command()(add)
app.command(name="watch")(watch)
app.add_typer(sources)
app.add_typer(actors_app, name="actors")
app.add_typer(actor_app, name="actor")


@app.command()
def version() -> None:
    """Print the version."""
    sys.stdout.write(f"reportedly {__version__}\n")


def _serve(desk: Desk, *, host: str, port: int) -> None:
    """Serve the desk until Ctrl-C, and say where."""
    serve_desk(
        desk,
        host=host,
        port=port,
        on_ready=print_address,
        names=_names(),
        watch=desk.watch,
        sources=desk.sources,
    )


def _names() -> tuple[str, ...]:
    """Return the name under which hubs reach this desk, beside those of this machine."""
    host = urlsplit(read_settings().callback).hostname
    return (host,) if host else ()


def _refuse_filters(*given: str | None) -> None:
    """Refuse filters where they would be passed over in silence."""
    if any(given):
        raise BadRequest(
            "Only statements in the record can be chosen by speaker, kind, act, source, place or day.",
            next_step="Leave those options out, or read the page into the record and ask without it.",
        )
