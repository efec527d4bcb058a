"""The articles that an article took words from, or gave words to."""

from collections.abc import Iterator

import numpy as np

from reportedly.copies.aligning import Block, align
from reportedly.copies.directing import direct
from reportedly.copies.near import Holders, NearCopies
from reportedly.copies.prints import Printed
from reportedly.copies.recurring import Recurring
from reportedly.copies.spelling_out import carried_span
from reportedly.copies.weighing import Weighed, kind_of, weigh
from reportedly.records import CopyLink, Passage

# Articles that are compared word by word, those with most in common first. A report that hundreds carry
# meets the nearest of them; each of the others has met its own.
MOST_COMPARED = 64


def find_links(article: Printed, near: NearCopies) -> tuple[CopyLink, ...]:
    """Return a link for every known article with which this one shares words that one of them took.

    Either may be the copy: a slow origin is read after those who took from it. The links are in the
    order of how much is shared, the most first.
    """
    holders = near.holders(article)
    if not len(holders.numbers):
        return ()
    recurring = Recurring(article, holders)
    numbers = _candidates(article, holders, recurring)
    links = (_link(article, other, recurring) for other in near.known(numbers))
    return tuple(sorted((link for link in links if link), key=lambda link: -link.share))


def _candidates(article: Printed, holders: Holders, recurring: Recurring) -> list[int]:
    """Return the numbers of the articles worth a comparison, those with most fingerprints in common first."""
    telling = ~recurring.house_prints[holders.which]
    numbers, counts = np.unique(holders.numbers[telling], return_counts=True)
    order = np.argsort(-counts, kind="stable")[:MOST_COMPARED]
    return [int(number) for number in numbers[order]]


def _link(article: Printed, other: Printed, recurring: Recurring) -> CopyLink | None:
    shared = weigh(article, other, align(article.words.codes, other.words.codes), recurring)
    if shared is None:
        return None
    direction = direct(article, other, shared)
    copy, origin = (article, other) if direction.is_copy else (other, article)
    share, share_of_origin = shared.share, shared.share_of_other
    if not direction.is_copy:
        share, share_of_origin = share_of_origin, share
    return CopyLink(
        copy=copy.id,
        origin=origin.id,
        kind=kind_of(share, share_of_origin, shared.unchanged, shared.equal),
        carried=tuple(_carried(article, other, shared, is_copy=direction.is_copy)),
        is_sure=direction.is_sure,
        reason=direction.reason,
        because=direction.because,
        share=share,
        share_of_origin=share_of_origin,
        score=shared.score,
    )


def _carried(article: Printed, other: Printed, shared: Weighed, *, is_copy: bool) -> Iterator[Passage]:
    """Yield the shared passages from the copy's side, in the copy's order."""
    blocks = list(shared.blocks)
    if not is_copy:
        blocks = sorted((_turned(block) for block in blocks), key=lambda block: block.here)
        article, other = other, article
    for block in blocks:
        here, there = carried_span(article, other, block)
        yield Passage(handling="kept" if block.is_equal else "reworded", here=here, there=there)


def _turned(block: Block) -> Block:
    runs = tuple((j, i, length) for i, j, length in block.runs)
    return Block(block.there, block.there_end, block.here, block.here_end, runs)
