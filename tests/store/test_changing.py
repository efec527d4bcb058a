"""Versions of an address are compared as they come in, in whatever order they do."""

import datetime

import pytest

from reportedly.store import Store

from .made_up import NOON, article_of, page_of, reading_of, refused_reading

URL = "https://harbour.example/wall"
FIRST = "Wall to be raised\nThe wall will hold for sixty winters.\nThe quay stays open."


def keep(store: Store, text: str, hours: int) -> str:
    page = page_of(text, URL, fetched_at=NOON + datetime.timedelta(hours=hours))
    return store.keep(page, reading_of(article_of(page)), now=NOON).page_id


def test_a_further_version_is_compared_with_the_one_before(store: Store) -> None:
    first = keep(store, FIRST, 0)
    second = keep(store, FIRST.replace("sixty", "six"), 1)
    (kept,) = store.newest_changes()
    assert (kept.article_id, kept.previous_id) == (second, first)
    assert kept.change.is_silent
    assert (kept.change.words_cut, kept.change.words_added) == (1, 1)


def test_a_version_that_is_kept_late_stands_between_its_neighbours(store: Store) -> None:
    first = keep(store, FIRST, 0)
    third = keep(store, FIRST.replace("sixty", "six"), 2)
    second = keep(store, FIRST.replace("sixty", "sixteen"), 1)
    assert [(each.previous_id, each.article_id) for each in reversed(store.newest_changes())] == [
        (first, second),
        (second, third),
    ]


def test_a_version_without_an_article_is_passed_over(store: Store) -> None:
    first = keep(store, FIRST, 0)
    page = page_of("404", URL, fetched_at=NOON + datetime.timedelta(hours=1))
    store.keep(page, refused_reading(), now=NOON)
    third = keep(store, FIRST + "\nAnother line.", 2)
    (kept,) = store.newest_changes()
    assert (kept.previous_id, kept.article_id) == (first, third)


def test_a_version_that_turns_out_to_hold_no_article_leaves_its_neighbours_compared(store: Store) -> None:
    first = keep(store, FIRST, 0)
    page = page_of(FIRST.replace("sixty", "x"), URL, fetched_at=NOON + datetime.timedelta(hours=1))
    store.keep(page, reading_of(article_of(page)), now=NOON)
    third = keep(store, FIRST + "\nAnother line.", 2)
    store.keep(page, refused_reading("2"), now=NOON)
    (kept,) = store.newest_changes()
    assert (kept.previous_id, kept.article_id) == (first, third)


@pytest.mark.parametrize("silent_only", [True, False])
def test_silent_changes_are_asked_for_by_themselves(store: Store, *, silent_only: bool) -> None:
    keep(store, FIRST, 0)
    keep(store, FIRST + "\n", 1)  # other bytes, and the same words
    assert len(store.newest_changes(silent_only=silent_only)) == (not silent_only)
