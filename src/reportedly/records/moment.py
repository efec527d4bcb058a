"""What a text says of when, as stretches of days."""

import datetime
from typing import Literal

import msgspec

from reportedly.records.refusal import Refusal
from reportedly.records.span import Span

MomentKind = Literal["date", "time", "duration", "set"]
Precision = Literal[
    "day", "weekend", "week", "month", "quarter", "half", "season", "year", "decade", "century", "vague"
]
Inference = Literal["occasion", "published"]


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """One expression of time in a text and the days it means.

    `words` is where it stands. `value` is its normal form in the manner of TIMEX3: `2023-12-04`,
    `2023-W49`, `2023-Q3`, `198` (a decade), `PAST_REF`, `P22Y` (a duration). `first` and `last` are
    the days it runs from and to, both included, None for what names no days. `precision` is the size
    of what is named; `anchor` is the day it was reckoned from, None where the words say all.
    `inferred_from` stands only beside a statement: where no words beside it say its day, whence it was
    taken, an `occasion` told of before or the day the report was `published`.
    """

    words: Span
    kind: MomentKind
    value: str
    precision: Precision
    first: datetime.date | None = None
    last: datetime.date | None = None
    anchor: datetime.date | None = None
    confidence: float = 1.0
    inferred_from: Inference | None = None


class MomentsFound(msgspec.Struct, frozen=True, kw_only=True):
    """What the room `dates` found in a text, in reading order, and what it refused."""

    moments: tuple[Moment, ...] = ()
    refusals: tuple[Refusal, ...] = ()
