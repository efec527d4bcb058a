"""Pages from files, folders and pasted text."""

import datetime
from pathlib import Path

import pytest

from reportedly.records import UnreachablePage
from reportedly.sources import files_in, page_of_file, page_of_text

NOW = datetime.datetime(2024, 3, 1, tzinfo=datetime.UTC)


def test_a_saved_page_is_its_bytes_under_its_own_address(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(b"<p>\r\nHarbour\xff</p>")
    page = page_of_file(path, fetched_at=NOW)
    assert page.body == b"<p>\r\nHarbour\xff</p>"
    assert page.url == path.resolve().as_uri()


def test_a_saved_page_can_be_told_its_address(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(b"<p>Harbour</p>")
    assert (
        page_of_file(path, fetched_at=NOW, url="https://ledger.example/a").url == "https://ledger.example/a"
    )


def test_a_missing_file_is_told_with_the_next_step(tmp_path: Path) -> None:
    with pytest.raises(UnreachablePage, match="Check the path"):
        page_of_file(tmp_path / "none.html", fetched_at=NOW)


def test_a_folder_is_not_a_page(tmp_path: Path) -> None:
    with pytest.raises(UnreachablePage, match="is a folder"):
        page_of_file(tmp_path, fetched_at=NOW)


def test_pasted_text_keeps_its_line_ends() -> None:
    page = page_of_text("One\r\nTwo", fetched_at=NOW)
    assert (page.body, page.is_pasted, page.url) == (b"One\r\nTwo", True, None)


def test_only_pages_of_a_folder_are_taken_in_order(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    for name in ("b.html", "a.txt", "picture.png", "deep/c.HTM"):
        (tmp_path / name).write_text("x")
    assert [p.name for p in files_in(tmp_path)] == ["a.txt", "b.html", "c.HTM"]
