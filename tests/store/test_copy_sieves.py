"""The sieves of the index of copies: they never lose a fingerprint, and pass few that nobody has."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from reportedly.store import copy_sieves, open_store
from reportedly.store.connecting import Connections
from reportedly.store.copy_postings import Postings
from reportedly.store.copy_segments import Known, Segments
from reportedly.store.copy_sieves import Prints, Sieve, first_prefix, page_count, sieve_rows
from reportedly.store.migrating import bring_up_to_date
from reportedly.store.schema import APPLICATION_ID

MOST = 64


@pytest.fixture
def raw(record_path: Path) -> Iterator[sqlite3.Connection]:
    open_store(record_path).close()
    with closing(sqlite3.connect(record_path)) as connection:
        yield connection


def made_prints(count: int, seed: int = 7) -> Prints:
    """Return fingerprints such as the room keeps: rising, each divisible by six."""
    return np.unique(np.random.default_rng(seed).integers(0, 2**64 // 6, count, np.uint64) * np.uint64(6))


def sieve_of(raw: sqlite3.Connection, prints: Prints) -> Sieve:
    pages = page_count(len(prints))
    raw.executemany("INSERT INTO copy_sieves VALUES (?, ?)", sieve_rows(1, prints, pages, 0, pages))
    return Sieve(raw, 1)


def test_all_that_a_segment_holds_pass(raw: sqlite3.Connection) -> None:
    prints = made_prints(30_000)
    assert sieve_of(raw, prints).passing(raw, prints).tolist() == list(range(len(prints)))


def test_of_those_that_it_does_not_hold_one_in_thirty_passes(raw: sqlite3.Connection) -> None:
    sieve, others = sieve_of(raw, made_prints(30_000)), made_prints(20_000, seed=8)
    assert 0.02 < len(sieve.passing(raw, others)) / len(others) < 0.04


def test_nothing_passes_where_there_is_no_segment(raw: sqlite3.Connection) -> None:
    assert len(Sieve(raw, 5).passing(raw, made_prints(10))) == 0


def test_pages_are_read_once_and_only_those_that_are_asked_for(raw: sqlite3.Connection) -> None:
    prints = made_prints(30_000)
    sieve = sieve_of(raw, prints)
    asked: list[str] = []
    raw.set_trace_callback(asked.append)
    sieve.passing(raw, prints[:50])
    sieve.passing(raw, prints[:50])
    assert len(asked) == 1
    raw.execute("DELETE FROM copy_sieves")
    assert len(sieve.passing(raw, prints[:50])) == 50


@pytest.mark.parametrize("pages", [1, 2, 3, 7, 1000, 33_001])
def test_pages_begin_where_the_one_before_ends(pages: int) -> None:
    for page in range(0, pages, max(1, pages // 50)):
        first = first_prefix(page, pages)
        assert (first * pages) >> copy_sieves.PREFIX_BITS == page
        assert page == 0 or ((first - 1) * pages) >> copy_sieves.PREFIX_BITS == page - 1


def put_in(raw: sqlite3.Connection, articles: list[Prints]) -> Segments:
    known: dict[int, Known] = {}
    segments = Segments(raw, most_holders=MOST, known=known)
    for number, prints in enumerate(articles):
        numbers = np.full(len(prints), number, np.uint32)
        segments.add(Postings.of([Postings(prints, numbers)], MOST), 4000)
    return segments


def test_a_segment_that_was_merged_has_one_sieve_and_those_merged_into_it_none(
    raw: sqlite3.Connection,
) -> None:
    articles = [made_prints(9_000, seed) for seed in range(5)]
    put_in(raw, articles)
    segments = {row[0] for row in raw.execute("SELECT segment FROM copy_segments")}
    assert {row[0] for row in raw.execute("SELECT DISTINCT place >> 24 FROM copy_sieves")} == segments


def older_record(path: Path, newer: Path) -> None:
    """Make a record as one before there were sieves, with the segments of another."""
    path.touch()
    with closing(Connections(path, mode="rw", busy_seconds=1)) as connections:
        connections.set_write_ahead()
        with connections.writing() as connection:
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            bring_up_to_date(connection, until="0010")
    with closing(sqlite3.connect(path)) as older, older:
        older.execute("ATTACH ? AS newer", [str(newer)])
        for name in ("copy_segments", "copy_blocks"):
            older.execute(f"INSERT INTO {name} SELECT * FROM newer.{name}")


def test_segments_written_before_there_were_sieves_get_them(
    raw: sqlite3.Connection, record_path: Path, tmp_path: Path
) -> None:
    articles = [made_prints(9_000, seed) for seed in range(5)]
    put_in(raw, articles)
    raw.commit()
    older_record(tmp_path / "older.db", record_path)
    open_store(tmp_path / "older.db").close()
    with closing(sqlite3.connect(tmp_path / "older.db")) as migrated:
        segments = Segments(migrated, most_holders=MOST)
        for number, prints in enumerate(articles):
            which, numbers = segments.find(prints)
            assert which[numbers == number].tolist() == list(range(len(prints)))
        (segment,) = migrated.execute("SELECT min(segment) FROM copy_segments").fetchone()
        others = made_prints(20_000, seed=99)
        assert len(Sieve(migrated, segment).passing(migrated, others)) < 0.05 * len(others)
