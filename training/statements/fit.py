"""Fitting one network to labelled articles."""

import copy
import itertools
import random
import time
from collections.abc import Iterator, Sequence

import msgspec
import torch
from training.statements.data import Labelled, Text, cut
from training.statements.links import link_loss
from training.statements.network import Network, half_precision

# Of the steps, this share warms up; then the rate falls to nothing in a straight line.
_WARM = 0.06
_LINK_WEIGHT = 0.3
# The running mean of the weights that is kept forgets half of itself in 350 steps.
_MEAN = 0.998
_SORTED = 400


class Plan(msgspec.Struct, frozen=True):
    """How a network is fitted: rounds over the articles, learning rate, pieces in a batch, seed."""

    seed: int
    rounds: int
    rate: float = 2e-4
    pieces: int = 3000


def fit(network: Network, texts: Sequence[Text], plan: Plan) -> Network:
    """Return the running mean of the network's weights after `plan.rounds` over the articles."""
    torch.manual_seed(plan.seed)
    rng = random.Random(plan.seed)
    mean, optimiser = copy.deepcopy(network), _optimiser(network, plan.rate)
    rates = [group["lr"] for group in optimiser.param_groups]
    first = list(_batches(texts, plan, rng))
    steps, began = len(first) * plan.rounds, time.process_time()
    later = (list(_batches(texts, plan, rng)) for _ in range(plan.rounds - 1))
    for step, batch in enumerate(itertools.chain(first, *later)):
        done = min(1.0, step / steps)
        for group, rate in zip(optimiser.param_groups, rates, strict=True):
            group["lr"] = rate * max(0.01, min(1.0, (step + 1) / (_WARM * steps)) * (1 - done))
        loss = _step(network, optimiser, batch)
        _follow(mean, network, min(_MEAN, (step + 1) / (step + 10)))
        if step % 100 == 0:
            print(f"{step}/{steps} loss {loss:.4f} CPU {time.process_time() - began:.0f} s", flush=True)
    mean.eval()
    return mean


def _optimiser(network: Network, rate: float) -> torch.optim.Optimizer:
    encoder = [p for n, p in network.named_parameters() if n.startswith("encoder.") and p.requires_grad]
    order = [network.follows]
    rest = [p for n, p in network.named_parameters() if not n.startswith("encoder.") and n != "follows"]
    groups = ((encoder, 1), (rest, 5), (order, 25))
    return torch.optim.AdamW([{"params": p, "lr": rate * times} for p, times in groups], weight_decay=0.01)


def _step(network: Network, optimiser: torch.optim.Optimizer, batch: Sequence[Labelled]) -> float:
    network.train()
    ids, mask, cases, quoted, labels = tensors(batch)
    annotator = torch.tensor([window.annotator for window in batch])
    with half_precision():
        seen, scores = network(ids, mask, cases, quoted, annotator)
    loss = network.surprise(scores.float(), labels, mask)
    loss = loss + _LINK_WEIGHT * link_loss(network, seen.float(), batch)
    optimiser.zero_grad(set_to_none=True)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimiser.step()
    return float(loss.detach())


def _follow(mean: Network, network: Network, keep: float) -> None:
    with torch.no_grad():
        for own, new in zip(mean.parameters(), network.parameters(), strict=True):
            if new.requires_grad:
                own.lerp_(new, 1 - keep)


def _batches(texts: Sequence[Text], plan: Plan, rng: random.Random) -> Iterator[list[Labelled]]:
    """Yield the windows of all articles in batches of like length, in random order."""
    windows = [window for text in texts for window in cut(text, rng)]
    rng.shuffle(windows)
    batches: list[list[Labelled]] = []
    for start in range(0, len(windows), _SORTED):
        batch: list[Labelled] = []
        for window in sorted(windows[start : start + _SORTED], key=lambda w: len(w.labels)):
            if batch and (len(batch) + 1) * len(window.labels) > plan.pieces:
                batches.append(batch)
                batch = []
            batch.append(window)
        batches.append(batch)
    rng.shuffle(batches)
    yield from batches


def tensors(batch: Sequence[Labelled]) -> tuple[torch.Tensor, ...]:
    """Return ids, mask, capitals, quotation states and labels of a batch, padded with zeros."""
    longest = max(len(window.labels) for window in batch)
    rows = (
        [window.pieces.ids for window in batch],
        [[1] * len(window.labels) for window in batch],
        [window.pieces.cases for window in batch],
        [window.pieces.quoted for window in batch],
        [window.labels for window in batch],
    )
    return tuple(torch.tensor([r + [0] * (longest - len(r)) for r in row]) for row in rows)
