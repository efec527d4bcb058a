"""Pages come out of archives of every kind; what is broken or no page is told, and harm is refused."""

import collections
import gzip
import io
import zipfile
from pathlib import Path

import pytest

from reportedly.read import read_page
from reportedly.records import Article, Page, Passed, Unread
from reportedly.sources import open_archive
from reportedly.sources.fetching import MOST_BYTES
from reportedly.warc import WarcRecord, read_records, resource_record

from .handed import NOW
from .made_archives import PAGE, PLACE, given_as, mail, mailbox, wacz, warc

Split = tuple[list[Page], dict[str, int], list[Unread]]


def opened(folder: Path, name: str, body: bytes) -> Split:
    """Return the pages of an archive, how much was passed over for which reason, and what is broken."""
    found = open_archive(given_as(folder, name, body))
    assert found is not None
    each = list(found)
    return (
        [one for one in each if isinstance(one, Page)],
        dict(collections.Counter(one.reason for one in each if isinstance(one, Passed))),
        [one for one in each if isinstance(one, Unread)],
    )


@pytest.mark.parametrize("is_packed", [True, False])
def test_only_html_with_status_200_is_a_page_and_the_rest_is_counted(
    tmp_path: Path, *, is_packed: bool
) -> None:
    pages, passed, unread = opened(tmp_path, "a.warc.gz", warc(is_packed=is_packed))
    assert [page.url for page in pages] == [f"{PLACE}/a", f"{PLACE}/again", f"{PLACE}/b"]
    assert passed == {"record-warcinfo": 1, "status-404": 1, "not-html": 1, "record-request": 1}
    assert unread == []


@pytest.mark.parametrize("is_packed", [True, False])
def test_a_revisit_has_the_body_of_the_page_it_names(tmp_path: Path, *, is_packed: bool) -> None:
    pages, _, _ = opened(tmp_path, "a.warc", warc(is_packed=is_packed))
    assert pages[1].body == pages[0].body == PAGE


def test_a_revisit_of_another_archive_is_passed_over(tmp_path: Path) -> None:
    data = warc()
    places = [r for r in read_records(io.BytesIO(data)) if isinstance(r, WarcRecord)]
    revisit = next(r for r in places if r.kind == "revisit")
    pages, passed, _ = opened(tmp_path, "a.warc.gz", data[revisit.offset :][: revisit.length])
    assert (pages, passed) == ([], {"revisit-of-elsewhere": 1})


def test_what_crawlers_keep_beside_pages_is_passed_over(tmp_path: Path) -> None:
    notes = [
        resource_record("urn:text:https://tide.example/a", NOW, "text/plain", b"Ferry stays"),
        resource_record("metadata://tool/log", NOW, "text/html", b"<p>Log</p>"),
        resource_record("https://tide.example/film", NOW, "video/mp4", b"MP4"),
        resource_record("file:///desk/a.html", NOW, "text/html", b"<p>Ferry</p>"),
    ]
    pages, passed, unread = opened(tmp_path, "notes.warc.gz", b"".join(each.packed for each in notes))
    assert [page.url for page in pages] == ["file:///desk/a.html"]
    assert (passed, unread) == ({"record-resource": 3}, [])


def test_a_broken_record_is_named_and_only_it_is_lost(tmp_path: Path) -> None:
    data = bytearray(warc(with_revisit=False))
    first = next(
        r for r in read_records(io.BytesIO(data)) if isinstance(r, WarcRecord) and r.kind == "response"
    )
    data[first.offset + 60] ^= 0xFF
    pages, _, unread = opened(tmp_path, "a.warc.gz", bytes(data))
    assert [page.url for page in pages] == [f"{PLACE}/b"]
    assert len(unread) == 1
    assert f"at byte {first.offset}" in unread[0].where


