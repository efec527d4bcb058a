"""Whom words mean, on the command line."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from reportedly.cli.app import app
from reportedly.cli.knowing import _SENTENCES

ACTORS_PAGE = Path(__file__).parents[2] / "docs" / "actors.md"


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["who", *arguments], env={"COLUMNS": "140"})
    return result.exit_code, result.output


def test_an_office_is_told_with_its_holder_dates_and_source() -> None:
    status, output = run("the Cuban president", "--on", "2023-12-05")
    assert status == 0
    line = output.splitlines()[1]
    for part in ("Miguel Diaz-Canel Bermudez", "President", "CU", "2018-04-19 to", "factbook"):
        assert part in line


def test_other_candidates_are_told_and_that_it_is_unsure() -> None:
    _, output = run("the", "Cuban", "leader", "--on", "2023-12-05")
    assert "Manuel Marrero Cruz" in output
    assert "Unsure: several fit." in output


def test_what_nobody_knows_is_said() -> None:
    status, output = run("Iran's foreign minister", "--on", "2023-12-05")
    assert (status, output.count("Unsure")) == (0, 1)


def test_the_language_can_be_told() -> None:
    _, output = run("presidente de Cuba", "--on", "2016-05-01", "--language", "es", "--json")
    answer = json.loads(output)
    assert (answer["reason"], answer["candidates"][0]["name"]) == (
        "office-on-day",
        "Raul Castro Ruz",
    )


@pytest.mark.parametrize(
    ("arguments", "next_step"),
    [
        (("Putin", "--on", "yesterday"), "YYYY-MM-DD"),
        (("Putin", "--language", "xx"), "Choose one of af,"),
        (("",), "Name somebody"),
    ],
)
def test_bad_input_is_refused_with_the_next_step(arguments: tuple[str, ...], next_step: str) -> None:
    status, output = run(*arguments)
    assert status == 2
    assert next_step in output


@pytest.mark.parametrize("reason", sorted(_SENTENCES))
def test_every_reason_stands_in_the_page_of_the_room(reason: str) -> None:
    assert f"| `{reason}` |" in ACTORS_PAGE.read_text(encoding="utf-8")
