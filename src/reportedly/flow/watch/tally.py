"""What a watcher counts while it runs: for its log, its health and its metrics."""

import datetime
from collections import Counter


class Tally:
    """Counters since the start, and the moments of the last turn and of the last write."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.turned_at: datetime.datetime | None = None
        self.written_at: datetime.datetime | None = None
        self.store_trouble: str | None = None
        self.jobs = 0
        self.visits = 0
        self.unwritten = 0

    def metrics(self) -> str:
        """Return the figures in Prometheus' text format."""
        lines = []
        for name in sorted(self.counts):
            lines += [
                f"# TYPE reportedly_{name}_total counter",
                f"reportedly_{name}_total {self.counts[name]}",
            ]
        gauges = {
            "jobs_waiting": self.jobs,
            "visits_open": self.visits,
            "answers_unwritten": self.unwritten,
            "record_in_trouble": int(self.store_trouble is not None),
            "last_turn_seconds": self.turned_at.timestamp() if self.turned_at else 0,
            "last_write_seconds": self.written_at.timestamp() if self.written_at else 0,
        }
        for name, value in gauges.items():
            lines += [f"# TYPE reportedly_{name} gauge", f"reportedly_{name} {value}"]
        return "\n".join(lines) + "\n"

    def trouble(self, now: datetime.datetime, *, longest_turn_seconds: float = 120.0) -> str | None:
        """Return what keeps the watcher from its work, in a sentence; None where nothing does."""
        if self.store_trouble is not None:
            return self.store_trouble
        if self.turned_at is None:
            return "The watcher has not begun yet."
        if (now - self.turned_at).total_seconds() > longest_turn_seconds:
            return f"The watcher has stood still since {self.turned_at.isoformat(timespec='seconds')}."
        return None
