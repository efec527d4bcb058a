"""What may not be lost: floors.toml against what was measured.

    python -m benchmarks.floors      write floors.toml anew from the last results

Do that only after a change that raised the figures, in the same commit.
"""

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from benchmarks import results
from benchmarks.results import Measured

PATH = Path(__file__).with_name("floors.toml")
OURS = "reportedly"

# One point of a hundred: on 137 pages a page or two may change sides, as when a date or a lead moves.
_TOLERANCE = 0.01
# On two shared cores the same code took up to 1.7 times as long in another run; three times as long is
# a slower reader.
_TIMES_SLOWER = 3.0
# No page may take a second, whatever the machine does; the slowest of 949 took 65 ms.
_SLOWEST_MS = 1000.0
_LOW_IS_GOOD = frozenset({"low", "cpu_ms", "cpu_ms_max", "cpu_seconds"})
# No promise of their own: parts of another figure, and counts.
_NO_FLOOR = frozenset(
    {"body_P", "body_R", "attribution_P", "attribution_R", "cpu_ms_95", "lead_described", "pages", "articles"}
)
_BENCHMARKS = "pages quotes mentions mentions_languages kinds identity offices dates copies stories".split()
_HEAD = """\
# What may not be lost, on the labelled sets of ../shared/data. `python -m benchmarks.pages --floors` and
# `python -m benchmarks.quotes --floors`, so `benchmarks.mentions`, `.dates`, `.copies` and `.stories`,
# measure Reportedly anew and exit with 1 where a figure broke one.
# at_least: the figure measured on the day named, less one point (0.01).
# at_most:  the share of badly read pages, plus one point; mean CPU times, three times what was measured,
#           because the machine is shared; the slowest page, a second.
# Written by `python -m benchmarks.floors` from results/*.json.
"""

Floors = dict[str, dict[str, dict[str, float]]]  # set -> at_least | at_most -> figure -> bound


def load(benchmark: str) -> Floors:
    """Return the floors of one benchmark (`pages`, `quotes`, …) by set."""
    with PATH.open("rb") as file:
        floors: dict[str, Floors] = tomllib.load(file)
    return floors.get(benchmark, {})


def broken(floors: Floors, set_name: str, figures: dict[str, float]) -> list[str]:
    """Return a line for every figure of a set that fell below its floor, rose over its ceiling or is gone."""
    bounds = floors.get(set_name, {})
    lines = []
    for name, bound in bounds.get("at_least", {}).items():
        if name not in figures or figures[name] < bound:
            lines.append(f"{set_name} {name}: {_said(figures, name)}, floor {bound:.3f}")
    for name, bound in bounds.get("at_most", {}).items():
        if name not in figures or figures[name] > bound:
            lines.append(f"{set_name} {name}: {_said(figures, name)}, ceiling {bound:.3f}")
    return lines


def _said(figures: dict[str, float], name: str) -> str:
    return f"{figures[name]:.3f}" if name in figures else "not measured"


def written(row: Measured, benchmark: str, set_name: str) -> str:
    """Return the floors that follow from one measured row, as TOML."""
    kept = {name: figure for name, figure in sorted(row.figures.items()) if name not in _NO_FLOOR}
    least = [f"{k} = {max(v - _TOLERANCE, 0):.3f}" for k, v in kept.items() if k not in _LOW_IS_GOOD]
    most = [f"{k} = {_ceiling(k, v):.4f}" for k, v in kept.items() if k in _LOW_IS_GOOD]
    lines = [f"# measured on {row.day}", f"[{benchmark}.{set_name}.at_least]", *least]
    if most:
        lines += ["", f"[{benchmark}.{set_name}.at_most]", *most]
    return "\n".join(lines) + "\n"


def _ceiling(name: str, figure: float) -> float:
    if name == "cpu_ms_max":
        return _SLOWEST_MS
    return figure * _TIMES_SLOWER if name.startswith("cpu") else figure + _TOLERANCE


def _all_written() -> Iterator[str]:
    for benchmark in _BENCHMARKS:
        for set_name, rows in results.load(benchmark).sets.items():
            yield from (written(row, benchmark, set_name) for row in rows if row.reader == OURS)


def main() -> int:
    """Write floors.toml from the last results; return the exit status."""
    PATH.write_text("\n".join([_HEAD, *_all_written()]), encoding="utf8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
