"""How a report begins: dateline, or outlet and desk, before its first word."""

import re

import msgspec

from reportedly.read.datelines import Dateline, read_dateline, read_dateline_line
from reportedly.read.datelines_east import read_eastern_dateline
from reportedly.read.outlet import find_outlet
from reportedly.read.sight import Sight, shown
from reportedly.records import Field, Span

_OUTLET_AND_DESK = re.compile(
    r"(?P<outlet>[^\W\d_][^:()\n]{1,60}?(?:\s*\([^\W\d_][\w.-]{0,12}\))?)\s*[-–—/]\s*(?P<desk>[^:\-–—\n]{2,40}?)\s*:\s*"
)
# What can open a report stands in its first characters; looking for these marks costs little.
_MAY_OPEN = re.compile(r"[-–—−:：=＝/)\]】）〕]|\.\s|\d\s?日")
_LOOKED_AT = 110
_EASTERN = ("zh", "ja", "ko")


class Opening(msgspec.Struct, frozen=True, kw_only=True):
    """What stands before the first word of a report; `end` is where the report itself begins.

    `credits` are the agencies of the dateline, the outlet's own name among them.
    """

    end: int
    outlet: Field[str] | None = None
    desk: Field[str] | None = None
    dateline: Field[str] | None = None
    credits: tuple[Field[str], ...] = ()

    @property
    def credit(self) -> Field[str] | None:
        """Return the first agency of the dateline."""
        return self.credits[0] if self.credits else None


def read_opening(sight: Sight, paragraph: Span) -> Opening:
    """Return the outlet and desk ("Voice Agency (VA) - Monitoring:") or the dateline of a paragraph.

    A desk counts only where the language's data lists it or a word that desks are called by. The
    agency in a dateline is a credit.
    """
    text = sight.document.text
    looked_at = min(paragraph.end, paragraph.start + _LOOKED_AT)
    if not _MAY_OPEN.search(text, paragraph.start, looked_at):
        return Opening(end=paragraph.start)
    desk = _desk_opening(sight, paragraph)
    if desk is not None:
        return desk
    found = None
    if sight.language[:2].lower() in _EASTERN:
        found = read_eastern_dateline(text, paragraph, sight.page_words)
    found = found or read_dateline(sight, paragraph, _own(sight))
    return _opened(sight, found) if found else Opening(end=paragraph.start)


def read_line(sight: Sight, line: Span) -> Opening | None:
    """Return the dateline that a line of its own above the report is, None where it is none."""
    found = read_dateline_line(sight, line, _own(sight))
    return _opened(sight, found) if found else None


def _desk_opening(sight: Sight, paragraph: Span) -> Opening | None:
    match = _OUTLET_AND_DESK.match(sight.document.text, paragraph.start, paragraph.end)
    if match is None or not is_desk(sight, match["desk"]):
        return None
    return Opening(
        end=match.end(),
        outlet=shown(match["outlet"], Span(*match.span("outlet")), 0.95),
        desk=shown(match["desk"], Span(*match.span("desk")), 0.95),
    )


def is_desk(sight: Sight, words: str) -> bool:
    """Return whether words name a desk: listed as one, or beginning or ending with a word for desks."""
    lower = words.strip().casefold()
    known = sight.page_words
    if lower in known.desks:
        return True
    return any(lower.startswith(f"{w} ") or lower.endswith(f" {w}") for w in known.desk_words)


def _own(sight: Sight) -> str:
    outlet = find_outlet(sight)
    return outlet.value if outlet else ""


def _opened(sight: Sight, found: Dateline) -> Opening:
    text = sight.document.text
    dateline = shown(found.span.of(text), found.span, found.confidence) if found.span else None
    agencies = tuple(shown(span.of(text), span, 0.8) for span in found.agencies)
    return Opening(end=found.end, dateline=dateline, credits=agencies)
