"""When something was: from running text to moments."""

from reportedly.dates.find import MAKER, find_moments
from reportedly.dates.saying import Telling, day_said, telling_of

__all__ = ["MAKER", "Telling", "day_said", "find_moments", "telling_of"]
