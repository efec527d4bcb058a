"""A report as this room takes it, and the terms and figures it is compared by."""

import msgspec
import numpy as np
import numpy.typing as npt

Terms = npt.NDArray[np.uint32]
Weights = npt.NDArray[np.float32]


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """One report: `day` is its publish time in days since 1970 (UTC), None where it does not say it."""

    id: str
    headline: str
    text: str
    day: float | None = None


class Bag(msgspec.Struct, frozen=True, kw_only=True):
    """Terms of one sort, as 32-bit digests in rising order, each with its weight; of length 1 or empty."""

    terms: Terms
    weights: Weights


class Sketch(msgspec.Struct, frozen=True, kw_only=True):
    """What is left of a report for comparing: a bag for each sort in `SORTS`, its length and its day.

    `words` counts its different words; `rarity` is the sum of how rare each of them is; `weekdays` are the
    days of the week that it names (Monday is 1), in the order in which they are first named.
    """

    id: str
    day: float | None
    words: int
    rarity: float
    bags: tuple[Bag, ...]
    weekdays: tuple[int, ...] = ()


SORTS = ("words", "lead", "headline", "names", "numbers", "pairs", "pieces", "rare")
"""What is compared, each by the cosine of two bags: all words weighted by how rare they are, those of the
first lines, those of the headline, words with a capital letter, figures, pairs of words in a row, four
letters in a row, and `rare`: words each counted once (left at its own length)."""
