"""The tables written for this script, and the lines of the sources it reads."""

import functools
import gzip
import json
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

_HERE = Path(__file__).parent

Table = dict[str, Any]  # a TOML file


class Row(NamedTuple):
    """One row of the table of office holders, as it stands there."""

    gec: str
    office: str
    name: str
    since: str
    first_seen: date
    last_seen: date


@functools.cache
def table(name: str) -> Table:
    """Return one of the TOML files beside this one."""
    return tomllib.loads((_HERE / name).read_text(encoding="utf-8"))


def office_rows(path: Path) -> Iterator[Row]:
    """Yield the rows of the table of office holders (JSON lines, gzipped) in its order."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            first, last = (date.fromisoformat(row[key]) for key in ("first_seen", "last_seen"))
            yield Row(row["country_gec"], row["office"], row["name"], row["since"] or "", first, last)
