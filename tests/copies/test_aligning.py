"""Which words two texts share, exactly."""

from hypothesis import given, settings
from hypothesis import strategies as st

from copies.made_reports import ORCHARD, WALL, lines
from reportedly.copies.aligning import align
from reportedly.text import word_codes

WORDS = st.lists(st.sampled_from("pier wall stone boat tram lake frost pear tree fire".split()), max_size=60)


@settings(deadline=None)  # the first example loads numpy
@given(WORDS, WORDS)
def test_shared_passages_are_equal_words_and_no_word_is_taken_twice(one: list[str], other: list[str]) -> None:
    blocks = align(word_codes(" ".join(one)).codes, word_codes(" ".join(other)).codes)
    here = [i + n for block in blocks for i, _, length in block.runs for n in range(length)]
    there = [j + n for block in blocks for _, j, length in block.runs for n in range(length)]
    assert [one[i] for i in here] == [other[j] for j in there]
    assert len(set(here)) == len(here)
    assert len(set(there)) == len(there)


def test_a_moved_paragraph_is_found_where_it_went() -> None:
    moved = lines(WALL, 4, 8) + "\n" + lines(WALL, 0, 4)
    blocks = align(word_codes(moved).codes, word_codes(WALL).codes)
    assert [block.there for block in blocks] == [
        len(word_codes(lines(WALL, 0, 4)).codes),
        0,
    ]


def test_a_changed_word_leaves_one_passage_with_two_runs() -> None:
    (block,) = align(word_codes(WALL.replace("merchants", "brewers")).codes, word_codes(WALL).codes)
    assert len(block.runs) == 2
    assert not block.is_equal


def test_unlike_texts_share_nothing() -> None:
    assert align(word_codes(WALL).codes, word_codes(ORCHARD).codes) == ()
