"""Who took it from whom, and why: credits, names, times, and what contains what."""

import msgspec

from reportedly.copies.crediting import (
    credited_names,
    credits_outlet,
    is_credit_for,
    is_press_release,
    names_inside,
)
from reportedly.copies.prints import Printed
from reportedly.copies.times import out_first
from reportedly.copies.weighing import Weighed
from reportedly.records import DirectionReason, Timestamp

# Share of an article's words that stand in the other, from which on the other contains it; and the
# share of the other up to which it is a piece amid other text.
_CONTAINED, _AMID = 0.95, 0.6


class Direction(msgspec.Struct, frozen=True, kw_only=True):
    """Whether the first of two articles is the copy, with the reason; not sure where nothing tells."""

    is_copy: bool
    reason: DirectionReason
    because: str
    is_sure: bool = True


def direct(here: Printed, there: Printed, shared: Weighed) -> Direction:
    """Return which of two articles took the shared words from the other.

    A credit outweighs the times: an origin may be read or dated late. Where neither says, an outlet
    that the shared words themselves name, the earlier report, and a report that stands whole amid the
    other's text are taken for the origin, in this order. Last, the one that was known before is, and
    the direction counts as unknown; so it does where both credit a third, whoever was earlier.
    """
    credited = _by_credit(here, there, shared)
    if credited is not None:
        return credited
    likely = _by_time(here, there) or _by_words(here, there, shared)
    because = _common_origin(here, there)
    if because is None:
        return likely
    return Direction(is_copy=likely.is_copy, reason="common-origin", because=because, is_sure=False)


def _common_origin(here: Printed, there: Printed) -> str | None:
    """Return that both took it from the same third who is credited on both pages; None where nobody is."""
    others = credited_names(there)
    outlets = [outlet for outlet in (_outlet(here), _outlet(there)) if outlet]
    for name in credited_names(here):
        is_own = any(is_credit_for(name, outlet) for outlet in outlets)
        shared = [other for other in others if not is_own and is_credit_for(name, other)]
        if shared:
            named = min((name, *shared), key=len)
            return f"Both credit {named}: neither need have taken it from the other."
    if is_press_release(here) and is_press_release(there):
        return "Both carry it as a press release: neither need have taken it from the other."
    return None


def _by_credit(here: Printed, there: Printed, shared: Weighed) -> Direction | None:
    carried = [(block.here, block.here_end) for block in shared.blocks]
    carried_there = [(block.there, block.there_end) for block in shared.blocks]
    ours, theirs = _outlet(here), _outlet(there)
    if ours == theirs:
        return None
    credits_there = bool(theirs) and credits_outlet(here, theirs, carried)
    credits_here = bool(ours) and credits_outlet(there, ours, carried_there)
    if credits_there == credits_here:
        return None
    named = theirs if credits_there else ours
    return Direction(is_copy=credits_there, reason="credited", because=f"It credits {named}.")


def _by_time(here: Printed, there: Printed) -> Direction | None:
    published, other = here.article.published, there.article.published
    order = out_first(published.value if published else None, other.value if other else None)
    if order == 0 or published is None or other is None:
        return None
    origin = there if order > 0 else here
    first, second = (published, other) if order < 0 else (other, published)
    whose, when, later = _outlet(origin) or "The other", _shown(first.value), _shown(second.value)
    because = f"{whose} had it first ({when}, this one {later})."
    return Direction(is_copy=order > 0, reason="published", because=because)


def _by_words(here: Printed, there: Printed, shared: Weighed) -> Direction:
    carried = [(block.here, block.here_end) for block in shared.blocks]
    ours, theirs = _outlet(here), _outlet(there)
    names_there = bool(theirs) and names_inside(here, theirs, carried)
    names_here = bool(ours) and names_inside(here, ours, carried)
    if names_there != names_here:
        named = theirs if names_there else ours
        because = f"The shared words name {named}, as its own report would."
        return Direction(is_copy=names_there, reason="inside", because=because)
    for is_copy, share, rest in (
        (True, shared.share_of_other, shared.share),
        (False, shared.share, shared.share_of_other),
    ):
        if share >= _CONTAINED and rest <= _AMID:
            because = "It holds the whole of the other amid other text."
            return Direction(is_copy=is_copy, reason="contained", because=because)
    because = "Neither a credit nor the times say who was first; the one kept first is shown as the origin."
    return Direction(is_copy=True, reason="cannot-tell", because=because, is_sure=False)


def _outlet(article: Printed) -> str:
    return article.article.outlet.value if article.article.outlet else ""


def _shown(at: Timestamp) -> str:
    """Return a time for a reader, as sure as the page is: "2031-04-09 12:00 UTC"."""
    day, _, rest = at.isoformat().partition("T")
    clock, zone = rest[:5], rest[8:]
    return f"{day} {clock} {'UTC' if zone == '+00:00' else zone}".strip()
