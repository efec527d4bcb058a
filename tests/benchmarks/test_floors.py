import tomllib
from collections.abc import Callable

from benchmarks.results import Measured

from benchmarks import floors

Made = Callable[..., Measured]
FLOORS: floors.Floors = {"tarn": {"at_least": {"date": 0.90}, "at_most": {"low": 0.05}}}


def test_figures_on_the_right_side_break_nothing() -> None:
    assert floors.broken(FLOORS, "tarn", {"date": 0.90, "low": 0.05}) == []


def test_a_figure_that_fell_is_named_with_its_floor() -> None:
    assert floors.broken(FLOORS, "tarn", {"date": 0.89, "low": 0}) == ["tarn date: 0.890, floor 0.900"]


def test_a_share_that_rose_is_named_with_its_ceiling() -> None:
    assert floors.broken(FLOORS, "tarn", {"date": 1, "low": 0.06}) == ["tarn low: 0.060, ceiling 0.050"]


def test_a_figure_that_is_gone_breaks_its_floor() -> None:
    assert floors.broken(FLOORS, "tarn", {"low": 0}) == ["tarn date: not measured, floor 0.900"]


def test_a_set_without_floors_breaks_none() -> None:
    assert floors.broken(FLOORS, "moss", {"date": 0}) == []


def test_floors_are_what_was_measured_less_a_point_and_hold_for_it(row: Made) -> None:
    measured = row("reportedly", date=0.953, low=0.041, cpu_ms=4.0)
    words = floors.written(measured, "pages", "tarn")
    bounds = tomllib.loads(words)["pages"]
    assert bounds["tarn"]["at_least"] == {"date": 0.943}
    assert bounds["tarn"]["at_most"] == {"cpu_ms": 12.0, "low": 0.051}
    assert "# measured on 2031-05-06" in words
    assert floors.broken(bounds, "tarn", measured.figures) == []


def test_no_page_may_take_a_second_however_slow_today(row: Made) -> None:
    words = floors.written(row("reportedly", cpu_ms_max=40.0), "pages", "tarn")
    assert tomllib.loads(words)["pages"]["tarn"]["at_most"] == {"cpu_ms_max": 1000.0}


def test_the_floors_that_are_kept_can_be_loaded() -> None:
    for benchmark in ("pages", "quotes"):
        assert all({"at_least"} <= bounds.keys() for bounds in floors.load(benchmark).values())
