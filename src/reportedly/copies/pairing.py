"""What one of two articles took from the other: their alignment, weighed, with house words left out."""

import msgspec

from reportedly.copies.aligning import align
from reportedly.copies.near import Holders, NearCopies, outlet_key
from reportedly.copies.prints import Printed
from reportedly.copies.recurring import Recurring
from reportedly.copies.weighing import Weighed, weigh


class Asked(msgspec.Struct, frozen=True):
    """An article with who holds its fingerprints and what of it recurs: the same for all comparisons."""

    article: Printed
    holders: Holders
    recurring: Recurring

    @classmethod
    def among(cls, article: Printed, near: NearCopies) -> "Asked":
        """Return an article made ready to be compared with known ones."""
        holders = near.holders(article)
        return cls(article, holders, Recurring(article, holders))


def are_versions(one: Printed, other: Printed) -> bool:
    """Return whether two articles were read from one page, at different times."""
    return one.article.url is not None and one.article.url == other.article.url


def taken_between(asked: Asked, other: Printed, near: NearCopies) -> Weighed | None:
    """Return what an article shares with another where one of them took it, else None."""
    article = asked.article
    if are_versions(article, other):
        return None
    blocks = align(article.words.codes, other.words.codes)
    shared = weigh(article, other, blocks, asked.recurring)
    if shared is None or (_is_half(article, other, shared) and _is_box(other, near, shared)):
        return None
    return shared


def _is_half(article: Printed, other: Printed, shared: Weighed) -> bool:
    """Return whether one outlet's report is mostly words of a longer one of it: half a page may be a box."""
    return shared.share_of_other < shared.share and outlet_key(article) == outlet_key(other)


def _is_box(other: Printed, near: NearCopies, shared: Weighed) -> bool:
    """Return whether shared words are house words, as seen from the other article.

    A short report with a long box in it is like all others that have the box, and cannot show it.
    """
    house = Asked.among(other, near).recurring.house
    counted = sum(int(house[j : j + length].sum()) for block in shared.blocks for _, j, length in block.runs)
    return 2 * counted >= shared.equal
