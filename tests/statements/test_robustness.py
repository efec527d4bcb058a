"""Whatever the text, spans hold and time stays in proportion."""

import itertools
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from machine import slowness
from reportedly.language import load_language
from reportedly.statements import find_statements
from reportedly.text import paragraphs_of

_PIECES = st.sampled_from(
    [
        *"\"“”„«»‘’'「」,.:;!?—()",
        *("\n", "\n\n", " ", "said", "Korval", "that", "adding", "he", "according to", "the", "told", "to"),
        *("sagte", "dass", "гость", "گفت", "که", "\u200b", "\u200f", "😀", "Well.", "and", "as"),
    ]
)
# CPU seconds for a million characters; generous because test machines are shared. The densest text here has
# 75,000 reports in a million characters, and each of them is described too: that takes two thirds.
_SECONDS_A_MILLION = 30


def _check(text: str, code: str) -> None:
    found = find_statements(text, paragraphs_of(text), load_language(code))
    for each in found.statements:
        spans = [*each.content, *(span for span in (each.speaker, each.cue) if span)]
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert all(a.end <= b.start for a, b in itertools.pairwise(each.content))
        assert 0 <= each.confidence <= 1
    assert list(found.statements) == sorted(found.statements, key=lambda each: each.content)


@settings(deadline=None)
@given(st.lists(_PIECES, max_size=60), st.sampled_from(["en", "de", "fa", "ar", "ja", "xx"]))
def test_spans_are_in_range_ordered_and_not_empty(pieces: list[str], code: str) -> None:
    _check("".join(pieces), code)
    _check(" ".join(pieces), code)


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_without_an_error(text: str) -> None:
    _check(text, "en")


@settings(deadline=None)
@given(st.lists(_PIECES, max_size=40))
def test_reading_twice_gives_the_same(pieces: list[str]) -> None:
    text, english = " ".join(pieces), load_language("en")
    first = find_statements(text, paragraphs_of(text), english)
    assert find_statements(text, paragraphs_of(text), english) == first


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["Korval said that the well is dry. ", "he said that ", '" “ ', "word "])
def test_a_long_paragraph_takes_time_in_proportion(piece: str) -> None:
    text = piece * (250_000 // len(piece))
    begun = time.process_time()
    _check(text, "en")
    assert time.process_time() - begun < _SECONDS_A_MILLION / 4 * slowness()
