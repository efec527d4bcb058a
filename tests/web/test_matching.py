"""Finding the words searched for in what was found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.web.matching import matched


def hits(text: str, query: str) -> list[str]:
    return [part.text for part in matched(text, query) if part.is_match]


@given(text=st.text(max_size=60), query=st.text(max_size=12))
def test_the_stretches_joined_are_the_text(text: str, query: str) -> None:
    assert "".join(part.text for part in matched(text, query)) == text


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("The Pier moves", "pier", ["Pier"]),
        ("Café Söder", "cafe soder", ["Café", "Söder"]),
        ("Straße", "strasse", ["Straße"]),
        ("piers and a jumper", "pie* ump", ["pie"]),
        ("piers", "pie", []),
        ("港口将关闭", "关闭", ["关闭"]),
        ("pier", "pier pi*", ["pier"]),
        ("a (b", "(", []),
    ],
)
def test_words_are_found_in_any_case_and_accent(text: str, query: str, found: list[str]) -> None:
    assert hits(text, query) == found


def test_no_text_has_no_stretches() -> None:
    assert matched(None, "pier") == ()
