"""Who took a report from whom: whole copies, excerpts and single sentences, and what became of them."""

from reportedly.copies.editing import passages_between
from reportedly.copies.families import family_of, independent_origins
from reportedly.copies.linking import find_links
from reportedly.copies.near import Holders, NearCopies, Shelf
from reportedly.copies.prints import Printed, printed
from reportedly.records import Maker

MAKER = Maker(room="copies", version="1")

__all__ = [
    "MAKER",
    "Holders",
    "NearCopies",
    "Printed",
    "Shelf",
    "family_of",
    "find_links",
    "independent_origins",
    "passages_between",
    "printed",
]
