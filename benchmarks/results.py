"""What was measured: one row a reader and a set, kept as JSON between runs."""

import datetime
import os
from pathlib import Path

import msgspec

FOLDER = Path(__file__).parent / "results"


class Measured(msgspec.Struct, frozen=True, kw_only=True):
    """One reader on one set: its figures by name, or in `note` why there are none.

    A figure that is missing is one the reader has no field for. `python` is the interpreter it ran on.
    """

    reader: str
    version: str
    python: str
    day: datetime.date
    figures: dict[str, float] = {}
    note: str = ""


class Results(msgspec.Struct, frozen=True, kw_only=True):
    """All rows of one benchmark by set, and the machine of the last run."""

    machine: str
    sets: dict[str, list[Measured]]


def machine() -> str:
    """Return the size of this machine as the tables name it."""
    return f"{os.cpu_count()} cores, shared"


def load(name: str) -> Results:
    """Return what the last run of a benchmark left, or nothing measured."""
    path = FOLDER / f"{name}.json"
    if not path.is_file():
        return Results(machine=machine(), sets={})
    return msgspec.json.decode(path.read_bytes(), type=Results)


def save(name: str, results: Results) -> None:
    """Keep the results, figures rounded to what the tables show and one place more."""
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / f"{name}.json").write_bytes(msgspec.json.format(msgspec.json.encode(results), indent=1) + b"\n")


def merge(old: Results, fresh: dict[str, list[Measured]], order: list[str]) -> Results:
    """Return the old rows with the fresh ones in their places; readers stand in `order`."""
    sets = dict(old.sets)
    for name, rows in fresh.items():
        kept = {row.reader: row for row in sets.get(name, [])} | {row.reader: row for row in rows}
        sets[name] = sorted(
            kept.values(), key=lambda row: order.index(row.reader) if row.reader in order else len(order)
        )
    return Results(machine=machine(), sets=sets)
