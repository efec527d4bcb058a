"""A full disk and a killed process leave the record as it was before, or as it was to be."""

import random
import shutil
import sqlite3
import subprocess
import sys
import textwrap
import time
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event

from reportedly.records import StoreFull
from reportedly.store import Store, open_store

from .made_up import HARBOUR, NOON, harbour_page, harbour_reading, page_of

KILLS = 50
FULL = 12  # evidence rows under the harbour article: 4 of the article, 2 * 3 and 2 * 2 of the rest, less none


def test_no_more_room_is_told_and_nothing_is_kept(record_path: Path) -> None:
    open_store(record_path).close()
    with open_store(record_path) as store:
        limit_pages(store, 60)
        with pytest.raises(StoreFull, match="Free some space"):
            for number in range(50):
                page = page_of(f"{HARBOUR}\n{random.Random(number).randbytes(9000).hex()}", f"https://i.example/{number}")
                store.keep(page, harbour_reading(page), now=NOON)
        assert store.counts().pages == store.counts().articles < 50
        assert_sound(record_path)


def limit_pages(store: Store, pages: int) -> None:
    engine = store._connections._engine
    engine.dispose()
    event.listen(engine, "connect", lambda raw, _entry: raw.execute(f"PRAGMA max_page_count = {pages}"))


@pytest.mark.slow
def test_a_really_full_disk_is_told_and_nothing_is_half_kept(tmp_path: Path) -> None:
    if shutil.which("unshare") is None or subprocess.run(["unshare", "-rm", "true"], check=False).returncode:
        pytest.skip("no small file system can be mounted here")
    program = tmp_path / "fill.py"
    program.write_text(FILL)
    mount = f'mount -t tmpfs -o size=1m none "{tmp_path}/small" && exec "{sys.executable}" "{program}" "{tmp_path}/small"'
    (tmp_path / "small").mkdir()
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", mount], check=False, capture_output=True, text=True, cwd=TESTS
    )
    if "mount:" in done.stderr:
        pytest.skip("no small file system can be mounted here")
    assert done.stdout.split() == ["StoreFull", "ok", "True"], done.stderr


@pytest.mark.slow
def test_a_writer_killed_at_any_moment_leaves_a_whole_record(record_path: Path, tmp_path: Path) -> None:
    program = tmp_path / "write.py"
    program.write_text(WRITE)
    chance = random.Random(7)
    kept = 0
    for start in range(KILLS):
        writer = subprocess.Popen(
            [sys.executable, program, record_path, str(start * 1000)], stdout=subprocess.PIPE, cwd=TESTS
        )
        assert writer.stdout is not None
        with writer:
            writer.stdout.readline()
            time.sleep(chance.uniform(0, 0.06))
            writer.kill()
        kept = assert_sound(record_path, at_least=kept)
    assert kept > KILLS
