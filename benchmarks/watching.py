"""Measure the watch: `PYTHONPATH=src:tests python -m benchmarks.watching EXPERIMENT [--floors]`.

`--floors` keeps no figures and exits with 1 where one broke its floor in floors.toml.
"""

import argparse
import datetime
import json
import sys
import tempfile
from pathlib import Path

from benchmarks.floors import OURS
from benchmarks.keeping import held
from benchmarks.watch import faults, kills, throughput, week
from benchmarks.watch import feeds as feeds_read

RESULTS = Path(__file__).with_name("results") / "watching.json"


def main(arguments: list[str]) -> int:
    """Carry out one experiment, print its figures and keep them."""
    options = _options(arguments)
    with tempfile.TemporaryDirectory() as name:
        figures = _figures(options, Path(name))
    print(json.dumps(figures, indent=1))
    if options.floors:
        return held("watching", {_name(options): {OURS: figures}})
    if options.keep:
        _keep(_name(options), figures)
    return 0


def _name(options: argparse.Namespace) -> str:
    return str(options.experiment) + (f" {options.hosts}" if options.experiment == "throughput" else "")


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.watching")
    parser.add_argument("experiment", choices=["week", "throughput", "feeds", "faults", "kills", "disk"])
    parser.add_argument("--feeds", type=int, default=2000)
    parser.add_argument("--hosts", type=int, default=500)
    parser.add_argument("--days", type=float, default=7.0)
    parser.add_argument("--busy", type=float, default=1.0, help="the share of news that `week` publishes")
    parser.add_argument("--looks", type=int, default=5, help="later looks at each page in `week`")
    parser.add_argument("--pages", type=int, default=4000)
    parser.add_argument("--page-bytes", type=int, default=20_000)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=6, help="of the first run of `faults`")
    parser.add_argument("--runs", type=int, default=1, help="of `faults`, each with a seed of its own")
    parser.add_argument("--share", type=float, default=faults.SHARE, help="of answers broken in `faults`")
    parser.add_argument("--floors", action="store_true", help="hold the figures against floors.toml")
    parser.add_argument("--keep", action=argparse.BooleanOptionalAction, default=True, help="the figures")
    parser.add_argument("--suite", type=Path, help="a folder of feeds, such as feedparser's own tests")
    parser.add_argument(
        "--peers-python", help="an environment with scrapy, httpx, feedparser, fastfeedparser"
    )
    return parser.parse_args(arguments)


def _figures(options: argparse.Namespace, folder: Path) -> dict[str, float]:
    feeds, hosts, peers = options.feeds, options.hosts, options.peers_python
    if options.experiment == "week":
        return week.run(
            folder, feeds=feeds, hosts=hosts, days=options.days, busy=options.busy, looks=options.looks
        )
    if options.experiment == "throughput":
        size = options.page_bytes
        return throughput.run(folder, hosts=hosts, pages=options.pages, page_bytes=size, peers=peers)
    if options.experiment == "kills":
        return kills.run(folder, kills=options.kills, feeds=feeds, hosts=hosts)
    if options.experiment == "feeds":
        return feeds_read.run(options.suite, peers)
    if options.experiment == "disk":
        return faults.fill(folder, feeds=feeds, hosts=hosts)
    return faults.run(
        folder, feeds=feeds, hosts=hosts, seed=options.seed, share=options.share, runs=options.runs
    )


def _keep(experiment: str, figures: dict[str, float]) -> None:
    known = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    rounded = {name: round(figure, 3) for name, figure in figures.items()}
    known[experiment] = {"day": today, **rounded}
    RESULTS.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
