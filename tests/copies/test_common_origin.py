"""Two reports that both go back to a third: neither need have taken it from the other."""

import datetime

import pytest

from copies.made_reports import NOON, WALL, lines, report
from reportedly.copies import Printed, Shelf, find_links, passages_between, tell_copy
from reportedly.records import CopyLink

LATER = NOON + datetime.timedelta(hours=3)


def link_of(article: Printed, other: Printed) -> CopyLink:
    found = find_links(article, Shelf([other, article]))
    (link,) = (each for each in found if each.origin is not None)
    return link


def test_two_reports_that_credit_the_same_third_go_back_to_it() -> None:
    one = report("a", WALL, credited=("Harbour Office of Lindholm",))
    other = report("b", WALL, "Fjord Echo", at=LATER, credited=("Harbour Office of Lindholm, Lindholm",))
    link = link_of(other, one)
    assert (link.reason, link.is_sure) == ("common-origin", False)
    assert (link.copy, link.origin) == ("b", "a")
    assert (
        link.because == "Both credit Harbour Office of Lindholm: neither need have taken it from the other."
    )


def test_a_credit_for_the_other_outlet_outweighs_a_third_that_both_credit() -> None:
    one = report("a", WALL, credited=("Isle Press",))
    other = report("b", WALL, "Fjord Echo", at=LATER, credited=("Isle Press", "Tidewater Post"))
    assert link_of(other, one).reason == "credited"


def test_a_third_that_one_report_alone_credits_is_no_common_origin() -> None:
    one = report("a", WALL, credited=("Isle Press",))
    assert link_of(report("b", WALL, "Fjord Echo", at=LATER), one).reason == "published"


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("(Press release)", "Press release, Harbour Office"),
        ("Pressemitteilung", "– Communiqué de presse"),
        ("بيان صحفي", "Пресс-релиз"),
    ],
)
def test_two_reports_that_say_that_they_are_press_releases_go_back_to_one(ours: str, theirs: str) -> None:
    one, other = f"{WALL}\n{ours}", f"{theirs}\n{WALL}"
    link = link_of(report("b", other, "Fjord Echo", at=LATER), report("a", one))
    assert link.reason == "common-origin"
    assert link.because == "Both carry it as a press release: neither need have taken it from the other."


def test_a_press_release_that_is_told_of_in_the_middle_makes_no_common_origin() -> None:
    spoken = (
        lines(WALL, 0, 5) + "\nThe office had written so in a press release in May.\n" + lines(WALL, 5, 12)
    )
    link = link_of(report("b", spoken, "Fjord Echo", at=LATER), report("a", spoken))
    assert link.reason == "published"


def test_a_reader_is_told_that_both_go_back_to_the_same_origin() -> None:
    one = report("a", WALL, credited=("Isle Press",))
    whole = report("b", WALL, "Fjord Echo", at=LATER, credited=("Isle Press",))
    link = link_of(whole, one)
    told = tell_copy(link, whole, one, passages_between(whole, one))
    assert told == "The same as Tidewater Post’s, word for word; both go back to the same origin"
