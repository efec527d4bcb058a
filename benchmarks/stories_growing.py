"""Stories as a desk sees them: reports come in one by one through the store, in several orders.

    python -m benchmarks.stories_growing ../shared/data/stories [--orders N] [--count N] [SET ...]

Each report is kept in a record and told by `flow.tell_story`, as a desk does it; only its reading is left
out. Beside the BCubed F1 of what stands at the end stands that of all reports grouped at once. Agreement
of two orders: of the pairs that either has in one story, the share that both have (F1 over pairs). CPU
milliseconds are those of telling a report. The weights in the package have seen these stories: the figures
say what growing costs, not how good the weights are.
"""

import argparse
import collections
import datetime
import itertools
import random
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.predict.rows import Row, read_rows
from benchmarks.stories import Stories, bcubed
from reportedly import flow
from reportedly.records import Article, Field, Maker, Page, Span, Timestamp
from reportedly.store import Reading, Store, open_store
from reportedly.stories import Report, group_reports

_NOW = datetime.datetime(2031, 4, 9, tzinfo=datetime.UTC)
_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
_MAKER = Maker(room="benchmarks", version="1")


def main() -> None:
    """Measure the sets that are named."""
    asked = argparse.ArgumentParser(prog="python -m benchmarks.stories_growing")
    asked.add_argument("folder", type=Path)
    asked.add_argument("sets", nargs="*", default=["roundups", "triplets", "headlines"])
    asked.add_argument("--orders", type=int, default=3)
    asked.add_argument("--count", type=int, default=1000, help="reports of a set at most, spread over it")
    given = asked.parse_args()
    for name in given.sets:
        rows = list(read_rows(given.folder / f"{name}.jsonl.gz"))
        rows = rows[:: -(-len(rows) // given.count)]
        print(name, _measure(rows, given.orders), flush=True)


def _measure(rows: Sequence[Row], orders: int) -> str:
    gold = {row["id"]: row["story"] for row in rows}
    at_once = group_reports(
        Report(id=row["id"], headline=row["headline"] or "", text=row["text"] or "", day=row["time_days"])
        for row in rows
    )
    grown, milliseconds = [], []
    for order in range(orders):
        shuffled = random.Random(order).sample(rows, len(rows))
        stories, seconds = _grow(shuffled)
        grown.append(stories)
        milliseconds.append(seconds / len(rows) * 1000)
    agreed = min((_agreement(one, other) for one, other in itertools.combinations(grown, 2)), default=1.0)
    with_all = min(_agreement(at_once, each) for each in grown)
    return (
        f"{len(rows)} reports, at once {bcubed(gold, at_once):.3f}, one by one "
        f"{' '.join(f'{bcubed(gold, each):.3f}' for each in grown)}, agreement of orders at least "
        f"{agreed:.3f}, with all at once {with_all:.3f}, {min(milliseconds):.1f} CPU ms a report"
    )


def _grow(rows: Sequence[Row]) -> tuple[Stories, float]:
    """Return the stories that stand after reports came in, and the CPU seconds of telling them."""
    seconds = 0.0
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "desk.db") as store:
        names = {}
        for row in rows:
            article = _article_of(row)
            article_id = _keep(store, article)
            names[article_id] = row["id"]
            start = time.process_time()
            flow.tell_story(store, article_id, article, now=_NOW)
            seconds += time.process_time() - start
        found: dict[str | None, list[str]] = collections.defaultdict(list)
        for article_id, name in names.items():
            found[store.stories.story_of(article_id)].append(name)
    return [sorted(each) for each in found.values()], seconds


def _article_of(row: Row) -> Article:
    """Return a report as if it had been read from a page."""
    headline, words = row["headline"] or "", (row["text"] or "").replace("\n", " ")
    text = f"{headline}\n{words}"
    return Article(
        page_sha256=_page_of(text).sha256,
        text=text,
        url=f"https://news.example/{row['id']}",
        headline=Field(value=headline, span=Span(0, len(headline))) if headline else None,
        body=(Span(len(headline) + 1, len(text)),) if words else (),
        published=_published(row["time_days"]),
    )


def _page_of(text: str, url: str | None = None) -> Page:
    return Page(body=text.encode(), fetched_at=_NOW, url=url, status=200)


def _keep(store: Store, article: Article) -> str:
    """Keep a report as a page that was read, and return its article's identifier."""
    reading = Reading(article=article, read_by=_MAKER, statements_by=_MAKER, named_by=_MAKER)
    kept = store.keep(_page_of(article.text, article.url), reading, now=_NOW)
    if kept.article_id is None:
        raise ValueError(f"the record refused the report at {article.url}")
    return kept.article_id


def _published(day: float | None) -> Field[Timestamp] | None:
    if day is None:
        return None
    moment = _EPOCH + datetime.timedelta(days=day)
    stamp = Timestamp(date=moment.date(), time=moment.time().replace(microsecond=0), utc_offset_minutes=0)
    return Field(value=stamp, markup="meta[date]")


def _agreement(one: Stories, other: Stories) -> float:
    """Return how far two groupings have the same pairs in one story: F1 over pairs."""
    first, second = _pairs(one), _pairs(other)
    return 2 * len(first & second) / (len(first) + len(second)) if first or second else 1.0


def _pairs(stories: Stories) -> set[tuple[str, str]]:
    return {pair for story in stories for pair in itertools.combinations(sorted(story), 2)}


if __name__ == "__main__":
    main()
