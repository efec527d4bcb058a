"""A small trained network: from the signs of a thing to the odds that it is so."""

import functools
from importlib import resources

import msgspec
import numpy as np

from reportedly.stories.near import Figures

_FARTHEST = 12.0  # a sign counts no more than so many deviations from the mean


class Network(msgspec.Struct, frozen=True, kw_only=True):
    """Signs brought to mean 0 and deviation 1, a hidden layer of rectified sums, and one sum of them.

    Several networks that learnt the same stand side by side as one: their odds are averaged.
    """

    mean: Figures
    deviation: Figures
    hidden: Figures
    hidden_bias: Figures
    out: Figures
    out_bias: Figures

    def odds(self, signs: Figures) -> Figures:
        """Return the logarithm of the odds of each row of signs, (rows,)."""
        level = np.clip((signs - self.mean) / self.deviation, -_FARTHEST, _FARTHEST)
        hidden = np.maximum(level @ self.hidden + self.hidden_bias, 0)
        found: Figures = (hidden @ self.out + self.out_bias).astype(np.float32).ravel()
        return found


@functools.cache
def network(name: str) -> Network:
    """Return the network of the package by its name: `pairs` or `joins`."""
    with resources.files("reportedly.stories").joinpath("data", f"{name}.npz").open("rb") as opened:
        kept = np.load(opened)
        return Network(**{field: kept[field].astype(np.float32) for field in Network.__struct_fields__})
