"""Lines of JSON, in the scorers' forms."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Row = dict[str, Any]  # one line of JSON, in the scorers' form


def read_rows(path: Path) -> Iterator[Row]:
    """Yield the lines of a JSON lines file; offsets hold because line ends are left alone."""
    with path.open("rb") as raw, gzip.open(raw) if path.suffix == ".gz" else raw as lines:
        for line in lines:
            yield json.loads(line)
