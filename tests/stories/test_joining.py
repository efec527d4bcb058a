"""Groups of reports are weighed as groups before they join."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.stories.joining import JOIN_SIGNS, Likely, cut, groups_of, join_signs, tree_of


def likely_of(count: int, pairs: dict[tuple[int, int], float]) -> Likely:
    likely = np.zeros((count, count))
    for (one, other), each in pairs.items():
        likely[one, other] = likely[other, one] = each
    return likely


TWO_PAIRS = likely_of(4, {(0, 1): 0.9, (2, 3): 0.8, (1, 2): 0.4, (0, 3): 0.4})


def test_the_likeliest_two_join_first_and_then_by_the_average_across() -> None:
    tree = tree_of(TWO_PAIRS)
    assert [set(parts) for parts in tree.parts[:2]] in ([{0, 1}, {2, 3}], [{2, 3}, {0, 1}])
    assert tree.averages[2] == pytest.approx(0.2)


def test_a_join_is_told_what_lies_across_it() -> None:
    signs = join_signs(TWO_PAIRS, tree_of(TWO_PAIRS))[2]
    told = dict(zip(JOIN_SIGNS, signs.tolist(), strict=True))
    assert told["strangers"] == 0.5
    assert told["best"] == pytest.approx(np.log(0.4 / 0.6), abs=1e-5)
    assert told["above next"] == pytest.approx(0.2)


def test_a_join_above_one_that_is_not_made_is_not_made() -> None:
    tree = tree_of(TWO_PAIRS)
    low = [set(parts) == {2, 3} for parts in tree.parts]
    made = [not is_low for is_low in low]
    assert sorted(map(sorted, cut(tree, made))) == [[0, 1], [2], [3]]


def test_what_is_ruled_apart_is_in_no_tree_together() -> None:
    apart = TWO_PAIRS.copy()
    apart[0, 1] = apart[1, 0] = -np.inf
    tree = tree_of(apart)
    assert not any({0, 1} <= set(group) for group in cut(tree, [True] * len(tree.parts)))


@given(st.lists(st.floats(0, 1), min_size=15, max_size=15), st.permutations(range(6)))
def test_the_order_of_reports_changes_no_group(strengths: list[float], order: list[int]) -> None:
    # Likelihoods that are the same in the last digits are told apart: which of two like pairs joins first
    # is settled by the identifiers of the reports, which do not change with the order.
    distinct = [round(each, 3) * 0.9 + at * 1e-4 for at, each in enumerate(strengths)]
    likely = likely_of(6, dict(zip([(a, b) for a in range(6) for b in range(a)], distinct, strict=True)))
    shuffled = likely[np.ix_(order, order)]
    found = {frozenset(order[place] for place in group) for group in groups_of(shuffled)}
    assert found == {frozenset(group) for group in groups_of(likely)}
