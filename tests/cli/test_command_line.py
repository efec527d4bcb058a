"""The command line: every verb, its JSON, its exit status, and its errors in one sentence."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from reportedly.cli.app import app
from reportedly.cli.exits import Exit

TEXT = 'Night ferry stays\n\n"The ferry sails every night," Mayor Ana Torv said on Monday in the old harbour.'
PAGE = f"<html lang=en><h1>Night ferry stays</h1><p>{TEXT.splitlines()[2]} {'It sails on. ' * 12}</p></html>"


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run every test in a folder of its own, with no settings from outside."""
    monkeypatch.chdir(tmp_path)
    for name in ("REPORTEDLY_DB", "REPORTEDLY_HOST", "REPORTEDLY_PORT"):
        monkeypatch.delenv(name, raising=False)


def run(*words: str, given: str | None = None) -> Result:
    """Run the command line with these words."""
    return CliRunner().invoke(app, list(words), input=given)


def output(*words: str, given: str | None = None) -> Any:
    """Run the command line with --json and return what it printed."""
    result = run(*words, "--json", given=given)
    assert result.exit_code == Exit.DONE, result.output
    return json.loads(result.stdout)


def test_a_pasted_text_is_read_and_kept() -> None:
    (handed,) = output("read", "-", given=TEXT)
    assert handed["kept"]["outcome"] == "new"
    assert output("statements")["lines"][0]["speaker"] == "Ana Torv"


def test_a_saved_page_shows_its_fields() -> None:
    Path("ferry.html").write_text(PAGE)
    result = run("read", "ferry.html")
    assert result.exit_code == Exit.DONE
    assert "Night ferry stays" in result.stdout


def test_each_field_is_shown_with_its_place_and_how_sure_it_is() -> None:
    Path("ferry.html").write_text(PAGE)
    shown = run("read", "ferry.html").stdout
    lines = {line.split()[0]: line.split() for line in shown.splitlines() if line.strip()}
    assert lines["headline"][-2] == "0–17"
    assert 0 < float(lines["headline"][-1]) <= 1
    assert lines["language"][-2:] == ["html[lang]", "0.90"]


def test_the_json_of_a_single_page_has_every_field_with_its_evidence() -> None:
    Path("ferry.html").write_text(PAGE)
    (handed,) = output("read", "ferry.html")
    headline = handed["article"]["headline"]
    assert headline["value"] == "Night ferry stays"
    assert set(headline) == {"value", "span", "markup", "confidence"}
    Path("tram.html").write_text(PAGE.replace("ferry", "tram"))
    assert [one["article"] for one in output("read", "ferry.html", "tram.html")] == [None, None]


def test_a_folder_is_read_page_by_page() -> None:
    Path("saved").mkdir()
    for name in ("a.html", "b.html"):
        (Path("saved") / name).write_text(PAGE.replace("night", name))
    assert [h["kept"]["outcome"] for h in output("read", "saved")] == ["new", "new"]


def test_reading_again_says_that_nothing_is_new() -> None:
    Path("ferry.html").write_text(PAGE)
    run("read", "ferry.html")
    assert "already in the record" in run("read", "ferry.html").stdout


def test_one_bad_page_does_not_stop_the_others() -> None:
    Path("ferry.html").write_text(PAGE)
    Path("empty.html").write_text("")
    result = run("read", "none.html", "empty.html", "ferry.html", "--json")
    assert result.exit_code == Exit.NOT_READ
    handed = json.loads(result.stdout)
    assert "Check the path" in handed[0]["error"]
    assert handed[1]["kept"]["refusal"]["reason"] == "empty-page"
    assert handed[2]["kept"]["outcome"] == "new"


def test_a_page_can_be_looked_at_without_keeping_it() -> None:
    seen = output("statements", "-", given=TEXT)
    assert seen["statements"][0]["words"] == "The ferry sails every night,"
    assert not Path("desk.db").exists()


def test_statements_are_found_by_words_speaker_and_day() -> None:
    dated = TEXT.replace("\n\n", "\n2024-03-01\n", 1)
    output("read", "-", given=dated)
    assert output("search", "ferry", "--speaker", "torv")["total"] == 1
    assert output("search", "ferry", "--since", "2024-03-01", "--until", "2024-03-01")["total"] == 1
    assert output("search", "ferry", "--since", "2024-03-02")["total"] == 0


