"""Sources on the command line: add, watch, and everything about those that are watched."""

import datetime
import json
import logging
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.console import Console
from rich.table import Table

from reportedly.cli.exits import told
from reportedly.cli.options import AsJson, Database
from reportedly.cli.showing import print_json
from reportedly.config import Settings, read_settings
from reportedly.desk import Desk
from reportedly.desk.sources import Imported, SourceHealth
from reportedly.flow.watch import Preview
from reportedly.records import Declared
from reportedly.sources.declaring import seconds_of
from reportedly.web import serve_watch

sources = typer.Typer(
    name="sources",
    help="List, show, pause, test, exchange the sources that are watched.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

_Name = Annotated[str, typer.Argument(help="The source's name, as the list has it.")]
_ADDRESS_HELP = "A feed, a site map, a home or section page, or an article."


def open_desk(db: Path | None, settings: Settings | None = None) -> Desk:
    """Return the desk of a record with what the settings say of the network.

    The networks of this machine may be asked only where REPORTEDLY_NETWORKS names them.
    """
    chosen = settings or read_settings()
    return Desk(
        db or chosen.database, contact=chosen.contact, networks=chosen.networks, callback=chosen.callback
    )


def add(
    address: Annotated[str, typer.Argument(metavar="URL", help=_ADDRESS_HELP)],
    db: Database = None,
    name: Annotated[str, typer.Option(help="The short name it is called by.")] = "",
    title: Annotated[str, typer.Option(help="Its title, if another than its own.")] = "",
    country: Annotated[str, typer.Option(help="Where it is published.")] = "",
    language: Annotated[str, typer.Option(help="The language it is written in.")] = "",
    owner: Annotated[str, typer.Option(help="Who owns it.")] = "",
    notes: Annotated[str, typer.Option(help="Printed with its citations.")] = "",
    every: Annotated[
        str, typer.Option(help="Ask it so often (15m, 2h); by how often it publishes if left out.")
    ] = "",
    expected: Annotated[float | None, typer.Option(help="Pages it should yield a day.")] = None,
    quiet: Annotated[
        list[str] | None, typer.Option(help="Not asked at these times of day in UTC (23:00-05:30).")
    ] = None,
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what it is and add nothing.")] = False,
    as_json: AsJson = False,
) -> None:
    """Find out what stands at an address, show what it would give, and have it watched."""
    with told(as_json=as_json), open_desk(db) as desk:
        found = desk.sources.preview(address)
        declared = Declared(
            name=name, address=found.address, title=title, country=country, language=language, owner=owner,
            notes=notes, every_seconds=seconds_of(every) if every else None, expected=expected,
            quiet=tuple(quiet or ()),
        )  # fmt: skip
        added = None if dry_run else desk.sources.add_found(found, declared=declared)
    if as_json:
        print_json({"found": found, "added": added})
        return
    show_preview(found)
    if added is not None:
        Console().print(f"Added as {added.declared.name}. `reportedly watch` asks it.", highlight=False)


def watch(
    db: Database = None,
    host: Annotated[str, typer.Option(help="Where /healthz and /metrics are served.")] = "127.0.0.1",
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="Serve /healthz and /metrics on this port.")
    ] = None,
) -> None:
    """Watch the sources until Ctrl-C; the log is one line of JSON an event on standard error."""
    log_events()
    with told(as_json=False), open_desk(db) as desk:
        if port is None:
            for number in (signal.SIGINT, signal.SIGTERM):
                signal.signal(number, lambda *_: desk.watch.stop())
            desk.watch.run()
        else:
            with desk.watch.beside():
                serve_watch(desk.watch, host=host, port=port, on_ready=lambda _address: None)


@sources.command("list")
def list_sources(db: Database = None, *, as_json: AsJson = False) -> None:
    """List the sources with how each fares."""
    with told(as_json=as_json), open_desk(db) as desk:
        found = desk.sources.health()
    if as_json:
        print_json(found)
    else:
        Console().print(_table(found))


@sources.command()
def show(name: _Name, db: Database = None, *, as_json: AsJson = False) -> None:
    """Show what a source declares, how it fares, and what came of its last askings."""
    with told(as_json=as_json), open_desk(db) as desk:
        found, askings = desk.sources.health_of(name), desk.sources.askings(name)
    if as_json:
        print_json({"source": found.source, "health": found.health, "askings": askings})
        return
    console = Console()
    for key, value in msgspec.structs.asdict(found.source.declared).items():
        if value:
            console.print(f"{key:14} {value}", markup=False, highlight=False)
    console.print(f"{'health':14} {found.health.state}: {found.health.words}", markup=False, highlight=False)
    for asking in askings:
        shown = asking.words or f"{asking.fresh} new of {asking.listed}"
        console.print(f"{_moment(asking.at):14} {shown}", markup=False, highlight=False)


