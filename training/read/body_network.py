"""The network of the body model, and how it is fitted and packed."""

import random
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional
from training.read.body_examples import Example

EPOCHS, RATE, BATCH, DECAY = 20, 2e-3, 8, 0.02
HIDDEN, WIDTH, LAYERS, DROP, DROP_FEATURES = 48, 5, 3, 0.3, 0.1
_SORTED = 8  # batches that are made up together, of pages of like length

Batch = tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]  # features, labels, weights, is a block


class Network(nn.Module):
    """The network that `reportedly.read.body_model` runs with numpy."""

    def __init__(self, columns: int) -> None:
        super().__init__()
        self.dense = nn.Linear(columns, HIDDEN)
        self.convolutions = nn.ModuleList(nn.Linear(HIDDEN * WIDTH, HIDDEN) for _ in range(LAYERS))
        self.last = nn.Linear(HIDDEN, 1)

    def forward(self, features: torch.Tensor, is_block: torch.Tensor) -> torch.Tensor:
        """Return the logit of each block of some pages, which are padded to one length."""
        seen = functional.relu(self.dense(functional.dropout(features, DROP_FEATURES, self.training)))
        seen = seen * is_block
        for convolution in self.convolutions:
            dropped = functional.dropout(seen, DROP, self.training)
            padded = functional.pad(dropped, (0, 0, WIDTH // 2, WIDTH // 2))
            around = padded.unfold(1, WIDTH, 1).transpose(2, 3).flatten(2)
            seen = (dropped + functional.relu(convolution(around))) * is_block
        return self.last(seen)[..., 0]


def standardised(examples: list[Example]) -> tuple[torch.Tensor, torch.Tensor]:
    """Standardise the examples in place and return the mean and spread of each column."""
    whole = torch.cat([one.features for one in examples])
    mean, spread = whole.mean(0), whole.std(0) + 0.05
    for one in examples:
        one.features = (one.features - mean) / spread
    return mean, spread


def fit(examples: list[Example], seed: int) -> Network:
    """Return a network fitted to examples whose features are standardised."""
    torch.manual_seed(seed)
    chance, network = random.Random(seed), Network(examples[0].features.shape[1])
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    steps = EPOCHS * (len(examples) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps + 1)
    network.train()
    for _ in range(EPOCHS):
        for chosen in batches(examples, chance):
            optimizer.zero_grad()
            loss(network, padded(chosen)).backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
    network.eval()
    return network


def batches(examples: list[Example], chance: random.Random) -> list[list[Example]]:
    """Return the examples in batches of pages of like length, in random order."""
    shuffled, found = chance.sample(examples, len(examples)), []
    for start in range(0, len(shuffled), BATCH * _SORTED):
        part = sorted(shuffled[start : start + BATCH * _SORTED], key=lambda one: len(one.labels))
        found += [part[i : i + BATCH] for i in range(0, len(part) - BATCH + 1, BATCH)]
    return chance.sample(found, len(found))


def padded(examples: list[Example]) -> Batch:
    """Return examples as one batch, zeros below the shorter ones."""
    pad = nn.utils.rnn.pad_sequence
    is_block = pad([torch.ones(len(one.labels), 1) for one in examples], batch_first=True)
    columns = zip(*((one.features, one.labels, one.weights) for one in examples), strict=True)
    features, labels, weights = (pad(list(column), batch_first=True) for column in columns)
    return features, labels, weights, is_block


def loss(network: Network, batch: Batch) -> torch.Tensor:
    """Return what a network gets wrong on a page, the mean over a batch."""
    features, labels, weights, is_block = batch
    logits = network(features, is_block)
    each = functional.binary_cross_entropy_with_logits(logits, labels, reduction="none")
    return (each * weights).sum() / len(features)


def stored(
    networks: list[Network], mean: torch.Tensor, spread: torch.Tensor
) -> dict[str, np.ndarray[Any, Any]]:
    """Return networks as the arrays that the package carries, by name."""
    arrays = {"mean": mean.numpy(), "spread": spread.numpy()}
    for number, network in enumerate(networks):
        for name, (weights, bias) in _layers(network).items():
            key = f"{number}.{name}"
            arrays[f"{key}.weights"], arrays[f"{key}.scale"] = _packed(weights)
            arrays[f"{key}.bias"] = bias.detach().numpy().astype(np.float32)
    return arrays


def _layers(network: Network) -> dict[str, tuple[torch.Tensor, torch.Tensor]]:
    """Return a network's layers as the matrices that rows are multiplied with, and the biases."""
    layers = {"dense": network.dense, "last": network.last}
    layers |= {f"convolution{i}": layer for i, layer in enumerate(network.convolutions)}
    return {name: (layer.weight.T, layer.bias) for name, layer in layers.items()}


def _packed(weights: torch.Tensor) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """Return weights as 8-bit numbers and the scale of each column."""
    values = weights.detach().numpy()
    scale = np.abs(values).max(axis=0, keepdims=True) / 127 + 1e-12
    return np.round(values / scale).astype(np.int8), scale.astype(np.float32)
