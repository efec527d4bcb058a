"""Tags that nest too deep for a parser are left out; all others stay as they are."""

import time

import pytest

from machine import slowness
from reportedly.read.nesting import without_deep_tags

FLAT = "<p>One</p>" * 3_000
MOST_SECONDS = 5.0  # a twentieth of it here; time that grows with the square would take minutes


def deep(levels: int) -> str:
    """Return a page with `levels` boxes in one another, and enough tags to be counted."""
    return FLAT + "<div>" * levels + "core" + "</div>" * levels


@pytest.mark.parametrize("html", [FLAT, deep(500), FLAT + "</div>" * 900 + "<div>x</div>", "<div>" * 900])
def test_a_page_that_nests_no_deeper_than_browsers_do_is_unchanged(html: str) -> None:
    assert without_deep_tags(html) == html


def test_deeper_tags_go_and_their_text_stays() -> None:
    html = without_deep_tags(deep(600))
    assert html.count("<div>") == html.count("</div>") == 512
    assert "core" in html
    assert html.startswith(FLAT)


def test_ends_without_a_beginning_do_not_hide_the_depth_behind_them() -> None:
    assert without_deep_tags("</div>" * 5_000 + deep(600)).count("<div>") == 512


def test_case_and_tags_that_end_themselves_make_no_depth() -> None:
    html = "<BR><Li><IMG src=x>" * 3_000
    assert without_deep_tags(html) == html


def test_fifty_thousand_levels_take_no_more_than_a_moment() -> None:
    started = time.process_time()
    without_deep_tags(deep(50_000))
    assert time.process_time() - started < MOST_SECONDS * slowness()
