"""The day that a page of lists prints in its masthead."""

from collections.abc import Iterator

from reportedly.read.date_candidates import Candidate
from reportedly.read.printed_dates import DATE_HINT, LONGEST_DATE_LINE, SURE_OPENING
from reportedly.read.shown_dates import find_dates
from reportedly.read.sight import Sight
from reportedly.records import Span

# The name of a weekday with its comma before a date is no longer than this.
_LONGEST_WEEKDAY = 14


def masthead_candidates(sight: Sight) -> Iterator[Candidate]:
    """Yield the days that stand alone in boxes named for a date: on a page of lists, that of the page."""
    for index, block in enumerate(sight.blocks):
        if block.length > LONGEST_DATE_LINE or not DATE_HINT.search(sight.document.boxes[block.box].hint):
            continue
        words = sight.words(index)
        for span, stamp in find_dates(words, sight.language) if any(map(str.isdigit, words)) else ():
            if len(words) - (span.end - span.start) <= _LONGEST_WEEKDAY:
                place = Span(block.span.start + span.start, block.span.start + span.end)
                yield Candidate(stamp=stamp, role="published", source="shown", sure=SURE_OPENING, span=place)
