"""Paragraphs of running text."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from reportedly.text import paragraphs_of


def test_every_line_that_is_not_blank_is_a_paragraph() -> None:
    text = "First one.\n\n  Second one.  \r\nThird one."
    assert [span.of(text) for span in paragraphs_of(text)] == ["First one.", "Second one.", "Third one."]


def test_blank_text_has_no_paragraphs() -> None:
    assert paragraphs_of(" \n\t\n ") == ()


@given(st.text())
def test_paragraphs_hold_all_words_in_order_and_no_edge_space(text: str) -> None:
    spans = paragraphs_of(text)
    assert all(span.of(text).strip() == span.of(text) != "" for span in spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert "".join("".join(span.of(text) for span in spans).split()) == "".join(text.split())
