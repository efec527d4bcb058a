"""`reportedly shape`: a draft from one page, read back, and a file tried on a page."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from reportedly.cli.exits import Exit
from reportedly.cli.shaping import shape
from reportedly.read.shape_files import parse_outlet
from reportedly.samples import sample_pages

app = typer.Typer(pretty_exceptions_enable=False)
app.command()(shape)


@pytest.fixture(autouse=True)
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run every test in a folder of its own with saved pages in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    for sample in sample_pages():
        Path(f"{sample.name}.html").write_bytes(sample.body)
    Path("gone.html").write_text("<html><body><p>Gone.</p></body></html>")


def run(*words: str) -> Result:
    """Run the command with these words."""
    return CliRunner().invoke(app, list(words))


def test_a_draft_goes_to_standard_output_and_what_it_reads_beside_it() -> None:
    result = run("sandrel-ferry-pact.html")
    assert result.exit_code == Exit.DONE, result.output
    outlet = parse_outlet(result.stdout, "draft.toml")
    assert "www.sandrel-news.example" in outlet.hosts
    assert "Mirel Tosk" in result.stderr
    assert "Mirel Tosk" not in result.stdout


def test_json_holds_the_draft_and_every_field() -> None:
    result = run("olvarra-salt-march.html", "--host", "elcuaderno-olvarra.example", "--json")
    drafted = json.loads(result.stdout)
    parse_outlet(drafted["toml"], "draft.toml")
    reads = {field["field"]: field["reads"] for field in drafted["fields"]}
    assert reads["published"] == ["2023-09-28T19:45:00-05:00"]
    assert all(field["agrees"] for field in drafted["fields"])
    assert {"updated", "section"} <= set(drafted["left"])


def test_a_file_is_not_overwritten_without_force() -> None:
    assert run("kna-dam-first.html", "--output", "kna.toml").exit_code == Exit.DONE
    drafted = Path("kna.toml").read_text(encoding="utf-8")
    Path("kna.toml").write_text("mine")
    refused = run("kna-dam-first.html", "--output", "kna.toml")
    assert (refused.exit_code, Path("kna.toml").read_text()) == (Exit.USAGE, "mine")
    assert "--force" in refused.stderr
    assert run("kna-dam-first.html", "--output", "kna.toml", "--force").exit_code == Exit.DONE
    assert Path("kna.toml").read_text(encoding="utf-8") == drafted


def test_a_file_is_tried_on_a_page() -> None:
    text = (
        'outlet = "KNA"\nhosts = ["kna.example"]\n[[shape]]\nheadline = { css = ".byline" }\nlead = false\n'
    )
    Path("mine.toml").write_text(text)
    result = run("kna-dam-first.html", "--with", "mine.toml")
    assert result.exit_code == Exit.DONE, result.output
    assert "By Sima Oduvar ≠ general reader" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (["gruenfurt-moor.html"], Exit.USAGE, "Add --host"),
        (["gone.html"], Exit.NOT_READ, "one article"),
        (["none.html"], Exit.NOT_READ, "Check the path"),
        (["kna-dam-first.html", "--output", "no/such/a.toml"], Exit.USAGE, "cannot be written"),
        (["kna-dam-first.html", "--with", "none.toml"], Exit.USAGE, "cannot be read"),
        (["gruenfurt-moor.html", "--host", "not a host"], Exit.USAGE, "no host name"),
    ],
)
def test_an_error_is_one_sentence_with_the_next_step(words: Sequence[str], status: Exit, says: str) -> None:
    result = run(*words)
    assert result.exit_code == status, result.output
    assert says in result.stderr
    assert "Traceback" not in result.output
