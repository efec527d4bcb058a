"""The links of the network: scores of the candidates of each head, and their loss."""

import math
from collections.abc import Sequence

import torch
from torch.nn import functional as nnf
from training.statements.data import Labelled
from training.statements.network import Network

_NEAR, _FAR, _STEPS = 16, 32, 3  # as in reportedly.models.links
_OTHER_WINDOW = -1e4
# What heads and candidates are called, and where the truth stands.
LINKS = (("cue", "content", "cue", "cue_of"), ("source", "cue", "source", "source_of"))


def link_loss(network: Network, seen: torch.Tensor, windows: Sequence[Labelled]) -> torch.Tensor:
    """Return the mean loss of all links of a batch; zero where it has none."""
    total, count = torch.zeros(()), 0
    for name, heads, candidates, truth in LINKS:
        scores = link_scores(
            network,
            seen,
            name,
            [w.stretches[heads] for w in windows],
            [w.stretches[candidates] for w in windows],
        )
        if scores is None:
            continue
        target, before = [], 0
        for window in windows:
            target += [1 + before + of if of >= 0 else 0 for of in getattr(window, truth)]
            before += len(window.stretches[candidates])
        total = total + nnf.cross_entropy(scores, torch.tensor(target), reduction="sum")
        count += len(target)
    return total / max(1, count)


def link_scores(
    network: Network,
    seen: torch.Tensor,
    name: str,
    heads: Sequence[Sequence[tuple[int, int]]],
    candidates: Sequence[Sequence[tuple[int, int]]],
) -> torch.Tensor | None:
    """Return (heads, 1 + candidates) scores over a batch, nobody first; None where there are no heads."""
    head, candidate = _flat(heads), _flat(candidates)
    if not len(head):
        return None
    view = network.views[f"{name}_head"](_both_ends(seen, head))
    scale = math.sqrt(view.shape[-1])
    scores = (view @ network.nobody[name])[:, None] / scale
    if not len(candidate):
        return scores
    others = network.views[f"{name}_candidate"](_both_ends(seen, candidate))
    near = network.nearness[name][_buckets(candidate[None, :, 1] - head[:, None, 1])]
    apart = head[:, None, 0] != candidate[None, :, 0]
    return torch.cat([scores, (view @ others.T / scale + near).masked_fill(apart, _OTHER_WINDOW)], 1)


def _flat(stretches: Sequence[Sequence[tuple[int, int]]]) -> torch.Tensor:
    """Return (stretches, 3): the window, the first and the last piece of each."""
    rows = [(number, *place) for number, places in enumerate(stretches) for place in places]
    return torch.tensor(rows, dtype=torch.long).view(-1, 3)


def _both_ends(seen: torch.Tensor, flat: torch.Tensor) -> torch.Tensor:
    return seen[flat[:, 0], flat[:, 1]] + seen[flat[:, 0], flat[:, 2]]


def _buckets(steps: torch.Tensor) -> torch.Tensor:
    far = steps.abs()
    wide = (_NEAR + (torch.log2(far.clamp(min=1) / _NEAR) * _STEPS).long()).clamp(max=_FAR)
    return torch.where(far < _NEAR, far, wide) + torch.where(steps >= 0, 0, _FAR + 1)
