"""`reportedly copies`: who took it from whom, on a terminal and as JSON."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from desk.made_pages import CHANGED, EVENING, ORIGIN
from reportedly.cli.app import app
from reportedly.cli.exits import Exit
from reportedly.desk import Desk


@pytest.fixture
def ids(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """Return the identifiers of an origin and of a copy in a record of their own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REPORTEDLY_DB", str(tmp_path / "desk.db"))
    monkeypatch.setenv("COLUMNS", "200")
    with Desk(tmp_path / "desk.db", clock=lambda: EVENING) as desk:
        kept = [
            desk.read_bytes(body, url=f"https://{name}.example/pier").article_id or ""
            for body, name in ((ORIGIN, "tide"), (CHANGED, "isle"))
        ]
    return kept[0], kept[1]


def run(*words: str) -> Result:
    result = CliRunner().invoke(app, ["copies", *words])
    assert result.exit_code == Exit.DONE, result.output
    return result


def test_an_article_shows_its_family_and_what_became_of_its_statements(ids: tuple[str, str]) -> None:
    shown = run(ids[0][:8]).stdout
    assert "Tidewater Post’s, word for word but for the third paragraph" in shown
    assert "Carried by 2 outlets, 1 origin." in shown
    assert "reworded" in shown


def test_as_json_all_is_told_in_full(ids: tuple[str, str]) -> None:
    told = json.loads(run(ids[1], "--json").stdout)
    assert told["copies"]["article_id"] == ids[1]
    assert [line["carrier"]["depth"] for line in told["copies"]["lines"]] == [0, 1]
    assert any(len(each["wordings"]) == 2 for each in told["utterances"])


def test_two_articles_stand_side_by_side(ids: tuple[str, str]) -> None:
    shown = run(ids[1], "--beside", ids[0]).stdout
    assert "bus" in shown
    assert "tram" in shown
    passages = json.loads(run(ids[1], "--beside", ids[0], "--json").stdout)["passages"]
    assert {passage["handling"] for passage in passages} == {"kept", "reworded"}


@pytest.mark.usefixtures("ids")
def test_without_an_article_those_not_yet_compared_are() -> None:
    assert run().stdout == "2 articles in the record, 0 compared now.\n"
    assert json.loads(run("--json").stdout) == {"articles": 2, "compared": 0}


@pytest.mark.usefixtures("ids")
def test_an_unknown_article_is_told() -> None:
    assert CliRunner().invoke(app, ["copies", "0123456789abcdef"]).exit_code == Exit.NOT_FOUND
