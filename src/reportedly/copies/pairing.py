"""What one of two articles took from the other: their alignment, weighed, with house words left out."""

import msgspec

from reportedly.copies.aligning import align
from reportedly.copies.near import Holders, NearCopies, outlet_key
from reportedly.copies.prints import Printed
from reportedly.copies.recurring import Recurring
from reportedly.copies.weighing import Weighed, weigh

# Share of a report that stands in another, and how many times longer that other is, from which on what they
# share may be house words though the shorter one does not show them as such.
_MOSTLY, _MUCH_LONGER = 0.5, 1.5
# Share of the words in common that must be house words for nothing to be taken: of one outlet's reports, and
# of two outlets', where a box may have come along with a report that was taken.
_HOUSE, _HOUSE_OF_OTHER = 0.5, 0.8


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
    if shared is None:
        return None
    most = _HOUSE if outlet_key(article) == outlet_key(other) else _HOUSE_OF_OTHER
    return None if _is_piece(article, other, shared) and _is_box(other, near, shared, most) else shared


def _is_piece(article: Printed, other: Printed, shared: Weighed) -> bool:
    """Return whether a report is mostly words of a longer one: half a page may be a box.

    Of another outlet's report that is asked only where the other is much longer, as one cut short is.
    """
    if outlet_key(article) == outlet_key(other):
        return shared.share_of_other < shared.share
    return shared.share >= _MOSTLY and shared.share_of_other * _MUCH_LONGER < shared.share


def _is_box(other: Printed, near: NearCopies, shared: Weighed, most: float) -> bool:
    """Return whether so much of the shared words are house words, as seen from the other article.

    A short report with a long box in it is like all others that have the box, and cannot show it.
    """
    house = Asked.among(other, near).recurring.house
    counted = sum(int(house[j : j + length].sum()) for block in shared.blocks for _, j, length in block.runs)
    return counted >= most * shared.equal
