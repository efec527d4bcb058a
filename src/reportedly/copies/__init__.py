"""Who took a report from whom: whole copies, excerpts and single sentences, and what became of them."""

from reportedly.copies.editing import passages_between
from reportedly.copies.families import family_of, independent_origins
from reportedly.copies.ledger import ledger
from reportedly.copies.linking import CopiesFound, find_copies, find_links
from reportedly.copies.near import MOST_HOLDERS, Holders, NearCopies, Shelf, outlet_key
from reportedly.copies.prints import Printed, printed
from reportedly.copies.telling import outlet_name, tell_copy
from reportedly.copies.utterances import OCCASION_DAYS, utterances_of
from reportedly.records import Maker

MAKER = Maker(room="copies", version="3")

__all__ = [
    "MAKER",
    "MOST_HOLDERS",
    "OCCASION_DAYS",
    "CopiesFound",
    "Holders",
    "NearCopies",
    "Printed",
    "Shelf",
    "family_of",
    "find_copies",
    "find_links",
    "independent_origins",
    "ledger",
    "outlet_key",
    "outlet_name",
    "passages_between",
    "printed",
    "tell_copy",
    "utterances_of",
]
