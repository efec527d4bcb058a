"""Which reports are of one story."""

import random

import msgspec

from reportedly.stories import Report, Sketch, compare_all, find_pairs, group_reports, sketched

from .made_reports import REPORTS, STORIES


class FewKnown:
    def __init__(self, *reports: Report) -> None:
        self._sketches = [sketched(each) for each in reports]

    def near(self, sketch: Sketch) -> list[Sketch]:
        return [each for each in self._sketches if each.id != sketch.id]


def test_reports_of_one_happening_are_one_story() -> None:
    assert group_reports(REPORTS) == STORIES


def test_the_order_in_which_reports_come_changes_nothing() -> None:
    for seed in range(5):
        shuffled = random.Random(seed).sample(REPORTS, len(REPORTS))
        assert group_reports(shuffled) == STORIES


def test_no_reports_make_no_stories() -> None:
    assert group_reports([]) == ()


def test_one_report_is_a_story_of_its_own() -> None:
    assert group_reports([Report(id="x", headline="", text="")]) == (("x",),)


def test_a_few_strangers_are_not_one_story_for_want_of_others() -> None:
    assert group_reports([REPORTS[0], REPORTS[3]]) == (("a1",), ("b1",))


def test_a_new_report_is_compared_with_known_ones_as_all_are_with_one_another() -> None:
    first, *rest = REPORTS
    ids, pairs = find_pairs(sketched(first), FewKnown(*rest))
    all_ids, all_pairs = compare_all(REPORTS)
    at = all_ids.index(first.id)
    others = {
        all_ids[b if a == at else a]: signs.tolist()
        for a, b, signs in zip(all_pairs.one, all_pairs.other, all_pairs.signs, strict=True)
        if at in (a, b)
    }
    found = dict(zip(ids[1:], pairs.signs.tolist(), strict=True))
    assert found.keys() == others.keys()
    assert all(abs(x - y) < 1e-4 for each in found for x, y in zip(found[each], others[each], strict=True))


def test_reports_a_year_apart_are_not_compared() -> None:
    later = msgspec.structs.replace(REPORTS[1], day=19400.0)
    _, pairs = compare_all([REPORTS[0], later])
    assert not len(pairs.one)


def test_the_same_report_gives_the_same_sketch() -> None:
    one, other = sketched(REPORTS[0]), sketched(REPORTS[0])
    assert [bag.terms.tolist() for bag in one.bags] == [bag.terms.tolist() for bag in other.bags]


def test_the_days_of_the_week_that_a_report_names_stand_in_its_sketch_in_any_language() -> None:
    report = Report(
        id="d", headline="Vote on Wednesday", text="Monday's session was put off. Le vote aura lieu mardi."
    )
    assert sketched(report).weekdays == (3, 1, 2)
