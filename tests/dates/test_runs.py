"""Which rows of words are read at all: none that holds an expression of time is passed over."""

import functools

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.dates.lexicon import Lexicon, lexicon_of
from reportedly.dates.lookup import Signs
from reportedly.dates.matching import Match, find_matches
from reportedly.dates.runs import read_runs
from reportedly.dates.tokens import read_tokens
from reportedly.language import load_language
from reportedly.records import Span

_LANGUAGES = ("en", "es", "fr", "de", "ru", "ar", "fa")
_OTHERS = [
    "Lindmark",
    "5",
    "12",
    "2023",
    "'23",
    "1990s",
    "5.12.2023",
    "2023-12-05",
    ",",
    ".",
    "of",
    "the",
    "in",
]


def _without_passing_over(lexicon: Lexicon) -> Lexicon:
    """Return a lexicon that has every word read that it knows."""
    every = frozenset(cls for entry in lexicon.entries.values() for cls in entry)
    names = frozenset(lexicon.entries)
    return msgspec.structs.replace(lexicon, signs=Signs(lexicon.looked_up, every, every, names))


@functools.cache
def _words(language: str) -> list[str]:
    return [*_OTHERS, *(word.capitalize() for word in lexicon_of(load_language(language)).entries)]


def _matches(text: str, lexicon: Lexicon) -> list[Match]:
    return list(find_matches(text, read_tokens(text, Span(0, len(text)), lexicon), lexicon))


@pytest.mark.parametrize("language", _LANGUAGES)
def test_no_expression_is_passed_over(language: str) -> None:
    lexicon = lexicon_of(load_language(language))
    all_read = _without_passing_over(lexicon)

    @settings(max_examples=150, deadline=None)
    @given(st.lists(st.sampled_from(_words(language)), max_size=12))
    def finds_the_same(words: list[str]) -> None:
        text = " ".join(words)
        assert _matches(text, lexicon) == _matches(text, all_read)

    finds_the_same()


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("The mayor of the town spoke to the press.", []),
        ("The mayor spoke on Monday in the town.", ["on", "Monday", "in", "the"]),
        ("It was nineteen eighty-four, the mayor said.", ["nineteen", "eighty", "four", ",", "the"]),
    ],
)
def test_only_rows_of_known_words_with_a_telling_one_are_read(text: str, read: list[str]) -> None:
    words, _ = read_runs(text, Span(0, len(text)), lexicon_of(load_language("en")))
    assert [text[word.start : word.end] for word in words] == read


def test_three_figures_in_a_row_can_be_a_date() -> None:
    lexicon = lexicon_of(load_language("en"))
    for text, has_date in (("On 5.12.2023 it rained.", True), ("On 5 December 2023 it rained.", False)):
        assert read_runs(text, Span(0, len(text)), lexicon)[1] is has_date
