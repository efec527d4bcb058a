"""How well and how fast pages are read, beside the peers, in one run.

    python -m benchmarks.pages [SET ...] [--peers-python PATH ...] [--only READER ...] [--floors]

Results go to results/pages.json and into the tables of README.md; readers that were not asked keep
their last rows.
"""

import statistics
import sys
from types import ModuleType

from benchmarks.asking import Row
from benchmarks.measuring import Benchmark, Reader, run
from benchmarks.tables import Column

# A figure of the scorer, and the field of an answer without which the reader cannot be held to it.
_NEEDS = {
    "body_F1": "body",
    "body_P": "body",
    "body_R": "body",
    "low": "body",
    "lead_any": "body",
    "lead": "lead",
    "headline": "headline",
    "date": "published",
    "minute": "published",
    "authors": "authors",
}
# A longer `published` than a day's has a time of day.
_DAY_LENGTH = len("2024-01-05")
# statistics.quantiles in twentieths: the last cut is the 95th percentile.
_TWENTIETHS = 20


def figures(score: ModuleType, golds: list[Row], answers: list[Row]) -> dict[str, float]:
    """Return the scorer's figures for the fields that a reader has, and its times.

    `lead_described` is the lead's figure with the page's meta description handed in as the lead, for
    readers that have a description and no lead.
    """
    found = score.score(golds, answers)
    shown = {k: v for k, v in found.items() if k not in _NEEDS or _has(answers, _NEEDS[k])}
    if not any(len(answer.get("published") or "") > _DAY_LENGTH for answer in answers):
        shown.pop("minute", None)
    if "lead" in found and _has(answers, "description"):
        described = [answer | {"lead": answer.get("description")} for answer in answers]
        shown["lead_described"] = score.score(golds, described)["lead"]
    return shown | {"cpu_ms_95": percentile_95([answer["cpu_ms"] for answer in answers])}


def _has(answers: list[Row], field: str) -> bool:
    return any(answer.get(field) for answer in answers)


def percentile_95(times: list[float]) -> float:
    """Return the time that 95 of a hundred pages stay under; of fewer than two pages, the slowest."""
    if len(times) < 2:
        return max(times, default=0.0)
    return statistics.quantiles(times, n=_TWENTIETHS, method="inclusive")[-1]


PAGES = Benchmark(
    name="pages",
    sets=("agencies", "bodies", "articles", "dates", "dates_world"),
    readers=(
        Reader("reportedly", "reportedly_pages"),
        Reader("trafilatura", "trafilatura", "trafilatura"),
        Reader("trafilatura, quick dates", "trafilatura_quick_dates", "trafilatura"),
        Reader("newspaper4k", "newspaper4k", "newspaper4k"),
        Reader("rs-trafilatura", "rs_trafilatura", "rs-trafilatura"),
        Reader("resiliparse", "resiliparse", "resiliparse"),
        Reader("htmldate", "htmldate", "htmldate"),
        Reader("readability-lxml", "readability", "readability-lxml"),
    ),
    figures=figures,
    columns=(
        Column("body_F1", "body F1"),
        Column("lead", "lead"),
        Column("lead_described", "lead from meta"),
        Column("lead_any", "lead or body"),
        Column("headline", "headline"),
        Column("date", "date"),
        Column("minute", "minute"),
        Column("authors", "authors"),
        Column("low", "low"),
        Column("cpu_ms", "CPU ms", 1),
        Column("cpu_ms_95", "95 %", 1),
        Column("cpu_ms_max", "slowest", 0),
    ),
)

if __name__ == "__main__":
    sys.exit(run(PAGES, sys.argv[1:]))
