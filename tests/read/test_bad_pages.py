"""Bad pages are refused with a reason or read as far as they go; nothing raises and nothing hangs."""

import datetime
import time
from collections.abc import Callable

import pytest

from fixtures.bad_pages import ENDURED, READ, REFUSED
from machine import slowness
from reportedly.read import page_text, read_page
from reportedly.records import Article, Page, Refusal

# Reading the worst of them takes under a second here; the bound leaves room for a slow machine.
MOST_SECONDS = 5.0
NOW = datetime.datetime(2024, 3, 1, tzinfo=datetime.UTC)


def page(body: bytes) -> Page:
    """Return bytes as a page."""
    return Page(body=body, fetched_at=NOW)


@pytest.mark.parametrize("make", REFUSED, ids=lambda make: make.__name__)
def test_a_page_without_an_article_is_refused_with_a_reason(make: Callable[[], bytes]) -> None:
    found = read_page(page(make()))
    assert isinstance(found, Refusal)
    assert found.reason
    assert found.words.endswith(".")


@pytest.mark.parametrize(("make", "words"), READ, ids=lambda value: getattr(value, "__name__", ""))
def test_wrong_encodings_and_cut_pages_keep_their_words(make: Callable[[], bytes], words: str) -> None:
    found = read_page(page(make()))
    assert isinstance(found, Article)
    assert any(words in span.of(found.text) for span in found.paragraphs)


@pytest.mark.parametrize("make", ENDURED, ids=lambda make: make.__name__)
def test_monstrous_pages_are_read_in_bounded_time(make: Callable[[], bytes]) -> None:
    started = time.process_time()
    read_page(page(make()))
    assert time.process_time() - started < MOST_SECONDS * slowness()


def test_a_refused_page_has_no_text() -> None:
    assert page_text(page(b"%PDF-1.7 ...")) == ""
