"""IN to OUT, line by line, with the CPU time of the reading alone.

OUT is made when the reader is ready (imports and models loaded) and every answer is flushed, so that
whoever waits outside can tell a slow page from a slow start and stop the process at it.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

Row = dict[str, Any]  # one line of JSON, in the scorers' form
Reader = Callable[[Row], Row]


def answer_lines(read: Reader) -> None:
    """Write the reader's answer to every line of IN (first argument) to OUT (second), as they come."""
    with Path(sys.argv[1]).open(encoding="utf8") as rows, Path(sys.argv[2]).open("w", encoding="utf8") as out:
        for line in rows:
            out.write(json.dumps(answer(read, json.loads(line))) + "\n")
            out.flush()


def answer(read: Reader, row: Row) -> Row:
    """Return one answer with its id and CPU milliseconds; where the reader raised, the error's name.

    Only the name is kept: a message may quote the page, and no word of a page is kept.
    """
    start = time.process_time()
    try:
        found = read(row)
    except Exception as trouble:  # noqa: BLE001  a peer may raise anything; the page then counts as empty
        found = {"error": type(trouble).__name__}
    return {"id": row["id"], "cpu_ms": (time.process_time() - start) * 1000} | found


def names_in(written: str | None, separators: str = ";") -> list[str]:
    """Return the names of an author string that its writer joined with one of `separators`."""
    for separator in separators:
        written = (written or "").replace(separator, "\n")
    return [name.strip() for name in (written or "").split("\n") if name.strip()]
