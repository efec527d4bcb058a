"""Measure the watch: `PYTHONPATH=src:tests python -m benchmarks.watching EXPERIMENT`."""

import argparse
import json
import sys
import tempfile
from pathlib import Path

from benchmarks.watch import throughput, week

RESULTS = Path(__file__).with_name("results") / "watching.json"


def main(arguments: list[str]) -> int:
    """Carry out one experiment, print its figures and keep them."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.watching")
    parser.add_argument("experiment", choices=["week", "throughput", "feeds", "faults", "kills", "disk"])
    parser.add_argument("--feeds", type=int, default=2000)
    parser.add_argument("--hosts", type=int, default=500)
    parser.add_argument("--days", type=float, default=7.0)
    parser.add_argument("--pages", type=int, default=4000)
    parser.add_argument("--page-bytes", type=int, default=20_000)
    parser.add_argument("--peers-python", help="the interpreter of an environment with scrapy and httpx")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if options.experiment == "week":
            figures = week.run(folder, feeds=options.feeds, hosts=options.hosts, days=options.days)
        else:
            figures = throughput.run(
                folder, hosts=options.hosts, pages=options.pages, page_bytes=options.page_bytes,
                peers=options.peers_python,
            )  # fmt: skip
    print(json.dumps(figures, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
