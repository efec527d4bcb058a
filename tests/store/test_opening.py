"""Opening a record: what is created, what is refused, and that a refused file stays as it was."""

import os
import shutil
import sqlite3
import struct
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import inspect

from reportedly.records import Beside, StoreDamaged, StoreError, StoreLocked, StoreNewer
from reportedly.store import StatementQuery, Store, open_store
from reportedly.store.connecting import Connections
from reportedly.store.migrating import bring_up_to_date, newest_schema
from reportedly.store.schema import APPLICATION_ID, SCHEMA_VERSION, metadata

from .made_up import HARBOUR, LATER, NOON, harbour_page, harbour_reading, page_of

PAGE_BYTES = 4096


def fill(path: Path, pages: int = 20) -> None:
    with open_store(path) as store:
        for number in range(pages):
            page = page_of(f"{HARBOUR}\nEdition {number}.", f"https://isle.example/{number}")
            store.keep(page, harbour_reading(page), now=NOON)


@contextmanager
def lock_held(path: Path) -> Iterator[None]:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


def refuse_unchanged(path: Path, error: type[StoreError], *, match: str) -> None:
    before = path.read_bytes()
    with pytest.raises(error, match=match):
        open_store(path)
    assert path.read_bytes() == before


def test_a_record_is_created_where_there_is_none(record_path: Path) -> None:
    open_store(record_path).close()
    assert record_path.read_bytes()[68:72] == struct.pack(">I", APPLICATION_ID)
    assert [one.name for one in record_path.parent.iterdir()] == [record_path.name]


def test_an_empty_file_becomes_a_record(record_path: Path) -> None:
    record_path.touch()
    with open_store(record_path) as store:
        assert store.counts().pages == 0


def test_a_creation_that_was_stopped_is_taken_up_again(record_path: Path) -> None:
    with closing(sqlite3.connect(record_path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    assert record_path.stat().st_size > 0
    with open_store(record_path) as store:
        assert store.keep(harbour_page(), harbour_reading(), now=NOON).outcome == "new"


def test_what_was_kept_is_there_when_the_record_is_opened_again(record_path: Path) -> None:
    with open_store(record_path) as store:
        kept = store.keep(harbour_page(), harbour_reading(), now=NOON)
    with open_store(record_path) as store:
        assert store.article(kept.page_id).article == harbour_reading().article


def test_many_may_create_the_same_record_at_once(record_path: Path) -> None:
    def open_and_keep(number: int) -> None:
        with open_store(record_path) as store:
            page = harbour_page(f"https://isle.example/{number}")
            store.keep(page, harbour_reading(page), now=NOON)

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(open_and_keep, range(6)))
    with open_store(record_path) as store:
        assert store.counts().pages == 6


def test_the_schema_the_queries_see_is_the_one_the_migrations_make(store: Store) -> None:
    with store._connections.reading() as connection:
        made = inspect(connection)
        for table in metadata.sorted_tables:
            columns = {column["name"]: column["nullable"] for column in made.get_columns(table.name)}
            assert columns == {column.name: column.nullable for column in table.columns}
    assert newest_schema() == SCHEMA_VERSION


@pytest.mark.parametrize("schema", ["0001", "0002", "0003"])
def test_an_older_record_is_brought_up_to_date_with_what_it_holds(record_path: Path, schema: str) -> None:
    older_record(record_path, schema)
    with open_store(record_path) as store:
        assert store.search_articles("sixty winters").total == 1
        assert store.counts().statements == 2


def test_statements_of_an_older_record_stand_as_speech_of_the_running_text(record_path: Path) -> None:
    older_record(record_path, "0002")
    with open_store(record_path) as store:
        found = store.find_statements(StatementQuery(act="says", found_in="text", speech_only=True))
        assert {(line.source_kind, line.beside) for line in found.lines} == {(None, Beside())}
        assert {store.statement(line.id).statement.act for line in found.lines} == {"says"}
        assert found.total == 2


def test_an_older_record_is_not_opened_for_reading_only(record_path: Path) -> None:
    older_record(record_path, "0001")
    with pytest.raises(StoreError, match="Open it once for writing"):
        open_store(record_path, read_only=True)


def older_record(path: Path, schema: str) -> None:
    """Make a record as an earlier schema had it, by its steps alone, with one article in it.

    Its rows are those of a new record, each without the columns that came later.
    """
    newer = path.with_name("newer.db")
    with open_store(newer) as store:
        store.keep(harbour_page(), harbour_reading(), now=NOON)
    path.touch()
    with closing(Connections(path, mode="rw", busy_seconds=1)) as connections:
        connections.set_write_ahead()
        with connections.writing() as connection:
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            bring_up_to_date(connection, until=schema)
            inspector = inspect(connection)
            tables = {
                table.name: [column["name"] for column in inspector.get_columns(table.name)]
                for table in metadata.sorted_tables
                if inspector.has_table(table.name)
            }
    with closing(sqlite3.connect(path)) as older, older:
        older.execute("ATTACH ? AS newer", [str(newer)])
        for name, columns in tables.items():
            listed = ", ".join(f'"{column}"' for column in columns)
            older.execute(f"INSERT INTO {name} ({listed}) SELECT {listed} FROM newer.{name}")
        plain = "json_remove(record, '$.act', '$.chain', '$.negations', '$.hedges', '$.found_in')"
        older.execute(f"UPDATE statements SET record = {plain}")


def test_an_up_to_date_record_is_opened_without_loading_the_migrations(record_path: Path) -> None:
    open_store(record_path).close()
    program = (
        "import sys, pathlib; from reportedly.store import open_store\n"
        "open_store(pathlib.Path(sys.argv[1])).close()\n"
        "sys.exit(any(name.startswith('alembic') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", program, record_path], check=False).returncode == 0


