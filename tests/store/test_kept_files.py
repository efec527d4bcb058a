"""What was fetched is kept in WARC files beside the record, whole or not at all."""

import contextlib
import sqlite3
from pathlib import Path

import msgspec
import pytest
from warcio.archiveiterator import ArchiveIterator

from reportedly.records import Page, StoreDamaged, StoreFull
from reportedly.store import Store, open_store
from reportedly.store.kept_files import KeptFiles
from reportedly.store.pages import keep_page

from .made_up import HARBOUR, LATER, NOON, harbour_page, page_of, refused_reading

FILE = "desk.db-warc/pages-00001.warc.gz"


def keep(store: Store, *pages: Page) -> None:
    for page in pages:
        store.keep(page, refused_reading(), now=NOON)


def kinds(path: Path) -> list[str]:
    """Return the types of a file's records as warcio reads them, with every digest checked."""
    with path.open("rb") as stream:
        found = []
        for record in ArchiveIterator(stream, check_digests="raise"):
            record.content_stream().read()
            found.append(str(record.rec_type))
    return found


def test_a_fetched_page_comes_back_out_of_the_file_beside_the_record(store: Store, record_path: Path) -> None:
    keep(store, harbour_page())
    with contextlib.closing(sqlite3.connect(record_path)) as connection:
        assert connection.execute("select length(packed), warc_file from bodies").fetchall() == [(0, 1)]
    assert store.page(next(store.page_ids())) == harbour_page()
    assert kinds(record_path.parent / FILE) == ["warcinfo", "response"]


def test_a_saved_or_pasted_page_stays_inside_the_record(store: Store, record_path: Path) -> None:
    pasted = Page(body=b"words", fetched_at=NOON, is_pasted=True)
    keep(store, pasted)
    assert store.page(next(store.page_ids())) == pasted
    assert not (record_path.parent / FILE).exists()


def test_the_same_bytes_from_another_address_are_a_revisit(store: Store, record_path: Path) -> None:
    other = page_of(HARBOUR, "https://isle.example/copy", fetched_at=LATER)
    keep(store, harbour_page(), other)
    assert [store.page(page_id) for page_id in store.page_ids()] == [harbour_page(), other]
    assert kinds(record_path.parent / FILE) == ["warcinfo", "response", "revisit"]


def test_what_was_sent_to_get_a_page_is_kept_beside_it(store: Store, record_path: Path) -> None:
    sent = (("", "GET /wall HTTP/1.1"), ("Host", "harbour.example"))
    keep(store, msgspec.structs.replace(harbour_page(), request=sent))
    assert kinds(record_path.parent / FILE) == ["warcinfo", "response", "request"]
    assert b"harbour.example" not in (record_path.parent / FILE).read_bytes()[:20]


def test_pages_that_an_older_version_kept_inside_are_still_read(store: Store, record_path: Path) -> None:
    inside = msgspec.structs.replace(harbour_page(), status=None)
    keep(store, inside)
    other = page_of(HARBOUR, "https://isle.example/copy")
    keep(store, other)
    assert [store.page(page_id) for page_id in store.page_ids()] == [inside, other]
    assert kinds(record_path.parent / FILE) == ["warcinfo", "response"]


def test_a_torn_tail_is_cut_off_by_the_next_writer(record_path: Path) -> None:
    with open_store(record_path) as store:
        keep(store, harbour_page())
    file = record_path.parent / FILE
    whole = file.read_bytes()
    file.write_bytes(whole + whole[40:300])  # killed in the middle of an append
    with open_store(record_path) as store:
        keep(store, page_of("Other words", "https://isle.example/other"))
        assert [store.page(page_id).body for page_id in store.page_ids()] == [
            HARBOUR.encode(),
            b"Other words",
        ]
    assert file.read_bytes().startswith(whole)
    assert kinds(file) == ["warcinfo", "response", "response"]


def keep_and_fail(store: Store) -> None:
    other = page_of("Words that fail", "https://isle.example/fails")
    with store._connections.writing() as connection:
        keep_page(connection, other, page_id="0" * 16, kept_at=NOON)
        raise RuntimeError


def test_what_fails_leaves_the_file_as_it_was(store: Store, record_path: Path) -> None:
    keep(store, harbour_page())
    before = (record_path.parent / FILE).read_bytes()
    with pytest.raises(RuntimeError):
        keep_and_fail(store)
    assert (record_path.parent / FILE).read_bytes() == before
    keep(store, page_of("Other words", "https://isle.example/other"))
    assert kinds(record_path.parent / FILE) == ["warcinfo", "response", "response"]


def test_a_file_that_lost_bytes_is_left_alone_and_a_further_one_begun(record_path: Path) -> None:
    with open_store(record_path) as store:
        keep(store, harbour_page())
    file = record_path.parent / FILE
    file.write_bytes(file.read_bytes()[:-10])
    with open_store(record_path) as store:
        keep(store, page_of("Other words", "https://isle.example/other"))
        first, second = store.page_ids()
        assert store.page(second).body == b"Other words"
        with pytest.raises(StoreDamaged, match="breaks off"):
            store.page(first)
    assert (record_path.parent / "desk.db-warc/pages-00002.warc.gz").exists()


def test_every_garbled_byte_of_a_kept_record_is_named_by_its_page(store: Store, record_path: Path) -> None:
    other = page_of(HARBOUR, "https://isle.example/copy")
    keep(store, harbour_page(), other)
    assert list(store.broken_records()) == []
    file = record_path.parent / FILE
    whole = bytearray(file.read_bytes())
    whole[-9] ^= 1  # in the revisit, which no article is read from
    file.write_bytes(whole)
    (broken,) = store.broken_records()
    assert broken.evidence.role == "warc"
    assert broken.evidence.record_id == list(store.page_ids())[1]


def test_a_missing_folder_is_told_with_the_next_step(record_path: Path) -> None:
    with open_store(record_path) as store:
        keep(store, harbour_page())
        (record_path.parent / FILE).unlink()
        with pytest.raises(StoreDamaged, match=r"desk\.db-warc back"):
            store.page(next(store.page_ids()))


def test_a_further_file_is_begun_once_one_is_large(store: Store, record_path: Path) -> None:
    store._connections.files = KeptFiles(record_path, largest=900)
    pages = [page_of(f"{HARBOUR} {n}", f"https://isle.example/{n}") for n in range(4)]
    keep(store, *pages)
    files = sorted((record_path.parent / "desk.db-warc").iterdir())
    assert len(files) > 1
    assert all(kinds(file)[0] == "warcinfo" for file in files)
    assert [store.page(page_id) for page_id in store.page_ids()] == pages


def test_a_full_disk_is_told_and_the_file_is_as_it_was(
    store: Store, record_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(store, harbour_page())
    before = (record_path.parent / FILE).read_bytes()

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("reportedly.store.kept_files.os.fsync", full)
        with pytest.raises(StoreFull):
            keep(store, page_of("Other words", "https://isle.example/other"))
    assert (record_path.parent / FILE).read_bytes() == before
    assert store.counts().pages == 1
