"""The sample world, read into a record."""

import sys

import msgspec
from rich.console import Console

from reportedly.cli.showing import article_table, print_json, statement_table
from reportedly.desk import Desk
from reportedly.samples import sample_pages
from reportedly.store import ArticleLine, Counts, StatementPage, StatementQuery

_MOST_LINES = 500


class DemoShown(msgspec.Struct, frozen=True, kw_only=True):
    """What the demo shows."""

    counts: Counts
    articles: tuple[ArticleLine, ...]
    statements: StatementPage


def run_demo(desk: Desk, *, as_json: bool) -> None:
    """Read every sample page into a record and print its articles and statements."""
    for sample in sample_pages():
        if sample.is_pasted:
            desk.read_text(sample.body.decode("utf-8"), url=sample.url)
        else:
            desk.read_bytes(sample.body, url=sample.url)
    shown = DemoShown(
        counts=desk.counts(),
        articles=desk.articles(limit=_MOST_LINES),
        statements=desk.find_statements(StatementQuery(limit=_MOST_LINES)),
    )
    if as_json:
        print_json(shown)
        return
    console = Console()
    console.print(article_table(shown.articles))
    console.print(statement_table(shown.statements.lines, shown.statements.total))
    counts = shown.counts
    sys.stdout.write(
        f"{counts.pages} pages of a world that does not exist: {counts.articles} articles, "
        f"{counts.statements} statements, {counts.refused_pages} page without an article.\n"
    )
