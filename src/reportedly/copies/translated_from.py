"""Which of two articles was translated from the other: credits, times, and what one has beyond the other."""

from reportedly.copies.crediting import is_credit_for
from reportedly.copies.directing import Direction
from reportedly.copies.times import out_first
from reportedly.records import Article, Timestamp
from reportedly.text import fold

# Characters at an article's ends in which the name of an outlet is a credit; beyond, a name like others.
_EDGE = 160
# A translation is mostly cut. Where one has so much more of the other than the reverse, the longer is the
# origin, where nothing else tells.
_CUT = 0.25


def direct_translation(here: Article, there: Article, shares: tuple[float, float]) -> Direction:
    """Return whether the first of two articles was translated from the other, with the reason.

    `shares` say how much of each stands in the other. A credit outweighs the times; where neither says,
    the longer is the origin of one that was cut. Last, the one known before is taken for the origin, and
    the direction counts as unknown.
    """
    return _by_credit(here, there) or _by_time(here, there) or _by_length(shares)


def _by_credit(here: Article, there: Article) -> Direction | None:
    ours, theirs = _outlet(here), _outlet(there)
    if not ours or not theirs or fold(ours) == fold(theirs):
        return None
    credits_there, credits_here = _credits(here, theirs), _credits(there, ours)
    if credits_there == credits_here:
        return None
    named = theirs if credits_there else ours
    return Direction(is_copy=credits_there, reason="credited", because=f"It credits {named}.")


def _credits(article: Article, outlet: str) -> bool:
    """Return whether an article credits an outlet, in its credit lines or at the ends of its text."""
    if any(is_credit_for(credit.value, outlet) for credit in article.credits):
        return True
    if not article.paragraphs:
        return False
    first, last = article.paragraphs[0].of(article.text), article.paragraphs[-1].of(article.text)
    return fold(outlet) in fold(first[:_EDGE]) or fold(outlet) in fold(last[-_EDGE:])


def _by_time(here: Article, there: Article) -> Direction | None:
    published = here.published.value if here.published else None
    other = there.published.value if there.published else None
    order = out_first(published, other)
    if order == 0 or published is None or other is None:
        return None
    origin = there if order > 0 else here
    first, later = (published, other) if order < 0 else (other, published)
    whose = _outlet(origin) or "The other"
    because = f"{whose} had it first ({_shown(first)}, this one {_shown(later)})."
    return Direction(is_copy=order > 0, reason="published", because=because)


def _by_length(shares: tuple[float, float]) -> Direction:
    if abs(shares[0] - shares[1]) >= _CUT:
        because = "It has no more than the other, which goes on."
        return Direction(is_copy=shares[0] > shares[1], reason="contained", because=because)
    because = "Neither a credit nor the times say which was first; the one kept first is shown as the origin."
    return Direction(is_copy=True, reason="cannot-tell", because=because, is_sure=False)


def _outlet(article: Article) -> str:
    return article.outlet.value if article.outlet else ""


def _shown(at: Timestamp) -> str:
    """Return a time for a reader, as sure as the page is: "2031-04-09 12:00 UTC"."""
    day, _, rest = at.isoformat().partition("T")
    clock, zone = rest[:5], rest[8:]
    return f"{day} {clock} {'UTC' if zone == '+00:00' else zone}".strip()
