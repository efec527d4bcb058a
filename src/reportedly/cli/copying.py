"""Who took a report from whom, on a terminal."""

import sys

import msgspec
from rich.console import Console
from rich.progress import track
from rich.table import Table
from rich.text import Text

from reportedly.cli.showing import print_json
from reportedly.desk import CopiesOf, Desk, Ledger
from reportedly.records import LedgerLine, Span, Utterance

_LONGEST_WORDS = 160
# Articles that are compared before anybody waits.
_QUICK = 20
_STYLES = {
    "reworded": "bold",
    "moved": "italic",
    "cut": "strike",
    "added": "underline",
    "kept": "dim",
    "translated": "",
}


class CopiesSeen(msgspec.Struct, frozen=True, kw_only=True):
    """All that is told of an article's copies, as JSON."""

    copies: CopiesOf
    ledger: Ledger
    utterances: tuple[Utterance, ...]


def show_copies(desk: Desk, article_id: str, *, as_json: bool) -> None:
    """Print an article's family, and what became of its statements; raises NotInRecord."""
    found, ledger = desk.copies.of(article_id), desk.copies.ledger(article_id)
    if as_json:
        utterances = desk.copies.utterances(article_id)
        print_json(CopiesSeen(copies=found, ledger=ledger, utterances=utterances))
        return
    console = Console()
    console.print(_family_table(found))
    sys.stdout.write(f"{found.summary}.\n")
    if ledger.carriers:
        console.print(_ledger_table(ledger))


def show_beside(desk: Desk, article_id: str, other_id: str, *, as_json: bool) -> None:
    """Print what became of every stretch of another article in this one; raises NotInRecord."""
    found = desk.copies.compare(article_id, other_id)
    if as_json:
        print_json(found)
        return
    table = Table("", "in this article", "in the other", title="Side by side")
    for passage in found.passages:
        style = _STYLES[passage.handling]
        here, there = (
            Text(_words(span, text), style=style)
            for span, text in (
                (passage.here, found.copy.article.text),
                (passage.there, found.origin.article.text),
            )
        )
        table.add_row(passage.handling, here, there)
    Console().print(table)


def show_compared(desk: Desk, *, as_json: bool) -> None:
    """Compare all articles that were not yet compared, and print how many there were."""
    count = desk.counts().articles
    is_quick = as_json or count < _QUICK
    shown = track(
        desk.copies.link_all(), description="Comparing", total=count, transient=True, disable=is_quick
    )
    done = [is_new for _, is_new in shown]
    if as_json:
        print_json({"articles": len(done), "compared": sum(done)})
    else:
        sys.stdout.write(f"{len(done)} articles in the record, {sum(done)} compared now.\n")


def _family_table(found: CopiesOf) -> Table:
    table = Table("id", "published", "outlet", "what it is", "why", title="Copies")
    for line in found.lines:
        step = line.carrier.taken_from
        mark = "→ " if line.article.id == found.article_id else ""
        told = Text(f"{mark}{'  ' * line.carrier.depth}{line.told}")
        for further in line.carrier.also_from:
            told.append(f"; also from {(further.origin or '')[:8]}", style="dim")
        published = (line.article.published or "–")[:16].replace("T", " ")
        outlet = Text(line.article.outlet or "–")
        table.add_row(line.article.id[:8], published, outlet, told, Text(step.because if step else ""))
    return table


def _ledger_table(ledger: Ledger) -> Table:
    """Return the statements of the origin with what became of them, a row a statement that was changed."""
    table = Table("statement", "carrier", "became", title="The ledger")
    for carrier in ledger.carriers:
        name = Text(carrier.article.outlet or carrier.article.id[:8])
        for number, line in enumerate(carrier.lines):
            if line.fates != ("same",):
                table.add_row(_said(line, ledger, number), name, ", ".join(line.fates))
    if not table.row_count:
        table.add_row("Every statement stands as it was.", "", "")
    return table


def _said(line: LedgerLine, ledger: Ledger, number: int) -> Text:
    if line.there is None:
        return Text("(added)", style="dim")
    words = ledger.statements[number]
    return Text(words if len(words) <= _LONGEST_WORDS else words[: _LONGEST_WORDS - 1] + "…")


def _words(span: Span | None, text: str) -> str:
    return span.of(text) if span else ""
