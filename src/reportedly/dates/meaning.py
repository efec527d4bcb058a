"""What an expression means: some days, a duration, or a repetition."""

from collections.abc import Callable

import msgspec

from reportedly.dates.context import Context
from reportedly.dates.matching import Match
from reportedly.dates.spans_of_days import Days
from reportedly.records import MomentKind


class Meaning(msgspec.Struct, frozen=True):
    """The days that an expression means, of which kind it is, and how sure the reading is.

    `is_reckoned` says that they were counted from another day and not named in full.
    """

    days: Days
    kind: MomentKind = "date"
    is_reckoned: bool = True
    confidence: float = 0.9


# Returns None where the words mean no time that the calendar has.
Reader = Callable[[Match, Context], Meaning | None]
