"""Both locks hold what `run.sh` needs to install Reportedly itself, which is not looked up when it does."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_holds_the_build_tool_and_all_that_is_declared(lock: str) -> None:
    pinned = set(re.findall(r"^([a-z0-9-]+)==", (ROOT / lock).read_text(), re.MULTILINE))
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wanted = declared["project"]["dependencies"] + declared["build-system"]["requires"]
    assert {re.split(r"[^a-z0-9-]", each)[0] for each in wanted} <= pinned
