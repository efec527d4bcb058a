"""How well the expressions of time in news are read: TimeBank, all of it and by halves.

    python -m benchmarks.dates [--floors]

183 articles with TIMEX3 values (TempEval-3). The halves are drawn by a hash of the article's name; the errors
of "seen" were looked at while the forms were worked on, those of "unseen" only once that was done, on
2026-11-26, when the whole stood at .909 of the calendar. The scorer is
../shared/score/dates.py. Results go to results/dates.json; `--floors` writes nothing and exits with 1 where a
figure broke its floor.
"""

import argparse
import hashlib
import sys
from pathlib import Path

from benchmarks import floors
from benchmarks.keeping import held, keep
from benchmarks.measuring import scorer
from benchmarks.predict.dates import dates
from benchmarks.predict.rows import Row, read_rows

_GOLD = Path(__file__).parents[2] / "shared" / "data" / "dates" / "timebank.jsonl.gz"
_COUNT = "expressions"


def half_of(row: Row) -> str:
    """Return the half that an article belongs to."""
    drawn = int(hashlib.sha1(("b" + row["id"]).encode(), usedforsecurity=False).hexdigest(), 16)
    return "unseen" if drawn % 2 else "seen"


def main(arguments: list[str]) -> int:
    """Print the figures; return the exit status."""
    parser = argparse.ArgumentParser(description="How well expressions of time are read.")
    parser.add_argument("--floors", action="store_true")
    options = parser.parse_args(arguments)
    if not _GOLD.is_file():
        print("The labelled data in ../shared is missing.", file=sys.stderr)
        return 2
    score = scorer("dates").score
    gold = list(read_rows(_GOLD))
    answers = {row["id"]: dates(row) for row in gold}
    found = {}
    for name in ("timebank", "seen", "unseen"):
        rows = [row for row in gold if name in ("timebank", half_of(row))]
        figures = score(rows, [answers[row["id"]] for row in rows])
        count = figures.pop(_COUNT)
        found[name] = {floors.OURS: figures}
        print(f"{name} ({count}): " + ", ".join(f"{key} {value:.3f}" for key, value in figures.items()))
    if options.floors:
        return held("dates", found)
    keep("dates", found)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
