"""Pages fetched and kept, and fetched, read and kept, a CPU second; Scrapy and httpx fetch the same ones."""

import asyncio
import datetime
import json
import multiprocessing
import random
import subprocess
import sys
import tempfile
import time
from multiprocessing.connection import Connection
from pathlib import Path

from benchmarks.watch.desks import LOOPBACK, opened
from benchmarks.watch.reading import article_only
from press.loopback import Answer, Request, Servers
from press.outlets import page_html
from reportedly.flow.watch import Rooms, Watcher, WatchSettings
from reportedly.flow.watch.keeping_time import WallClock
from reportedly.records import Declared
from reportedly.sources.asking import first_watch
from reportedly.sources.identity import identity_of
from reportedly.sources.web_client import WebClient
from reportedly.store import Store

PAUSES = {16: 0.02, 500: 0.5}
"""Seconds between two requests to a host, by how many hosts there are: as many pages a second in all."""

_BEGIN = datetime.datetime(2024, 3, 4, tzinfo=datetime.UTC)
_PEERS = Path(__file__).parent / "peers"


def addresses(hosts: int, pages: int, port: int) -> list[list[str]]:
    """Return the pages of each host, every host an address of 127.0.0.0/8 of its own."""
    each = pages // hosts
    return [
        [f"http://127.0.{host // 200}.{host % 200 + 1}:{port}/{number}.html" for number in range(each)]
        for host in range(hosts)
    ]


def run(folder: Path, *, hosts: int, pages: int, page_bytes: int, peers: str | None) -> dict[str, float]:
    """Return pages a CPU second: ours kept, ours read and kept, and the peers' fetched to disk."""
    ours, theirs = multiprocessing.Pipe()
    server = multiprocessing.get_context("spawn").Process(
        target=_serve, args=(theirs, pages // hosts, page_bytes)
    )
    server.start()
    try:
        port = int(ours.recv())
        figures = {}
        for name, reads in (("kept", False), ("read and kept", True)):
            figures[f"{name}, pages a CPU s"] = asyncio.run(
                _watched(
                    folder,
                    hosts=hosts,
                    pages=(pages if not reads else pages // 4) // hosts * hosts,
                    port=port,
                    reads=reads,
                )
            )
        for peer in ("scrapy", "httpx") if peers else ():
            figures[f"{peer} to disk, pages a CPU s"] = _peer(peers or "", peer, hosts, pages, port)
    finally:
        server.terminate()
    return figures


def _serve(told: Connection, pages: int, page_bytes: int) -> None:
    asyncio.run(_served(told, pages, page_bytes))


async def _served(told: Connection, pages: int, page_bytes: int) -> None:
    bodies = [page_html(str(number), _BEGIN, page_bytes) for number in range(64)]
    html = (("Content-Type", "text/html; charset=utf-8"), ("ETag", '"1"'))

    def site(request: Request) -> Answer:
        if request.path == "/robots.txt":
            return Answer(404)
        if request.path.startswith("/feed"):
            wanted = int(request.path.partition("?")[2] or pages)
            links = "".join(f"<item><link>/{number}.html</link></item>" for number in range(wanted))
            return Answer(200, f"<rss><channel>{links}</channel></rss>".encode())
        name = f"{request.host}{request.path}".encode()
        return Answer(200, bodies[hash(request.path) % 64].replace(b"</h1>", b" " + name + b"</h1>"), html)

    async with Servers(site, lambda: _BEGIN) as servers:
        told.send(servers.port)
        while True:
            await asyncio.sleep(60)
            servers.log.clear()


async def _watched(folder: Path, *, hosts: int, pages: int, port: int, reads: bool) -> float:
    clock = WallClock()
    with opened(folder) as store:
        for number, some in enumerate(addresses(hosts, pages, port)):
            address = some[0].rpartition("/")[0] + f"/feed?{len(some)}"
            declared = Declared(name=f"h{number}", address=address, kind="rss", every_seconds=86_400.0)
            store.sources.add(declared, identity_of(address), first_watch(clock.now()), now=clock.now())
        settings = WatchSettings(pause_seconds=PAUSES[hosts], most_visits=hosts, write_answers=400)
        async with WebClient(clock=clock.now, allowed=LOOPBACK) as client:
            watcher = Watcher(
                store, client, clock=clock, chance=random.random, settings=settings,
                rooms=Rooms(read=article_only) if reads else None,
            )  # fmt: skip
            began = time.process_time()
            watching = asyncio.create_task(watcher.run())
            await _until_done(store, watcher, pages, reads=reads)
            spent = time.process_time() - began
            watcher.stop()
            await watching
        total = store.counts().articles if reads else store.counts().pages
    return total / spent


async def _until_done(store: Store, watcher: Watcher, pages: int, *, reads: bool) -> None:
    counted = "pages_read" if reads else "pages_kept"
    while watcher.tally.counts[counted] < pages:
        await asyncio.sleep(0.05)


def _peer(python: str, name: str, hosts: int, pages: int, port: int) -> float:
    """Return a peer's pages a CPU second, in a process of its own; imports and start not counted."""
    with tempfile.TemporaryDirectory() as folder:
        wanted = Path(folder) / "wanted.json"
        wanted.write_text(json.dumps(addresses(hosts, pages, port)))
        told = subprocess.run(
            [python, str(_PEERS / f"fetch_{name}.py"), str(wanted), folder, str(PAUSES[hosts])],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        return float(told.stdout.split()[-1])


if __name__ == "__main__":
    sys.exit("run `python -m benchmarks.watching throughput`")
