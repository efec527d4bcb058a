"""Read the made reports into a record, and score the translations and stories found in it.

`python -m benchmarks.translations [--write] [--floors] [--shuffled N]`: pages are read, kept and compared as
the desk does it. `--write` keeps the figures in benchmarks/results/translations.json; `--floors` exits with 1
where one fell below benchmarks/floors.toml.
"""

import argparse
import datetime
import json
import random
import sys
import tempfile
import time
from pathlib import Path

import msgspec

from benchmarks import floors
from benchmarks.translations.reports import MadeReport, made_reports
from benchmarks.translations.scoring import Score, score
from reportedly.desk import Desk

_RESULTS = Path(__file__).parents[1] / "results" / "translations.json"


def scored(reports: list[MadeReport]) -> Score:
    """Return how good what a desk finds among some reports is, read in the order given."""
    by_url = {each.page().url: each.name for each in reports}
    with tempfile.TemporaryDirectory() as folder, Desk(Path(folder) / "desk.db", clock=_clock) as desk:
        names: dict[str, str] = {}
        for each in reports:
            kept = desk.read(each.page())
            if kept.article_id is None:
                raise SystemExit(f"{each.name} gave no article: {kept.refusal}")
            names[kept.article_id] = each.name
        links = desk.copies.links(tuple(names))
        stories = {name: desk.stories.of(article_id) or name for article_id, name in names.items()}
    if len(by_url) != len(names):
        raise SystemExit("Two reports became one page.")
    return score(reports, links, stories, names)


def _clock() -> datetime.datetime:
    return datetime.datetime(2031, 12, 31, tzinfo=datetime.UTC)


def main() -> int:
    """Print the figures of both halves; return the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--floors", action="store_true")
    parser.add_argument("--half", choices=("tuned_on", "kept_back"), action="append")
    parser.add_argument("--shuffled", type=int, help="seed of another order of arrival than by time")
    parser.add_argument("--pairs", action="store_true", help="name the pairs that were missed or wrong")
    given = parser.parse_args()
    figures: dict[str, dict[str, float]] = {}
    broken: list[str] = []
    for half in given.half or ("tuned_on", "kept_back"):
        reports = sorted(made_reports(half), key=lambda each: each.published)
        if given.shuffled is not None:
            random.Random(given.shuffled).shuffle(reports)
        started = time.process_time()
        found = scored(reports)
        seconds = time.process_time() - started
        told = {k: round(v, 3) for k, v in msgspec.structs.asdict(found).items() if isinstance(v, float)}
        figures[half] = told | {"reports": len(reports), "cpu_seconds": round(seconds, 1)}
        sys.stdout.write(f"{half}: {json.dumps(figures[half])}\n")
        broken += floors.broken(floors.load("translations"), half, figures[half])
        if given.pairs:
            sys.stdout.writelines(f"  missed {each}\n" for each in found.missed)
            sys.stdout.writelines(f"  wrong {each}\n" for each in found.wrong)
    if given.write:
        _RESULTS.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf8")
    sys.stderr.writelines(f"{line}\n" for line in broken if given.floors)
    return int(bool(broken) and given.floors)


if __name__ == "__main__":
    sys.exit(main())
