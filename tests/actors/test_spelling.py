"""Names as they sound."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.actors.spelling import consonants_of, keys_of, sound_of, words_of_name


def test_transliterations_of_one_name_sound_alike() -> None:
    assert len({sound_of(word) for word in ("ruhani", "rouhani", "rohani", "рухани")}) == 1
    assert len({sound_of(word) for word in ("zelensky", "zelenskyy", "zelenskiy", "зеленскии")}) == 1


def test_vowels_that_differ_leave_the_consonants_alike() -> None:
    assert len({consonants_of(word) for word in ("muhammad", "mohamed", "محمد")}) == 1


def test_short_names_keep_their_vowels() -> None:
    assert len({sound_of(word) for word in ("la", "li", "lu")}) == 3


def test_apostrophes_join_and_hyphens_part() -> None:
    assert words_of_name("Ali Khamene’i Díaz-Canel") == ("ali", "khamenei", "diaz", "canel")


def test_letters_of_other_languages_in_arabic_script_are_passed_over() -> None:
    assert consonants_of("ٹن") == consonants_of("ن") == "n"


@given(st.text(max_size=40))
def test_any_text_has_keys(text: str) -> None:
    assert keys_of(text) == keys_of(text)
