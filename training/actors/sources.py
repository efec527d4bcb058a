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
    """One row of the table of office holders; `last_day` only where the source gives it."""

    gec: str
    office: str
    name: str
    since: str
    first_seen: date
    last_seen: date
    source: str = "factbook"
    last_day: date | None = None


@functools.cache
def table(name: str) -> Table:
    """Return one of the TOML files beside this one."""
    return tomllib.loads((_HERE / name).read_text(encoding="utf-8"))


def own_rows(seen_to: date) -> Iterator[Row]:
    """Yield the rows of leaders.toml; who was in office when they were written is seen to a day."""
    gec = {
        code: row.split("|")[1].split("/")[0] for code, row in table("countries.toml")["countries"].items()
    }
    for line in table("leaders.toml")["leaders"]:
        country, office, name, first, last = line.split("|")
        since = date.fromisoformat(first)
        seen = date.fromisoformat(last) if last else seen_to
        yield Row(
            gec[country], office, name, f"{since:%d %B %Y}", since, seen, "leaders", seen if last else None
        )


def office_rows(path: Path) -> Iterator[Row]:
    """Yield the rows of the table of office holders (JSON lines, gzipped) in its order."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            first, last = (date.fromisoformat(row[key]) for key in ("first_seen", "last_seen"))
            yield Row(row["country_gec"], row["office"], row["name"], row["since"] or "", first, last)
