"""What one more article costs the index of copies when it holds 50,000 and when it holds a million.

    python -m benchmarks.copies_growth [COUNT ...] [--folder FOLDER] [--floors]

Fingerprints are made: as many an article as the shared reports have, nearly all of its own, some that
others have. An article more is looked up, then put in, as `flow` does; the least of several goes is
kept. The thousand that are measured write the tail twice. The merges of larger segments, which come once
in eight thousand, are measured as the index is built and told apart: the mean of the last articles, as many
as lie between two merges of the largest segment. What an article costs besides (reading it, comparing it)
does not grow. The memory is what the index itself holds, its sieves whole. With a folder the indexes are
kept there, four gigabytes a million and as many again while it is built, and used again.
"""

import argparse
import datetime
import sqlite3
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks import results, tables
from benchmarks.measuring import README, check
from benchmarks.results import Measured
from reportedly.copies import MAKER, MOST_HOLDERS, CopiesFound, Printed
from reportedly.records import Article, Field
from reportedly.store import open_store
from reportedly.store.copy_index import TAIL
from reportedly.store.copy_postings import Postings
from reportedly.store.copy_segments import SMALLEST, TIMES_LARGER, Segments
from reportedly.text import word_codes

# Fingerprints of an article: 5,000 shared reports have 132 each.
_EACH = 132
# Of these so many are stock phrases and house words, out of a stock so large.
_STOCK_EACH, _STOCK = 8, 20_000
_MEASURED = 2 * TAIL
_GOES = 3
_NOW = datetime.datetime(2031, 4, 9, tzinfo=datetime.UTC)
_COLUMNS = (
    tables.Column("articles", "articles in the index", 0),
    tables.Column("cpu_ms", "CPU ms an article more", 2),
    tables.Column("look_ms", "of these to look up", 2),
    tables.Column("merge_ms", "and to merge", 2),
    tables.Column("wall_ms", "ms by the clock", 2),
    tables.Column("times the first", "times the first", 2),
    tables.Column("memory_bytes", "bytes an article in memory", 1),
    tables.Column("disk_bytes", "bytes an article on disk", 0),
)