def test_a_cut_file_gives_all_but_its_last_record(tmp_path: Path) -> None:
    pages, _, unread = opened(tmp_path, "a.warc.gz", warc()[:-20])
    assert [page.url for page in pages] == [f"{PLACE}/a", f"{PLACE}/again"]
    assert len(unread) == 1


def test_a_wacz_gives_the_pages_of_its_warc_files(tmp_path: Path) -> None:
    for packing in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        pages, _, unread = opened(tmp_path, "a.wacz", wacz(packing=packing))
        assert [page.url for page in pages] == [f"{PLACE}/a", f"{PLACE}/again", f"{PLACE}/b"]
        assert unread == []


@pytest.mark.parametrize(
    "name", ["../archive/x.warc.gz", "/etc/x.warc.gz", "archive/..\\..\\x.warc", "C:/x.warc"]
)
def test_a_wacz_whose_files_lead_out_of_it_is_refused(tmp_path: Path, name: str) -> None:
    pages, _, unread = opened(tmp_path, "a.wacz", wacz(name=name))
    assert pages == []
    assert "leads out of it" in unread[0].words


def test_a_zip_bomb_is_refused(tmp_path: Path) -> None:
    bomb = wacz(body=b"\0" * 5_000_000, packing=zipfile.ZIP_DEFLATED)
    _, _, unread = opened(tmp_path, "a.wacz", bomb)
    assert "grows" in unread[0].words


def test_a_torn_wacz_is_told(tmp_path: Path) -> None:
    _, _, unread = opened(tmp_path, "a.wacz", wacz()[:-30])
    assert "cannot be opened" in unread[0].words


def test_a_page_packed_to_harm_is_named(tmp_path: Path) -> None:
    body = gzip.compress(b"<p>" + b" " * 40 * 2**20)
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + body
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {PLACE}/bomb\r\n"
    head += f"Content-Length: {len(block)}\r\n\r\n"
    pages, _, unread = opened(tmp_path, "a.warc", head.encode() + block + b"\r\n\r\n")
    assert pages == []
    assert f"larger than {MOST_BYTES // 2**20} MB" in unread[0].words


def test_each_mail_of_a_mailbox_is_a_page_with_its_sender_and_date(tmp_path: Path) -> None:
    pages, passed, unread = opened(tmp_path, "news.mbox", mailbox(mail(1), mail(2), mail(3, html="")))
    assert [page.url for page in pages] == ["mid:1@tide.example", "mid:2@tide.example"]
    assert [page.body.strip() for page in pages] == [PAGE, PAGE]
    assert (passed, unread) == ({"no-html-part": 1}, [])
    assert pages[0].fetched_at.isoformat() == "2024-03-01T08:30:00+00:00"
    article = read_page(pages[0])
    assert isinstance(article, Article)
    assert article.outlet is not None
    assert (article.outlet.value, article.outlet.markup) == ("Tide News", "mail:From")
    assert article.published is not None
    assert article.published.value.isoformat() == "2024-03-01T09:30:00+01:00"


def test_one_mail_in_a_file_is_one_page(tmp_path: Path) -> None:
    pages, _, _ = opened(tmp_path, "a.eml", mail())
    assert [page.header("Subject") for page in pages] == ["The morning, number 1"]


def test_a_mail_too_large_is_named_and_the_next_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reportedly.sources.mail.MOST_MESSAGE_BYTES", 5000)
    big = mail(1, html="<p>" + "word " * 4000)
    pages, _, unread = opened(tmp_path, "news.mbox", mailbox(big, mail(2)))
    assert [page.url for page in pages] == ["mid:2@tide.example"]
    assert "larger than" in unread[0].words


def test_a_line_without_an_end_is_no_trouble(tmp_path: Path) -> None:
    pages, _, _ = opened(tmp_path, "news.mbox", mailbox(mail(1)) + b"x" * 3_000_000)
    assert len(pages) == 1


def test_a_saved_page_is_no_archive(tmp_path: Path) -> None:
    assert open_archive(given_as(tmp_path, "a.html", PAGE)) is None
