"""Stories beside TF-IDF.

    python -m benchmarks.stories ../shared/data/stories [--floors]

Prints BCubed F1 and CPU seconds a thousand reports, without starting up. Results go to
results/stories.json; `--floors` writes nothing and exits with 1 where a figure broke its floor. The weights
in the package have seen these stories, so Reportedly's figures here only show that nothing broke; the
honest ones are by halves (`python -m training.stories FOLDER --halves`). TF-IDF joins groups by average
cosine, at the best of its bars for each set: more than it could know.
"""

import argparse
import collections
import math
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks import floors
from benchmarks.keeping import held, keep
from benchmarks.predict.rows import read_rows
from reportedly.records import StoryLink
from reportedly.stories import Report, group_reports, grouping, joining
from reportedly.stories.wording import roots

SETS = ("roundups", "triplets", "headlines", "events")
BARS = (0.04, 0.06, 0.08, 0.12, 0.16, 0.2, 0.24, 0.28)
Stories = Sequence[Sequence[str]]


def tf_idf(reports: Sequence[Report]) -> list[StoryLink]:
    """Return the cosine of every pair by words weighted by their rarity among these reports."""
    bags = [collections.Counter(roots(f"{each.headline} {each.text}")) for each in reports]
    holders = collections.Counter(word for bag in bags for word in bag)
    at = {word: place for place, word in enumerate(holders)}
    table = np.zeros((len(bags), len(at)), np.float32)
    for row, bag in zip(table, bags, strict=True):
        for word, count in bag.items():
            row[at[word]] = (1 + math.log(count)) * math.log(len(bags) / holders[word])
    table /= np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-6)
    likeness = np.triu(table @ table.T, 1)
    one, other = np.where(likeness > BARS[0] / 2)
    ids = [each.id for each in reports]
    return [
        StoryLink(one=min(ids[a], ids[b]), other=max(ids[a], ids[b]), likely=float(likeness[a, b]))
        for a, b in zip(one.tolist(), other.tolist(), strict=True)
    ]


def bcubed(gold: dict[str, str], stories: Stories) -> float:
    """Return the BCubed F1 of a grouping (Bagga and Baldwin, 1998)."""
    sizes = collections.Counter(gold.values())
    shares = [(len(story), collections.Counter(gold[each] for each in story)) for story in stories]
    precision = sum(n * n / size for size, counts in shares for n in counts.values()) / len(gold)
    recall = sum(n * n / sizes[name] for _, counts in shares for name, n in counts.items()) / len(gold)
    return 2 * precision * recall / (precision + recall)


def best_of(reports: Sequence[Report], gold: dict[str, str]) -> float:
    """Return the figure of TF-IDF at its best bar."""
    ids = sorted(each.id for each in reports)
    parts = list(grouping.islands_of(ids, tf_idf(reports), grouping.Bounds(), bridge=BARS[0]))
    trees = [joining.tree_of(likely, least=BARS[0]) for _, likely in parts]
    found = []
    for bar in BARS:
        stories = [
            [island[place] for place in group]
            for (island, _), tree in zip(parts, trees, strict=True)
            for group in joining.cut(tree, [average >= bar for average in tree.averages])
        ]
        found.append(bcubed(gold, stories))
    return max(found)


def measured(path: Path) -> dict[str, dict[str, float]]:
    """Return the figures of both readers on one set."""
    rows = list(read_rows(path))
    reports = [
        Report(id=row["id"], headline=row["headline"] or "", text=row["text"] or "", day=row["time_days"])
        for row in rows
    ]
    gold = {row["id"]: row["story"] for row in rows}
    start = time.process_time()
    ours = bcubed(gold, group_reports(reports))
    seconds = (time.process_time() - start) / len(reports) * 1000
    return {
        floors.OURS: {"bcubed_F1": ours, "cpu_seconds": seconds},
        "TF-IDF": {"bcubed_F1": best_of(reports, gold)},
    }


def main(arguments: list[str]) -> int:
    """Measure all sets; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.stories")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--floors", action="store_true")
    options = parser.parse_args(arguments)
    found = {}
    for name in SETS:
        found[name] = measured(options.folder / f"{name}.jsonl.gz")
        ours, theirs = found[name][floors.OURS], found[name]["TF-IDF"]
        print(
            f"{name:10s} Reportedly {ours['bcubed_F1']:.3f} ({ours['cpu_seconds']:.2f} CPU s a thousand)  "
            f"TF-IDF {theirs['bcubed_F1']:.3f}",
            flush=True,
        )
    if options.floors:
        return held("stories", found)
    keep("stories", found)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
