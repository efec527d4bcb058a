"""The vectors of word pieces, kept in four bits each."""

from collections.abc import Sequence

import msgspec
import numpy as np
import numpy.typing as npt

# Figures that share a scale.
BLOCK = 32
_HALF = 8


class WordVectors(msgspec.Struct, frozen=True):
    """A vector for each word piece: blocks of 32 figures of four bits, each with its scale.

    `scales` is (pieces, blocks) in 16 bits; `pairs` (pieces, blocks, 16) holds in each byte one figure
    of the first half of the block (low) and one of the second (high).
    """

    scales: npt.NDArray[np.float16]
    pairs: npt.NDArray[np.uint8]

    def of(self, pieces: Sequence[int]) -> npt.NDArray[np.float32]:
        """Return the vectors of some pieces, (pieces, width)."""
        pairs, scales = self.pairs[pieces], self.scales[pieces].astype(np.float32)
        figures = np.concatenate([pairs & 15, pairs >> 4], axis=2).astype(np.float32) - _HALF
        return (figures * scales[:, :, None]).reshape(len(pieces), -1)


def packed(vectors: npt.NDArray[np.float32]) -> WordVectors:
    """Return vectors (pieces, width) in four bits; the width is a multiple of 32.

    The figure that is farthest from nothing becomes -8 exactly, so vectors that were packed so before
    come through unchanged.
    """
    blocks = vectors.reshape(len(vectors), -1, BLOCK)
    farthest = np.take_along_axis(blocks, np.abs(blocks).argmax(axis=2)[:, :, None], 2)
    scales = (farthest / -_HALF).astype(np.float16)
    shares = np.divide(blocks, scales, out=np.zeros_like(blocks), where=scales != 0)
    figures = np.clip(np.rint(shares) + _HALF, 0, 15).astype(np.uint8)
    pairs = figures[:, :, : BLOCK // 2] | (figures[:, :, BLOCK // 2 :] << 4)
    return WordVectors(scales[:, :, 0], pairs)
