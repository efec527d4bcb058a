"""How sure "sure" is: a logistic over an attribution's signs, fitted on articles held out of training."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from training.statements.data import Row

from reportedly.models.tagger import Tagger
from reportedly.records import Span
from reportedly.text import paragraphs_of

Floats = npt.NDArray[np.float64]
_HALF = 0.5
_STEPS, _RIDGE = 60, 1e-3


def calibrate(tagger: Tagger, rows: Sequence[Row]) -> np.ndarray[Any, Any]:
    """Return bias and weights of the signs, fitted by Newton's steps to what the labels say is right."""
    seen = [pair for row in rows for pair in _judged(tagger, row)]
    signs = np.array([signs for signs, _ in seen], dtype=np.float64)
    right = np.array([float(is_right) for _, is_right in seen])
    mean, spread = signs.mean(0), signs.std(0) + 1e-6
    design = np.column_stack([np.ones(len(signs)), (signs - mean) / spread])
    weights = np.zeros(design.shape[1])
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-design @ weights))
        slope = design.T @ (likely - right) + _RIDGE * weights
        bend = (design * (likely * (1 - likely))[:, None]).T @ design + _RIDGE * np.eye(len(weights))
        weights -= np.linalg.solve(bend, slope)
    own = weights[1:] / spread
    return np.concatenate([[weights[0] - own @ mean], own]).astype(np.float32)


def _judged(tagger: Tagger, row: Row) -> Iterator[tuple[tuple[float, ...], bool]]:
    """Yield the signs of each attribution, and whether half its content and its source are right."""
    text = row["text"]
    gold = [(_letters(text, q["content"]), _letters(text, q["source"])) for q in row["quotes"]]
    for signs, found in tagger.with_signs(text, paragraphs_of(text)):
        content = _letters(text, [[span.start, span.end] for span in found.content])
        source = _letters(text, [_ends(found.source)] if found.source else [])
        yield signs, any(_overlap(content, c) >= _HALF and _same(source, s) for c, s in gold)


def _ends(span: Span) -> list[int]:
    return [span.start, span.end]


def _letters(text: str, spans: Sequence[Sequence[int]]) -> frozenset[int]:
    return frozenset(i for start, end in spans for i in range(start, end) if text[i].isalnum())


def _overlap(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / max(1, len(one | other))


def _same(one: frozenset[int], other: frozenset[int]) -> bool:
    return bool(one & other) or (not one and not other)
