"""Which reports are of one story."""

from collections.abc import Iterable, Iterator

from benchmarks.predict.rows import Row
from reportedly.stories import Report, group_reports


def stories(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield for every report, in the order of the file, the story it is of: its first report's id."""
    reports = [
        Report(id=row["id"], headline=row["headline"] or "", text=row["text"] or "", day=row["time_days"])
        for row in rows
    ]
    story_of = {each: story[0] for story in group_reports(reports) for each in story}
    for report in reports:
        yield {"id": report.id, "story": story_of[report.id]}
