"""One minute of coverage-guided fuzzing; the long runs are made by hand with benchmarks/fuzz_read.py."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SECONDS = 60


@pytest.mark.slow
@pytest.mark.timeout(SECONDS * 4)
def test_a_minute_of_fuzzing_finds_nothing(tmp_path: Path) -> None:
    if importlib.util.find_spec("atheris") is None:
        pytest.skip("atheris is not installed here; it has wheels for Linux and CPython up to 3.12 alone")
    words = [sys.executable, "-m", "benchmarks.fuzz_read", str(SECONDS), str(tmp_path / "corpus")]
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    done = subprocess.run(words, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    assert "Done" in done.stderr
