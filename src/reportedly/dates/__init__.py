"""When something was: from running text to moments."""

from reportedly.dates.find import MAKER, find_moments

__all__ = ["MAKER", "find_moments"]
