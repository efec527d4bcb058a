"""The tagger of statements: who said what, read off running text by a small encoder."""

import math
from collections.abc import Iterator, Sequence
from importlib.resources.abc import Traversable
from typing import Any

import msgspec
import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from reportedly.models.decoding import Scores, Stretch, best_labels, probabilities, stretches
from reportedly.models.links import Linker
from reportedly.models.pieces import Window, marks_of, paragraph_pieces, windows
from reportedly.models.words import WordVectors
from reportedly.records import Span
from reportedly.statements.tagging import Attribution

_PROJECTION = 128
# Windows whose labels are found in one go: enough to share the cost of a step, few enough to bound memory.
_TOGETHER = 32


class _Read(msgspec.Struct, frozen=True):
    """A window as the encoder read it: scores (pieces, labels) and projections (pieces, 4 * size)."""

    window: Window
    scores: Scores
    views: Scores


class Tagger:
    """An encoder of word pieces with its tokeniser, its links and its calibration.

    The same text gives the same answer on every run: each window is read by itself, so that nothing
    that stands far away can change the scale of its 8-bit figures.
    """

    def __init__(self, name: str, encoder: bytes, vocabulary: str, weights: dict[str, Any]) -> None:
        self._name = name
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(encoder, options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_str(vocabulary)
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._marks = marks_of(self._tokenizer)
        self._words = WordVectors(weights["words.scales"], weights["words.pairs"])
        self._follows, self._opens = weights["follows"], weights["opens"]
        self._cues = _linker(weights, "cue")
        self._sources = _linker(weights, "source")
        self._calibration = weights["calibration"]
        self._yields_below = float(weights.get("yields_below", 0.0))

    @property
    def name(self) -> str:
        """Return the name of the weights with their version."""
        return self._name

    @property
    def yields_below(self) -> float:
        """Return the confidence below which the finds of these weights give way to the rules; 0 for never."""
        return self._yields_below

    def attributions(self, text: str, paragraphs: Sequence[Span]) -> tuple[Attribution, ...]:
        """Return who said what in `paragraphs` of `text`, in reading order."""
        found = [attribution for _, attribution in self.with_signs(text, paragraphs)]
        return tuple(sorted(found, key=lambda each: each.content))

    def with_signs(
        self, text: str, paragraphs: Sequence[Span]
    ) -> Iterator[tuple[tuple[float, ...], Attribution]]:
        """Yield each attribution with the signs that its confidence is made of, window by window."""
        units = paragraph_pieces(text, paragraphs, self._tokenizer)
        all_windows = windows(units, self._marks)
        for start in range(0, len(all_windows), _TOGETHER):
            some = [self._read(window) for window in all_windows[start : start + _TOGETHER]]
            for one, labels in zip(some, self._labels(some), strict=True):
                yield from self._attributions(one, labels)

    def _read(self, window: Window) -> _Read:
        pieces = window.pieces
        rows = {"case": pieces.cases, "qs": pieces.quoted, "mask": [1] * len(pieces.ids)}
        inputs = {name: np.array([row], dtype=np.int64) for name, row in rows.items()}
        words = {"words": self._words.of(pieces.ids)[None]}
        scores, views = self._session.run(["em", "proj"], inputs | words)
        return _Read(window, scores[0], views[0])

    def _labels(self, some: Sequence[_Read]) -> list[list[int]]:
        lengths = [len(one.scores) for one in some]
        padded = np.zeros((len(some), max(lengths), some[0].scores.shape[1]), dtype=np.float32)
        for row, one in zip(padded, some, strict=True):
            row[: len(one.scores)] = one.scores
        return best_labels(padded, lengths, self._follows, self._opens)

    def _attributions(
        self, one: _Read, labels: Sequence[int]
    ) -> Iterator[tuple[tuple[float, ...], Attribution]]:
        """Yield what a window reports, but what stands wholly in its context."""
        places = one.window.pieces.places
        found = stretches(labels, places, probabilities(one.scores, labels))
        views = [one.views[:, i * _PROJECTION : (i + 1) * _PROJECTION] for i in range(4)]
        cue_of, cue_likely = self._links(self._cues, found["content"], found["cue"], views[0], views[1])
        source_of, source_likely = self._links(
            self._sources, found["cue"], found["source"], views[2], views[3]
        )
        for cue, parts in _grouped(cue_of):
            content = [found["content"][i] for i in parts]
            if content[-1].last < one.window.start:
                continue
            source = found["source"][source_of[cue]] if cue >= 0 and source_of[cue] >= 0 else None
            signs = (
                min(part.likely for part in content),
                min(cue_likely[i] for i in parts),
                found["cue"][cue].likely if cue >= 0 else 0.0,
                source_likely[cue] if cue >= 0 else 0.0,
                source.likely if source else 0.0,
            )
            yield (
                signs,
                Attribution(
                    content=tuple(_span(part, places) for part in content),
                    cue=_span(found["cue"][cue], places) if cue >= 0 else None,
                    source=_span(source, places) if source else None,
                    confidence=self._confidence(signs),
                ),
            )

    @staticmethod
    def _links(
        linker: Linker, heads: Sequence[Stretch], candidates: Sequence[Stretch], one: Scores, other: Scores
    ) -> tuple[list[int], list[float]]:
        return linker.choose(heads, candidates, one, other) if heads else ([], [])

    def _confidence(self, signs: Sequence[float]) -> float:
        """Return how likely an attribution is right by its signs: a logistic fitted on held-back articles."""
        weighed = (weight * sign for weight, sign in zip(self._calibration[1:], signs, strict=True))
        strength = float(self._calibration[0] + sum(weighed))
        return round(1 / (1 + math.exp(-strength)), 2)


def _grouped(cue_of: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    """Yield each cue with the content that chose it; content without a cue (-1) stands by itself."""
    groups: dict[int, list[int]] = {}
    for part, cue in enumerate(cue_of):
        if cue < 0:
            yield -1, [part]
        else:
            groups.setdefault(cue, []).append(part)
    yield from groups.items()


def _span(stretch: Stretch, places: Sequence[tuple[int, int]]) -> Span:
    return Span(places[stretch.first][0], places[stretch.last][1])


def _linker(weights: dict[str, Scores], name: str) -> Linker:
    parts = ("head_bias", "candidate_bias", "nobody", "nearness")
    return Linker(**{part: weights[f"{name}.{part}"] for part in parts})


def load_tagger(name: str, folder: Traversable) -> Tagger:
    """Return the tagger whose files in `folder` begin with `name`."""
    with folder.joinpath(f"{name}.npz").open("rb") as file:
        weights = dict(np.load(file))
    version = str(weights.pop("version"))
    encoder = folder.joinpath(f"{name}.onnx").read_bytes()
    vocabulary = folder.joinpath(f"{name}.vocabulary.json").read_text(encoding="utf8")
    return Tagger(f"{name}-{version}", encoder, vocabulary, weights)
