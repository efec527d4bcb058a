"""What a reader answers, asked in a process of its own and stopped at a page it does not finish."""

import json
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

Row = dict[str, Any]  # one line of JSON, in the scorers' form

ROOT = Path(__file__).parents[1]
# What a reader is told of a document: never the gold.
_INPUTS = ("id", "url", "html", "text")
# A page that takes longer on the clock of the wall is given up; rs-trafilatura once took 40 s on one.
PAGE_SECONDS = 20.0
# Imports and models, before OUT appears: some 10 s for spaCy on a loaded machine.
_START_SECONDS = 120.0
# After so many stopped pages the reader is given up for the set.
_MOST_STOPS = 10
_POLL_SECONDS = 0.05


class ReaderFailed(Exception):
    """A reader that is not installed, or does not start, or stops too often; says which in one line."""


def version_of(python: str, distribution: str) -> str | None:
    """Return the version of a distribution installed beside `python`, None where it is not."""
    ask = "import importlib.metadata as m, sys; print(m.version(sys.argv[1]))"
    done = subprocess.run([python, "-c", ask, distribution], capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else None


def python_version(python: str) -> str:
    """Return the version of an interpreter, as in 3.11.7."""
    ask = "import platform; print(platform.python_version())"
    return subprocess.run([python, "-c", ask], capture_output=True, text=True, check=True).stdout.strip()


def ask(python: str, module: str, documents: Sequence[Row]) -> list[Row]:
    """Return one answer a document; a page that was given up says so in `error`."""
    inputs = [
        {key: document[key] for key in _INPUTS if document.get(key) is not None} for document in documents
    ]
    answers: list[Row] = []
    for _ in range(_MOST_STOPS + 1):
        found, error = _run([python, "-m", f"benchmarks.peers.{module}"], inputs[len(answers) :])
        answers += found
        if len(answers) == len(inputs):
            return answers
        stopped = {"id": inputs[len(answers)]["id"], "cpu_ms": PAGE_SECONDS * 1000, "error": error}
        answers.append(stopped)
        if len(answers) == len(inputs):
            return answers
    raise ReaderFailed(f"given up after {_MOST_STOPS + 1} pages on which it stopped")


def _run(command: list[str], inputs: Sequence[Row]) -> tuple[list[Row], str]:
    """Return the answers of one process, and why it did not come to the end if it did not."""
    with tempfile.TemporaryDirectory() as folder:
        asked, answered, said = (Path(folder) / name for name in ("in.jsonl", "out.jsonl", "said.txt"))
        asked.write_text("".join(json.dumps(row) + "\n" for row in inputs), encoding="utf8")
        with said.open("wb") as words:
            process = subprocess.Popen(
                [*command, str(asked), str(answered)], cwd=ROOT, stdout=words, stderr=subprocess.STDOUT
            )
            try:
                in_time = _wait(process, answered)
            finally:
                process.kill()
                process.wait()
        if not answered.exists():
            raise ReaderFailed(f"did not start: {_last_line(said)}")
        return list(_whole_lines(answered)), "Crash" if in_time else "TimeLimit"


def _wait(process: "subprocess.Popen[bytes]", answered: Path) -> bool:
    """Return whether the process ended by itself; false when it stood still on one page for too long."""
    since, size = time.monotonic(), -1
    while process.poll() is None:
        now = answered.stat().st_size if answered.exists() else -1
        if now != size:
            since, size = time.monotonic(), now
        if time.monotonic() - since > (PAGE_SECONDS if size >= 0 else _START_SECONDS):
            return False
        time.sleep(_POLL_SECONDS)
    return True


def _whole_lines(answered: Path) -> Iterator[Row]:
    for line in answered.read_text(encoding="utf8").splitlines(keepends=True):
        if line.endswith("\n"):
            yield json.loads(line)


def _last_line(said: Path) -> str:
    lines = said.read_text(encoding="utf8", errors="replace").strip().splitlines()
    return lines[-1] if lines else "no word of why"
