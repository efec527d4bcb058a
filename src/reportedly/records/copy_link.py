"""Who took a report from whom, and what became of its words."""

from typing import Literal

import msgspec

from reportedly.records.span import Span

# How much was taken: `whole` word for word or nearly, `edited` with many words changed, `cut` a part that
# stands alone, `excerpt` a part amid other text, `quote` a few sentences, `translation` the report in another
# language, `credited` an origin that is named and not in the record.
CopyKind = Literal["whole", "edited", "cut", "excerpt", "quote", "translation", "credited"]
Handling = Literal["kept", "reworded", "moved", "translated", "cut", "added"]
# Why one is taken for the origin: it is credited on the other page, was published first, is named in the
# shared words, or stands whole amid the other's text. `common-origin`: both credit the same third, or carry
# it as a press release, so neither need have taken it from the other. `cannot-tell`: nothing says.
DirectionReason = Literal["credited", "published", "inside", "contained", "common-origin", "cannot-tell"]


class Passage(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One stretch of a copy beside the stretch of the origin it answers to.

    `here` is where it stands in the copy, None for what was cut; `there` where it stands in the origin,
    None for what was added. `reworded` words stand in the place of others, `moved` ones in another order,
    `translated` ones say the same in another language.
    """

    handling: Handling
    here: Span | None = None
    there: Span | None = None


class CopyLink(msgspec.Struct, frozen=True, kw_only=True):
    """One article that took words from another.

    `copy` and `origin` are articles' identifiers; `origin` is None where the origin is only named, in
    `credited`. `carried` are the stretches that stand in both, `passages` (once they are asked for)
    every stretch of both, in the order of the copy. `is_sure` says whether the direction is known;
    where it is not, `copy` is the one published or kept later. `reason` is its code, `because` the
    reason in one sentence for a reader. `share` is how much of the copy's words stand in the origin,
    `share_of_origin` the reverse, both 0 to 1. `score` (0 to 1) is how sure it is that words were taken.
    """

    copy: str
    origin: str | None
    credited: str | None = None
    kind: CopyKind
    carried: tuple[Passage, ...] = ()
    passages: tuple[Passage, ...] = ()
    is_sure: bool
    reason: DirectionReason
    because: str
    share: float = 0.0
    share_of_origin: float = 0.0
    score: float = 1.0
