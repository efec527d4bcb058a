"""Answers to labelled questions, for the scorers.

    python -m benchmarks.predict {pages|quotes|dates|roots|stories|copies} IN OUT

IN and OUT are JSON lines (IN may be gzipped) in the forms that the scorers describe at their heads.
Only the input fields of IN are read, never the gold. A task whose room is not built yet exits with 3.
"""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from benchmarks.predict.dates import dates
from benchmarks.predict.pages import pages
from benchmarks.predict.quotes import quotes
from benchmarks.predict.rows import Row, read_rows

Task = Callable[[Iterable[Row]], Iterator[Row]]  # all lines of IN -> the lines of OUT


def _row_by_row(answer: Callable[[Row], Row]) -> Task:
    """Return the task that answers every line by itself."""
    return lambda rows: map(answer, rows)


TASKS: dict[str, Task | None] = {
    "pages": _row_by_row(pages),
    "quotes": _row_by_row(quotes),
    "dates": _row_by_row(dates),
    "roots": None,
    "stories": None,
    "copies": None,
}


def main(arguments: list[str]) -> int:
    """Predict one task's answers for every line of IN; return the exit status."""
    if len(arguments) != 3 or arguments[0] not in TASKS:
        print(__doc__, file=sys.stderr)
        return 2
    task = TASKS[arguments[0]]
    if task is None:
        built = ", ".join(name for name, known in TASKS.items() if known)
        print(f"The room for {arguments[0]!r} is not built yet; built are: {built}.", file=sys.stderr)
        return 3
    with Path(arguments[2]).open("w", encoding="utf8") as out:
        for row in task(read_rows(Path(arguments[1]))):
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
