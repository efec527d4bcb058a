"""The articles that an article took words from, or gave words to."""

from collections.abc import Iterator

import msgspec
import numpy as np

from reportedly.copies.aligning import Block
from reportedly.copies.crediting import credited_names, is_credit_for
from reportedly.copies.directing import direct
from reportedly.copies.explaining import is_explained, newly_explained
from reportedly.copies.near import NearCopies
from reportedly.copies.pairing import Asked, taken_between
from reportedly.copies.prints import Printed
from reportedly.copies.spelling_out import carried_span
from reportedly.copies.weighing import Weighed, kind_of
from reportedly.records import CopyLink, Passage

# Articles that are compared word by word, those with most in common first. A report that hundreds carry
# meets the nearest of them; each of the others has met its own.
MOST_COMPARED = 64


class CopiesFound(msgspec.Struct, frozen=True, kw_only=True):
    """What the room found for one article.

    `links` are those with known articles, the most shared first, then the credits of origins that are not
    known. `answered` are such credits of other articles which this one turns out to be the origin of.
    `shaken` are known articles whose links may rest on words that have just shown as house words, or that
    this article has brought with it.
    """

    links: tuple[CopyLink, ...] = ()
    answered: tuple[CopyLink, ...] = ()
    shaken: tuple[str, ...] = ()


def find_copies(article: Printed, near: NearCopies) -> CopiesFound:
    """Return who took words from whom, of this article and all known ones, and whom it credits.

    Either may be the copy: a slow origin is read after those who took from it.
    """
    asked = Asked.among(article, near)
    compared = _compared(asked, near)
    linked = [(other, link) for other, link in compared if link]
    parted = ([other for other, _ in linked], [other for other, link in compared if not link])
    credited = set(credited_names(article))
    answered: list[CopyLink] = []
    for other, link in linked:
        if link.copy == article.id:
            credited -= {name for name in credited if is_credit_for(name, _outlet(other))}
        else:
            names = (name for name in credited_names(other) if is_credit_for(name, _outlet(article)))
            answered.extend(_unseen(other.id, name) for name in names)
    unseen = (_unseen(article.id, name) for name in credited_names(article) if name in credited)
    again = near.known(asked.recurring.shaken) if asked.recurring.shaken else ()
    return CopiesFound(
        links=(*(link for _, link in linked), *unseen),
        answered=tuple(answered),
        shaken=tuple(dict.fromkeys(each.id for each in (*again, *newly_explained(article, parted, near)))),
    )


def find_links(article: Printed, near: NearCopies, *, before: int | None = None) -> tuple[CopyLink, ...]:
    """Return a link for every known article with which this one shares words that one of them took.

    The links are in the order of how much is shared, the most first. In a batch each pair is met once
    where the article is compared with those whose number lies `before` its own.
    """
    found = _compared(Asked.among(article, near), near, before)
    return tuple(link for _, link in found if link)


def _compared(
    asked: Asked, near: NearCopies, before: int | None = None
) -> list[tuple[Printed, CopyLink | None]]:
    """Return the known articles that were compared with one, the most shared first, with their links."""
    numbers = [number for number in _candidates(asked) if before is None or number < before]
    found = [(other, _link(asked, other, near)) for other in near.known(numbers)]
    return sorted(found, key=lambda each: -each[1].share if each[1] else 0.0)


def _unseen(article_id: str, name: str) -> CopyLink:
    """Return the link that says that an article credits somebody whose report is not known."""
    return CopyLink(
        copy=article_id,
        origin=None,
        credited=name,
        kind="credited",
        is_sure=True,
        reason="credited",
        because=f"It credits {name}, whose report is not in the record.",
    )


def _outlet(article: Printed) -> str:
    return article.article.outlet.value if article.article.outlet else ""


def _candidates(asked: Asked) -> list[int]:
    """Return the numbers of the articles worth a comparison, those with most fingerprints in common first."""
    if not len(asked.holders.numbers):
        return []
    telling = ~asked.recurring.house_prints[asked.holders.which]
    numbers, counts = np.unique(asked.holders.numbers[telling], return_counts=True)
    order = np.argsort(-counts, kind="stable")[:MOST_COMPARED]
    return [int(number) for number in numbers[order]]


def _link(asked: Asked, other: Printed, near: NearCopies) -> CopyLink | None:
    article = asked.article
    shared = taken_between(asked, other, near)
    if shared is None or is_explained(asked, other, shared, near):
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
