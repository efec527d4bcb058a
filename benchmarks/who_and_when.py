"""How much CPU the rooms `actors` and `dates` take an article, and an expression of time.

    python -m benchmarks.who_and_when [--rounds N] [--record FILE]

PolNeAR's 84 articles with their annotated statements, so that finding statements is no part of it: namings,
whom the people are (against an empty record and the knowledge base in the package), the days of all
expressions and the day of each statement. Each part is timed over all articles, the best of the rounds.
`--record` takes a record that `benchmarks.actors_record --keep` made: each article's people are then found
out beside it too, the first time and at best, in the mean and at most.
"""

import argparse
import datetime
import functools
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.predict.rows import Row, read_rows
from reportedly.actors import known_actors, name_mentions, resolve_people
from reportedly.actors.base import shipped_base, shipped_dictionary, shipped_places
from reportedly.actors.desk_actors import NobodyKnown
from reportedly.dates import find_moments
from reportedly.flow import days_said
from reportedly.language import load_language
from reportedly.records import Article, Field, Span, Statement, Timestamp
from reportedly.store import ActorsInRecord
from reportedly.store.connecting import Connections
from reportedly.text import paragraphs_of

_TEXTS = Path(__file__).parents[2] / "shared" / "data" / "quotes" / "polnear_dev.jsonl.gz"
_ENGLISH = load_language("en")
_MS = 1000


def statements_of(row: Row) -> tuple[Statement, ...]:
    """Return the annotated statements of an article, each with its first speaker and cue."""
    return tuple(
        Statement(
            content=tuple(Span(*place) for place in quote["content"]),
            kind="indirect",
            speaker=Span(*quote["source"][0]) if quote["source"] else None,
            cue=Span(*quote["cue"][0]) if quote["cue"] else None,
        )
        for quote in row["quotes"]
        if quote["content"]
    )


def article_of(row: Row) -> Article:
    """Return an article of one text that was published on the day of its row."""
    day = datetime.date.fromisoformat(row["date"][:10])
    return Article(
        page_sha256="0" * 64,
        text=row["text"],
        language=Field(value="en", markup="given"),
        published=Field(value=Timestamp(date=day), markup="given"),
        body=tuple(paragraphs_of(row["text"])),
    )


def timed(work: Callable[[], object], rounds: int) -> float:
    """Return the CPU milliseconds of the quickest of some rounds."""
    spent = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        spent.append((time.process_time() - start) * _MS)
    return min(spent)


def measure(rounds: int) -> Iterator[str]:
    """Yield lines with the CPU milliseconds of each part."""
    opened = [(base.__name__, timed(base, 1)) for base in (shipped_base, shipped_dictionary, shipped_places)]
    for name, once in opened:
        yield f"{name}: {once:.1f} ms, once"
    yield f"the base opened: {sum(once for _, once in opened):.1f} ms"
    rows = list(read_rows(_TEXTS))
    given = [(article_of(row), statements_of(row)) for row in rows]
    known, nobody = known_actors(), NobodyKnown()
    named = [name_mentions(article, statements, _ENGLISH) for article, statements in given]
    parts: dict[str, Callable[[], object]] = {
        "actors, namings": lambda: [name_mentions(a, s, _ENGLISH) for a, s in given],
        "actors, who they are": lambda: [
            resolve_people(a, s, n, _ENGLISH, nobody, known) for (a, s), n in zip(given, named, strict=True)
        ],
        "dates, expressions": lambda: [_moments(a) for a, _ in given],
        "dates, expressions and said on": lambda: [days_said(a, s) for a, s in given],
    }
    spent = {name: timed(work, rounds) / len(given) for name, work in parts.items()}
    for name, each in spent.items():
        yield f"{name}: {each:.2f} ms an article"
    both = sum(each for name, each in spent.items() if name != "dates, expressions")
    yield f"both rooms: {both:.2f} ms an article ({len(given)} articles, the best of {rounds} rounds)"
    count = sum(_moments(article) for article, _ in given)
    each = spent["dates, expressions"] * len(given) / count
    yield f"an expression of time: {each:.3f} ms ({count} of them)"


def beside(path: Path, rounds: int) -> Iterator[str]:
    """Yield lines with the CPU milliseconds of finding out who an article's people are, beside a record."""
    given = [(article_of(row), statements_of(row)) for row in read_rows(_TEXTS)]
    named = [(a, s, name_mentions(a, s, _ENGLISH)) for a, s in given]
    known, connections = known_actors(), Connections(path, mode="ro", busy_seconds=5)
    with connections.reading() as connection:
        desk = ActorsInRecord(connection)
        taken = [
            [timed(functools.partial(resolve_people, *one, _ENGLISH, desk, known), 1) for one in named]
            for _ in range(rounds)
        ]
    connections.close()
    best = [min(each) for each in zip(*taken, strict=True)]
    for name, spent in (("the first time", taken[0]), ("at best", best)):
        mean, most = statistics.mean(spent), max(spent)
        yield f"who they are beside {path.name}, {name}: mean {mean:.1f}, at most {most:.1f} ms"


def _moments(article: Article) -> int:
    day = article.published.value.date if article.published else None
    return len(find_moments(article.text, article.body, _ENGLISH, day).moments)


def main(arguments: list[str]) -> int:
    """Print the figures; return the exit status."""
    parser = argparse.ArgumentParser(description="CPU of the rooms actors and dates.")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--record", type=Path, default=None)
    options = parser.parse_args(arguments)
    if not _TEXTS.is_file():
        print("The labelled data in ../shared is missing.", file=sys.stderr)
        return 2
    for line in measure(options.rounds):
        print(line)
    for line in beside(options.record, options.rounds) if options.record else ():
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
