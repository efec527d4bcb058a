from collections.abc import Callable
from pathlib import Path

import pytest
from benchmarks.results import Measured, Results

from benchmarks import results

Made = Callable[..., Measured]


@pytest.fixture
def old(row: Made) -> Results:
    tarn = [row("adit", date=0.1), row("millstone", date=0.2)]
    return Results(machine="9 cores", sets={"tarn": tarn, "moss": [row("adit")]})


def test_a_reader_asked_again_replaces_its_row_and_no_other(row: Made, old: Results) -> None:
    merged = results.merge(old, {"tarn": [row("millstone", date=0.3)]}, ["millstone", "adit"])
    assert [(r.reader, r.figures["date"]) for r in merged.sets["tarn"]] == [("millstone", 0.3), ("adit", 0.1)]
    assert merged.sets["moss"] == old.sets["moss"]


def test_a_new_set_is_added(row: Made, old: Results) -> None:
    assert set(results.merge(old, {"weir": [row("adit")]}, ["adit"]).sets) == {"tarn", "moss", "weir"}


def test_results_come_back_as_they_were_kept(
    old: Results, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(results, "FOLDER", tmp_path / "results")
    assert results.load("pages").sets == {}
    results.save("pages", old)
    assert results.load("pages") == old
