"""The index of copies: it answers as the shelf in memory does, however it was cut into segments."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from reportedly.store import copy_segments, open_store
from reportedly.store.copy_postings import Postings
from reportedly.store.copy_segments import Segments

MOST = 5
Prints = NDArray[np.uint64]


@pytest.fixture
def raw(record_path: Path) -> Iterator[sqlite3.Connection]:
    open_store(record_path).close()
    with closing(sqlite3.connect(record_path)) as connection:
        yield connection


def made_prints(articles: int, each: int = 40) -> list[Prints]:
    """Return fingerprints of articles of which neighbours have some in common."""
    own = np.random.default_rng(5).integers(0, 2**63, (articles, each), np.uint64)
    return [np.unique(np.concatenate([own[n], own[max(0, n - 1), : each // 4]])) for n in range(articles)]


def put_in(raw: sqlite3.Connection, articles: list[Prints], at_once: int) -> Segments:
    segments = Segments(raw, most_holders=MOST)
    for start in range(0, len(articles), at_once):
        part = articles[start : start + at_once]
        numbers = np.repeat(np.arange(start, start + len(part), dtype=np.uint32), [len(one) for one in part])
        segments.add(Postings.of([Postings(np.concatenate(part), numbers)], MOST), len(part))
    return segments


def found(segments: Segments, prints: Prints) -> set[tuple[int, int]]:
    which, numbers = segments.find(prints)
    return set(zip(which, numbers, strict=True))


@pytest.fixture
def small_segments(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copy_segments, "SMALLEST", 16)
    monkeypatch.setattr(copy_segments, "TIMES_LARGER", 3)
    monkeypatch.setattr(copy_segments, "_AT_ONCE", 500)


@pytest.mark.usefixtures("small_segments")
def test_what_was_put_in_is_found_through_all_segments(raw: sqlite3.Connection) -> None:
    articles = made_prints(300)
    segments = put_in(raw, articles, at_once=7)
    (levels,) = raw.execute("SELECT count(*) FROM copy_segments").fetchone()
    assert levels > 2
    for number in range(0, 300, 17):
        near = [n for n in (number - 1, number, number + 1) if 0 <= n < 300]
        wanted = {
            (at, n) for at, each in enumerate(articles[number].tolist()) for n in near if each in articles[n]
        }
        assert found(segments, articles[number]) == wanted


def test_what_nobody_has_is_not_found(raw: sqlite3.Connection) -> None:
    segments = put_in(raw, made_prints(30), at_once=30)
    assert found(segments, np.array([0, 5, 2**64 - 1], np.uint64)) == set()


def test_an_empty_index_has_nothing(raw: sqlite3.Connection) -> None:
    assert found(Segments(raw, most_holders=MOST), made_prints(1)[0]) == set()


@pytest.mark.usefixtures("small_segments")
def test_of_a_run_that_all_have_the_first_few_are_kept(raw: sqlite3.Connection) -> None:
    shared = np.uint64(12345678901234567)
    articles = [np.unique(np.append(prints, shared)) for prints in made_prints(60, 8)]
    segments = put_in(raw, articles, at_once=6)
    _, numbers = segments.find(np.array([shared], np.uint64))
    (levels,) = raw.execute("SELECT count(*) FROM copy_segments").fetchone()
    assert MOST <= len(numbers) <= MOST * levels
    assert {0, 1, 2, 3, 4} <= set(numbers)


def test_fingerprints_that_differ_in_their_lower_bits_alone_are_told_apart(raw: sqlite3.Connection) -> None:
    close = np.arange(2**40, 2**40 + 700, dtype=np.uint64)
    segments = put_in(raw, [close], at_once=1)
    assert found(segments, close) == {(at, 0) for at in range(700)}
    assert found(segments, np.array([2**40 - 1, 2**40 + 700], np.uint64)) == set()
