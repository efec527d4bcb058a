"""Every labelled page whole, cut at random places, and with one byte in a hundred changed.

    python -m benchmarks.robust [SET ...]

Prints, for each set, how many readings were made, the slowest in CPU seconds, and the most memory a
reading took as a multiple of its page's bytes (by tracemalloc, on every tenth page, for it is slow).
Exits with 1 at the first reading that raises.
"""

import datetime
import gzip
import json
import random
import sys
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

from reportedly.read import read_page
from reportedly.records import Page

PAGES = Path(__file__).parents[2] / "shared" / "data" / "pages"
SETS = ("agencies", "bodies", "articles", "dates", "dates_world")
CUTS = 20
CHANGED_SHARE = 0.01
NOW = datetime.datetime.now(datetime.UTC)


def bodies(name: str) -> Iterator[bytes]:
    """Yield the bytes of a set's pages."""
    with gzip.open(PAGES / f"{name}.jsonl.gz", "rt", encoding="utf8") as lines:
        for line in lines:
            yield json.loads(line)["html"].encode("utf-8", "surrogatepass")


def damaged(body: bytes, chance: random.Random) -> Iterator[bytes]:
    """Yield a page cut at random places, and once with some of its bytes changed."""
    for _ in range(CUTS):
        yield body[: chance.randrange(1, max(2, len(body)))]
    changed = bytearray(body)
    for _ in range(int(len(body) * CHANGED_SHARE)):
        changed[chance.randrange(len(body))] = chance.randrange(256)
    yield bytes(changed)


def seconds(body: bytes) -> float:
    """Return the CPU seconds that reading some bytes takes."""
    started = time.process_time()
    read_page(Page(body=body, fetched_at=NOW, url="https://ledger.example/2024/03/a"))
    return time.process_time() - started


def memory(body: bytes) -> float:
    """Return the most memory that reading takes, as a multiple of the bytes."""
    tracemalloc.start()
    seconds(body)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / max(1, len(body))


def main(names: list[str]) -> int:
    """Read all pages of the sets, whole and damaged."""
    if not PAGES.is_dir():
        print("../shared is not here; there are no pages to read", file=sys.stderr)
        return 2
    chance = random.Random(5)
    for name in names or SETS:
        count, slowest, most = 0, 0.0, 0.0
        for number, body in enumerate(bodies(name)):
            for version in (body, *damaged(body, chance)):
                slowest = max(slowest, seconds(version))
                count += 1
            if number % 10 == 0 and len(body) > 10_000:
                most = max(most, memory(body))
        print(
            f"{name}: {count} readings, slowest {slowest:.2f} s, most memory {most:.1f} x bytes", flush=True
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
