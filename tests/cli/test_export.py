"""Pages go out as a WARC file that other tools read with every digest right."""

import datetime
import io
from pathlib import Path

import msgspec
import pytest
from fastwarc.warc import ArchiveIterator as FastIterator
from typer.testing import CliRunner
from warcio.archiveiterator import ArchiveIterator

from reportedly.cli.app import app
from reportedly.desk import Desk
from reportedly.records import Page

from .moment import NOON, PAGE

RUN = CliRunner()
FIRST = Page(body=PAGE, url="https://tide.example/a", fetched_at=NOON, status=200, headers=(("X", "é"),))


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """Return a record with a page, a version of it, a copy elsewhere, a saved page and a pasted text."""
    path = tmp_path / "desk.db"
    later = NOON + datetime.timedelta(hours=1)
    with Desk(path) as desk:
        desk.read(FIRST)
        desk.read(msgspec.structs.replace(FIRST, body=PAGE + b"<!-- later -->", fetched_at=later))
        desk.read(msgspec.structs.replace(FIRST, url="https://isle.example/copy"))
        desk.read_bytes(PAGE + b"<!-- saved -->", url="https://tide.example/saved")
        desk.read_text("Harbour opens\n\nThe ferry sails on Monday, Mayor Ana Torv said in Lindholm.")
    return path


def responses(path: Path) -> dict[str, bytes]:
    """Return the bodies by address as warcio reads them, each digest checked by it and by FastWARC."""
    data = path.read_bytes()
    for fast in FastIterator(io.BytesIO(data), parse_http=False):
        assert fast.verify_block_digest()
    for fast in FastIterator(io.BytesIO(data), parse_http=True):
        assert fast.headers.get("WARC-Type") != "response" or fast.verify_payload_digest()
    found = {}
    for record in ArchiveIterator(io.BytesIO(data), check_digests="raise"):
        body = record.content_stream().read()
        if record.rec_type in ("response", "resource"):
            found[f"{record.rec_headers['WARC-Target-URI']} {record.rec_headers['WARC-Date'][:13]}"] = body
    return found


def test_all_pages_go_out_whole_and_are_read_by_other_tools(record: Path, tmp_path: Path) -> None:
    out = tmp_path / "all.warc.gz"
    done = RUN.invoke(app, ["export", "--warc", str(out), "--db", str(record)])
    assert (done.exit_code, done.stdout.split(": ")[1]) == (0, "5 pages.\n")
    found = responses(out)
    assert len(found) == 5
    assert found["https://isle.example/copy 2031-04-02T12"] == PAGE


def test_an_article_goes_out_with_all_its_versions(record: Path, tmp_path: Path) -> None:
    out = tmp_path / "one.warc.gz"
    with Desk(record) as desk:
        article_id = next(line.id for line in desk.articles() if line.url == FIRST.url)
    done = RUN.invoke(app, ["export", "--warc", str(out), "--article", article_id[:8], "--db", str(record)])
    assert done.exit_code == 0
    assert sorted(responses(out).values()) == [PAGE, PAGE + b"<!-- later -->"]


def test_articles_go_out_by_their_words(record: Path, tmp_path: Path) -> None:
    out = tmp_path / "words.warc.gz"
    RUN.invoke(app, ["export", "--warc", str(out), "--words", "harbour opens", "--db", str(record)])
    assert len(responses(out)) == 1


def test_what_went_out_comes_in_again_as_it_was(record: Path, tmp_path: Path) -> None:
    out = tmp_path / "all.warc.gz"
    with Desk(record) as desk:
        desk.archives.export(out)
        again = desk.archives.read(out)
    assert again is not None
    assert {each.reason: each.count for each in again.outcomes} == {"unchanged": 5}
    assert again.unread == ()


def test_another_record_takes_in_all_that_went_out(record: Path, tmp_path: Path) -> None:
    out = tmp_path / "all.warc.gz"
    with Desk(record) as desk, Desk(tmp_path / "other.db") as other:
        (tmp_path / "saved.html").write_bytes(PAGE + b"<!-- in a file -->")
        desk.read_file(tmp_path / "saved.html")
        desk.read_text("Harbour closes\n\nThe ferry rests.", url="https://tide.example/pasted")
        desk.archives.export(out)
        other.archives.read(out)
        assert sorted(map(_known, _pages(other))) == sorted(map(_known, _pages(desk)))


def _pages(desk: Desk) -> list[Page]:
    return [desk.page(page_id) for page_id in desk._store.page_ids()]


def _known(page: Page) -> tuple[str, bytes, bool, datetime.datetime]:
    return page.url or "", page.body, page.is_pasted, page.fetched_at


def test_a_file_that_is_there_is_never_written_over(record: Path, tmp_path: Path) -> None:
    out = tmp_path / "all.warc.gz"
    out.write_bytes(b"mine")
    done = RUN.invoke(app, ["export", "--warc", str(out), "--db", str(record)])
    assert done.exit_code == 2
    assert out.read_bytes() == b"mine"
