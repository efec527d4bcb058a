"""The articles that an article took words from, or gave words to."""

from collections.abc import Iterator

import msgspec
import numpy as np

from reportedly.copies.aligning import Block, align
from reportedly.copies.crediting import credited_names, is_credit_for
from reportedly.copies.directing import direct
from reportedly.copies.near import Holders, NearCopies, outlet_key
from reportedly.copies.prints import Printed
from reportedly.copies.recurring import Recurring
from reportedly.copies.spelling_out import carried_span
from reportedly.copies.weighing import Weighed, kind_of, weigh
from reportedly.records import CopyLink, Passage

# Articles that are compared word by word, those with most in common first. A report that hundreds carry
# meets the nearest of them; each of the others has met its own.
MOST_COMPARED = 64


class CopiesFound(msgspec.Struct, frozen=True, kw_only=True):
    """What the room found for one article.

    `links` are those with known articles, the most shared first, then the credits of origins that are not
    known. `answered` are such credits of other articles which this one turns out to be the origin of.
    `shaken` are known articles whose links may rest on words that have just shown as house words.
    """

    links: tuple[CopyLink, ...] = ()
    answered: tuple[CopyLink, ...] = ()
    shaken: tuple[str, ...] = ()


def find_copies(article: Printed, near: NearCopies) -> CopiesFound:
    """Return who took words from whom, of this article and all known ones, and whom it credits.

    Either may be the copy: a slow origin is read after those who took from it.
    """
    holders = near.holders(article)
    recurring = Recurring(article, holders)
    compared = _compared(article, near, holders, recurring)
    credited = set(credited_names(article))
    answered: list[CopyLink] = []
    for other, link in compared:
        if link.copy == article.id:
            credited -= {name for name in credited if is_credit_for(name, _outlet(other))}
        else:
            names = (name for name in credited_names(other) if is_credit_for(name, _outlet(article)))
            answered.extend(_unseen(other.id, name) for name in names)
    unseen = (_unseen(article.id, name) for name in credited_names(article) if name in credited)
    shaken = near.known(recurring.shaken) if recurring.shaken else ()
    return CopiesFound(
        links=(*(link for _, link in compared), *unseen),
        answered=tuple(answered),
        shaken=tuple(each.id for each in shaken),
    )


def find_links(article: Printed, near: NearCopies) -> tuple[CopyLink, ...]:
    """Return a link for every known article with which this one shares words that one of them took.

    The links are in the order of how much is shared, the most first.
    """
    holders = near.holders(article)
    found = _compared(article, near, holders, Recurring(article, holders))
    return tuple(link for _, link in found)


def _compared(
    article: Printed, near: NearCopies, holders: Holders, recurring: Recurring
) -> list[tuple[Printed, CopyLink]]:
    """Return the known articles that are linked with one, and the links, the most shared first."""
    numbers = _candidates(holders, recurring) if len(holders.numbers) else []
    linked = ((other, _link(article, other, recurring, near)) for other in near.known(numbers))
    found = [(other, link) for other, link in linked if link]
    return sorted(found, key=lambda each: -each[1].share)


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


def _candidates(holders: Holders, recurring: Recurring) -> list[int]:
    """Return the numbers of the articles worth a comparison, those with most fingerprints in common first."""
    telling = ~recurring.house_prints[holders.which]
    numbers, counts = np.unique(holders.numbers[telling], return_counts=True)
    order = np.argsort(-counts, kind="stable")[:MOST_COMPARED]
    return [int(number) for number in numbers[order]]


def _link(article: Printed, other: Printed, recurring: Recurring, near: NearCopies) -> CopyLink | None:
    if article.article.url is not None and article.article.url == other.article.url:
        return None  # two versions of one page
    shared = weigh(article, other, align(article.words.codes, other.words.codes), recurring)
    if shared is None or (_is_half(article, other, shared) and _is_box(other, near, shared)):
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


def _is_half(article: Printed, other: Printed, shared: Weighed) -> bool:
    """Return whether one outlet's report is mostly words of a longer one of it: half a page may be a box."""
    return shared.share_of_other < shared.share and outlet_key(article) == outlet_key(other)


def _is_box(other: Printed, near: NearCopies, shared: Weighed) -> bool:
    """Return whether shared words are house words, as seen from the other article.

    A short report with a long box in it is like all others that have the box, and cannot show it.
    """
    recurring = Recurring(other, near.holders(other))
    house = sum(
        int(recurring.house[j : j + length].sum()) for block in shared.blocks for _, j, length in block.runs
    )
    return 2 * house >= shared.equal


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
