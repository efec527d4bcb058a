"""How likely two reports are of one story: signs of a pair, weighed by a small trained network."""

import numpy as np

from reportedly.stories.near import Facts, Figures
from reportedly.stories.network import network
from reportedly.stories.report import SORTS

SIGNS = (
    *SORTS[:-1],
    *("covered", "shared", "shorter", "longer", "dated", "hours", "days", "week"),
    *("weekdays", "both weekdays", "first weekday"),
)
"""What is weighed of a pair: its likeness by each sort; how much of the rarity of one the shared words
make up, and their rarity in all; the words of both; whether both say their day, and how near the days are
by the hour, the day and the week; the share of the days of the week that either names
which both do, whether both name any, and whether the first is the same. Those of `CONTEXT` follow."""

_BITS = np.array([bin(mask).count("1") for mask in range(256)], np.float32)
_HALVES = (0.5, 2.0, 7.0)  # days over which nearness falls to 37 %


def signs_of(likeness: Figures, one: Facts, other: Facts) -> Figures:
    """Return the signs of pairs, (pairs, signs), by their likeness and the facts of both reports.

    Facts of one report alone stand beside all others.
    """
    shared = likeness[:, -1]
    least = np.maximum(np.minimum(other.rarity, one.rarity), 1e-3)
    shorter = np.minimum(other.words, one.words)
    longer = np.maximum(other.words, one.words)
    apart = np.abs(other.days - one.days)
    dated = ~np.isnan(apart)
    nearness = [np.where(dated, np.exp(-np.nan_to_num(apart) / half), 0.0) for half in _HALVES]
    rest = [shared / least, np.log1p(shared), np.log1p(shorter), np.log1p(longer), dated, *nearness]
    return np.column_stack([likeness[:, :-1], *rest, _weekdays(one, other)]).astype(np.float32)


def _weekdays(one: Facts, other: Facts) -> Figures:
    """Return how far the days of the week that both name are the same; all 0 where one names none."""
    both = (one.weekdays > 0) & (other.weekdays > 0)
    either = np.maximum(_BITS[one.weekdays | other.weekdays], 1)
    share = _BITS[one.weekdays & other.weekdays] / either
    return np.column_stack([share, both, both & (one.first_weekday == other.first_weekday)])


def likely(signs: Figures) -> Figures:
    """Return how likely each pair is of one story, 0 to 1, by its signs."""
    odds = np.clip(network("pairs").odds(signs), -15, 15)
    strengths: Figures = (1 / (1 + np.exp(-odds))).astype(np.float32)
    return strengths
