"""Who said what: speaker, cue and words of every statement in running text, each a span of it.

Rules read the text. Where there is a trained tagger for its language, that reads it, and the rules add
the quotations it passed over; `maker_of` says which of the two made a record.
"""

from reportedly.statements.briefs import find_briefs
from reportedly.statements.find import MAKER, find_statements, maker_of
from reportedly.statements.tagging import Attribution, AttributionTagger

__all__ = ["MAKER", "Attribution", "AttributionTagger", "find_briefs", "find_statements", "maker_of"]
