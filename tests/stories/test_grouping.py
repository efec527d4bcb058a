"""Groups are joined by how likely their pairs are, and persons' rulings bind."""

import datetime
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from reportedly.records import StoryLink, StoryRuling
from reportedly.stories import Bounds, bounds_of, grouped, name_stories, story_identifier

IDS = ("a", "b", "c", "d", "e")


def link(one: str, other: str, likely: float) -> StoryLink:
    return StoryLink(one=one, other=other, likely=likely)


CHAIN = (link("a", "b", 0.9), link("b", "c", 0.35), link("c", "d", 0.8))


def test_likely_pairs_join_and_a_weak_bridge_does_not() -> None:
    assert grouped(IDS, CHAIN) == (("a", "b"), ("c", "d"), ("e",))


def test_reports_ruled_together_are_one_story() -> None:
    assert ("a", "b", "e") in grouped(IDS, CHAIN, Bounds(together=(("a", "e"),)))


def test_reports_ruled_apart_are_never_one_story() -> None:
    assert grouped(IDS, CHAIN, Bounds(apart=(("a", "b"),)))[0] == ("a",)


def test_apart_outranks_a_chain_of_togethers() -> None:
    bounds = Bounds(together=(("a", "b"), ("b", "c")), apart=(("a", "c"),))
    found = grouped(IDS, (), bounds)
    assert not any({"a", "c"} <= set(story) for story in found)


@given(st.lists(st.floats(0, 1), min_size=10, max_size=10))
def test_every_report_is_in_one_story_whatever_the_order(strengths: list[float]) -> None:
    links = [link(*pair, likely) for pair, likely in zip(combinations(IDS, 2), strengths, strict=True)]
    found = grouped(IDS, links)
    assert sorted(each for story in found for each in story) == list(IDS)
    assert grouped(reversed(IDS), list(reversed(links))) == found


def ruling(kind: str, articles: str, others: str, minute: int, *, undone: bool = False) -> StoryRuling:
    moment = datetime.datetime(2031, 5, 1, 9, minute, tzinfo=datetime.UTC)
    return StoryRuling(
        id=f"{minute:016x}",
        kind="merge" if kind == "merge" else "split",
        made_at=moment,
        articles=tuple(articles),
        others=tuple(others),
        undone_at=moment if undone else None,
    )


def test_of_two_rulings_on_the_same_reports_the_later_one_counts() -> None:
    merged, split = ruling("merge", "a", "b", 1), ruling("split", "a", "b", 2)
    assert bounds_of([split, merged]) == Bounds(apart=(("a", "b"),))


def test_a_ruling_that_was_taken_back_binds_nothing() -> None:
    assert bounds_of([ruling("merge", "a", "b", 1, undone=True)]) == Bounds()


def test_a_story_that_grows_keeps_its_identifier() -> None:
    named = name_stories([("a", "b", "c")], {"a": "s", "b": "s"}, lambda _: False)
    assert (named.stories, named.became) == ((("s", ("a", "b", "c")),), ())


def test_a_merged_story_leads_to_the_one_that_stays() -> None:
    named = name_stories([("a", "b", "c")], {"a": "s", "b": "s", "c": "t"}, lambda _: False)
    assert (named.stories[0][0], named.became) == ("s", (("t", "s"),))


def test_of_a_split_story_the_larger_part_keeps_the_identifier() -> None:
    named = name_stories([("a",), ("b", "c")], dict.fromkeys("abc", "s"), lambda _: False)
    assert dict(named.stories) == {story_identifier("a"): ("a",), "s": ("b", "c")}
