"""How slow the machine is just now, so that a bound on CPU time means the same on each."""

import time

_STEPS = 300_000
# CPU seconds that the steps below take on the two quiet cores on which the tests' bounds were set.
_REFERENCE_SECONDS = 0.014
_TRIES = 6


def slowness() -> float:
    """Return how many times slower than the reference plain Python runs here just now; at least 1."""
    return max(1.0, sum(_seconds() for _ in range(_TRIES)) / _TRIES / _REFERENCE_SECONDS)


def _seconds() -> float:
    started, total = time.process_time(), 0
    for step in range(_STEPS):
        total += step * step
    return time.process_time() - started
