"""Rows that were never measured, of readers that do not exist."""

import datetime
from collections.abc import Callable

import pytest
from benchmarks.results import Measured


@pytest.fixture
def row() -> Callable[..., Measured]:
    def made_up(reader: str, note: str = "", **figures: float) -> Measured:
        day = datetime.date(2031, 5, 6)
        return Measured(reader=reader, version="1.2", python="3.11.0", day=day, figures=figures, note=note)

    return made_up
