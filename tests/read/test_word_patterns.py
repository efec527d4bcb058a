"""Patterns around words: none is made before a text holds one of its words."""

import re

import pytest

from reportedly.read.word_patterns import WordPattern, either


def test_any_word_matches_and_the_longest_is_tried_first() -> None:
    assert re.fullmatch(either(["by", "by our"]), "by our")


def test_a_text_without_any_of_the_words_never_makes_the_pattern() -> None:
    unmade = WordPattern(["source"], "(an error once it is made")
    assert unmade.search("Nothing of the kind") is None
    assert unmade.match("") is None
    assert unmade.fullmatch("Sour ce") is None
    assert list(unmade.finditer("source: here", 7, 12)) == []
    with pytest.raises(re.error):
        unmade.search("Source: here")


@pytest.mark.parametrize(
    ("word", "text"),
    [("kaynak", "KAYNAK: X"), ("ilgili", "İLGİLİ: X"), ("yayın", "YAYIN: X"), ("πηγής", "ΠΗΓΉΣ: X")],
)
def test_words_are_found_in_whatever_case_the_pattern_matches_them(word: str, text: str) -> None:
    bare = re.compile(rf"{word}: X", re.IGNORECASE).search(text)
    found = WordPattern([word], rf"{word}: X").search(text)
    assert bare is not None
    assert found is not None
    assert found.span() == bare.span()


def test_places_between_two_others_stay_places_of_the_whole_text() -> None:
    found = WordPattern(["by"], r"by\s\w+").finditer("by Ana, by Ben, by Cem", 4, 15)
    assert [match.span() for match in found] == [(8, 14)]
