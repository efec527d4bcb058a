"""Drafting the shape of an outlet from one of its pages, and trying one on a page."""

import datetime
import sys
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from reportedly.cli.exits import told
from reportedly.cli.handing import page_of
from reportedly.cli.showing import print_json
from reportedly.read import read_page
from reportedly.read.decoding import decode
from reportedly.read.markup import read_markup
from reportedly.read.rendering import parse, render
from reportedly.read.shape_drafting import FIELDS, Draft, draft_outlet, same_field
from reportedly.read.shape_files import parse_outlet
from reportedly.read.shape_folders import read_outlet
from reportedly.read.shape_places import Layout
from reportedly.read.shape_reading import read_shaped
from reportedly.read.shape_writing import chooser_text, write_outlet
from reportedly.read.shapes import NO_OUTLETS, Outlet, host_of
from reportedly.records import Article, BadRequest, Page, Refusal, UnreadablePage

_GENERAL = "(the general reader)"
_LONGEST_SHOWN = 100


class FieldRead(msgspec.Struct, frozen=True, kw_only=True):
    """One field of a page: its chooser (None: the general reader's), what it reads, whether both agree."""

    field: str
    chooser: str | None
    reads: tuple[str, ...]
    agrees: bool


class Drafted(msgspec.Struct, frozen=True, kw_only=True):
    """A shape with what it reads on a page, as `--json` prints it; `left` to the general reader."""

    toml: str
    fields: tuple[FieldRead, ...]
    left: tuple[str, ...]


def shape(
    source: Annotated[str, typer.Argument(metavar="PATH|URL", help="A page of the outlet.")],
    host: Annotated[str | None, typer.Option(help="The outlet's host, where the page names none.")] = None,
    output: Annotated[Path | None, typer.Option(help="Write the draft to this file.")] = None,
    shape_file: Annotated[
        Path | None, typer.Option("--with", help="Draft nothing: show what this file reads on the page.")
    ] = None,
    *,
    force: Annotated[bool, typer.Option("--force", help="Overwrite the file of --output.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the draft and its fields as JSON.")] = False,
) -> None:
    """Draft the page shape of an outlet, and show what it reads."""
    with told(as_json=as_json):
        if output is not None and output.exists() and not force:
            raise BadRequest(f"{output} is there already.", next_step="Name another file, or add --force.")
        page = page_of(source, now=datetime.datetime.now(datetime.UTC))
        layout, general = _laid_out(page), read_page(page, NO_OUTLETS)
        if shape_file is not None:
            drafted = _tried(page, layout, general, read_outlet(shape_file))
        else:
            drafted = _drafted(page, layout, general, host, output.name if output else "draft.toml")
            _write(drafted.toml, output, as_json=as_json)
    if as_json:
        print_json(drafted)
    else:
        _print_fields(drafted)


def _laid_out(page: Page) -> Layout:
    """Return the page's elements with their places."""
    text = decode(page)
    if isinstance(text, Refusal) or page.is_pasted:
        words = text.words if isinstance(text, Refusal) else "Pasted text has no markup."
        raise UnreadablePage(words, next_step="Hand over a saved page or an address.", about=page.url)
    tree = parse(text)
    return Layout(tree, render(tree), read_markup(tree))


def _drafted(page: Page, layout: Layout, general: Article | Refusal, host: str | None, file: str) -> Drafted:
    """Return the draft of the page's outlet, read back from its own text."""
    if isinstance(general, Refusal):
        raise UnreadablePage(general.words, next_step="Hand over a page with one article.", about=page.url)
    named = host or _host(page, layout)
    if not named:
        raise BadRequest("The page does not say which host it is from.", next_step="Add --host kna.example.")
    draft: Draft = draft_outlet(page, layout, general, named.lower(), file)
    text = write_outlet(draft.outlet)
    outlet = parse_outlet(text, file)
    tried = _tried(page, layout, general, outlet)
    wrong = [f.field for f in tried.fields if not f.agrees]
    if wrong or outlet != draft.outlet:
        raise BadRequest(
            f"The draft reads {', '.join(wrong) or 'its own text'} otherwise than the general reader.",
            next_step="Please report it with the page; write the shape by hand meanwhile.",
        )
    return msgspec.structs.replace(tried, toml=text, left=draft.left)


def _host(page: Page, layout: Layout) -> str:
    url = page.url if page.url and page.url.startswith("http") else layout.markup.canonical
    return host_of(url or "")


def _tried(page: Page, layout: Layout, general: Article | Refusal, outlet: Outlet) -> Drafted:
    """Return what an outlet's shape reads on a page."""
    held = outlet.shape_on(page.fetched_at.date()) or outlet.shapes[0]
    reading = read_shaped(page, held, layout, general)
    if isinstance(reading, Refusal):
        raise UnreadablePage(reading.words, next_step="Give the shape a body that this page has.")
    fields = []
    for name in FIELDS:
        chooser = held.chooser(name)
        reads = _values(reading, name)
        agrees = isinstance(general, Article) and same_field(name, reading, general)
        if chooser or reads:
            text = chooser_text(chooser) if chooser else None
            fields.append(FieldRead(field=name, chooser=text, reads=reads, agrees=agrees))
    left = tuple(f.field for f in fields if f.chooser is None)
    return Drafted(toml=write_outlet(outlet), fields=tuple(fields), left=left)


def _values(article: Article, field: str) -> tuple[str, ...]:
    """Return a field's values as words."""
    if field in ("body", "captions"):
        return tuple(span.of(article.text) for span in getattr(article, field))
    value = getattr(article, field)
    found = value if isinstance(value, tuple) else (value,) if value else ()
    return tuple(f.value if isinstance(f.value, str) else f.value.isoformat() for f in found)


def _write(toml: str, output: Path | None, *, as_json: bool) -> None:
    """Write the draft to its file, or to standard output where that is not JSON's."""
    if output is not None:
        try:
            output.write_text(toml, encoding="utf-8")
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise BadRequest(f"{output} cannot be written ({reason}).", next_step="Name another.") from error
    elif not as_json:
        sys.stdout.write(toml)


def _print_fields(drafted: Drafted) -> None:
    """Print each field with its chooser and what that reads, and say what was left out."""
    table = Table("field", "chooser", "reads")
    for one in drafted.fields:
        count = f" ({len(one.reads)} paragraphs)" if one.field == "body" else ""
        reads = " | ".join(one.reads[:3]) or "(nothing)"
        reads = reads if len(reads) <= _LONGEST_SHOWN else reads[: _LONGEST_SHOWN - 1] + "…"
        differs = "" if one.agrees else " ≠ general reader"
        table.add_row(one.field, Text(one.chooser or _GENERAL), Text(reads + count + differs))
    Console(stderr=True).print(table)
    if drafted.left:
        sys.stderr.write(f"Left to the general reader: {', '.join(drafted.left)}.\n")
