"""Sources watched for weeks: who is asked when, what is kept, what is read, and what is told of it."""

from reportedly.flow.watch.finding import NotASource, Preview, find_source, preview_of
from reportedly.flow.watch.health import Health, health_of, usual_range
from reportedly.flow.watch.keeping_time import Timekeeper, WallClock
from reportedly.flow.watch.reading import Rooms
from reportedly.flow.watch.schedule import WatchSettings
from reportedly.flow.watch.tally import Tally
from reportedly.flow.watch.watcher import Watcher

__all__ = [
    "Health",
    "NotASource",
    "Preview",
    "Rooms",
    "Tally",
    "Timekeeper",
    "WallClock",
    "WatchSettings",
    "Watcher",
    "find_source",
    "health_of",
    "preview_of",
    "usual_range",
]
