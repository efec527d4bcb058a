"""The page the project began with, where it lies beside the project: read at test time, never stored."""

import json
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(__file__).parents[2] / "shared"
_PAGE = SHARED / "pages" / "ava-281656.txt"


def seed_text() -> str:
    """Return the seed page's text, or skip the test with a plain message."""
    if not _PAGE.is_file():
        pytest.skip("../shared is not here, so the seed page cannot be read")
    return _PAGE.read_bytes().decode("utf-8")


def seed_expected() -> dict[str, Any]:
    """Return what a careful person reads in the seed page."""
    seed_text()
    expected: dict[str, Any] = json.loads(_PAGE.with_suffix(".expected.json").read_text(encoding="utf-8"))
    return expected
