"""The small model that says how likely a block is the article's text."""

import functools
from importlib import resources
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

from reportedly.read.body_container import Matrix

_WEIGHTS = "body.npz"
# OpenBLAS shares out products of more than 262,144 multiplications (65,536 times 4 in its source).
_ONE_THREAD = 250_000

Layer = tuple[Matrix, Matrix]  # weights and bias


class BodyModel(msgspec.Struct, frozen=True):
    """Several networks of one shape, fitted from different starts, and the mean of their opinions.

    A row of blocks goes in, the probability of each comes out: one dense layer, then convolutions.
    Each convolution looks at some neighbouring blocks and adds to what it was given. Every array has
    the networks on its first axis, so that a layer of all of them is one product. The weights were
    made by training/read/body.py; training/read/CARD.md has data, figures, limits.
    """

    mean: Matrix
    spread: Matrix
    dense: Layer
    convolutions: tuple[Layer, ...]
    last: Layer

    def probabilities(self, features: Matrix) -> Matrix:
        """Return, for rows of `block_features`, the probability that each is the article's text."""
        rows = ((features - self.mean) / self.spread)[None]
        seen = _relu(_product(rows, self.dense[0]) + self.dense[1])
        for weights, bias in self.convolutions:
            seen += _relu(_convolved(seen, weights) + bias)
        logits = np.clip((seen * self.last[0][:, None, :, 0]).sum(axis=2) + self.last[1][:, 0], -30, 30)
        return np.asarray((1 / (1 + np.exp(-logits))).mean(axis=0), dtype=np.float32)


@functools.cache
def load_body_model() -> BodyModel:
    """Return the model that the package carries."""
    with resources.files("reportedly.read").joinpath("weights", _WEIGHTS).open("rb") as file:
        return body_model(dict(np.load(file)))


def body_model(stored: dict[str, npt.NDArray[Any]]) -> BodyModel:
    """Return the model whose arrays are given by name; its weights are 8-bit with a scale for each column."""
    networks = sum(name.endswith("dense.weights") for name in stored)
    layers = sum(name.startswith("0.convolution") and name.endswith("weights") for name in stored)
    names = ("dense", *(f"convolution{i}" for i in range(layers)), "last")
    dense, *convolutions, last = (_layers(stored, name, networks) for name in names)
    return BodyModel(stored["mean"], stored["spread"], dense, tuple(convolutions), last)


def _layers(stored: dict[str, npt.NDArray[Any]], name: str, networks: int) -> Layer:
    """Return one layer of all networks, the networks on the first axis."""
    layers = [_layer(stored, f"{i}.{name}") for i in range(networks)]
    weights, biases = zip(*layers, strict=True)
    return np.stack(weights), np.stack(biases).reshape(networks, 1, -1)


def _layer(stored: dict[str, npt.NDArray[Any]], name: str) -> Layer:
    """Return a layer's weights and bias as they were before they were packed into 8 bits."""
    packed = stored[f"{name}.weights"].astype(np.float32)
    return packed * stored[f"{name}.scale"], stored[f"{name}.bias"].astype(np.float32)


def _convolved(seen: Matrix, weights: Matrix) -> Matrix:
    """Return the weighted sum of each row and the rows around it, zeros beyond the ends.

    The rows are laid side by side for a piece of the page at a time: for a long page at once they take
    many times its bytes.
    """
    networks, count, height = seen.shape
    width, step = weights.shape[1] // height, _rows_at_once(weights)
    padded = np.zeros((networks, count + width - 1, height), dtype=np.float32)
    padded[:, width // 2 : width // 2 + count] = seen
    pieces = []
    for start in range(0, count, step):
        end = min(count, start + step)
        around = np.concatenate([padded[:, start + i : end + i] for i in range(width)], axis=2)
        pieces.append(around @ weights)
    return np.concatenate(pieces, axis=1, dtype=np.float32)


def _product(rows: Matrix, weights: Matrix) -> Matrix:
    """Return rows times weights, in pieces small enough for one thread."""
    step = _rows_at_once(weights)
    if rows.shape[1] <= step:
        return np.asarray(rows @ weights, dtype=np.float32)
    pieces = [rows[:, i : i + step] @ weights for i in range(0, rows.shape[1], step)]
    return np.concatenate(pieces, axis=1, dtype=np.float32)


def _rows_at_once(weights: Matrix) -> int:
    """Return how many rows make a product too small for the linear algebra library to share out.

    Its threads wait for each other by spinning, which tripled the CPU time of a page on two cores.
    """
    return max(1, _ONE_THREAD // int(weights[0].size))


def _relu(values: Matrix) -> Matrix:
    return np.maximum(values, 0)
