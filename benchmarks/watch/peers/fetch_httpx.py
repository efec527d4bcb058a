"""httpx fetches pages to disk, one connection a host and a pause between: prints pages a CPU second."""

import asyncio
import json
import sys
import time
from pathlib import Path

import httpx


async def one_host(client: httpx.AsyncClient, pages: list[str], folder: Path, pause: float) -> int:
    """Fetch the pages of one host, one after the other."""
    for page in pages:
        answer = await _had(client, page)
        (folder / page.replace("/", "_")).write_bytes(answer.content)
        await asyncio.sleep(pause)
    return len(pages)


async def _had(client: httpx.AsyncClient, page: str) -> httpx.Response:
    """Return a page; with 500 connections opened in one moment one of them is now and then reset."""
    try:
        return await client.get(page)
    except httpx.TransportError:
        return await client.get(page)


async def main() -> None:
    """Fetch all hosts side by side."""
    hosts, folder, pause = json.loads(Path(sys.argv[1]).read_text()), Path(sys.argv[2]), float(sys.argv[3])
    began = time.process_time()
    limits = httpx.Limits(max_connections=None, max_keepalive_connections=None)
    async with httpx.AsyncClient(limits=limits, timeout=60) as client:
        counts = await asyncio.gather(*(one_host(client, pages, folder, pause) for pages in hosts))
    print(sum(counts) / (time.process_time() - began))


asyncio.run(main())
