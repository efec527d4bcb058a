"""How well and how fast statements are found, beside the peers, in one run.

    python -m benchmarks.quotes [SET ...] [--peers-python PATH ...] [--only READER ...] [--floors]

Results go to results/quotes.json and into the tables of README.md; readers that were not asked keep
their last rows.
"""

import statistics
import sys
from types import ModuleType

from benchmarks.asking import Row
from benchmarks.measuring import Benchmark, Reader, run
from benchmarks.tables import Column

# Our name of a figure: the scorer's name and which of its numbers.
_FIGURES = {
    "content_F1": ("content.overlap", "f"),
    "attribution_F1": ("attribution", "f"),
    "attribution_P": ("attribution", "p"),
    "attribution_R": ("attribution", "r"),
    "exact_F1": ("triple.strict", "f"),
    "direct_R": ("type.direct", "r"),
    "mixed_R": ("type.mixed", "r"),
    "indirect_R": ("type.indirect", "r"),
    "speaker_right": ("source_given_content", "acc"),
}


def figures(score: ModuleType, golds: list[Row], answers: list[Row]) -> dict[str, float]:
    """Return the scorer's main figures from 0 to 1, and the CPU seconds an article."""
    unanswered = [answer | {"quotes": answer.get("quotes", [])} for answer in answers]
    found = score.score(golds, unanswered)
    shown = {ours: found[name][number] for ours, (name, number) in _FIGURES.items()}
    seconds = statistics.fmean(answer["cpu_ms"] for answer in answers) / 1000
    return shown | {"cpu_seconds": seconds, "articles": float(len(golds))}


QUOTES = Benchmark(
    name="quotes",
    sets=("polnear_dev", "wikinews_de_dev"),
    readers=(
        Reader("reportedly", "reportedly_quotes"),
        Reader("quotation marks, nearest name", "nearest_name"),
        Reader("textacy", "textacy_quotes", "textacy", sets=("polnear_dev",)),
    ),
    figures=figures,
    columns=(
        Column("content_F1", "content F1"),
        Column("attribution_F1", "attribution F1"),
        Column("attribution_P", "P"),
        Column("attribution_R", "R"),
        Column("exact_F1", "all exact F1"),
        Column("direct_R", "direct found"),
        Column("mixed_R", "mixed found"),
        Column("indirect_R", "indirect found"),
        Column("speaker_right", "speaker right"),
        Column("cpu_seconds", "CPU s", 4),
    ),
)

if __name__ == "__main__":
    sys.exit(run(QUOTES, sys.argv[1:]))
