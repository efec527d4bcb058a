import sys
from pathlib import Path

import pytest

from benchmarks import asking

# A reader that answers at once, but stands still on "slow" and ends its process on "crash".
READER = """
import json, os, sys, time
with open(sys.argv[1]) as rows, open(sys.argv[2], "w") as out:
    for line in rows:
        row = json.loads(line)
        if row["id"] == "slow":
            time.sleep(60)
        if row["id"] == "crash":
            os._exit(7)
        out.write(json.dumps({"id": row["id"], "cpu_ms": 1.0, "keys": sorted(row)}) + "\\n")
        out.flush()
"""


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    package = tmp_path / "benchmarks" / "peers"
    package.mkdir(parents=True)
    (package / "made_up.py").write_text(READER)
    monkeypatch.setattr(asking, "ROOT", tmp_path)
    monkeypatch.setattr(asking, "PAGE_SECONDS", 0.5)
    return "made_up"


def documents(*names: str) -> list[asking.Row]:
    return [
        {"id": name, "text": "words", "gold": {"headline": "never shown"}, "quotes": []} for name in names
    ]


def test_a_reader_is_never_shown_the_gold(reader: str) -> None:
    (answer,) = asking.ask(sys.executable, reader, documents("a"))
    assert answer["keys"] == ["id", "text"]


def test_a_page_that_stands_still_is_given_up_and_the_next_ones_are_read(reader: str) -> None:
    answers = asking.ask(sys.executable, reader, documents("a", "slow", "b"))
    assert [(answer["id"], answer.get("error")) for answer in answers] == [
        ("a", None),
        ("slow", "TimeLimit"),
        ("b", None),
    ]
    assert answers[1]["cpu_ms"] == 500


def test_a_page_that_ends_the_process_is_told_from_one_that_stands_still(reader: str) -> None:
    answers = asking.ask(sys.executable, reader, documents("crash", "a"))
    assert [answer.get("error") for answer in answers] == ["Crash", None]


def test_a_reader_that_does_not_start_says_why() -> None:
    with pytest.raises(asking.ReaderFailed, match="No module named"):
        asking.ask(sys.executable, "nobody", documents("a"))


def test_what_is_not_installed_has_no_version() -> None:
    assert asking.version_of(sys.executable, "no-such-distribution-of-ours") is None
    assert asking.version_of(sys.executable, "pytest")
