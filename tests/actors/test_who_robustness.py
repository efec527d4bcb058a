"""Any words may be asked about."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from reportedly.actors import country_in, country_of_actor, who

WORDS = st.sampled_from(
    "the former US vice-president of Cuba, Iran's King Charles III 'Ali Хаменеи خامنه‌ای к ẞ ﷺ - ’s (".split(
        " "
    )
)
DAYS = st.dates(datetime.date(1800, 1, 1), datetime.date(9998, 12, 31))
LANGUAGES = st.sampled_from(("en", "de", "es", "fr", "ru", "fa", "zh", "und"))


@given(st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=9).map(" ".join)), DAYS, LANGUAGES)
def test_every_question_has_an_answer_with_a_reason(words: str, day: datetime.date, language: str) -> None:
    answer = who(words, day, language)
    assert answer.reason
    assert answer.unsure or answer.candidates
    assert all(0 < candidate.confidence <= 1 for candidate in answer.candidates)


@given(st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=9).map(" ".join)), LANGUAGES)
def test_the_part_that_names_a_country_stands_in_the_words(words: str, language: str) -> None:
    if found := country_in(words, language):
        assert all(piece in words for piece in found[1].split())
        assert country_of_actor(words, language) == found[0]
