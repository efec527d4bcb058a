"""The days that words mean, on the command line."""

import json

from typer.testing import CliRunner

from reportedly.cli.app import app


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["when", *arguments])
    return result.exit_code, result.output


def test_an_expression_is_told_for_the_day_it_was_written() -> None:
    status, output = run("22 years ago", "--on", "2023-12-05")
    assert status == 0
    assert output.splitlines()[1].split() == [
        "22",
        "years",
        "ago",
        "2001",
        "2001-01-01",
        "2001-12-31",
        "date",
        "0.85",
    ]


def test_the_language_can_be_told() -> None:
    _, output = run("el lunes", "--on", "2023-12-05", "--language", "es", "--json")
    (moment,) = json.loads(output)
    assert (moment["value"], moment["anchor"]) == ("2023-12-04", "2023-12-05")


def test_words_without_a_time_are_said_to_have_none() -> None:
    assert run("the quay is old", "--on", "2023-12-05") == (
        0,
        "No expression of time was found in these words.\n",
    )


def test_what_is_no_day_is_refused_with_the_next_step() -> None:
    status, output = run("on Monday", "--on", "yesterday")
    assert status == 2
    assert "YYYY-MM-DD" in output
