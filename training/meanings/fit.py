"""Vectors of word pieces whose sum over a text comes near what the teacher makes of it."""

import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt
import torch
from torch.nn import functional as nnf
from training.meanings.texts import LANGUAGES, Text

Vectors = npt.NDArray[np.float32]
Places = npt.NDArray[np.int64]

WIDTH = 96
_BATCH, _ROUNDS, _SPEED, _SLOWER = 512, 6, 4e-3, 0.7
_SHARP = 15.0  # how much likeness counts when a text has to be told from the others of its batch
_DRAWN = {"sentence": 3.0, "term": 2.0, "thrown": 1.0, "word": 0.7}
# How often a piece stands in the texts from which on what is known of it alone counts half.
_SEEN = 200


def without_language(texts: Sequence[Text], told: Vectors) -> Vectors:
    """Return the teacher's vectors without the mean of their language and sort, terms drawn together."""
    found = told.copy()
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    terms: dict[str, list[int]] = defaultdict(list)
    for at, each in enumerate(texts):
        groups[each.language, each.sort].append(at)
        if each.term:
            terms[each.term].append(at)
    for places in groups.values():
        found[places] -= told[places].mean(axis=0)
    for places in terms.values():
        found[places] = (found[places] + found[places].mean(axis=0)) / 2
    return found


def directions(texts: Sequence[Text], told: Vectors) -> Vectors:
    """Return the directions in which texts differ most, (384, WIDTH), each brought half to equal weight."""
    some = told[[at for at, each in enumerate(texts) if each.sort != "word"]]
    weights, found = np.linalg.eigh(some.T @ some / len(some))
    order = np.argsort(-weights)[:WIDTH]
    return np.asarray(found[:, order] * weights[order] ** -0.25, dtype=np.float32)


def fitted(
    texts: Sequence[Text], pieces: Sequence[Sequence[int]], wanted: Vectors, first: Vectors
) -> Vectors:
    """Return the vectors of all pieces, (pieces, WIDTH).

    `pieces` are the numbers of each text's pieces, `wanted` (texts, WIDTH) what their sum should point to,
    `first` (pieces, WIDTH) what the teacher makes of each piece alone.
    """
    torch.manual_seed(3)
    rng = np.random.default_rng(3)
    aims = nnf.normalize(torch.from_numpy(wanted), dim=1)
    counts = np.bincount(np.concatenate([np.array(each, np.int64) for each in pieces]), minlength=len(first))
    size = (1 + counts / _SEEN) ** -0.25
    begun = nnf.normalize(torch.from_numpy(first), dim=1) * torch.from_numpy(size.astype(np.float32))[:, None]
    vectors = begun.clone().requires_grad_()
    optimizer = torch.optim.Adam([vectors], lr=_SPEED)
    for number in range(_ROUNDS):
        losses = []
        for places in _batches(texts, pieces, rng):
            loss = _loss(vectors, [pieces[at] for at in places], aims[places])
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
            losses.append(float(loss.detach()))
        for group in optimizer.param_groups:
            group["lr"] *= _SLOWER
        sys.stderr.write(f"round {number + 1}: {np.mean(losses):.4f}\n")
    found: Vectors = vectors.detach().numpy()
    return found


def _batches(
    texts: Sequence[Text], pieces: Sequence[Sequence[int]], rng: np.random.Generator
) -> Iterator[Places]:
    """Yield batches of one language each, then some of all: a language must not become a sign."""
    weights = np.array([_DRAWN[each.sort] for each in texts])
    known = np.array([bool(each) for each in pieces])
    own = [np.flatnonzero(known & np.array([each.language == code for each in texts])) for code in LANGUAGES]
    found: list[Places] = []
    for places, count in [*((each, len(each)) for each in own), (np.flatnonzero(known), len(texts) // 2)]:
        drawn = rng.choice(places, size=count, p=weights[places] / weights[places].sum())
        found.extend(drawn[at : at + _BATCH] for at in range(0, count - _BATCH + 1, _BATCH))
    order = rng.permutation(len(found))
    yield from (found[at] for at in order)


def _loss(vectors: torch.Tensor, pieces: Sequence[Sequence[int]], aims: torch.Tensor) -> torch.Tensor:
    """Return how far sums are from their aims, and how hard they are to tell from one another."""
    numbers = torch.tensor([number for each in pieces for number in each])
    starts = torch.tensor(np.cumsum([0, *(len(each) for each in pieces[:-1])]))
    sums = nnf.normalize(nnf.embedding_bag(numbers, vectors, starts, mode="sum"), dim=1)
    likeness = sums @ aims.T
    told_apart = nnf.cross_entropy(likeness * _SHARP, torch.arange(len(pieces)))
    return told_apart + 2 * (1 - likeness.diagonal().mean())
