"""How likely two reports are of one story: signs of a pair, weighed by a small trained network."""

import functools
from importlib import resources

import msgspec
import numpy as np

from reportedly.stories.near import Facts, Figures
from reportedly.stories.report import SORTS

SIGNS = (*SORTS[:-1], "covered", "shared", "shorter", "longer", "dated", "hours", "days", "week")
"""What is weighed of a pair: its likeness by each sort; how much of the rarity of one the shared words
make up, and their rarity in all; the words of both; whether both say their day, and how near the days are
by the hour, the day and the week. Those of `CONTEXT` follow them."""

_HALVES = (0.5, 2.0, 7.0)  # days over which nearness falls to 37 %
_FARTHEST = 12.0  # a sign counts no more than so many deviations from the mean


class Weights(msgspec.Struct, frozen=True, kw_only=True):
    """The network: signs brought to mean 0 and deviation 1, a hidden layer, and the odds of one story."""

    mean: Figures
    deviation: Figures
    hidden: Figures
    hidden_bias: Figures
    out: Figures
    out_bias: Figures


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
    return np.column_stack([likeness[:, :-1], *rest]).astype(np.float32)


def likely(signs: Figures) -> Figures:
    """Return how likely each pair is of one story, 0 to 1, by its signs."""
    weights = _weights()
    level = np.clip((signs - weights.mean) / weights.deviation, -_FARTHEST, _FARTHEST)
    hidden = np.maximum(level @ weights.hidden + weights.hidden_bias, 0)
    odds = np.clip(hidden @ weights.out + weights.out_bias, -15, 15)
    strengths: Figures = (1 / (1 + np.exp(-odds))).astype(np.float32).ravel()
    return strengths


@functools.cache
def _weights() -> Weights:
    with resources.files("reportedly.stories").joinpath("data", "weights.npz").open("rb") as opened:
        kept = np.load(opened)
        return Weights(**{name: kept[name].astype(np.float32) for name in Weights.__struct_fields__})
