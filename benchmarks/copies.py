"""Who took a report from whom, beside the usual finders of near copies, in one run.

    python -m benchmarks.copies [SEED ...] [--peers-python PATH] [--floors]

The copies are made of ../shared/data/copies by the scorer; thresholds were chosen on seeds 1 to 3, so
others are measured (21 unless told). CPU seconds a thousand reports are of the whole process: start,
reading, answers. Results go to results/copies.json and README.md; `--floors` holds them against
floors.toml. Precision among pairs that nobody made is judged by hand: results/copies-judged.json.
"""

import argparse
import datetime
import gzip
import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from types import ModuleType

from benchmarks import results, tables
from benchmarks.asking import ROOT, Row, python_version, version_of
from benchmarks.measuring import README, Reader, check, scorer
from benchmarks.results import Measured

_ARTICLES = ROOT.parent / "shared" / "data" / "copies" / "articles.jsonl.gz"
_SEED = 21
_READERS = (
    (Reader("reportedly", "benchmarks.predict"), ("copies",)),
    (Reader("datasketch, threshold .5", "benchmarks.peers.datasketch_copies", "datasketch"), ("half",)),
    (Reader("datasketch, 64 bands of 2", "benchmarks.peers.datasketch_copies", "datasketch"), ()),
    (Reader("rensa, 64 bands of 2", "benchmarks.peers.rensa_copies", "rensa"), ()),
)
_COLUMNS = (
    tables.Column("recall_light", "light"),
    tables.Column("recall_edit", "edited"),
    tables.Column("recall_cut", "cut"),
    tables.Column("recall_excerpt", "excerpt"),
    tables.Column("recall_quote", "two sentences"),
    tables.Column("recall", "recall"),
    tables.Column("precision_floor", "precision at least"),
    tables.Column("direction", "direction"),
    tables.Column("carried_F1", "carried F1"),
    tables.Column("cpu_seconds", "CPU s a thousand", 2),
)


def main() -> int:
    """Measure every reader on every seed; return 1 where floors were asked for and broken."""
    options = _options()
    if not _ARTICLES.is_file():
        print("The labelled sets lie in ../shared, which is not here.", file=sys.stderr)
        return 2
    readers = _READERS[:1] if options.floors else _READERS
    fresh: dict[str, list[Measured]] = {}
    for seed in options.seeds:
        with tempfile.TemporaryDirectory() as folder:
            gold = _make(scorer("copies"), Path(folder), seed)
            fresh[f"seed-{seed}"] = [
                _measure(reader, more, Path(folder), gold, options.peers_python) for reader, more in readers
            ]
    return check("copies", fresh) if options.floors else _keep(fresh)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.copies")
    parser.add_argument("seeds", nargs="*", type=int, default=[_SEED])
    parser.add_argument("--peers-python", help="the peers' interpreter")
    parser.add_argument("--floors", action="store_true", help="measure Reportedly against floors.toml")
    return parser.parse_args()


def _make(score: ModuleType, folder: Path, seed: int) -> list[Row]:
    with gzip.open(_ARTICLES, "rt", encoding="utf8") as rows:
        reports, gold = score.make([json.loads(row) for row in rows], seed)
    with (folder / "reports.jsonl").open("w", encoding="utf8") as out:
        out.writelines(json.dumps(report, ensure_ascii=False) + "\n" for report in reports)
    return list(gold)


def _measure(
    reader: Reader, more: tuple[str, ...], folder: Path, gold: list[Row], peers_python: str | None
) -> Measured:
    python = peers_python if reader.distribution else sys.executable
    version = version_of(python, reader.distribution) if python and reader.distribution else ""
    day = datetime.datetime.now(datetime.UTC).date()
    if python is None or (reader.distribution and not version):
        return Measured(reader=reader.name, version="", python="", day=day, note="not installed")
    print(reader.name, file=sys.stderr)
    files = [str(folder / "reports.jsonl"), str(folder / "answers.jsonl")]
    words = [*more, *files] if reader.distribution is None else [*files, *more]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    paths = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))}
    subprocess.run([python, "-m", reader.module, *words], check=True, cwd=ROOT, env=paths)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    with (folder / "answers.jsonl").open(encoding="utf8") as rows:
        answers = [json.loads(row) for row in rows]
    with (folder / "reports.jsonl").open(encoding="utf8") as rows:
        thousands = sum(1 for _ in rows) / 1000
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    figures = scorer("copies").score(gold, answers) | {"cpu_seconds": cpu / thousands}
    return Measured(
        reader=reader.name,
        version=version or "",
        python=python_version(python),
        day=day,
        figures={name: round(figure, 4) for name, figure in figures.items()},
    )


def _keep(fresh: dict[str, list[Measured]]) -> int:
    kept = results.merge(results.load("copies"), fresh, [reader.name for reader, _ in _READERS])
    results.save("copies", kept)
    words = "\n\n".join(f"**{name}**\n\n{tables.table(rows, _COLUMNS)}" for name, rows in kept.sets.items())
    page = tables.renew(README.read_text(encoding="utf8"), "copies tables", words)
    README.write_text(page, encoding="utf8")
    print(words)
    return 0


if __name__ == "__main__":
    sys.exit(main())
