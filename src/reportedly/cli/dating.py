"""When an expression means, told for the day it was written."""

import datetime
import sys
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from reportedly import api
from reportedly.cli.choosing import day_of
from reportedly.cli.exits import told
from reportedly.cli.options import AsJson
from reportedly.cli.showing import print_json
from reportedly.records import Moment


def when(
    words: Annotated[list[str], typer.Argument(help="A sentence, or an expression such as '22 years ago'.")],
    on: Annotated[
        str | None, typer.Option("--on", help="The day it was written (YYYY-MM-DD); today unless told.")
    ] = None,
    language: Annotated[
        str | None,
        typer.Option(help="Its language (en, es, fr, de, ru, ar, fa); told by the words if left out."),
    ] = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Tell which days the expressions of time in some words mean."""
    with told(as_json=as_json):
        text, day = " ".join(words), day_of(on) or datetime.datetime.now().astimezone().date()
        found = api.when(text, on=day, language=language)
        if as_json:
            print_json(found)
        elif found:
            Console().print(_table(text, found))
        else:
            sys.stdout.write("No expression of time was found in these words.\n")


def _table(text: str, found: tuple[Moment, ...]) -> Table:
    table = Table("words", "reads", "from", "to", "kind", "sure", box=None)
    for moment in found:
        ends = (str(day) if day else "–" for day in (moment.first, moment.last))
        table.add_row(moment.words.of(text), moment.value, *ends, moment.kind, f"{moment.confidence:.2f}")
    return table
