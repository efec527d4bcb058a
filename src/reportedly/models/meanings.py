"""What sentences mean as vectors that are alike across languages: sums of the vectors of word pieces.

No network runs: each word piece has one vector, in four bits. They were made so that the sum over a
sentence comes near what multilingual-e5-small makes of it (Model2Vec's idea; see training/meanings).
"""

import re
from collections.abc import Sequence
from importlib.resources.abc import Traversable

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from reportedly.models.words import WordVectors

Vectors = npt.NDArray[np.float32]

# Vowel signs and the stroke that stretches a word: written by some, left out by most.
_MARKS = re.compile("[\u064b-\u0652\u0670\u0640]")
_JOINER = "\u200c"


class Meanings:
    """The vectors of word pieces, and the mean vector of each language's sentences, which is taken off."""

    def __init__(self, words: WordVectors, means: dict[str, Vectors], tokenizer: Tokenizer) -> None:
        self._words = words
        self._means = means
        self._tokenizer = tokenizer

    def of(self, texts: Sequence[str], language: str) -> Vectors:
        """Return a vector of length 1 for each text, (texts, 96); of nothing known for one without words.

        What all sentences of a language share says which language it is, not what is said, and is left out.
        """
        mean = self._means[language]
        if not texts:
            return np.zeros((0, len(mean)), np.float32)
        pieces = [each.ids for each in self._tokenizer.encode_batch(folded(texts), add_special_tokens=False)]
        lengths = np.array([len(each) for each in pieces])
        vectors = self._words.of([number for each in pieces for number in each])
        sums = np.zeros((len(texts), len(mean)), np.float32)
        if len(vectors):
            starts = (np.cumsum(lengths) - lengths)[lengths > 0]
            sums[lengths > 0] = np.add.reduceat(vectors, starts, axis=0)
        found = _unit(_unit(sums) - mean)
        found[lengths == 0] = 0
        return found


def load_meanings(weights: Traversable) -> Meanings:
    """Return the vectors that lie in a folder; the vocabulary is that of the tagger of six languages."""
    with weights.joinpath("meanings.npz").open("rb") as file:
        kept = dict(np.load(file))
    vocabulary = weights.joinpath("statements_world.vocabulary.json").read_text(encoding="utf8")
    tokenizer = Tokenizer.from_str(vocabulary)
    tokenizer.no_padding()
    tokenizer.no_truncation()
    means = dict(zip(kept["languages"].tolist(), kept["means"].astype(np.float32), strict=True))
    return Meanings(WordVectors(kept["scales"], kept["pairs"]), means, tokenizer)


def folded(texts: Sequence[str]) -> list[str]:
    """Return texts as they are cut into pieces: small letters, no vowel signs, no joiners."""
    return [_MARKS.sub("", text.lower().replace(_JOINER, " ")) for text in texts]


def _unit(vectors: Vectors) -> Vectors:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    found: Vectors = (vectors / np.maximum(lengths, 1e-9)).astype(np.float32)
    return found
