"""Fit the small networks of the room: several that learn the same, side by side as one."""

import msgspec
import numpy as np
import numpy.typing as npt
import torch

from reportedly.stories.network import Network

Rows = tuple[npt.NDArray[np.float32], npt.NDArray[np.float32], npt.NDArray[np.float32]]
"""Signs of each row, how far it is so (0 to 1), and what it weighs."""

FARTHEST = 12.0
_DRAWN = 500  # steps whose rows are drawn at once


class How(msgspec.Struct, frozen=True, kw_only=True):
    """How networks learn: how many, their hidden units, steps, rows a step, rate and decay of weights."""

    nets: int
    hidden: int
    steps: int
    batch: int
    rate: float
    decay: float


def fit(rows: Rows, how: How) -> Network:
    """Return networks that learnt from some rows, drawn by their weight, side by side as one (AdamW)."""
    signs, so, weight = rows
    mean, deviation = signs.mean(0), signs.std(0) + 1e-3
    level = torch.tensor(np.clip((signs - mean) / deviation, -FARTHEST, FARTHEST).astype(np.float32))
    answers = torch.tensor(so.astype(np.float32))
    shares = np.cumsum(weight / weight.sum(), dtype=np.float64)
    random = np.random.default_rng(0)
    torch.manual_seed(0)
    parts = _begun(how.nets, signs.shape[1], how.hidden)
    learner = torch.optim.AdamW(parts, lr=how.rate, weight_decay=how.decay)
    slower = torch.optim.lr_scheduler.CosineAnnealingLR(learner, how.steps)
    for step in range(how.steps):
        if step % _DRAWN == 0:
            places = np.searchsorted(shares, random.random((_DRAWN, how.nets * how.batch)))
            drawn = torch.tensor(np.minimum(places, len(shares) - 1))
        own = drawn[step % _DRAWN]
        odds = (
            torch.relu(level[own].view(how.nets, how.batch, -1) @ parts[0] + parts[1]) @ parts[2] + parts[3]
        )
        right = answers[own].view(how.nets, how.batch, 1)
        loss = torch.nn.functional.binary_cross_entropy_with_logits(odds, right)
        learner.zero_grad()
        (loss * how.nets).backward()
        learner.step()
        slower.step()
    return _side_by_side(mean, deviation, [each.detach().numpy() for each in parts])


def _begun(nets: int, signs: int, hidden: int) -> list[torch.nn.Parameter]:
    """Return weights to begin from: hidden, its bias, out, its bias, each (nets, ...)."""
    shapes = (((nets, signs, hidden), signs), ((nets, 1, hidden), signs), ((nets, hidden, 1), hidden))
    begun = [torch.nn.Parameter((torch.rand(shape) * 2 - 1) / width**0.5) for shape, width in shapes]
    return [*begun, torch.nn.Parameter(torch.zeros(nets, 1, 1))]


def _side_by_side(
    mean: npt.NDArray[np.float32], deviation: npt.NDArray[np.float32], parts: list[npt.NDArray[np.float32]]
) -> Network:
    hidden, hidden_bias, out, out_bias = parts
    return Network(
        mean=mean.astype(np.float32),
        deviation=deviation.astype(np.float32),
        hidden=np.concatenate(list(hidden), axis=1),
        hidden_bias=hidden_bias.reshape(-1),
        out=(np.concatenate(list(out), axis=0) / len(out)).astype(np.float32),
        out_bias=out_bias.mean(axis=0).reshape(-1),
    )


def joined(rows: list[Rows]) -> Rows:
    """Return rows of several sources as one."""
    return (
        np.concatenate([each[0] for each in rows]),
        np.concatenate([each[1] for each in rows]),
        np.concatenate([each[2] for each in rows]),
    )
