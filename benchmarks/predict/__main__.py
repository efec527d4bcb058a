"""Answers to labelled questions, for the scorers.

    python -m benchmarks.predict {pages|quotes|dates|roots|stories|copies} IN OUT

IN and OUT are JSON lines (IN may be gzipped) in the forms that the scorers describe at their heads.
Only the input fields of IN are read, never the gold. A task whose room is not built yet exits with 3.
"""

import importlib
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import cast

from benchmarks.predict.rows import Row, read_rows

Answer = Callable[[Row], Row]
Task = Callable[[Iterable[Row]], Iterator[Row]]  # all lines of IN -> the lines of OUT

# Each is a function of the module of its name; that of one task does not load the rooms of another.
BY_ROW = ("pages", "quotes", "dates")
TOGETHER = ("copies", "stories")
NOT_BUILT = ("roots",)


def task_of(name: str) -> Task:
    """Return the task that answers the lines of IN."""
    found = getattr(importlib.import_module(f"benchmarks.predict.{name}"), name)
    if name in TOGETHER:
        return cast(Task, found)
    answer = cast(Answer, found)
    return lambda rows: map(answer, rows)


def main(arguments: list[str]) -> int:
    """Predict one task's answers for every line of IN; return the exit status."""
    if len(arguments) != 3 or arguments[0] not in BY_ROW + TOGETHER + NOT_BUILT:
        print(__doc__, file=sys.stderr)
        return 2
    if arguments[0] in NOT_BUILT:
        built = ", ".join(BY_ROW + TOGETHER)
        print(f"The room for {arguments[0]!r} is not built yet; built are: {built}.", file=sys.stderr)
        return 3
    task = task_of(arguments[0])
    with Path(arguments[2]).open("w", encoding="utf8") as out:
        for row in task(read_rows(Path(arguments[1]))):
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