def main() -> int:
    """Fill an index to each count, measure, and keep what was measured; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.copies_growth")
    parser.add_argument("counts", nargs="*", type=int, default=[50_000, 1_000_000])
    parser.add_argument("--folder", type=Path, help="where indexes are kept and used again")
    parser.add_argument("--floors", action="store_true", help="hold them against floors.toml")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as passing:
        folder = options.folder or Path(passing)
        folder.mkdir(exist_ok=True)
        rows = _rows(folder, sorted(options.counts))
    return check("copies_growth", {"made fingerprints": rows}) if options.floors else _keep(rows)


def _rows(folder: Path, counts: Sequence[int]) -> list[Measured]:
    """Return what was measured at each count, in turns, so that all share what else the machine does."""
    paths = {count: folder / f"copies-{count}.db" for count in counts}
    built = {count: _built(path, count) for count, path in paths.items()}
    goes = [{count: _measure(path, count) for count, path in paths.items()} for _ in range(_GOES)]
    rows: list[Measured] = []
    for count in counts:
        best = {name: min(go[count][name] for go in goes) for name in goes[0][count]}
        figures = best | {"articles": float(count)} | built[count]
        first = rows[0].figures if rows else figures
        figures["times the first"] = _all_ms(figures) / _all_ms(first)
        day = datetime.datetime.now(datetime.UTC).date()
        rows.append(Measured(reader=f"reportedly {count:,}", version="", python="", day=day, figures=figures))
    return rows


def _all_ms(figures: dict[str, float]) -> float:
    return figures["cpu_ms"] + figures["merge_ms"]


def _keep(rows: list[Measured]) -> int:
    kept = results.merge(results.load("copies_growth"), {"made fingerprints": rows}, [])
    results.save("copies_growth", kept)
    words = tables.table(rows, _COLUMNS)
    page = tables.renew(README.read_text(encoding="utf8"), "copies growth tables", words)
    README.write_text(page, encoding="utf8")
    print(words)
    return 0


def _built(path: Path, count: int) -> dict[str, float]:
    """Build an index where there is none; return what merging cost, and the bytes on disk, an article."""
    open_store(path).close()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE IF NOT EXISTS built (merge_ms REAL, disk_bytes REAL)")
    row = connection.execute("SELECT merge_ms, disk_bytes FROM built").fetchone()
    if row is None:
        merge_ms = _fill(connection, count)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        row = (merge_ms, path.stat().st_size / count)
        connection.execute("INSERT INTO built VALUES (?, ?)", row)
        connection.commit()
    connection.close()
    return {"merge_ms": row[0], "disk_bytes": row[1]}


def _made(first: int, count: int) -> NDArray[np.uint64]:
    """Return the fingerprints of some articles, a row an article."""
    random = np.random.default_rng(first)
    stock = np.random.default_rng(1).integers(0, 2**64, _STOCK, np.uint64)
    own = random.integers(0, 2**64, (count, _EACH - _STOCK_EACH), np.uint64)
    return np.concatenate([own, stock[random.integers(0, _STOCK, (count, _STOCK_EACH))]], axis=1)


def _fill(connection: sqlite3.Connection, count: int) -> float:
    """Bring the index to so many articles, as `flow` would have; return the CPU ms of merging one more."""
    (there,) = connection.execute("SELECT coalesce(max(number), 0) FROM copy_articles").fetchone()
    merged: list[tuple[int, float]] = []
    while there < count:
        more = min(SMALLEST, count - there)
        numbers = range(there + 1, there + more + 1)
        connection.executemany(
            "INSERT INTO copy_articles VALUES (?, ?, ?, '', '1', '', 1)",
            ((number, f"{number:016x}", number % 5000) for number in numbers),
        )
        prints = _made(there + 1, more).reshape(-1)
        owners = np.repeat(np.arange(there + 1, there + more + 1, dtype=np.uint32), _EACH)
        postings = Postings.of([Postings(prints, owners)], MOST_HOLDERS)
        started = time.process_time()
        Segments(connection, most_holders=MOST_HOLDERS).add(postings, more)
        connection.commit()
        merged.append((more, time.process_time() - started))
        there += more
    last = merged[-TIMES_LARGER:]
    return 1000 * sum(seconds for _, seconds in last) / sum(articles for articles, _ in last)


def _measure(path: Path, count: int) -> dict[str, float]:
    """Return what an article more costs, and the bytes that the index holds in memory."""
    articles = list(_articles(path))
    with open_store(path) as store:
        copies = store.copies
        tracemalloc.start()
        before, _ = tracemalloc.get_traced_memory()
        for article in articles[: TAIL - 1]:  # the tail is as long as it gets
            copies.index.holders(article)
            copies.keep(article, CopiesFound(), by=MAKER, now=_NOW)
        held, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        look, started, clock = 0.0, time.process_time(), time.perf_counter()
        for article in articles[TAIL - 1 :]:
            asked = time.process_time()
            copies.index.holders(article)
            look += time.process_time() - asked
            copies.keep(article, CopiesFound(), by=MAKER, now=_NOW)
        cpu, wall = time.process_time() - started, time.perf_counter() - clock
    return {
        "cpu_ms": cpu / _MEASURED * 1000,
        "wall_ms": wall / _MEASURED * 1000,
        "look_ms": look / _MEASURED * 1000,
        "memory_bytes": (held - before) / count,
    }


def _articles(path: Path) -> Iterator[Printed]:
    """Yield the articles that are measured, once their rows are in the record."""
    connection = sqlite3.connect(path)
    (there,) = connection.execute("SELECT max(number) FROM copy_articles").fetchone()
    names = [f"{there:010x}{number:06x}" for number in range(TAIL - 1 + _MEASURED)]
    connection.executemany(
        "INSERT INTO articles (id, run_seq, read_at, body, unspaced, credits, record, text) "
        "VALUES (?, 1, '', '', 0, '[]', '{}', '')",
        ((name,) for name in names),
    )
    connection.commit()
    connection.close()
    for number, (name, prints) in enumerate(zip(names, _made(2**40 + there, len(names)), strict=True)):
        outlet = Field(value=f"Outlet {number % 5000}", markup="meta")
        article = Article(page_sha256="", text="", outlet=outlet)
        yield Printed(id=name, article=article, words=word_codes(""), prints=np.unique(prints))


if __name__ == "__main__":
    sys.exit(main())
