"""What becomes of a page handed to the record."""

import datetime
import sqlite3
from pathlib import Path

import msgspec
import pytest

from reportedly.records import BadRequest, Field, Span
from reportedly.store import StatementQuery, Store

from .made_up import (
    HARBOUR,
    LATER,
    NOON,
    article_of,
    harbour_page,
    harbour_reading,
    he_naming,
    maker,
    page_of,
    passed_on,
    place,
    quay_statement,
    reading_of,
    refused_reading,
    said,
    wall_naming,
    wall_statement,
)


def dump(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()


def test_a_page_seen_for_the_first_time_is_new(store: Store) -> None:
    kept = store.keep(harbour_page(), harbour_reading(), now=NOON)
    assert (kept.outcome, kept.statement_count, kept.previous_id) == ("new", 2, None)
    assert kept.article_id == kept.page_id


def test_the_same_page_again_changes_no_row(store: Store, record_path: Path) -> None:
    store.keep(harbour_page(), harbour_reading(), now=NOON)
    before = dump(record_path)
    kept = store.keep(harbour_page(), harbour_reading(), now=LATER)
    assert kept.outcome == "unchanged"
    assert dump(record_path) == before


def test_a_refused_page_read_again_changes_no_row(store: Store, record_path: Path) -> None:
    store.keep(harbour_page(), refused_reading(), now=NOON)
    before = dump(record_path)
    kept = store.keep(harbour_page(), refused_reading(), now=LATER)
    assert (kept.outcome, kept.refusal) == ("unchanged", refused_reading().refusal)
    assert dump(record_path) == before


def test_other_bytes_from_the_same_address_are_a_changed_page(store: Store) -> None:
    first = store.keep(harbour_page(), harbour_reading(), now=NOON)
    page = page_of(HARBOUR + "\nCorrected.", fetched_at=LATER)
    second = store.keep(page, harbour_reading(page), now=LATER)
    assert (second.outcome, second.previous_id) == ("changed", first.page_id)
    assert store.page_facts(first.page_id).next_id == second.page_id


def test_the_same_bytes_from_two_addresses_are_two_pages_of_one_body(store: Store, record_path: Path) -> None:
    store.keep(harbour_page("https://a.example/1"), harbour_reading(), now=NOON)
    kept = store.keep(harbour_page("https://b.example/1"), harbour_reading(), now=NOON)
    assert kept.outcome == "new"
    assert store.counts().pages == 2
    assert sum('INSERT INTO "bodies"' in line for line in dump(record_path)) == 1


def test_pasted_text_has_no_versions(store: Store) -> None:
    store.keep(harbour_page(None), harbour_reading(), now=NOON)
    other = page_of(HARBOUR + "!", None, LATER)
    kept = store.keep(other, harbour_reading(other), now=LATER)
    assert (kept.outcome, kept.previous_id) == ("new", None)
    assert len(store.versions(kept.page_id)) == 1


def test_a_page_without_an_article_is_kept_with_the_reason(store: Store) -> None:
    kept = store.keep(harbour_page(), refused_reading(), now=NOON)
    assert (kept.outcome, kept.article_id, kept.refusal) == ("refused", None, refused_reading().refusal)
    assert store.page(kept.page_id) == harbour_page()
    assert store.counts().refused_pages == 1


def test_a_statement_found_again_keeps_its_name_and_its_date(store: Store) -> None:
    store.keep(harbour_page(), harbour_reading(), now=NOON)
    before = store.article(harbour_kept_id(store)).statements
    kept = store.keep(harbour_page(), harbour_reading(statements_version="2"), now=LATER)
    after = store.article(kept.page_id).statements
    assert kept.outcome == "unchanged"
    assert [(one.id, one.made_at) for one in after] == [(one.id, one.made_at) for one in before]
    assert after[0].maker == maker("statements", "2")


def harbour_kept_id(store: Store) -> str:
    return next(store.article_ids())


def test_a_statement_found_no_more_is_withdrawn_and_still_there(store: Store) -> None:
    kept = store.keep(harbour_page(), harbour_reading(), now=NOON)
    fewer = reading_of(article_of(harbour_page()), (wall_statement(),), statements_version="2")
    store.keep(harbour_page(), fewer, now=LATER)
    gone = quay_statement().identifier(harbour_page().sha256)
    assert store.statement(gone).withdrawn_at == LATER
    assert store.statement(gone).maker == maker("statements", "1")
    assert gone not in {one.id for one in store.article(kept.page_id).statements}
    assert store.find_statements(StatementQuery(words="quay")).total == 0
    assert gone not in {one.record_id for one in store.evidence(kept.page_id)}


def test_a_withdrawn_statement_found_again_stands_again(store: Store) -> None:
    store.keep(harbour_page(), harbour_reading(), now=NOON)
    fewer = reading_of(article_of(harbour_page()), (wall_statement(),), statements_version="2")
    store.keep(harbour_page(), fewer, now=LATER)
    store.keep(harbour_page(), harbour_reading(statements_version="3"), now=LATER)
    statement = store.statement(quay_statement().identifier(harbour_page().sha256))
    assert (statement.withdrawn_at, statement.made_at) == (None, NOON)


def test_new_namings_name_the_speakers_of_statements_that_stay(store: Store) -> None:
    kept = store.keep(harbour_page(), harbour_reading(), now=NOON)
    renamed = msgspec.structs.replace(he_naming(), name="Odo Brannt")
    reading = msgspec.structs.replace(harbour_reading(named="2"), namings=(wall_naming(), renamed))
    store.keep(harbour_page(), reading, now=LATER)
    assert store.article(kept.page_id).namings == (wall_naming(), renamed)
    found = store.find_statements(StatementQuery(speaker="odo brannt"))
    assert [line.words for line in found.lines] == ["the quay stays open"]
    assert store.article(kept.page_id).statements[1].maker == maker("statements", "1")


def test_a_new_reader_that_reads_the_same_leaves_the_statements_alone(store: Store) -> None:
    kept = store.keep(harbour_page(), harbour_reading(), now=NOON)
    again = msgspec.structs.replace(harbour_reading(), read_by=maker("read", "2"), statements=())
    store.keep(harbour_page(), again, now=LATER)
    assert len(store.article(kept.page_id).statements) == 2


def test_a_new_reader_that_reads_another_article_replaces_what_stood_on_it(store: Store) -> None:
    kept = store.keep(harbour_page(), harbour_reading(), now=NOON)
    article = article_of(harbour_page(), headline="Wall raised")
    store.keep(harbour_page(), reading_of(article, (wall_statement(),), read="2"), now=LATER)
    now = store.article(kept.page_id)
    assert now.article == article
    assert [one.statement for one in now.statements] == [wall_statement()]


def test_a_reader_that_no_longer_finds_an_article_withdraws_what_stood_on_it(store: Store) -> None:
    kept = store.keep(harbour_page(), harbour_reading(), now=NOON)
    again = store.keep(harbour_page(), refused_reading(read="2"), now=LATER)
    assert (again.outcome, again.article_id, again.statement_count) == ("unchanged", None, 0)
    assert store.articles() == ()
    assert store.article(kept.page_id).page.refusal == refused_reading().refusal
    assert store.search_articles("harbour").total == 0


def test_a_page_once_refused_gives_its_article_to_a_better_reader(store: Store) -> None:
    store.keep(harbour_page(), refused_reading(), now=NOON)
    reading = msgspec.structs.replace(harbour_reading(), read_by=maker("read", "2"))
    kept = store.keep(harbour_page(), reading, now=LATER)
    assert (kept.article_id, kept.statement_count, kept.refusal) == (kept.page_id, 2, None)
    assert store.counts().refused_pages == 0


def test_two_findings_of_the_same_words_are_one_statement(store: Store) -> None:
    twice = (wall_statement(), said(HARBOUR, "The wall will hold for sixty winters,", "He"))
    kept = store.keep(harbour_page(), reading_of(article_of(harbour_page()), twice), now=NOON)
    assert [one.statement for one in store.article(kept.page_id).statements] == [wall_statement()]


def test_a_copy_fetched_earlier_but_kept_later_goes_before(store: Store) -> None:
    kept = store.keep(harbour_page(), harbour_reading(), now=NOON)
    earlier = page_of(HARBOUR + "\nDraft.", fetched_at=NOON - datetime.timedelta(days=1))
    first = store.keep(earlier, harbour_reading(earlier), now=LATER)
    assert [one.id for one in store.versions(kept.page_id)] == [first.page_id, kept.page_id]
    assert store.page_facts(kept.page_id).previous_id == first.page_id


def test_half_a_character_is_refused_and_nothing_is_kept(store: Store) -> None:
    broken = msgspec.structs.replace(
        article_of(harbour_page()), headline=Field(value="Wall \ud83d", span=Span(0, 4))
    )
    with pytest.raises(BadRequest, match="half a character"):
        store.keep(harbour_page(), reading_of(broken), now=NOON)
    assert store.counts().pages == 0


def test_a_failure_midway_leaves_the_record_as_it_was(store: Store, record_path: Path) -> None:
    before = dump(record_path)
    broken = msgspec.structs.replace(wall_naming(), reason="\udc00")
    with pytest.raises(BadRequest):
        store.keep(harbour_page(), reading_of(article_of(harbour_page()), (), (broken,)), now=NOON)
    assert dump(record_path) == before


def test_the_words_of_a_statement_are_evidence_with_their_place(store: Store) -> None:
    kept = store.keep(harbour_page(), harbour_reading(), now=NOON)
    found = {(one.record, one.role): one for one in store.evidence(kept.page_id)}
    assert found["statement", "cue"].words == "added"
    assert found["naming", "named_at"].span == place(HARBOUR, "Íñigo Vérbol-Kant")
    assert all(one.words == one.span.of(HARBOUR) for one in found.values())


def test_every_span_of_a_statement_is_evidence(store: Store) -> None:
    text, statement = passed_on()
    page = page_of(text)
    kept = store.keep(page, reading_of(article_of(page), (statement,)), now=NOON)
    found = [(one.role, one.words) for one in store.evidence(kept.page_id) if one.record == "statement"]
    assert found == [
        ("content", "it may close"),
        ("speaker", "Ana Torv"),
        ("cue", "tell"),
        ("addressee", "the council"),
        ("about", "about the quay"),
        ("on_behalf_of", "the port"),
        ("relay_source", "The Isle Press"),
        ("relay_cue", "reported"),
        ("relay_source", "Tide News"),
        ("relay_cue", "citing"),
        ("negation", "did not"),
        ("hedge", "may"),
        ("summarises", "Quay closed"),
    ]


def test_a_statement_comes_back_as_it_was_kept(store: Store) -> None:
    text, statement = passed_on()
    page = page_of(text)
    store.keep(page, reading_of(article_of(page), (statement,)), now=NOON)
    assert store.statement(statement.identifier(page.sha256)).statement == statement
