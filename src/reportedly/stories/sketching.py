"""What of a report is compared with others: its words by how rare they are, names, figures, beginnings."""

import itertools
import math
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence

import numpy as np
import numpy.typing as npt

from reportedly.stories.report import Bag, Report, Sketch
from reportedly.stories.wording import FIGURES, digest, names, rarity, roots, weekdays

# Characters of a report that count: what comes later tells of the background. All measured with these.
_TEXT = 2000
_LEAD = 350
_NAMES = 1500
# Words that stand for the headline of a report without one.
_FIRST_WORDS = 12
_PIECE = 4


def sketched(report: Report) -> Sketch:
    """Return what of a report is compared with others; the same report gives the same sketch anywhere."""
    whole = f"{report.headline}. {report.text[:_TEXT]}"
    words, lead = roots(whole), roots(whole[:_LEAD])
    headline = roots(report.headline) or lead[:_FIRST_WORDS]
    pairs = [f"{one} {other}" for one, other in itertools.pairwise(words)]
    different = dict.fromkeys(words)
    rare = np.fromiter(map(rarity, different), np.float64, len(different))
    return Sketch(
        id=report.id,
        day=report.day,
        words=len(different),
        rarity=float(rare.sum()),
        bags=(
            _bag(words, rarity),
            _bag(lead, rarity),
            _bag(headline, rarity),
            _bag(names(whole[:_NAMES]), rarity),
            _bag(FIGURES.findall(whole), None),
            _bag(pairs, None),
            _bag(_pieces(lead), None),
            _packed(different, np.sqrt(rare)),
        ),
        weekdays=weekdays(whole),
    )


def _pieces(words: Iterable[str]) -> list[str]:
    """Return all runs of four letters in some words; shorter words are one each."""
    return [word[at : at + _PIECE] for word in words for at in range(max(1, len(word) - _PIECE + 1))]


def _bag(terms: Sequence[str], weight: Callable[[str], float] | None) -> Bag:
    """Return terms with their weights, brought to length 1; a term that recurs counts a little more."""
    counts = Counter(terms)
    if not counts:
        return _packed((), np.zeros(0))
    found = 1 + np.log(np.fromiter(counts.values(), np.float64, len(counts)))
    if weight is not None:
        found *= np.fromiter(map(weight, counts), np.float64, len(counts))
    return _packed(counts, found / (math.sqrt((found * found).sum()) or 1.0))


def _packed(terms: Collection[str], weights: npt.NDArray[np.float64]) -> Bag:
    digests = np.fromiter(map(digest, terms), np.uint32, len(terms))
    order = np.argsort(digests, kind="stable")
    return Bag(terms=digests[order], weights=weights[order].astype(np.float32))
