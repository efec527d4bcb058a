"""Results as tables in Markdown, and their place in the README."""

from collections.abc import Iterable
from typing import NamedTuple

from benchmarks.results import Measured


class Column(NamedTuple):
    """One column: the figure, what stands above it, and its decimal places."""

    figure: str
    title: str
    places: int = 3


def table(rows: Iterable[Measured], columns: Iterable[Column]) -> str:
    """Return one table; a dash is a figure the reader has no field for."""
    columns = list(columns)
    heads = ["reader", "day", *(column.title for column in columns), "note"]
    lines = [_line(heads), _line(["---", "---", *("---:" for _ in columns), "---"])]
    for row in rows:
        figures = [_shown(row.figures.get(column.figure), column.places) for column in columns]
        lines.append(_line([f"{row.reader} {row.version}".strip(), row.day.isoformat(), *figures, row.note]))
    return "\n".join(lines)


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _shown(figure: float | None, places: int) -> str:
    if figure is None:
        return "–"
    written = f"{figure:,.{places}f}"
    return written[1:] if written.startswith("0.") else written


def renew(page: str, mark: str, words: str) -> str:
    """Return the page with what stands between the comments of `mark` replaced."""
    start, end = f"<!-- {mark} -->", f"<!-- end of {mark} -->"
    before, found, rest = page.partition(start)
    if not found or end not in rest:
        raise ValueError(f"the page has no place for {mark!r}: put {start} and {end} into it")
    return f"{before}{start}\n{words}\n{end}{rest.partition(end)[2]}"
