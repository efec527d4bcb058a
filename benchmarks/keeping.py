"""Results of benchmarks without peers in processes of their own: kept, or held against the floors."""

import datetime
import importlib.metadata
import platform
import sys
from collections.abc import Mapping

from benchmarks import floors, results
from benchmarks.results import Measured

Figures = Mapping[str, Mapping[str, Mapping[str, float]]]  # set -> reader -> figures


def keep(name: str, found: Figures) -> None:
    """Keep the figures of every set and reader in results/NAME.json."""
    fresh = {
        set_name: [_row(reader, figures) for reader, figures in readers.items()]
        for set_name, readers in found.items()
    }
    order = list(dict.fromkeys(reader for readers in found.values() for reader in readers))
    results.save(name, results.merge(results.load(name), fresh, order))


def held(name: str, found: Figures) -> int:
    """Return 0 where our figures keep their floors, else 1 after naming every one that broke."""
    bounds = floors.load(name)
    lines = [
        line
        for set_name, readers in found.items()
        for line in floors.broken(bounds, set_name, dict(readers.get(floors.OURS, {})))
    ]
    for line in lines:
        print(line, file=sys.stderr)
    return 1 if lines else 0


def _row(reader: str, figures: Mapping[str, float]) -> Measured:
    return Measured(
        reader=reader,
        version=importlib.metadata.version("reportedly") if reader == floors.OURS else "",
        python=platform.python_version(),
        day=datetime.datetime.now(datetime.UTC).date(),
        figures={key: round(value, 4) for key, value in figures.items()},
    )
