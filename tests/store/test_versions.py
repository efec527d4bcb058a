"""Earlier versions of an address step back in lists: a page is one line, and what it says counts once."""

import datetime

import pytest

from reportedly.store import StatementQuery, Store

from .made_up import NOON, article_of, page_of, reading_of, refused_reading, said

URL = "https://harbour.example/wall"
FIRST = "Wall to be raised\nThe wall will hold for sixty winters.\nThe quay stays open."
SECOND = FIRST.replace("sixty", "six")
HOLD, OPEN = "The wall will hold for sixty winters.", "The quay stays open."
HOLD_LATER = "The wall will hold for six winters."


def keep(store: Store, text: str, hours: int, *words: str, url: str = URL) -> str:
    page = page_of(text, url, fetched_at=NOON + datetime.timedelta(hours=hours))
    statements = tuple(said(text, each) for each in words)
    return store.keep(page, reading_of(article_of(page), statements), now=NOON).page_id


@pytest.fixture
def edited(store: Store) -> tuple[Store, str, str]:
    first = keep(store, FIRST, 0, HOLD, OPEN)
    return store, first, keep(store, SECOND, 1, HOLD_LATER, OPEN)


def test_a_page_is_one_line_however_many_versions_it_has(edited: tuple[Store, str, str]) -> None:
    store, _, second = edited
    (line,) = store.articles(limit=9)
    assert (line.id, line.version_count, line.is_newest) == (second, 2, True)
    assert store.counts().articles == 1


def test_what_both_versions_say_is_found_once_and_what_was_changed_in_both_forms(
    edited: tuple[Store, str, str],
) -> None:
    store, first, second = edited
    lines = store.find_statements(StatementQuery()).lines
    assert {(line.words, line.article_id, line.dropped_in) for line in lines} == {
        (HOLD, first, second),
        (HOLD_LATER, second, None),
        (OPEN, second, None),
    }
    assert store.counts().statements == 3


def test_words_find_the_newest_version_that_says_them(edited: tuple[Store, str, str]) -> None:
    store, _, second = edited
    found = store.find_statements(StatementQuery(words="quay"))
    assert [line.article_id for line in found.lines] == [second]
    assert found.total == 1


def test_an_earlier_version_keeps_all_that_it_says(edited: tuple[Store, str, str]) -> None:
    store, first, _ = edited
    kept = store.article(first)
    assert [each.statement.words(kept.article.text) for each in kept.statements] == [HOLD, OPEN]


def test_an_article_is_found_by_words_that_its_newest_version_lost(edited: tuple[Store, str, str]) -> None:
    store, first, second = edited
    assert [line.id for line in store.search_articles("sixty").lines] == [first]
    assert [line.id for line in store.search_articles("quay").lines] == [second]


def test_a_statement_that_a_version_in_between_dropped_counts_where_it_came_back(store: Store) -> None:
    first = keep(store, FIRST, 0, OPEN)
    third = keep(store, FIRST + "\nMore.", 2, OPEN)
    assert [line.article_id for line in store.find_statements(StatementQuery()).lines] == [third]
    keep(store, SECOND, 1, HOLD_LATER)
    found = store.find_statements(StatementQuery(words="quay")).lines
    assert {line.article_id for line in found} == {first, third}


def test_a_newest_version_that_turns_out_to_be_no_article_gives_its_place_back(store: Store) -> None:
    first = keep(store, FIRST, 0, OPEN)
    page = page_of(SECOND, URL, fetched_at=NOON + datetime.timedelta(hours=1))
    store.keep(page, reading_of(article_of(page), (said(SECOND, OPEN),)), now=NOON)
    store.keep(page, refused_reading("2"), now=NOON)
    assert [line.id for line in store.articles(limit=9)] == [first]
    assert [line.article_id for line in store.find_statements(StatementQuery(words="quay")).lines] == [first]


def test_another_address_with_the_same_words_is_an_article_of_its_own(store: Store) -> None:
    keep(store, FIRST, 0, OPEN)
    keep(store, FIRST, 1, OPEN, url="https://isle.example/wall")
    assert store.counts().articles == 2
    assert store.find_statements(StatementQuery(words="quay")).total == 2
