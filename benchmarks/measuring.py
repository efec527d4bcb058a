"""One benchmark run: every reader on every set, into results, tables and floors."""

import argparse
import datetime
import gzip
import importlib.util
import json
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from benchmarks import floors, results, tables
from benchmarks.asking import PAGE_SECONDS, ROOT, ReaderFailed, Row, ask, python_version, version_of
from benchmarks.results import Measured

README = Path(__file__).with_name("README.md")
_SHARED = ROOT.parent / "shared"
# Not a peer's fault nor its figure: how a page's error is told in the note.
_SAID = {"TimeLimit": f"stopped at {PAGE_SECONDS:.0f} s", "Crash": "ended the process"}


class Reader(NamedTuple):
    """A reader: its name in the tables, its module in benchmarks.peers, what has to be installed.

    With no distribution it runs on this interpreter. `sets`, where it is given, are the only ones it reads.
    """

    name: str
    module: str
    distribution: str | None = None
    sets: tuple[str, ...] = ()


class Benchmark(NamedTuple):
    """What is measured: readers, sets, the scorer's figures of (golds, answers), and the columns shown."""

    name: str
    sets: tuple[str, ...]
    readers: tuple[Reader, ...]
    figures: Callable[[ModuleType, list[Row], list[Row]], dict[str, float]]
    columns: tuple[tables.Column, ...]


def scorer(name: str) -> ModuleType:
    """Return a scorer of ../shared/score, loaded from its file."""
    spec = importlib.util.spec_from_file_location(f"score_{name}", _SHARED / "score" / f"{name}.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"no scorer called {name}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold_rows(benchmark: str, set_name: str) -> list[Row]:
    """Return the labelled documents of a set; those whose gold holds a number (a lost date) are left out."""
    with gzip.open(
        _SHARED / "data" / benchmark / f"{set_name}.jsonl.gz", "rt", encoding="utf8", newline="\n"
    ) as f:
        rows = [json.loads(line) for line in f]
    return [row for row in rows if not any(isinstance(v, float) for v in row.get("gold", {}).values())]


def note_of(answers: Sequence[Row]) -> str:
    """Return what became of the documents that the reader did not answer, by kind of trouble."""
    troubles = Counter(answer["error"] for answer in answers if "error" in answer)
    return "; ".join(f"{count} {_SAID.get(name, f'raised {name}')}" for name, count in troubles.most_common())


def measure(benchmark: Benchmark, reader: Reader, set_name: str, pythons: Sequence[str]) -> Measured:
    """Return a reader's row for one set; where it could not be asked, the row says why."""
    home = _home(reader, pythons)
    today = datetime.datetime.now(datetime.UTC).date()
    if home is None:
        return Measured(reader=reader.name, version="", python="", day=today, note="not installed")
    python, version = home
    row = Measured(reader=reader.name, version=version, python=python_version(python), day=today)
    if reader.sets and set_name not in reader.sets:
        return _with(row, {}, "does not read this language")
    golds = gold_rows(benchmark.name, set_name)
    try:
        answers = ask(python, reader.module, golds)
    except ReaderFailed as trouble:
        return _with(row, {}, str(trouble))
    return _with(row, benchmark.figures(scorer(benchmark.name), golds, answers), note_of(answers))


def _home(reader: Reader, pythons: Sequence[str]) -> tuple[str, str] | None:
    if reader.distribution is None:
        return sys.executable, ""
    found = ((python, version_of(python, reader.distribution)) for python in pythons)
    return next(((python, version) for python, version in found if version), None)


def _with(row: Measured, figures: dict[str, float], note: str) -> Measured:
    rounded = {name: round(figure, 4) for name, figure in figures.items()}
    return Measured(
        reader=row.reader, version=row.version, python=row.python, day=row.day, figures=rounded, note=note
    )


def run(benchmark: Benchmark, arguments: list[str]) -> int:
    """Carry out one command line; return 1 where floors were asked for and broken, 2 without the data."""
    options = _options(benchmark, arguments)
    if not _SHARED.is_dir():
        print("The labelled sets lie in ../shared, which is not here.", file=sys.stderr)
        return 2
    only = [floors.OURS] if options.floors else options.only
    readers = [reader for reader in benchmark.readers if not only or reader.name in only]
    fresh: dict[str, list[Measured]] = {}
    for set_name in options.sets or benchmark.sets:
        fresh[set_name] = []
        for reader in readers:
            print(f"{set_name}: {reader.name}", file=sys.stderr)
            fresh[set_name].append(measure(benchmark, reader, set_name, options.peers_python))
    return check(benchmark.name, fresh) if options.floors else _keep(benchmark, fresh)


def _options(benchmark: Benchmark, arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog=f"python -m benchmarks.{benchmark.name}")
    parser.add_argument(
        "sets", nargs="*", metavar="SET", help=f"of {', '.join(benchmark.sets)}; all by default"
    )
    parser.add_argument(
        "--peers-python", action="append", default=[], help="a peers' interpreter; repeatable"
    )
    names = [reader.name for reader in benchmark.readers]
    parser.add_argument("--only", action="append", choices=names, help="this reader alone; others' rows stay")
    parser.add_argument(
        "--floors", action="store_true", help="measure Reportedly, hold it against floors.toml"
    )
    options = parser.parse_args(arguments)
    if unknown := set(options.sets) - set(benchmark.sets):
        parser.error(f"no set called {', '.join(sorted(unknown))}")
    return options


def check(benchmark: str, fresh: dict[str, list[Measured]]) -> int:
    """Print the figures that broke a benchmark's floors; return the exit status."""
    bounds = floors.load(benchmark)
    lines = [
        line
        for name, rows in fresh.items()
        for row in rows
        for line in floors.broken(bounds, name, row.figures)
    ]
    print("\n".join(lines) if lines else "No figure is below its floor.")
    return 1 if lines else 0


def _keep(benchmark: Benchmark, fresh: dict[str, list[Measured]]) -> int:
    order = [reader.name for reader in benchmark.readers]
    kept = results.merge(results.load(benchmark.name), fresh, order)
    results.save(benchmark.name, kept)
    shown = {
        name: tables.table(kept.sets[name], benchmark.columns) for name in benchmark.sets if name in kept.sets
    }
    words = "\n\n".join(f"**{name}**\n\n{words}" for name, words in shown.items())
    page = tables.renew(README.read_text(encoding="utf8"), f"{benchmark.name} tables", words)
    README.write_text(page, encoding="utf8")
    print("\n\n".join(f"{name}\n{shown[name]}" for name in fresh))
    return 0
