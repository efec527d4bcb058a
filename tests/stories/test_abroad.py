"""Stories of two languages: brought together by likely pairs, and kept apart where a person ruled so."""

import random
from collections.abc import Sequence

import numpy as np
import pytest

from reportedly.records import StoryLink
from reportedly.stories import Bounds, Told, joined_abroad, link_abroad


def told(name: str, meanings: Sequence[int], *figures: str) -> Told:
    vectors = np.eye(16, dtype=np.float32)[list(meanings)] if meanings else np.zeros((0, 16), np.float32)
    return Told(id=name, vectors=vectors, figures=frozenset(figures))


def pair(one: str, other: str, likely: float) -> StoryLink:
    return StoryLink(one=min(one, other), other=max(one, other), likely=likely)


def test_reports_that_say_the_same_with_the_same_figures_are_linked_and_strangers_are_not() -> None:
    report = told("b", [1, 2, 3, 4], "214", "31")
    others = [told("a", [1, 2, 3, 5], "214", "31"), told("c", [7, 8, 9, 1], "12")]
    (link,) = link_abroad(report, others)
    assert (link.one, link.other) == ("a", "b")
    assert link.likely > 0.9


def test_a_report_without_sentences_is_linked_with_nobody() -> None:
    assert link_abroad(told("a", []), [told("b", [1])]) == ()


def test_stories_join_by_a_likely_pair() -> None:
    stories = [("a1", "a2", "a3"), ("b1",), ("c1",)]
    links = [pair("a2", "b1", 0.9), pair("b1", "c1", 0.4)]
    assert joined_abroad(stories, links, Bounds()) == (("a1", "a2", "a3", "b1"), ("c1",))


def test_large_stories_do_not_join_by_one_pair_of_many() -> None:
    stories = [("a1", "a2", "a3", "a4"), ("b1", "b2", "b3", "b4", "b5")]
    assert len(joined_abroad(stories, [pair("a1", "b1", 0.9)], Bounds())) == 2
    links = [pair(f"a{n}", f"b{n}", 0.9) for n in (1, 2, 3)]
    assert len(joined_abroad(stories, links, Bounds())) == 1


def test_what_a_person_ruled_apart_stays_apart() -> None:
    bounds = Bounds(apart=(("a1", "b1"),))
    assert joined_abroad([("a1", "a2"), ("b1",)], [pair("a2", "b1", 0.99)], bounds) == (("a1", "a2"), ("b1",))


@pytest.mark.parametrize("seed", range(3))
def test_the_order_makes_no_difference(seed: int) -> None:
    stories = [("a1", "a2"), ("b1",), ("c1", "c2"), ("d1",)]
    links = [pair("a1", "b1", 0.9), pair("b1", "c1", 0.8), pair("c2", "d1", 0.7), pair("a2", "d1", 0.6)]
    rng = random.Random(seed)
    shuffled = joined_abroad(rng.sample(stories, 4), rng.sample(links, 4), Bounds())
    assert shuffled == joined_abroad(stories, links, Bounds())
