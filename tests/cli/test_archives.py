"""The command line reads archives and lists of addresses."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from reportedly.cli.app import app
from reportedly.warc import response_record

from .moment import NOON, PAGE

RUN = CliRunner()
HTML = (("Content-Type", "text/html"),)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "tide.warc.gz"
    pages = [response_record(f"https://tide.example/{n}", NOON, 200, HTML, PAGE) for n in range(2)]
    gone = response_record("https://tide.example/gone", NOON, 404, HTML, b"gone")
    path.write_bytes(b"".join(record.packed for record in (*pages, gone)) + pages[0].packed[:50])
    return path


def test_an_archive_is_read_and_what_is_broken_is_named(tmp_path: Path, archive: Path) -> None:
    db = str(tmp_path / "desk.db")
    done = RUN.invoke(app, ["read", str(archive), "--db", db])
    assert done.exit_code == 3
    told = " ".join(done.stdout.split())
    assert "2 pages (new 2)" in told
    assert "1 passed over (status-404 1)" in told
    assert "it breaks off in the middle" in told


def test_an_archive_read_twice_changes_nothing(tmp_path: Path, archive: Path) -> None:
    db = str(tmp_path / "desk.db")
    RUN.invoke(app, ["read", str(archive), "--db", db])
    (again,) = json.loads(RUN.invoke(app, ["read", str(archive), "--db", db, "--json"]).stdout)
    assert again["archive"]["outcomes"] == [{"reason": "unchanged", "count": 2}]


def test_addresses_come_from_standard_input(tmp_path: Path) -> None:
    given = "# nobody answers here\nhttp://127.0.0.1:9/a\n\n"
    done = RUN.invoke(app, ["read", "--urls", "-", "--db", str(tmp_path / "desk.db")], input=given)
    assert done.exit_code == 3
    assert "http://127.0.0.1:9/a" in done.output


def test_a_line_that_is_no_address_is_told(tmp_path: Path) -> None:
    done = RUN.invoke(app, ["read", "--urls", "-", "--db", str(tmp_path / "desk.db")], input="words\n")
    assert done.exit_code == 2
