"""Who took a report from whom: whole copies, excerpts and single sentences, and what became of them."""

from reportedly.copies.editing import passages_between
from reportedly.copies.families import family_of, independent_origins
from reportedly.copies.ledger import ledger
from reportedly.copies.linking import CopiesFound, find_copies, find_links
from reportedly.copies.meant import Meant, meant
from reportedly.copies.meant_sketch import (
    LEAST_ALIKE,
    MOST_COMPARED_ABROAD,
    NEAR_DAYS,
    MeantSketch,
    likeness_of_sketches,
    sketched_meaning,
)
from reportedly.copies.near import MOST_HOLDERS, Holders, NearCopies, Shelf, outlet_key
from reportedly.copies.prints import Printed, printed
from reportedly.copies.telling import outlet_name, tell_copy
from reportedly.copies.telling_translations import tell_translation
from reportedly.copies.translated_passages import ledger_abroad, translated_passages
from reportedly.copies.translating import answering_passages, find_translations, translated
from reportedly.copies.utterances import OCCASION_DAYS, utterances_of
from reportedly.records import Maker

MAKER = Maker(room="copies", version="3")

TRANSLATED_BY = Maker(room="copies", version="1")
"""Who finds translations: its version rises also where the vectors of sentences change."""

__all__ = [
    "LEAST_ALIKE",
    "MAKER",
    "MOST_COMPARED_ABROAD",
    "MOST_HOLDERS",
    "NEAR_DAYS",
    "OCCASION_DAYS",
    "TRANSLATED_BY",
    "CopiesFound",
    "Holders",
    "Meant",
    "MeantSketch",
    "NearCopies",
    "Printed",
    "Shelf",
    "answering_passages",
    "family_of",
    "find_copies",
    "find_links",
    "find_translations",
    "independent_origins",
    "ledger",
    "ledger_abroad",
    "likeness_of_sketches",
    "meant",
    "outlet_key",
    "outlet_name",
    "passages_between",
    "printed",
    "sketched_meaning",
    "tell_copy",
    "tell_translation",
    "translated",
    "translated_passages",
    "utterances_of",
]
