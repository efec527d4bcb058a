"""Chains and trees of copies, and how many origins are left."""

import datetime
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from copies.made_reports import NOON, ORCHARD, WALL, lines, report
from reportedly.copies import Printed, Shelf, family_of, find_links, independent_origins
from reportedly.records import CopyLink


def hours(count: int) -> datetime.datetime:
    return NOON + datetime.timedelta(hours=count)


def links_among(articles: Sequence[Printed]) -> list[CopyLink]:
    shelf = Shelf(articles)
    found = {(link.copy, link.origin): link for article in articles for link in find_links(article, shelf)}
    return list(found.values())


def steps(articles: Sequence[Printed]) -> list[tuple[str, int, str | None]]:
    family = family_of([article.id for article in articles], links_among(articles))
    return [(c.article_id, c.depth, c.taken_from.origin if c.taken_from else None) for c in family.carriers]


def link(copy: str, origin: str | None, share: float = 1.0, credited: str | None = None) -> CopyLink:
    return CopyLink(
        copy=copy, origin=origin, credited=credited, kind="whole", is_sure=True, reason="published",
        because="", share=share, share_of_origin=share,
    )  # fmt: skip


def test_who_took_from_a_copy_stands_below_it() -> None:
    edited = WALL.replace("a storm took the lighthouse", "the lighthouse fell") + "\nMore was not known."
    chain = [
        report("tasnim", WALL),
        report("ava", edited, "Fjord Echo", at=hours(2)),
        report("third", edited, "Isle Courier", at=hours(4)),
    ]
    assert steps(chain) == [("tasnim", 0, None), ("ava", 1, "tasnim"), ("third", 2, "ava")]


def test_two_who_took_the_same_stand_side_by_side() -> None:
    tree = [
        report("a", WALL),
        report("b", WALL, "Fjord Echo", at=hours(2)),
        report("c", WALL, "Isle Courier", at=hours(4)),
    ]
    assert steps(tree) == [("a", 0, None), ("b", 1, "a"), ("c", 1, "a")]


def test_the_order_of_arrival_makes_no_difference() -> None:
    tree = [
        report("c", WALL, "Isle Courier", at=hours(4)),
        report("b", WALL, "Fjord Echo", at=hours(2)),
        report("a", WALL),
    ]
    assert steps(tree) == [("a", 0, None), ("c", 1, "a"), ("b", 1, "a")]


def test_a_credit_says_from_which_of_two_equal_reports_it_was_taken() -> None:
    tree = [
        report("a", WALL),
        report("b", WALL, "Fjord Echo", at=hours(2)),
        report("c", f"{WALL} /Fjord Echo", "Isle Courier", at=hours(4)),
    ]
    assert steps(tree)[-1] == ("c", 2, "b")


def test_a_report_made_of_two_others_names_both() -> None:
    both = [
        report("a", WALL),
        report("b", ORCHARD, "Fjord Echo"),
        report("c", lines(WALL, 0, 8) + "\n" + lines(ORCHARD, 0, 5), "Isle Courier", at=hours(4)),
    ]
    family = family_of(["a", "b", "c"], links_among(both))
    last = next(carrier for carrier in family.carriers if carrier.article_id == "c")
    assert last.taken_from is not None
    assert [last.taken_from.origin, *(each.origin for each in last.also_from)] == ["a", "b"]


def test_copies_are_folded_into_their_origin() -> None:
    links = [link("b", "a"), link("c", "b"), link("d", "a", share=0.2)]
    origins = independent_origins(["a", "b", "c", "d", "e"], links)
    assert [(origin.article_id, origin.carried_by) for origin in origins] == [
        ("a", ("a", "b", "c")),
        ("d", ("d",)),
        ("e", ("e",)),
    ]


def test_an_origin_outside_the_set_still_folds_its_copies() -> None:
    origins = independent_origins(["b", "c"], [link("b", "a"), link("c", "a")])
    assert [(origin.article_id, origin.carried_by) for origin in origins] == [("a", ("b", "c"))]


def test_who_took_from_one_that_credits_an_agency_rests_on_the_agency() -> None:
    links = [link("b", None, 0, "Reuters"), link("c", None, 0, "Reuters"), link("c", "b"), link("d", "c")]
    (origin,) = independent_origins(["b", "c", "d"], links)
    assert (origin.article_id, origin.credited, origin.carried_by) == (None, "Reuters", ("b", "c", "d"))


def test_two_reports_of_one_agency_that_share_no_words_are_two_origins() -> None:
    links = [link("b", None, 0, "Reuters"), link("c", None, 0, "Reuters")]
    assert len(independent_origins(["b", "c"], links)) == 2


IDS = "abcdef"
PAIRS = st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)), max_size=20)


@given(PAIRS)
def test_every_article_stands_once_and_in_one_origin_however_the_links_run(
    pairs: list[tuple[str, str]],
) -> None:
    links = [link(copy, origin) for copy, origin in pairs if copy != origin]
    family = family_of(IDS, links)
    assert sorted(carrier.article_id for carrier in family.carriers) == list(IDS)
    assert sorted(each for origin in family.origins for each in origin.carried_by) == list(IDS)
