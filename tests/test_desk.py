"""The desk: a page goes in, and who said what comes out with its evidence."""

import contextlib
import datetime
import sqlite3
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly import Desk
from reportedly.records import GonePage, Page
from reportedly.store import StatementQuery

NOW = datetime.datetime(2024, 3, 1, tzinfo=datetime.UTC)
TEXT = 'Night ferry stays\n\n"The ferry sails every night," Mayor Ana Torv said on Monday in the old harbour.'


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Return an empty desk whose clock stands still and whose web is one page."""

    def fetch(url: str, *, fetched_at: datetime.datetime) -> Page:
        return Page(body=TEXT.encode(), url=url, fetched_at=fetched_at, status=200)

    with Desk(tmp_path / "desk.db", clock=lambda: NOW, fetch=fetch) as opened:
        yield opened


def test_a_text_becomes_an_article_with_its_statement(desk: Desk) -> None:
    kept = desk.read_text(TEXT)
    assert kept.article_id is not None
    article = desk.article(kept.article_id)
    (statement,) = article.statements
    assert statement.statement.words(article.article.text) == "The ferry sails every night,"
    assert statement.naming is not None
    assert statement.naming.name == "Ana Torv"


def test_reading_the_same_page_again_changes_nothing(desk: Desk) -> None:
    first = desk.read_url("https://ledger.example/a")
    again = desk.read_url("https://ledger.example/a")
    assert (first.outcome, again.outcome) == ("new", "unchanged")
    assert desk.counts().articles == 1


def test_a_page_that_a_person_finds_gone_is_a_removal_and_its_return_is_noted(tmp_path: Path) -> None:
    gone = [False, True, True, False]

    def fetch(url: str, *, fetched_at: datetime.datetime) -> Page:
        if gone.pop(0):
            raise GonePage("There is nothing.", next_step="Check it.", about=url, status=410)
        return Page(body=TEXT.encode(), url=url, fetched_at=fetched_at, status=200)

    url = "https://ledger.example/a"
    with Desk(tmp_path / "desk.db", clock=lambda: NOW, fetch=fetch) as desk:
        article_id = desk.read_url(url).article_id or ""
        for _ in range(2):
            with pytest.raises(GonePage):
                desk.read_url(url)
        assert [(each.status, each.returned_at) for each in desk.history.of(article_id).removals] == [
            (410, None)
        ]
        desk.read_url(url)
        assert desk.history.of(article_id).removed is None


def test_nothing_is_removed_where_nothing_was_kept(tmp_path: Path) -> None:
    def fetch(url: str, *, fetched_at: datetime.datetime) -> Page:
        raise GonePage("There is nothing.", next_step="Check it.", about=url)

    with Desk(tmp_path / "desk.db", clock=lambda: NOW, fetch=fetch) as desk:
        with pytest.raises(GonePage):
            desk.read_url("https://ledger.example/a")
        assert desk.sources.removals_of("https://ledger.example/a") == ()


def test_a_changed_page_is_kept_beside_the_one_before(desk: Desk) -> None:
    first = desk.read_bytes(TEXT.encode(), url="https://ledger.example/a")
    second = desk.read_bytes(TEXT.replace("every", "each").encode(), url="https://ledger.example/a")
    assert (second.outcome, second.previous_id) == ("changed", first.page_id)
    assert [facts.id for facts in desk.versions(second.page_id)] == [first.page_id, second.page_id]


def test_the_bytes_come_back_as_they_were(desk: Desk) -> None:
    body = TEXT.encode() + b"\xff\x00\r\n"
    assert desk.page(desk.read_bytes(body, url="https://ledger.example/a").page_id).body == body


def test_a_page_without_an_article_is_kept_with_the_reason(desk: Desk) -> None:
    kept = desk.read_bytes(b"%PDF-1.7")
    assert kept.outcome == "refused"
    (facts,) = desk.refused_pages()
    assert facts.refusal is not None
    assert facts.refusal.reason == "not-text"


def test_a_statement_is_found_by_its_words_and_its_speaker(desk: Desk) -> None:
    desk.read_text(TEXT)
    assert desk.find_statements(StatementQuery(words="ferry", speaker="torv")).total == 1
    assert desk.find_statements(StatementQuery(words="tram")).total == 0


def test_all_evidence_holds_in_a_sound_record(desk: Desk) -> None:
    desk.read_text(TEXT)
    desk.read_bytes(f"<html lang=en><h1>Night ferry</h1><p>{TEXT * 3}</p></html>".encode())
    assert list(desk.verify()) == []


def test_changing_a_byte_of_a_kept_page_shows_as_broken_evidence(desk: Desk, tmp_path: Path) -> None:
    kept = desk.read_text(TEXT)
    assert kept.article_id is not None
    forge(tmp_path / "desk.db", TEXT.replace("every", "seven"))
    broken = desk.broken_evidence(kept.article_id)
    assert {"content", "body"} <= {b.evidence.role for b in broken}
    assert any(b.found == "The ferry sails seven night," for b in broken)


def test_a_changed_byte_outside_every_span_shows_too(desk: Desk, tmp_path: Path) -> None:
    kept = desk.read_text(TEXT)
    assert kept.article_id is not None
    forge(tmp_path / "desk.db", TEXT + "\n")
    assert [b.evidence.record for b in desk.broken_evidence(kept.article_id)] == ["page"]


def test_kept_bytes_that_cannot_be_read_show_as_broken(desk: Desk, tmp_path: Path) -> None:
    desk.read_text(TEXT)
    with contextlib.closing(sqlite3.connect(tmp_path / "desk.db")) as connection, connection:
        connection.execute("update bodies set packed = x'00'")
    assert [b.evidence.role for b in desk.verify()] == ["sha256"]


def forge(path: Path, text: str) -> None:
    """Put other bytes into a record behind its back, as a forger or a failing disk would."""
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("update bodies set packed = ?", (zlib.compress(text.encode()),))
