"""A full disk and a killed process leave the record as it was before, or as it was to be."""

import multiprocessing
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event

from reportedly.records import StoreFull
from reportedly.store import Store, open_store

from .until_stopped import keep_edition, keep_editions, write_until_killed

KILLS = 50
LONGEST_SECONDS = 0.25  # of writing before a kill: from none to a few dozen pages
TESTS = Path(__file__).parent.parent


def limit_pages(store: Store, pages: int) -> None:
    """Let the file grow to so many database pages and no further, as SQLite itself can."""
    engine = store._connections._engine
    engine.dispose()
    event.listen(engine, "connect", lambda raw, _entry: raw.execute(f"PRAGMA max_page_count = {pages}"))


def articles_in_sound_record(path: Path) -> int:
    """Open the record as anybody would, check every part of it, and return how many articles it has."""
    with open_store(path) as store:
        counts = store.counts()
        assert store.search_articles("edition").total == counts.articles
        assert list(store.broken_records()) == []  # what the files beside it hold is whole, too
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        for index in ("article_search", "statement_search"):
            connection.execute(f"INSERT INTO {index}({index}) VALUES ('integrity-check')")
        spans = "SELECT DISTINCT count(*) FROM evidence GROUP BY article_id"
        assert len(connection.execute(spans).fetchall()) <= 1
    assert counts.pages == counts.articles == counts.statements // 2
    return counts.articles


def test_no_more_room_is_told_and_nothing_is_half_kept(record_path: Path) -> None:
    with open_store(record_path) as store:
        limit_pages(store, 160)
        with pytest.raises(StoreFull, match="Free some space"):
            keep_editions(store, 100)
    assert 0 < articles_in_sound_record(record_path) < 100


def test_a_record_goes_on_once_there_is_room_again(record_path: Path) -> None:
    with open_store(record_path) as store:
        limit_pages(store, 140)
        with pytest.raises(StoreFull):
            keep_editions(store, 100)
    with open_store(record_path) as store:
        before = store.counts().articles
        keep_edition(store, 1000)
        assert store.counts().articles == before + 1


@pytest.mark.slow
def test_a_really_full_disk_is_told_and_nothing_is_half_kept(tmp_path: Path) -> None:
    if shutil.which("unshare") is None:
        pytest.skip("no small file system can be mounted here")
    mount = f'mount -t tmpfs -o size=1m none "{tmp_path}" || exit 77'
    fill = f'exec "{sys.executable}" -m store.until_stopped "{tmp_path}"'
    command = ["unshare", "-rm", "sh", "-c", f"{mount}\n{fill}"]
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=TESTS)
    if done.returncode == 77 or "unshare" in done.stderr:
        pytest.skip("no small file system can be mounted here")
    assert done.stdout.split() == ["StoreFull", "True", "ok"], done.stderr


@pytest.mark.slow
def test_a_writer_killed_at_any_moment_leaves_a_whole_record(record_path: Path) -> None:
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload([write_until_killed.__module__, "reportedly.store.migrating"])
    chance = random.Random(7)
    kept = 0
    for start in range(KILLS):
        listening, telling = processes.Pipe(duplex=False)
        writer = processes.Process(target=write_until_killed, args=(record_path, start * 100_000, telling))
        writer.start()
        telling.close()
        if start % 5:  # every fifth is killed while it opens the record, the others while they write
            listening.recv()
        if start % 10 == 1:  # on a busy machine the others may be killed before their first page
            listening.recv()
            listening.recv()
        time.sleep(chance.uniform(0, LONGEST_SECONDS))
        writer.kill()
        writer.join()
        promised = 0
        with listening:
            while listening.poll():
                try:
                    promised += listening.recv() > start * 100_000
                except EOFError:
                    break
        now = articles_in_sound_record(record_path)
        assert now >= kept + promised
        kept = now
    assert kept > 0
