"""Options that many commands share."""

from pathlib import Path
from typing import Annotated

import typer

Database = Annotated[
    Path | None, typer.Option("--db", help="The record's file; REPORTEDLY_DB, else desk.db here.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON with the records' own names.")]
Limit = Annotated[int, typer.Option(min=1, max=10_000, help="At most so many lines.")]
