"""What became of every stretch of an origin in its copy."""

from hypothesis import given
from hypothesis import strategies as st

from copies.made_reports import ORCHARD, WALL, lines, report
from reportedly.copies import passages_between
from reportedly.records import Passage

WORDS = st.lists(st.sampled_from("pier wall stone boat tram lake frost pear tree fire".split()), max_size=60)


def told(copy: str, origin: str) -> list[tuple[str, str, str]]:
    """Return each passage as its handling, its words in the copy and those in the origin."""
    found = passages_between(report("b", copy), report("a", origin))
    return [
        (p.handling, p.here.of(copy) if p.here else "", p.there.of(origin) if p.there else "") for p in found
    ]


def test_a_copy_word_for_word_is_one_kept_passage() -> None:
    ((handling, here, there),) = told(WALL, WALL)
    assert handling == "kept"
    assert here == there == WALL.rstrip(".")


def test_a_word_in_the_place_of_another_is_reworded() -> None:
    changes = [each for each in told(WALL.replace("merchants", "brewers"), WALL) if each[0] != "kept"]
    assert changes == [("reworded", "brewers", "merchants")]


def test_a_sentence_that_is_gone_was_cut() -> None:
    copy = lines(WALL, 0, 4) + "\n" + lines(WALL, 5, 12)
    changes = [each for each in told(copy, WALL) if each[0] != "kept"]
    assert changes == [("cut", "", lines(WALL, 4, 5).rstrip("."))]


def test_a_sentence_that_was_not_there_was_added() -> None:
    copy = lines(WALL, 0, 4) + "\n" + lines(ORCHARD, 0, 1) + "\n" + lines(WALL, 4, 12)
    changes = [each for each in told(copy, WALL) if each[0] != "kept"]
    assert changes == [("added", lines(ORCHARD, 0, 1).rstrip("."), "")]


def test_sentences_in_another_order_were_moved_and_not_cut() -> None:
    copy = lines(WALL, 0, 3) + "\n" + lines(WALL, 4, 12) + "\n" + lines(WALL, 3, 4)
    changes = [each for each in told(copy, WALL) if each[0] != "kept"]
    assert changes == [("moved", lines(WALL, 3, 4).rstrip("."), lines(WALL, 3, 4).rstrip("."))]


def test_what_stands_in_one_place_and_shares_no_words_was_cut_and_added() -> None:
    copy = lines(WALL, 0, 4) + "\n" + lines(ORCHARD, 5, 6) + "\n" + lines(WALL, 5, 12)
    handlings = [each[0] for each in told(copy, WALL)]
    assert handlings == ["kept", "cut", "added", "kept"]


def _covered(passages: tuple[Passage, ...], side: str) -> list[int]:
    spans = [getattr(passage, side) for passage in passages]
    return sorted(at for span in spans if span for at in range(span.start, span.end))


@given(WORDS, WORDS)
def test_every_word_of_both_stands_in_one_passage(one: list[str], other: list[str]) -> None:
    copy, origin = " ".join(one), " ".join(other)
    found = passages_between(report("b", copy), report("a", origin))
    for text, side in ((copy, "here"), (origin, "there")):
        covered = _covered(found, side)
        assert len(covered) == len(set(covered))
        assert {at for at, sign in enumerate(text) if sign != " "} <= set(covered)
