"""Vectors in four bits: what comes back is near, and what was packed before comes back unchanged."""

import numpy as np
import pytest

from reportedly.models.words import BLOCK, packed


def some_vectors() -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    return np.random.default_rng(5).normal(size=(50, 3 * BLOCK)).astype(np.float32)


def test_vectors_come_back_near() -> None:
    vectors = some_vectors()
    again = packed(vectors).of(range(50))
    assert again.shape == vectors.shape
    assert again.dtype == np.float32
    assert np.sqrt(((again - vectors) ** 2).mean() / (vectors**2).mean()) < 0.1


def test_what_was_packed_before_comes_back_unchanged() -> None:
    once = packed(some_vectors()).of(range(50))
    assert packed(once).of(range(50)) == pytest.approx(once, abs=1e-6)


def test_pieces_are_asked_for_in_any_order_and_more_than_once() -> None:
    words = packed(some_vectors())
    some = words.of([7, 3, 7])
    assert (some[0] == some[2]).all()
    assert (some[1] == words.of([3])[0]).all()


def test_nothing_stays_nothing() -> None:
    assert not packed(np.zeros((2, BLOCK), dtype=np.float32)).of([0, 1]).any()
