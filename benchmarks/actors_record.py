"""How quickly a large record answers what somebody said about something.

    python -m benchmarks.actors_record [--statements N] [--actors N] [--keep FILE]

A record is made of 1,000,000 statements by 200,000 actors in 100,000 articles. How often an actor
speaks, and how often a word is used, falls with its rank (Zipf); a statement has 12 to 24 words of a
vocabulary of 30,000. Measured, each as the median and the slowest of the questions asked, on the wall
and in CPU:

- *said about*: all that X said about Y, one page of 50 with the total: the ten who spoke most and ten
  drawn at random, each with a frequent, a middling and a rare word;
- *page*: what an actor's page asks besides: who, by month, to whom, words, articles;
- *lookup*: what resolving an article of twelve names asks of the record;
- *open*: opening the record.

The goal is 50 ms for the first. Making the record takes some minutes.
"""

import argparse
import datetime
import functools
import itertools
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import insert

from reportedly.records import Actor, ActorName
from reportedly.store import ActorsInRecord, StatementQuery, Store, open_store
from reportedly.store.actor_facts import recount_facts
from reportedly.store.actor_keys import record_keys
from reportedly.store.actor_schema import actor_keys, actor_names, actors, resolutions
from reportedly.store.connecting import Connections
from reportedly.store.schema import articles, bodies, pages, runs, statements

NOW = datetime.datetime(2031, 4, 2, tzinfo=datetime.UTC)
FIRST = datetime.date(2021, 1, 1)
_BATCH = 20_000
_WORDS = 30_000
_EMPTY = "{}"


class Took(NamedTuple):
    """What questions of one kind took: on the wall and in CPU, in ms, the median and the slowest."""

    name: str
    asked: int
    wall_median: float
    wall_slowest: float
    cpu_median: float
    cpu_slowest: float


