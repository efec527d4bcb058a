"""A fresh record for every test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.store import Store, open_store


@pytest.fixture
def record_path(tmp_path: Path) -> Path:
    return tmp_path / "desk.db"


@pytest.fixture
def store(record_path: Path) -> Iterator[Store]:
    with open_store(record_path) as opened:
        yield opened