@sources.command()
def pause(name: _Name, db: Database = None) -> None:
    """Ask a source no more until it is resumed."""
    with told(as_json=False), open_desk(db) as desk:
        desk.sources.pause(name)


@sources.command()
def resume(name: _Name, db: Database = None) -> None:
    """Ask a paused source again."""
    with told(as_json=False), open_desk(db) as desk:
        desk.sources.resume(name)


@sources.command()
def ask(name: _Name, db: Database = None) -> None:
    """Have a running watch ask a source at once."""
    with told(as_json=False), open_desk(db) as desk:
        desk.sources.ask_now(name)


@sources.command()
def remove(name: _Name, db: Database = None) -> None:
    """Forget a source that led to no page yet."""
    with told(as_json=False), open_desk(db) as desk:
        desk.sources.remove(name)


@sources.command("test")
def try_source(name: _Name, db: Database = None, *, as_json: AsJson = False) -> None:
    """Ask a source now and show what it gives; nothing is kept."""
    with told(as_json=as_json), open_desk(db) as desk:
        found = desk.sources.test(name)
    if as_json:
        print_json(found)
    else:
        show_preview(found)


@sources.command("export")
def export_sources(
    db: Database = None,
    *,
    opml: Annotated[bool, typer.Option("--opml", help="An OPML list instead of TOML.")] = False,
) -> None:
    """Print all sources as TOML, or as an OPML list for feed readers."""
    with told(as_json=False), open_desk(db) as desk:
        sys.stdout.write(desk.sources.export_opml() if opml else desk.sources.export_toml())


@sources.command("import")
def import_sources(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="TOML with [[source]] tables, or OPML.")],
    db: Database = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Add the sources of a TOML file or an OPML list; those that are there already stay as they are."""
    with told(as_json=as_json), open_desk(db) as desk:
        done = desk.sources.import_file(path)
    if as_json:
        print_json(done)
    else:
        _show_imported(done)


def log_events() -> None:
    """Write the watcher's events to standard error, one line of JSON each."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_JsonLines())
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    logging.getLogger("reportedly").setLevel(logging.INFO)


class _JsonLines(logging.Formatter):
    """One JSON object a line: when, how grave, and the event with its fields."""

    def format(self, record: logging.LogRecord) -> str:
        """Return a record as a line."""
        message = record.getMessage()
        at = datetime.datetime.fromtimestamp(record.created, datetime.UTC).isoformat(timespec="milliseconds")
        line: dict[str, object] = {"at": at, "level": record.levelname.lower()}
        line |= json.loads(message) if message.startswith('{"event"') else {"event": message}
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def show_preview(found: Preview) -> None:
    """Print what would be watched."""
    console = Console()
    title = f" “{found.title}”" if found.title else ""
    console.print(f"{found.address} is {found.kind_words}{title}.", markup=False, highlight=False)
    newest = f", the newest of {_moment(found.newest)}" if found.newest else ""
    console.print(f"It lists {found.listed} pages{newest}.", markup=False, highlight=False)
    for item in found.items:
        day = _moment(item.published or item.updated)
        console.print(f"  {day:16}  {item.title or item.address}", markup=False, highlight=False)
    for words in found.unread:
        console.print(f"  Not read: {words}", markup=False, highlight=False)
    for other in found.others:
        console.print(f"  Also there: {other}", markup=False, highlight=False)


def _show_imported(done: Imported) -> None:
    console = Console()
    console.print(f"Added {len(done.added)}, known already {len(done.known)}.", highlight=False)


def _table(found: Sequence[SourceHealth]) -> Table:
    table = Table(box=None, pad_edge=False)
    for column in ("name", "kind", "state", "2 days", "what"):
        table.add_column(column, overflow="fold")
    for each in found:
        declared, health = each.source.declared, each.health
        fresh = sum(day.fresh for day in health.days[-2:])
        kind = declared.kind or each.source.watch.kind
        table.add_row(declared.name, kind, health.state, str(fresh), health.words)
    return table


def _moment(moment: datetime.datetime | None) -> str:
    return moment.strftime("%Y-%m-%d %H:%M") if moment else ""
