from collections.abc import Callable

import pytest
from benchmarks.results import Measured
from benchmarks.tables import Column, renew, table

Made = Callable[..., Measured]
COLUMNS = (Column("body_F1", "body F1"), Column("cpu_ms_max", "slowest", 0))


def test_a_table_has_a_line_for_every_reader_in_the_order_given(row: Made) -> None:
    lines = table([row("millstone", body_F1=0.5, cpu_ms_max=1234.4), row("adit")], COLUMNS).splitlines()
    assert lines[0] == "| reader | day | body F1 | slowest | note |"
    assert lines[1] == "| --- | --- | ---: | ---: | --- |"
    assert lines[2] == "| millstone 1.2 | 2031-05-06 | .500 | 1,234 |  |"
    assert lines[3].startswith("| adit 1.2 |")


def test_a_figure_that_a_reader_has_no_field_for_is_a_dash(row: Made) -> None:
    assert "| – | – |" in table([row("adit")], COLUMNS)


def test_a_figure_of_nought_is_no_dash(row: Made) -> None:
    assert "| .000 | 0 |" in table([row("adit", body_F1=0.0, cpu_ms_max=0.0)], COLUMNS)


def test_a_full_score_keeps_its_one(row: Made) -> None:
    assert "| 1.000 |" in table([row("adit", body_F1=1.0)], COLUMNS)


def test_a_reader_that_could_not_be_asked_says_so(row: Made) -> None:
    assert table([row("adit", note="not installed")], COLUMNS).endswith("| not installed |")


def test_renewing_a_page_leaves_what_stands_around_the_marks() -> None:
    page = "Before.\n<!-- salt -->\nold\n<!-- end of salt -->\nAfter.\n"
    renewed = renew(page, "salt", "new")
    assert renewed == "Before.\n<!-- salt -->\nnew\n<!-- end of salt -->\nAfter.\n"
    assert renew(renewed, "salt", "new") == renewed


def test_a_page_without_a_place_for_the_table_is_refused() -> None:
    with pytest.raises(ValueError, match="salt"):
        renew("Nothing here.", "salt", "new")
