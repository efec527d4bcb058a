"""From the scores of word pieces to stretches of pieces: who, the cue, what."""

from collections.abc import Iterator, Sequence

import msgspec
import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]
Places = Sequence[tuple[int, int]]

# What a piece can be: nothing, or the first or a later piece of a source, a cue, or content.
LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
ROLES = ("source", "cue", "content")


class Stretch(msgspec.Struct, frozen=True):
    """Pieces `first` to `last` of a window in one role; `likely` is the mean of their probabilities."""

    first: int
    last: int
    likely: float


def best_labels(scores: Scores, lengths: Sequence[int], follows: Scores, opens: Scores) -> list[list[int]]:
    """Return the best row of labels for each window (Viterbi).

    `scores` (windows, pieces, labels) is padded to the longest window; `follows[i, j]` is the score of
    label j behind label i, `opens` that of each label at the start.
    """
    windows, longest, labels = scores.shape
    best = scores[:, 0] + opens
    came_from = np.zeros((longest, windows, labels), dtype=np.int64)
    ends = np.asarray(lengths)
    behind = follows.T[None]
    for at in range(1, longest):
        paths = best[:, None, :] + behind
        came_from[at] = paths.argmax(axis=2)
        best = np.where((at < ends)[:, None], paths.max(axis=2) + scores[:, at], best)
    return [_path(came_from[:, i], int(best[i].argmax()), lengths[i]) for i in range(windows)]


def _path(came_from: npt.NDArray[np.int64], last: int, length: int) -> list[int]:
    path = [last]
    for at in range(length - 1, 0, -1):
        path.append(int(came_from[at, path[-1]]))
    return path[::-1]


def stretches(labels: Sequence[int], places: Places, likely: Scores) -> dict[str, list[Stretch]]:
    """Return the stretches of each role in a window; only content runs on over the end of a paragraph."""
    found: dict[str, list[Stretch]] = {role: [] for role in ROLES}
    for role, first, last in _runs(labels, places):
        found[role].append(Stretch(first, last, float(likely[first : last + 1].mean())))
    return found


def _runs(labels: Sequence[int], places: Places) -> Iterator[tuple[str, int, int]]:
    """Yield role, first and last piece of each run of labels."""
    role, first, last = "", 0, 0
    for at, label in enumerate(labels):
        is_break = places[at][1] <= places[at][0]
        if is_break and role == "content":
            continue
        here = ROLES[(label - 1) // 2] if label and not is_break else ""
        if role and (here != role or label % 2):
            yield role, first, last
            role = ""
        if here and not role:
            role, first = here, at
        last = at
    if role:
        yield role, first, last


def probabilities(scores: Scores, labels: Sequence[int]) -> Scores:
    """Return how likely each piece's label is by its own scores, from 0 to 1."""
    shares = np.exp(scores - scores.max(axis=-1, keepdims=True))
    chosen = shares[np.arange(len(labels)), labels] / shares.sum(axis=-1)
    return np.asarray(chosen, dtype=np.float32)
