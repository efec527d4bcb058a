"""What of an article is kept to find it by from other languages: two vectors in eight bits."""

import hashlib

import msgspec
import numpy as np
from numpy.typing import NDArray

from reportedly.copies.meant import Meant, Vectors

# Days between a report and its translation at most.
NEAR_DAYS = 3
# Articles in other languages that are set beside a new one sentence by sentence, those most alike first.
MOST_COMPARED_ABROAD = 8
# How alike sketches are at least, the mean of both cosines: made translations had .29 and more, and nine in
# ten of strangers less than .3.
LEAST_ALIKE = 0.25
# Sentences at the beginning that the first of the two vectors is of.
_BEGINNING = 3
_SCALE = 127


class MeantSketch(msgspec.Struct, frozen=True, kw_only=True):
    """An article's beginning and all of it as vectors of eight bits each, one behind the other in `packed`.

    `day` counts days since 1970; `digest` changes where anything that is compared of the article does.
    """

    id: str
    language: str
    day: int
    digest: str
    packed: bytes


def sketched_meaning(article: Meant, day: int) -> MeantSketch:
    """Return what of an article is kept to find it by; without sentences it is like nothing."""
    beginning = _unit(article.vectors[:_BEGINNING].sum(axis=0))
    whole = _unit(article.vectors.sum(axis=0))
    told = f"{article.id} {article.language} {day}".encode() + article.vectors.astype("<f4").tobytes()
    return MeantSketch(
        id=article.id,
        language=article.language,
        day=day,
        digest=hashlib.sha256(told).hexdigest()[:16],
        packed=np.rint(np.concatenate([beginning, whole]) * _SCALE).astype(np.int8).tobytes(),
    )


def likeness_of_sketches(sketch: MeantSketch, others: NDArray[np.int8]) -> Vectors:
    """Return how alike a sketch is to each of others (sketches, both vectors): the mean of two cosines."""
    own = np.frombuffer(sketch.packed, np.int8).astype(np.float32)
    found: Vectors = others.astype(np.float32) @ own / np.float32(2 * _SCALE * _SCALE)
    return found


def _unit(vector: Vectors) -> Vectors:
    found: Vectors = vector / max(float(np.linalg.norm(vector)), 1e-9)
    return found
