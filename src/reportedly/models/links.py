"""Which cue reports some content, and which source a cue belongs to."""

from collections.abc import Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from reportedly.models.decoding import Scores, Stretch

_NEAR = 16  # pieces up to which every distance has a weight of its own
_FAR = 32  # the bucket of the farthest; those behind are counted from _FAR + 1
_STEPS = 3  # buckets for each doubling of the distance


class Linker(msgspec.Struct, frozen=True):
    """The weights with which heads (content, cues) choose among candidates (cues, sources), or none.

    `head_bias` and `candidate_bias` (size,) go onto the projections of the two ends of a stretch,
    `nobody` (size,) is what stands for none, `nearness` (2 * 33,) the weight of each distance.
    """

    head_bias: Scores
    candidate_bias: Scores
    nobody: Scores
    nearness: Scores

    def choose(
        self,
        heads: Sequence[Stretch],
        candidates: Sequence[Stretch],
        head_view: Scores,
        candidate_view: Scores,
    ) -> tuple[list[int], list[float]]:
        """Return for each head the index of its candidate, -1 for none, and how likely that is.

        The views (pieces, size) are the encoder's projections for the two parts.
        """
        scale = np.sqrt(np.float32(len(self.nobody)))
        seen = _ends(heads, head_view) + self.head_bias
        scores = (seen @ self.nobody)[:, None] / scale
        if candidates:
            others = _ends(candidates, candidate_view) + self.candidate_bias
            near = self.nearness[_buckets(heads, candidates)]
            scores = np.concatenate([scores, seen @ others.T / scale + near], axis=1)
        best = scores.argmax(axis=1)
        shares = np.exp(scores - scores.max(axis=1, keepdims=True))
        return (best - 1).tolist(), (1 / shares.sum(axis=1)).tolist()


def _ends(stretches: Sequence[Stretch], view: Scores) -> Scores:
    """Return the sum of the views of the first and the last piece of each stretch."""
    first, last = [each.first for each in stretches], [each.last for each in stretches]
    return np.asarray(view[first] + view[last], dtype=np.float32)


def _buckets(heads: Sequence[Stretch], candidates: Sequence[Stretch]) -> npt.NDArray[np.int64]:
    """Return the bucket of the distance from each head to each candidate, by their first pieces."""
    there, here = (np.array([each.first for each in group]) for group in (candidates, heads))
    steps = there[None] - here[:, None]
    far = np.abs(steps)
    wide = np.minimum(_FAR, _NEAR + (np.log2(np.maximum(far, 1) / _NEAR) * _STEPS).astype(np.int64))
    buckets = np.where(far < _NEAR, far, wide) + np.where(steps >= 0, 0, _FAR + 1)
    return np.asarray(buckets, dtype=np.int64)
