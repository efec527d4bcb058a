"""Writers that other processes run: one writes until it is killed, one until the disk is full."""

import random
import sqlite3
import sys
from contextlib import closing
from multiprocessing.connection import Connection
from pathlib import Path

from reportedly.records import StoreFull
from reportedly.store import Store, open_store

from .made_up import HARBOUR, NOON, harbour_reading, page_of


def keep_edition(store: Store, number: int, extra_bytes: int = 0) -> None:
    """Keep one more edition of the harbour page; the extra bytes cannot be packed smaller."""
    extra = random.Random(number).randbytes(extra_bytes).hex()
    page = page_of(f"{HARBOUR}\nEdition {number}. {extra}", f"https://isle.example/{number}")
    store.keep(page, harbour_reading(page), now=NOON)


def keep_editions(store: Store, count: int) -> None:
    """Keep so many editions, each of some size."""
    for number in range(count):
        keep_edition(store, number, extra_bytes=3000)


def write_until_killed(path: Path, first: int, told: Connection) -> None:
    """Keep one edition after another, telling the number of each as soon as the record has it."""
    with open_store(path) as store:
        told.send(first)
        for number in range(first, first + 100_000):
            keep_edition(store, number, extra_bytes=3000)
            told.send(number)


def write_until_full(path: Path) -> None:
    """Print what stopped the writing, whether the record is sound, and whether it can still be read."""
    with open_store(path) as store:
        try:
            keep_editions(store, 10_000)
        except StoreFull:
            print("StoreFull")  # noqa: T201 - the process that started this one reads it
        counts = store.counts()
        print(counts.pages == counts.articles == counts.statements // 2 > 0)  # noqa: T201
    with closing(sqlite3.connect(path)) as connection:
        print(*connection.execute("PRAGMA integrity_check").fetchone())  # noqa: T201


if __name__ == "__main__":
    write_until_full(Path(sys.argv[1]) / "desk.db")
