"""A reader killed at any moment of a read leaves a record that opens, holds and has nothing half-written."""

import multiprocessing
import random
import time
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from reportedly import Desk
from reportedly.samples import sample_pages

KILLS = 50
LONGEST_SECONDS = 0.15  # of reading before a kill: from none to a dozen pages


def read_until_killed(path: Path, first: int, telling: Connection) -> None:
    """Read one edition of the sample world after another; tell when the first is kept."""
    pages = [page for page in sample_pages() if not page.is_pasted]
    with Desk(path) as desk:
        for number in range(first, first + 10_000):
            page = pages[number % len(pages)]
            note = f"<p>Edition {number} of this page has one more paragraph than the one before.</p>"
            desk.read_bytes(page.body + note.encode(), url=f"{page.url}?{number}")
            if number == first:
                telling.send(number)


@pytest.mark.slow
@pytest.mark.timeout(300)  # fifty processes start one after the other, each with its models
def test_a_reader_killed_at_any_moment_leaves_a_whole_record_whose_evidence_holds(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload([__name__, "reportedly.store.migrating"])
    chance = random.Random(11)
    known: set[str] = set()
    for start in range(KILLS):
        listening, telling = processes.Pipe(duplex=False)
        reader = processes.Process(target=read_until_killed, args=(path, start * 10_000, telling))
        reader.start()
        telling.close()
        if start % 5:  # every fifth is killed while it opens the record, the others after the first page
            listening.recv()
        time.sleep(chance.uniform(0, LONGEST_SECONDS))
        reader.kill()
        reader.join()
        listening.close()
        with Desk(path) as desk:
            new = set(desk.article_ids()) - known
            assert [broken for article_id in new for broken in desk.broken_evidence(article_id)] == []
            assert all(desk.article(article_id).article.body for article_id in new)
            known |= new
    with Desk(path) as desk:
        assert list(desk.verify()) == []
        counts = desk.counts()
    assert counts.pages == counts.articles + counts.refused_pages
    assert len(known) >= KILLS / 2