def test_opening_prints_nothing(record_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    open_store(record_path).close()
    open_store(record_path).close()
    assert capfd.readouterr() == ("", "")


def test_a_newer_record_is_not_opened(record_path: Path) -> None:
    open_store(record_path).close()
    with closing(sqlite3.connect(record_path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '0999'")
    refuse_unchanged(record_path, StoreNewer, match="Upgrade Reportedly")


def test_a_file_that_is_no_database_is_refused_untouched(record_path: Path) -> None:
    record_path.write_text("Notes on the harbour, not a record.\n" * 200)
    refuse_unchanged(record_path, StoreDamaged, match="recover")


def test_a_database_of_another_program_is_refused_untouched(record_path: Path) -> None:
    with closing(sqlite3.connect(record_path)) as connection, connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    refuse_unchanged(record_path, StoreDamaged, match="another program")


def test_a_record_with_noise_in_its_middle_is_refused_untouched(record_path: Path) -> None:
    fill(record_path)
    damaged = bytearray(record_path.read_bytes())
    middle = len(damaged) // 2 // PAGE_BYTES * PAGE_BYTES
    damaged[middle : middle + 4 * PAGE_BYTES] = os.urandom(4 * PAGE_BYTES)
    record_path.write_bytes(damaged)
    refuse_unchanged(record_path, StoreDamaged, match=r"\.recover")


@pytest.mark.parametrize("kept_part", [0.7, 0.3])
def test_a_record_cut_short_is_refused_untouched(record_path: Path, kept_part: float) -> None:
    fill(record_path)
    whole = record_path.read_bytes()
    record_path.write_bytes(whole[: int(len(whole) * kept_part)])
    refuse_unchanged(record_path, StoreDamaged, match="not a sound record")


def test_a_record_of_fifty_bytes_is_refused_untouched(record_path: Path) -> None:
    fill(record_path, 1)
    record_path.write_bytes(record_path.read_bytes()[:50])
    refuse_unchanged(record_path, StoreDamaged, match="not a sound record")


def test_damage_met_only_when_read_is_told_as_damage(
    record_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(record_path)
    monkeypatch.setattr("reportedly.store.opening.CHECKED_BYTES", 0)
    with open_store(record_path) as store:
        with record_path.open("r+b") as file:
            file.seek(PAGE_BYTES)
            file.write(os.urandom(record_path.stat().st_size - 2 * PAGE_BYTES))
        with pytest.raises(StoreDamaged):
            store.search_articles("wall")


def test_the_advice_for_a_damaged_record_gives_its_pages_back(record_path: Path) -> None:
    if shutil.which("sqlite3") is None:
        pytest.skip("the sqlite3 program is not installed")
    trial = record_path.with_name("trial.db")
    subprocess.run(["sqlite3", trial, "CREATE TABLE trial (name TEXT)"], check=True)
    tried = subprocess.run(["sqlite3", trial, ".recover"], check=False, capture_output=True, text=True)
    if "trial" not in tried.stdout:
        pytest.skip("this sqlite3 program cannot recover any database")
    fill(record_path, 3)
    saved = record_path.with_name("recovered-desk.db")
    command = f'sqlite3 "{record_path}" .recover | sqlite3 "{saved}"'
    subprocess.run(command, shell=True, check=True, capture_output=True)
    with open_store(saved) as store:
        assert store.counts().pages == 3
        assert store.search_articles("wall").total == 3


def test_a_record_locked_by_another_writer_says_so(record_path: Path) -> None:
    open_store(record_path).close()
    with open_store(record_path, busy_seconds=0.1) as store:
        with lock_held(record_path), pytest.raises(StoreLocked, match="Try again"):
            store.keep(harbour_page(), harbour_reading(), now=NOON)
        assert store.keep(harbour_page(), harbour_reading(), now=LATER).outcome == "new"


def test_a_record_being_written_can_be_opened_and_read(record_path: Path) -> None:
    fill(record_path, 2)
    with lock_held(record_path), open_store(record_path, busy_seconds=0.1) as store:
        assert store.counts().pages == 2


def test_a_record_opened_for_reading_is_never_written(record_path: Path) -> None:
    fill(record_path, 2)
    before = record_path.read_bytes()
    with open_store(record_path, read_only=True) as store:
        assert store.search_articles("wall").total == 2
        with pytest.raises(StoreError, match="may write"):
            store.keep(harbour_page(), harbour_reading(), now=NOON)
    assert record_path.read_bytes() == before


def test_there_is_nothing_to_read_where_there_is_no_record(record_path: Path) -> None:
    with pytest.raises(StoreError, match="Open it for writing"):
        open_store(record_path, read_only=True)
    assert not record_path.exists()


def test_a_folder_is_no_record(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a folder"):
        open_store(tmp_path)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no folder"):
        open_store(tmp_path / "desk" / "desk.db")


def test_a_file_on_the_way_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "note").write_text("x")
    with pytest.raises(StoreError, match="no folder"):
        open_store(tmp_path / "note" / "desk.db")


def test_a_leftover_log_of_a_lost_record_is_not_mixed_into_a_new_one(record_path: Path) -> None:
    record_path.with_name("desk.db-wal").write_bytes(b"x" * 100)
    with pytest.raises(StoreError, match="move that file away"):
        open_store(record_path)


@contextmanager
def someone_without_rights() -> Iterator[None]:
    if os.geteuid() == 0:
        os.seteuid(65534)
        try:
            yield
        finally:
            os.seteuid(0)
    else:
        yield


@pytest.mark.parametrize("read_only", [False, True])
def test_a_record_of_somebody_else_is_told_as_such(record_path: Path, read_only: bool) -> None:  # noqa: FBT001
    open_store(record_path).close()
    record_path.chmod(0)
    try:
        with someone_without_rights(), pytest.raises(StoreError, match=r"Check|Ask its owner"):
            open_store(record_path, read_only=read_only)
    finally:
        record_path.chmod(0o600)
