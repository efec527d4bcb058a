"""Words as numbers."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.text import run_codes, word_codes


def words(text: str) -> list[str]:
    found = word_codes(text)
    return [text[start:end] for start, end in zip(found.starts, found.ends, strict=True)]


def test_marks_and_space_part_words() -> None:
    assert words("The “Quay”, re-opened.") == ["The", "Quay", "re", "opened"]


def test_each_sign_of_a_script_without_spaces_is_a_word() -> None:
    assert words("建港 port") == ["建", "港", "port"]


def test_joiners_accents_and_case_make_no_difference() -> None:
    one, other = word_codes("École نوشته\u200cهای كتاب"), word_codes("ecole\u0301 نوشتههای کتاب")
    assert one.codes.tolist() == other.codes.tolist()


def test_an_empty_text_has_no_words() -> None:
    assert len(word_codes("")) == len(run_codes(word_codes("one two").codes, 3)) == 0


@given(st.text(max_size=80))
def test_every_word_is_a_stretch_of_the_text(text: str) -> None:
    found = word_codes(text)
    assert all(text[start:end].strip() for start, end in zip(found.starts, found.ends, strict=True))
    assert (found.starts[1:] >= found.ends[:-1]).all()


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_words_code_does_not_depend_on_where_it_stands(one: str, other: str) -> None:
    alone, behind = word_codes(other).codes, word_codes(f"{one} {other}").codes
    assert behind[len(behind) - len(alone) :].tolist() == alone.tolist()
