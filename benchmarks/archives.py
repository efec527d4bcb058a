"""How fast archives are read and pages kept: `PYTHONPATH=src python -m benchmarks.archives`.

One WARC file is made of the labelled pages in ../shared/data (each under several addresses), packed
record by record, and read by Reportedly, by FastWARC and by warcio in one run: every answer with its
head parsed and its body in hand. Then pages are kept, 200 a transaction, as they come from the network
(WARC beside the record) and as saved files (inside the record), and each page once is walked through `read`,
by a process that has read a hundred pages of another set before: an archive has thousands.
All figures are CPU seconds of this process (`time.process_time`): the best of three, for reading and
verifying of one.
"""

import datetime
import gzip
import json
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec
from fastwarc.warc import ArchiveIterator as FastIterator
from warcio.archiveiterator import ArchiveIterator as SlowIterator

from benchmarks.asking import ROOT
from reportedly.read import read_page
from reportedly.records import Page
from reportedly.sources import given_file, open_archive
from reportedly.store import Store, open_store
from reportedly.store.pages import keep_page, page_identifier
from reportedly.warc import info_record, response_record

PAGES = ROOT.parent / "shared" / "data" / "pages"
RECORDS = 600
ROUND = 200
WARMED_BY, WARM = "articles", 100
NOW = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
HTML = (("Content-Type", "text/html; charset=utf-8"),)
RESULTS = Path(__file__).with_name("results") / "archives.json"


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """What one run gave for one set of pages; rates are a CPU second."""

    pages_of: str
    mean_kilobytes: float
    packed_kilobytes: float
    records_reportedly: float
    records_fastwarc: float
    records_warcio: float
    read_pages: float
    keep_warc_ms: float
    keep_inside_ms: float
    verify_pages: float


def measure(name: str) -> Figures:
    """Return the figures for one set of pages."""
    bodies = _bodies(name)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pages.warc.gz"
        _write(path, bodies)
        pages = list(_pages(path))
        kept = max(_keep(Path(folder), pages, status=200) for _ in range(3))
        inside = max(_keep(Path(folder), pages, status=None) for _ in range(3))
        return Figures(
            pages_of=name,
            mean_kilobytes=sum(map(len, bodies)) / len(bodies) / 1024,
            packed_kilobytes=path.stat().st_size / len(pages) / 1024,
            records_reportedly=_rate(lambda: sum(len(page.body) for page in _pages(path)), RECORDS),
            records_fastwarc=_rate(lambda: _fast(path), RECORDS),
            records_warcio=_rate(lambda: _slow(path), RECORDS),
            read_pages=_read(path, len(bodies)),
            keep_warc_ms=1000 / kept,
            keep_inside_ms=1000 / inside,
            verify_pages=_verify(Path(folder), pages),
        )


def _read(path: Path, count: int) -> float:
    """Return how many pages are read a CPU second, each page once, in a process that has read others."""
    for body in _bodies(WARMED_BY)[:WARM]:
        read_page(Page(body=body, url="https://warm.example/", fetched_at=NOW))
    return _rate(lambda: [read_page(page) for page in _pages(path, count)], count, times=1)


def _bodies(name: str) -> list[bytes]:
    with gzip.open(PAGES / f"{name}.jsonl.gz", "rt", encoding="utf8") as lines:
        return [json.loads(line)["html"].encode("utf-8", "replace") for line in lines]


def _write(path: Path, bodies: Sequence[bytes]) -> None:
    with path.open("wb") as out:
        out.write(info_record(path.name, "benchmark", NOW).packed)
        for number in range(RECORDS):
            address = f"https://host{number % 97}.example/{number}"
            body = bodies[number % len(bodies)]
            marked = body + f"<!-- {number} -->".encode()
            out.write(response_record(address, NOW, 200, HTML, marked).packed)


def _pages(path: Path, most: int = RECORDS) -> Any:  # noqa: ANN401 - a generator of pages
    found = open_archive(given_file(path, given_at=NOW)) or iter(())
    count = 0
    for each in found:
        if isinstance(each, Page):
            yield each
            count += 1
            if count == most:
                return


def _fast(path: Path) -> int:
    size = 0
    for record in FastIterator(str(path), parse_http=True):
        if record.headers.get("WARC-Type") == "response" and record.http_headers.status_code == 200:
            size += len(record.reader.read())
    return size


def _slow(path: Path) -> int:
    size = 0
    with path.open("rb") as stream:
        for record in SlowIterator(stream):
            if record.rec_type == "response" and record.http_headers.get_statuscode() == "200":
                size += len(record.content_stream().read())
    return size


def _keep(folder: Path, pages: Sequence[Page], *, status: int | None) -> float:
    """Return how many pages are kept a CPU second; to make the record is not counted."""
    with tempfile.TemporaryDirectory(dir=folder) as inner, open_store(Path(inner) / "desk.db") as store:
        return _rate(lambda: _fill(store, pages, status), len(pages), times=1)


def _fill(store: Store, pages: Sequence[Page], status: int | None) -> None:
    for start in range(0, len(pages), ROUND):
        with store._connections.writing() as connection:  # noqa: SLF001 - what the watcher's round opens
            for page in pages[start : start + ROUND]:
                sent = msgspec.structs.replace(page, status=status)
                page_id = page_identifier(sent.sha256, sent.url)
                keep_page(connection, sent, page_id=page_id, kept_at=NOW)


def _verify(folder: Path, pages: Sequence[Page]) -> float:
    with open_store(folder / "verified.db") as store:
        _fill(store, pages, 200)
        return _rate(lambda: list(store.broken_records()), len(pages), times=1)


def _rate(work: Callable[[], object], count: int, times: int = 3) -> float:
    best = float("inf")
    for _ in range(times):
        began = time.process_time()
        work()
        best = min(best, time.process_time() - began)
    return count / best


def main() -> None:
    """Measure, print, and write what was measured."""
    figures = [measure(name) for name in ("agencies", "bodies")]
    RESULTS.write_bytes(msgspec.json.format(msgspec.json.encode(figures), indent=1) + b"\n")
    for each in figures:
        for name, value in msgspec.structs.asdict(each).items():
            print(f"{name:20} {value:.2f}" if isinstance(value, float) else f"{name:20} {value}")


if __name__ == "__main__":
    main()
