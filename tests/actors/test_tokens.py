"""The words of an article and what is known of each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.actors.tokens import Token, between, fold, read_tokens, shouted_sentences
from reportedly.language import load_language
from reportedly.records import Article, Span


def _tokens(text: str) -> tuple[Token, ...]:
    article = Article(page_sha256="0" * 64, text=text, body=(Span(0, len(text)),))
    return read_tokens(article, load_language("en").titles)


def _quoted(text: str) -> list[str]:
    return [token.low for token in _tokens(text) if token.quoted]


@pytest.mark.parametrize("marks", ['""', "“”", '"”', "«»", "„“", "‘’"])
def test_words_between_marks_of_any_kind_are_quoted(marks: str) -> None:
    assert _quoted(f"He: {marks[0]}no way{marks[1]} said") == ["no", "way"]


def test_an_apostrophe_opens_no_quotation() -> None:
    assert _quoted("The dockers' boats and Torv’s house") == []


def test_an_abbreviated_title_ends_no_sentence() -> None:
    assert {token.sentence for token in _tokens("Then Gen. Torv and J. Lund left")} == {0}


def test_a_full_stop_before_a_capital_ends_a_sentence() -> None:
    assert [token.sentence for token in _tokens("Torv left. Lund stayed.")] == [0, 0, 1, 1]


def test_a_possessive_ending_is_no_part_of_the_word() -> None:
    assert [(t.low, t.possessive) for t in _tokens("Torv’s men")] == [("torv", True), ("men", False)]


def test_a_paragraph_given_twice_is_read_once() -> None:
    article = Article(page_sha256="0" * 64, text="Torv left", body=(Span(0, 9), Span(0, 4)))
    assert len(read_tokens(article, load_language("en").titles)) == 2


def test_the_tokens_of_a_span_are_those_that_begin_in_it() -> None:
    assert list(between(_tokens("Ana Torv left"), Span(4, 8))) == [1]


def test_a_first_paragraph_set_like_a_headline_is_told_by_its_capitals() -> None:
    assert shouted_sentences(_tokens("Prime Minister Torv Rejects Harbour Plan After Long Debate"), None)


def test_a_first_paragraph_of_running_text_is_no_headline() -> None:
    assert not shouted_sentences(_tokens("Prime Minister Ana Torv met President Per Lund in Port Selm"), None)


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing_more(word: str) -> None:
    assert fold(fold(word)) == fold(word)