def syllables(number: int) -> str:
    """Return a made-up word for a number, the same every time."""
    parts = []
    while True:
        number, rest = divmod(number, 80)
        parts.append("bdfgklmnprstvzjh"[rest % 16] + "aeiou"[rest // 16])
        if number == 0:
            return "".join(parts)


def zipf(draw: random.Random, size: int, count: int) -> list[int]:
    """Return ranks drawn so that the n-th is drawn in proportion to 1/n."""
    weights = list(itertools.accumulate(1 / (rank + 1) for rank in range(size)))
    return draw.choices(range(size), cum_weights=weights, k=count)


def batches(rows: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Yield rows in batches."""
    while batch := list(itertools.islice(rows, _BATCH)):
        yield batch


def make(path: Path, statement_count: int, actor_count: int) -> None:
    """Make the record."""
    open_store(path).close()
    draw = random.Random(20310402)
    connections = Connections(path, mode="rw", busy_seconds=5)
    people = [actor_of(number) for number in range(actor_count)]
    article_count = max(1, statement_count // 10)
    with connections.writing() as connection:
        connection.exec_driver_sql("PRAGMA cache_size = -400000")
        for rows in batches(actor_rows(people)):
            connection.execute(insert(actors), [row["actor"] for row in rows])
            connection.execute(insert(actor_names), [row["name"] for row in rows])
            connection.execute(insert(actor_keys), [key for row in rows for key in row["keys"]])
        connection.execute(insert(bodies), [{"sha256": "0" * 64, "byte_count": 0, "packed": b""}])
        for rows in batches(article_rows(article_count)):
            connection.execute(insert(pages), [row["page"] for row in rows])
            connection.execute(insert(runs), [row["run"] for row in rows])
            connection.execute(insert(articles), [row["article"] for row in rows])
    speakers = zipf(draw, actor_count, statement_count)
    with connections.writing() as connection:
        for rows in batches(statement_rows(draw, speakers, people, article_count)):
            connection.execute(insert(statements), rows)
            print(f"\r{rows[-1]['seq']:,} statements", end="", file=sys.stderr)
    with connections.writing() as connection:
        for rows in batches(resolution_rows(speakers, people, article_count)):
            connection.execute(insert(resolutions), rows)
        recount_facts(connection, [person.id for person in people[:200]])
        connection.exec_driver_sql("ANALYZE")
    connections.close()


def actor_of(number: int) -> Actor:
    """Return a made-up person: a given name of two hundred, a surname of many."""
    name = f"{syllables(number % 200 + 90).title()} {syllables(number // 3 + 7000).title()}"
    return Actor(
        id=f"{number:016x}",
        name=name,
        kind="person",
        origin="import",
        source="made",
        country="NO",
        names=(ActorName(name=name, source="made"),),
    )


def actor_rows(people: Sequence[Actor]) -> Iterator[dict[str, Any]]:
    """Yield actors with their names and the keys under which they are found."""
    for person in people:
        actor = {"id": person.id, "kind": "person", "own_name": person.name, "name": person.name}
        actor |= {"country": "NO", "origin": "import", "source": "made", "stands_as": person.id}
        yield {
            "actor": actor | {"said_count": 0, "made_at": NOW},
            "name": {"actor_id": person.id, "name": person.name, "source": "made"},
            "keys": [{"key": key, "actor_id": person.id} for key in record_keys(person.name)],
        }


def article_rows(count: int) -> Iterator[dict[str, Any]]:
    """Yield pages with their runs and articles."""
    for number in range(count):
        name, day = f"{number:016x}", FIRST + datetime.timedelta(days=number % 3650)
        page = {"seq": number + 1, "id": name, "sha256": "0" * 64, "fetched_at": NOW, "kept_at": NOW}
        run = {"seq": number + 1, "page_id": name, "makes": "article", "room": "made", "version": "1"}
        article = {
            "seq": number + 1, "id": name, "run_seq": number + 1, "read_at": NOW,
            "headline": f"Note {number}",
            "body": "", "unspaced": False, "outlet": f"Outlet {number % 97}", "language": "en",
            "published": day.isoformat(), "published_on": day, "published_order": day.isoformat(),
            "credits": "[]", "record": _EMPTY, "text": "",
        }  # fmt: skip
        yield {
            "page": page | {"headers": "[]", "is_pasted": False, "url": f"https://made.example/{name}"},
            "run": run | {"maker": "rules", "made_at": NOW},
            "article": article,
        }


def statement_rows(
    draw: random.Random, speakers: Sequence[int], people: Sequence[Actor], article_count: int
) -> Iterator[dict[str, Any]]:
    """Yield statements, each by its speaker in an article."""
    vocabulary = [syllables(number + 500) for number in range(_WORDS)]
    pool = zipf(draw, _WORDS, 2_000_000)
    for number, speaker in enumerate(speakers):
        article = number % article_count
        at = draw.randrange(len(pool) - 24)
        words = " ".join(vocabulary[rank] for rank in pool[at : at + draw.randint(12, 24)])
        yield {
            "seq": number + 1, "id": f"{number:016x}", "article_id": f"{article:016x}", "ordinal": number,
            "run_seq": article + 1, "made_at": NOW, "kind": "indirect", "act": "says", "found_in": "text",
            "beside": _EMPTY, "words": words, "unspaced": False, "speaker": people[speaker].name,
            "speaker_folded": "", "confidence": 0.9, "record": '{"content":[],"kind":"indirect"}',
            "speaker_at": 0, "speaker_actor": people[speaker].id,
            "dated_on": FIRST + datetime.timedelta(days=article % 3650),
        }  # fmt: skip


def resolution_rows(
    speakers: Sequence[int], people: Sequence[Actor], article_count: int
) -> Iterator[dict[str, Any]]:
    """Yield who the speakers of each article are."""
    for number, speaker in enumerate(speakers):
        article, person = number % article_count, people[speaker]
        record = '{"name":"%s","named_at":{"start":0,"end":1},"mentions":[],"kind":"person","reason":"name"}'
        yield {
            "article_id": f"{article:016x}", "run_seq": article + 1, "ordinal": number, "name": person.name,
            "made_actor": person.id, "own_actor": person.id, "actor": person.id,
            "outlet": f"Outlet {article % 97}", "dated_on": FIRST + datetime.timedelta(days=article % 3650),
            "record": record % person.name,
        }  # fmt: skip


def measured(name: str, questions: Sequence[Callable[[], object]]) -> Took:
    """Return what questions took, each asked once before it is measured."""
    walls, cpus = [], []
    for ask in questions:
        ask()
        wall, cpu = time.perf_counter(), time.process_time()
        ask()
        walls.append((time.perf_counter() - wall) * 1000)
        cpus.append((time.process_time() - cpu) * 1000)
    return Took(name, len(walls), statistics.median(walls), max(walls), statistics.median(cpus), max(cpus))


def questions_about(store: Store, actor_count: int) -> list[Callable[[], object]]:
    """Return what X said about Y, for those who spoke most and others, and words of three frequencies."""
    draw = random.Random(7)
    who = [*range(10), *(draw.randrange(10, actor_count) for _ in range(10))]
    words = [syllables(rank + 500) for rank in (3, 60, 2000)]
    return [
        functools.partial(store.find_statements, StatementQuery(actor=f"{number:016x}", words=word))
        for number in who
        for word in words
    ]


def page_questions(store: Store) -> list[Callable[[], object]]:
    """Return what the pages of the ten who spoke most ask."""
    asked: list[Callable[[], object]] = []
    for one in (f"{number:016x}" for number in range(10)):
        asked += [functools.partial(store.actors.actor, one), functools.partial(store.actors.saying, one)]
        asked += [functools.partial(store.actors.articles, one, limit=20)]
        asked += [functools.partial(store.find_statements, StatementQuery(actor=one))]
    return asked


def lookups(path: Path) -> list[Callable[[], object]]:
    """Return what articles of twelve names each ask of the record."""
    draw = random.Random(3)
    connections = Connections(path, mode="ro", busy_seconds=5)

    def ask(names: Sequence[str]) -> object:
        with connections.reading() as connection:
            return ActorsInRecord(connection).called(names, "Outlet 3")

    groups = [[actor_of(int(draw.random() ** 3 * 200_000)).name for _ in range(12)] for _ in range(20)]
    return [functools.partial(ask, names) for names in groups]


def main() -> int:
    """Make the record, ask, and print what it took."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--statements", type=int, default=1_000_000)
    parser.add_argument("--actors", type=int, default=200_000)
    parser.add_argument("--keep", type=Path, help="make the record here, or ask the one that is here")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.keep or Path(folder) / "desk.db"
        if not path.exists():
            make(path, given.statements, given.actors)
        print(f"\n{path.stat().st_size / 2**20:,.0f} MB", file=sys.stderr)
        opening = measured("open", [lambda: open_store(path, read_only=True).close()] * 5)
        with open_store(path, read_only=True) as store:
            said = questions_about(store, given.actors)
            took = [
                measured("said about, the ten who spoke most", said[:30]),
                measured("said about, ten others", said[30:]),
                measured("page", page_questions(store)),
                measured("lookup of twelve names", lookups(path)),
                opening,
            ]
    print("| question | asked | wall ms, median | slowest | CPU ms, median | slowest |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for row in took:
        wall = f"{row.wall_median:.1f} | {row.wall_slowest:.1f}"
        print(f"| {row.name} | {row.asked} | {wall} | {row.cpu_median:.1f} | {row.cpu_slowest:.1f} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
