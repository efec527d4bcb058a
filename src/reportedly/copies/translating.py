"""Which of two articles in two languages is the other's translation, as far as the pages tell."""

import math
import statistics
from collections.abc import Iterable, Sequence

import msgspec

from reportedly.copies.answering import Answer, answers
from reportedly.copies.meant import Meant
from reportedly.copies.translated_from import direct_translation
from reportedly.records import CopyLink, Passage, Span

# How likely a translation must be to be told, and what speaks for one, as a logistic: the share of the text
# that is answered in the article which is answered more and in the other, how many of the figures in answers
# stand in both, how far the lengths of answers stray from the middle one (against), and how many answer one
# to one. Fitted and chosen on 15 made happenings (benchmarks/translations/tuned_on.txt, leaving a fifth of
# them out in turn), runs of several, parts of them, and 2,000 pairs of real pages that are none. Lower tells
# two reports that give the same facts in the same order for one; at .5 thrice as many.
LEAST_LIKELY = 0.7
_ALONE, _MORE, _LESS, _FIGURES, _STRAYING, _SINGLE = -9.0, 4.5, 3.0, 2.8, -3.7, 3.1
# How far the length of an only answer is taken to stray: it has no others to be even with.
_ONLY = 0.3
# A sentence has an answer at this likeness at least; where fewer in the shorter article have one, no pair is
# aligned: of made translations .7 and more had one.
_WORTH, _LEAST_WORTH = 0.3, 0.4


class Translated(msgspec.Struct, frozen=True, kw_only=True):
    """What two articles in two languages share: the pairs of sentences, shares of both texts, how likely."""

    answers: tuple[Answer, ...]
    share: float
    share_of_other: float
    likely: float


def find_translations(article: Meant, near: Iterable[Meant]) -> tuple[CopyLink, ...]:
    """Return a link for every translation among the articles near, the likeliest first.

    Either may be the translation. Each link's `passages` say which sentences answer to which, and which
    stand in one of the two alone.
    """
    found = [
        _link(article, other, shared)
        for other in near
        if other.language != article.language
        and (shared := translated(article, other)).likely >= LEAST_LIKELY
    ]
    return tuple(sorted(found, key=lambda link: -link.score))


def translated(here: Meant, there: Meant) -> Translated:
    """Return which sentences of two articles answer to one another, and how likely one is a translation."""
    found = answers(here, there) if _is_worth_it(here, there) else ()
    share = _share(here, [(each.here, each.here_end) for each in found])
    other = _share(there, [(each.there, each.there_end) for each in found])
    likely = _likely(here, there, found, (max(share, other), min(share, other))) if found else 0.0
    return Translated(answers=found, share=share, share_of_other=other, likely=likely)


def answering_passages(here: Meant, there: Meant) -> tuple[Passage, ...]:
    """Return the sentences of two articles in two languages that answer to one another, whoever wrote."""
    spans = (_spans(here, there, each) for each in answers(here, there))
    return tuple(Passage(handling="translated", here=ours, there=theirs) for ours, theirs in spans)


def _is_worth_it(here: Meant, there: Meant) -> bool:
    """Return whether enough sentences of the shorter article have one like them to look closer."""
    if not len(here.vectors) or not len(there.vectors):
        return False
    likeness = here.vectors @ there.vectors.T
    best = likeness.max(axis=1 if len(here.vectors) <= len(there.vectors) else 0)
    return float((best >= _WORTH).mean()) >= _LEAST_WORTH


def _share(article: Meant, runs: Sequence[tuple[int, int]]) -> float:
    lengths = [span.end - span.start for span in article.sentences]
    return sum(sum(lengths[first:end]) for first, end in runs) / max(sum(lengths), 1)


def _likely(here: Meant, there: Meant, found: Sequence[Answer], shares: tuple[float, float]) -> float:
    strength = _ALONE + _MORE * shares[0] + _LESS * shares[1]
    strength += _FIGURES * _figures_shared(here, there, found)
    strength += _STRAYING * _straying(here, there, found) + _SINGLE * _single(found)
    return round(1 / (1 + math.exp(-strength)), 3)


def _figures_shared(here: Meant, there: Meant, found: Sequence[Answer]) -> float:
    """Return how many of the figures in sentences that answer one another stand in both, 0 to 1."""
    same = apart = 0
    for each in found:
        ours = frozenset[str]().union(*here.figures[each.here : each.here_end])
        theirs = frozenset[str]().union(*there.figures[each.there : each.there_end])
        same += len(ours & theirs)
        apart += len(ours ^ theirs)
    return (same + 0.5) / (same + apart / 2 + 1)


def _straying(here: Meant, there: Meant, found: Sequence[Answer]) -> float:
    """Return how far the lengths of answers stray from the middle one: a translator keeps a measure."""
    if len(found) < 2:
        return _ONLY
    ratios = [
        math.log(_length(here, each.here, each.here_end) / _length(there, each.there, each.there_end))
        for each in found
    ]
    middle = statistics.median(ratios)
    return statistics.fmean(abs(each - middle) for each in ratios)


def _length(article: Meant, first: int, end: int) -> int:
    return sum(span.end - span.start for span in article.sentences[first:end])


def _single(found: Sequence[Answer]) -> float:
    """Return how many of some answers are one sentence for one, 0 to 1."""
    return sum(each.here_end - each.here == each.there_end - each.there == 1 for each in found) / len(found)


def _link(article: Meant, other: Meant, shared: Translated) -> CopyLink:
    direction = direct_translation(article.article, other.article, (shared.share, shared.share_of_other))
    copy, origin = (article, other) if direction.is_copy else (other, article)
    shares = (shared.share, shared.share_of_other)
    if not direction.is_copy:
        shares = (shares[1], shares[0])
    pairs = [_spans(article, other, each) for each in shared.answers]
    passages = tuple(
        Passage(
            handling="translated",
            here=ours if direction.is_copy else theirs,
            there=theirs if direction.is_copy else ours,
        )
        for ours, theirs in pairs
    )
    return CopyLink(
        copy=copy.id,
        origin=origin.id,
        kind="translation",
        carried=tuple(sorted(passages, key=lambda each: each.here or Span(0, 0))),
        is_sure=direction.is_sure,
        reason=direction.reason,
        because=direction.because,
        share=round(shares[0], 3),
        share_of_origin=round(shares[1], 3),
        score=shared.likely,
    )


def _spans(here: Meant, there: Meant, answer: Answer) -> tuple[Span, Span]:
    """Return where the sentences of an answer stand in both articles."""
    return (
        Span(here.sentences[answer.here].start, here.sentences[answer.here_end - 1].end),
        Span(there.sentences[answer.there].start, there.sentences[answer.there_end - 1].end),
    )
