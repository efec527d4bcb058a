"""The command line lists versions and shows what changed without colour."""

import json
from pathlib import Path

import msgspec
from typer.testing import CliRunner

from reportedly.cli.app import app
from reportedly.desk import Desk
from reportedly.records import Page

from .moment import NOON, PAGE

RUN = CliRunner()


def test_versions_are_listed_and_what_changed_is_marked(tmp_path: Path) -> None:
    db = tmp_path / "desk.db"
    first = Page(body=PAGE, url="https://tide.example/a", fetched_at=NOON, status=200)
    second = msgspec.structs.replace(first, body=PAGE.replace(b"agreed", b"disagreed"))
    with Desk(db) as desk:
        desk.read(first)
        article_id = desk.read(second).article_id
    assert article_id is not None
    shown = RUN.invoke(app, ["versions", article_id[:8], "--db", str(db)])
    assert "[-agreed-]{+disagreed+}" in shown.stdout.replace("\n", "")
    seen = json.loads(RUN.invoke(app, ["versions", article_id, "--db", str(db), "--json"]).stdout)
    assert [each["change"] is None for each in seen["history"]["versions"]] == [True, False]
    assert seen["compared"]["change"]["is_silent"]
