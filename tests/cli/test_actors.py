"""The commands about actors, from the first list to a ruling that is taken back."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from reportedly.cli.app import app

TEXT = "Harbour notes\n\n“The quay stays open,” Mayor Ana Torv said. She added that the harbour was full."


@pytest.fixture
def db(tmp_path: Path) -> Path:
    page = tmp_path / "page.txt"
    page.write_text(TEXT, encoding="utf-8")
    assert run("read", str(page), db=tmp_path / "desk.db").exit_code == 0
    return tmp_path / "desk.db"


def run(*words: str, db: Path) -> Result:
    return CliRunner().invoke(app, [*words, "--db", str(db)])


def answer(*words: str, db: Path) -> Any:
    result = run(*words, "--json", db=db)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_actors_are_listed_searched_and_shown(db: Path) -> None:
    (line,) = answer("actors", db=db)["lines"]
    assert (line["name"], line["said_count"]) == ("Ana Torv", 2)
    assert answer("actors", "tor", db=db)["total"] == 1
    assert answer("actors", "renn", db=db)["total"] == 0
    shown = answer("actor", line["id"][:8], db=db)
    assert shown["kept"]["actor"]["name"] == "Ana Torv"
    assert shown["statements"]["total"] == 2
    assert "Mayor" in run("actor", line["id"], db=db).stdout


def test_statements_are_chosen_by_actor(db: Path) -> None:
    actor = answer("actors", db=db)["lines"][0]["id"]
    assert answer("search", "harbour", "--actor", actor, db=db)["total"] == 1
    assert answer("statements", "--actor", actor[:8], db=db)["total"] == 2
    assert run("statements", "--actor", "abcdef", db=db).exit_code == 6


def test_a_ruling_is_made_listed_and_undone(db: Path) -> None:
    actor = answer("actors", db=db)["lines"][0]["id"]
    ruling = answer("actor", "rename", actor, "Anastasia", "Torv", "--note", "her full name", db=db)
    assert answer("actors", db=db)["lines"][0]["name"] == "Anastasia Torv"
    assert [one["note"] for one in answer("actor", "rulings", db=db)] == ["her full name"]
    told = run("actor", "undo", ruling["id"], db=db)
    assert told.stdout.startswith("Undone:")
    assert answer("actors", db=db)["lines"][0]["name"] == "Ana Torv"


def test_a_speaker_is_ruled_to_be_somebody_else(db: Path) -> None:
    statement = answer("statements", db=db)["lines"][0]["id"]
    told = run("actor", "this-is", statement, "--new", "Bea Lind", db=db)
    assert "reportedly actor undo" in told.stdout
    assert {line["actor"]["name"] for line in answer("statements", db=db)["lines"]} == {"Bea Lind"}
    assert "Bea Lind" in run("statements", db=db).stdout
    assert answer("actors", "resolve", db=db)["articles"] == 1
    assert {line["actor"]["name"] for line in answer("statements", db=db)["lines"]} == {"Bea Lind"}


def test_a_file_is_brought_in_whole_or_not_at_all(db: Path, tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    file.write_text("name,country\nBo Renn,CL\nOla Lind,Narnia\n", encoding="utf-8")
    assert run("actors", "import", str(file), db=db).exit_code == 2
    assert answer("actors", "renn", db=db)["total"] == 0
    file.write_text("name,country\nBo Renn,CL\nOla Lind,NO\n", encoding="utf-8")
    assert answer("actors", "import", str(file), db=db)["new"] == 2
    assert answer("actors", "import", str(file), db=db)["unchanged"] == 2
    assert run("actors", "import", str(tmp_path / "none.csv"), db=db).exit_code == 3


def test_a_wrong_kind_and_an_unknown_actor_are_told(db: Path) -> None:
    assert run("actors", "--kind", "wizard", db=db).exit_code == 2
    assert run("actor", "abcdef", db=db).exit_code == 6
