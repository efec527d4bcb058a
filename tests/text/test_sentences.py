"""Sentences and words of a paragraph."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.records import Span
from reportedly.text import sentences_of, words_of


def _sentences(text: str, *abbreviations: str) -> list[str]:
    return [span.of(text) for span in sentences_of(text, Span(0, len(text)), frozenset(abbreviations))]


def test_a_full_stop_before_a_capital_ends_a_sentence() -> None:
    assert _sentences("The well is dry. Nobody came! Why?") == ["The well is dry.", "Nobody came!", "Why?"]


def test_an_abbreviation_and_an_initial_end_none() -> None:
    assert _sentences("Mr. Orlo met J. Tarn. He left.", "mr") == ["Mr. Orlo met J. Tarn.", "He left."]


def test_full_width_stops_need_no_space() -> None:
    assert _sentences("井干了。没人来。") == ["井干了。", "没人来。"]


def test_a_word_keeps_its_apostrophe_and_its_hyphen() -> None:
    text = "O’Tarn’s well-known mill."
    assert [word.lower for word in words_of(text, Span(0, len(text)))] == [
        "o'tarn's",
        "well-known",
        "mill",
        ".",
    ]


def test_a_persian_word_keeps_its_joiner() -> None:
    text = "او می‌گوید"
    assert [word.lower for word in words_of(text, Span(0, len(text)))] == ["او", "می‌گوید"]


@given(st.text())
def test_sentences_and_words_lose_nothing_but_space(text: str) -> None:
    whole = Span(0, len(text))
    bare = "".join(text.split())
    assert "".join("".join(span.of(text) for span in sentences_of(text, whole)).split()) == bare
    assert "".join("".join(text[w.start : w.end] for w in words_of(text, whole)).split()) == bare
