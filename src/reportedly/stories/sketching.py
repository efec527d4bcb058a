"""What of a report is compared with others: its words by how rare they are, names, figures, beginnings."""

import itertools
import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

import numpy as np

from reportedly.stories.report import Bag, Report, Sketch
from reportedly.stories.wording import FIGURES, digest, names, rarity, roots

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
    each = {word: rarity(word) for word in sorted(set(words))}
    return Sketch(
        id=report.id,
        day=report.day,
        words=len(each),
        rarity=float(sum(each.values())),
        bags=(
            _bag(words, rarity),
            _bag(lead, rarity),
            _bag(headline, rarity),
            _bag(names(whole[:_NAMES]), rarity),
            _bag(FIGURES.findall(whole), _alike),
            _bag(pairs, _alike),
            _bag(_pieces(lead), _alike),
            _packed([(digest(word), math.sqrt(value)) for word, value in each.items()]),
        ),
    )


def _alike(_: str) -> float:
    return 1.0


def _pieces(words: Iterable[str]) -> list[str]:
    """Return all runs of four letters in some words; shorter words are one each."""
    return [word[at : at + _PIECE] for word in words for at in range(max(1, len(word) - _PIECE + 1))]


def _bag(terms: Sequence[str], weight: Callable[[str], float]) -> Bag:
    """Return terms with their weights, brought to length 1; a term that recurs counts a little more."""
    found = [
        (digest(term), (1 + math.log(count)) * weight(term)) for term, count in sorted(Counter(terms).items())
    ]
    length = math.sqrt(sum(value * value for _, value in found)) or 1.0
    return _packed([(term, value / length) for term, value in found])


def _packed(found: Iterable[tuple[int, float]]) -> Bag:
    ordered = sorted(found)
    return Bag(
        terms=np.array([term for term, _ in ordered], np.uint32),
        weights=np.array([value for _, value in ordered], np.float32),
    )
