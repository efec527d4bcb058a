"""Feeds: files that must be read or refused without an exception, and how long 200 entries take."""

import datetime
import json
import random
import subprocess
import tempfile
import time
from pathlib import Path

from reportedly.records import Item, Page, Unread
from reportedly.sources import all_kinds, given_file, given_page, kind_of
from reportedly.sources.feeds import FEEDS

NOW = datetime.datetime(2024, 3, 4, tzinfo=datetime.UTC)
_PEER = Path(__file__).parent / "peers" / "parse_feeds.py"
_WORDS = "harbour council ferry night minister said market bridge vote river port storm".split()


def run(suite: Path | None, python: str | None) -> dict[str, float]:
    """Return what became of the suite's files, and CPU milliseconds for 200 entries, ours and the peers'."""
    figures = _suite(suite) if suite else {}
    with tempfile.TemporaryDirectory() as folder:
        for name, body in made_feeds().items():
            figures[f"{name}: KB"] = len(body) / 1000
            figures[f"{name}: Reportedly, ms"] = _milliseconds(body)
            path = Path(folder) / name
            path.write_bytes(body)
            for peer in ("feedparser", "fastfeedparser") if python else ():
                told = subprocess.run(
                    [python or "", str(_PEER), peer, str(path)], capture_output=True, text=True, check=True
                )
                figures[f"{name}: {peer}, ms"] = json.loads(told.stdout)
    return figures


def _suite(suite: Path) -> dict[str, float]:
    figures = dict.fromkeys(("files", "exceptions", "feeds", "refused", "items"), 0.0)
    for path in sorted(each for each in suite.rglob("*") if each.is_file()):
        figures["files"] += 1
        given = given_file(path, given_at=NOW)
        try:
            kind = kind_of(given)
            unfolded = [each for one in ([kind] if kind else all_kinds()) for each in one.unfold(given)]
        except Exception:  # noqa: BLE001  # what is counted here
            figures["exceptions"] += 1
            continue
        figures["feeds"] += kind in FEEDS
        figures["refused"] += any(isinstance(each, Unread) and "not read" in each.words for each in unfolded)
        figures["items"] += sum(isinstance(each, Item) for each in unfolded)
    return figures


def made_feeds() -> dict[str, bytes]:
    """Return feeds of 200 entries, with whole texts: RSS, Atom, RSS broken behind and before its items."""
    chance = random.Random(6)
    text = "".join(f"<p>{' '.join(chance.choices(_WORDS, k=60))}</p>" for _ in range(6))
    rss = "".join(
        f"<item><title>Story {n}</title><link>https://tide.example/{n}</link><guid>{n}</guid>"
        f"<pubDate>Mon, 04 Mar 2024 {n % 24:02}:00:00 +0100</pubDate><dc:creator>A</dc:creator>"
        f"<description><![CDATA[{text}]]></description></item>"
        for n in range(200)
    )
    atom = "".join(
        f"<entry><title>Story {n}</title><link href='https://tide.example/{n}'/><id>tag:{n}</id>"
        f"<updated>2024-03-04T{n % 24:02}:00:00Z</updated><content type='html'>"
        f"{text.replace('<', '&lt;')}</content></entry>"
        for n in range(200)
    )
    dc = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    sound = f'<rss version="2.0" {dc}><channel><title>Tide</title>{rss}</channel></rss>'
    return {
        "rss": sound.encode(),
        "atom": f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Tide</title>{atom}</feed>'.encode(),
        "broken rss": sound.replace("</channel>", "&nbsp;<b></channel>").encode(),
        "rss broken at its beginning": sound.replace("<item>", "&nbsp;<b><item>", 1).encode(),
    }


def _milliseconds(body: bytes) -> float:
    given = given_page(Page(body=body, url="https://tide.example/feed", fetched_at=NOW))
    kind = kind_of(given)
    if kind is None:
        raise ValueError("the made feed is told as none")
    took = []
    for _ in range(20):
        began = time.process_time()
        list(kind.unfold(given))
        took.append(time.process_time() - began)
    return sorted(took)[len(took) // 2] * 1000