def test_statements_are_found_by_act_source_and_place() -> None:
    output("read", "-", given=TEXT)
    assert output("statements", "--speech", "--found-in", "text")["total"] == 1
    assert output("statements", "--act", "denies")["total"] == 0
    assert output("statements", "--source-kind", "court")["total"] == 0


@pytest.mark.parametrize(
    ("option", "advice"),
    [("--act", "denies"), ("--kind", "mixed"), ("--source-kind", "court"), ("--found-in", "headline")],
)
def test_a_word_that_an_option_does_not_take_is_told_with_those_it_takes(option: str, advice: str) -> None:
    result = run("statements", option, "shouted")
    assert result.exit_code == Exit.USAGE
    assert advice in result.stderr


def test_articles_are_searched_on_demand() -> None:
    output("read", "-", given=TEXT)
    assert output("search", "harbour", "--articles")["lines"][0]["headline"] == "Night ferry stays"


def test_a_sound_record_verifies() -> None:
    output("read", "-", given=TEXT)
    result = run("verify")
    assert result.exit_code == Exit.DONE
    assert "all evidence holds" in result.stdout


def test_broken_evidence_is_named_and_shows_in_the_exit_status() -> None:
    output("read", "-", given=TEXT)
    connection = sqlite3.connect("desk.db")
    connection.execute("update evidence set words = 'forged' where role = 'content'")
    connection.commit()
    connection.close()
    result = run("verify")
    assert result.exit_code == Exit.BROKEN
    assert "kept “forged”, the page now has “The ferry sails every night,”" in result.stdout


def test_the_demo_lists_its_articles_and_statements() -> None:
    result = run("demo", "--no-serve")
    assert result.exit_code == Exit.DONE
    assert "Statements" in result.stdout
    assert output("demo", "--no-serve")["counts"]["articles"] >= 8


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (["search", "ferry"], Exit.USAGE, "reportedly read"),
        (["verify"], Exit.USAGE, "There is no record"),
        (["statements", "--db", "x.db", "--since", "May"], Exit.USAGE, "YYYY-MM-DD"),
        (["statements", "--kind", "loud"], Exit.USAGE, "direct, indirect or mixed"),
        (["statements", "none.html"], Exit.NOT_READ, "Check the path"),
        (["read", "none.html"], Exit.NOT_READ, "Check the path"),
        (["read", "https://127.0.0.1:9/"], Exit.NOT_READ, "could not be fetched"),
        (["read", "a.html", "b.html", "--url", "https://x.example/"], Exit.USAGE, "Name one page"),
        (["read", "."], Exit.USAGE, "There is no page in"),
        (["statements", "a.html", "--speaker", "torv"], Exit.USAGE, "Leave those options out"),
        (["search", "ferry", "--articles", "--since", "2024-01-01"], Exit.USAGE, "Leave those options out"),
    ],
)
def test_an_error_is_one_sentence_with_the_next_step(words: Sequence[str], status: Exit, says: str) -> None:
    result = run(*words)
    assert result.exit_code == status
    assert says in result.stderr
    assert "Traceback" not in result.output


def test_an_error_is_json_where_json_is_asked_for() -> None:
    result = run("verify", "--json")
    assert json.loads(result.stderr)["next_step"].startswith("Make one")


def test_a_file_that_is_no_record_is_left_as_it_is() -> None:
    Path("desk.db").write_bytes(b"not a record" * 400)
    result = run("read", "-", given=TEXT)
    assert result.exit_code == Exit.RECORD
    assert Path("desk.db").read_bytes() == b"not a record" * 400


def test_an_article_and_a_statement_are_shown_by_their_identifiers() -> None:
    output("read", "-", given=TEXT)
    line = output("statements")["lines"][0]
    assert output("show", line["article_id"])["article"]["headline"]["value"] == "Night ferry stays"
    assert output("show", line["id"])["statement"]["kind"] == "direct"
    assert "Ana Torv" in run("show", line["id"]).stdout


def test_an_identifier_that_nothing_has_is_told() -> None:
    output("read", "-", given=TEXT)
    assert run("show", "0123456789abcdef").exit_code == Exit.NOT_FOUND


def test_the_environment_names_the_record(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTEDLY_DB", "other.db")
    output("read", "-", given=TEXT)
    assert Path("other.db").exists()


def test_the_module_runs_as_the_command_does() -> None:
    words = [sys.executable, "-m", "reportedly", "version"]
    done = subprocess.run(words, capture_output=True, text=True, check=True, env=dict(os.environ))
    assert done.stdout.startswith("reportedly ")
