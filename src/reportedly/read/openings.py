"""How a report begins: dateline, or outlet and desk, before its first word."""

import functools
import re

import msgspec

from reportedly.language import PageWords
from reportedly.read.agency_names import is_agency, is_own_name
from reportedly.read.datelines import Dateline, read_dateline, read_dateline_line
from reportedly.read.datelines_east import read_eastern_dateline
from reportedly.read.folding import fold
from reportedly.read.outlet import find_outlet
from reportedly.read.places import is_place
from reportedly.read.sight import Sight, shown
from reportedly.records import Field, Span

_OUTLET_AND_DESK = re.compile(
    r"(?P<outlet>[^\W\d_][^:()\n]{1,60}?(?:\s*\([^\W\d_][\w.-]{0,12}\))?)\s*[-–—/]\s*(?P<desk>[^:\-–—\n]{2,40}?)\s*:\s*"
)
# What can open a report stands in its first characters; looking for these marks costs little.
_MAY_OPEN = re.compile(r"[-–—−:：=＝/)\]】）〕،]|\.\s|\d\s?日")
_LOOKED_AT = 110
_IN_BRACKETS = re.compile(r"[\[【〔（(](?P<words>[^\[\]【】〔〕（）()\n]{2,40})[\]】〕）)]\s*=?\s*")
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
    first = (
        _desk_opening(sight, paragraph)
        or _reporter_opening(sight, paragraph)
        or _told_opening(sight, paragraph)
    )
    if first is not None:
        return first
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


def _reporter_opening(sight: Sight, paragraph: Span) -> Opening | None:
    """Return the end of a bracket that names outlet and reporter: "[다우말타임스 도지훈 기자] …"."""
    match = _IN_BRACKETS.match(sight.document.text, paragraph.start, paragraph.end)
    if match is None or not match["words"].rstrip(" =").endswith(sight.page_words.roles or ("\0",)):
        return None
    is_uncased = match["words"][-1:].lower() == match["words"][-1:].upper()
    return Opening(end=match.end()) if is_uncased and match.end() < paragraph.end else None


def _told_opening(sight: Sight, paragraph: Span) -> Opening | None:
    """Return what "به گزارش AGENCY از PLACE،" opens a report with.

    With a place it is a dateline; without one it is cut where it names the page's own outlet, and
    where another it is a sentence that tells whence the report was taken.
    """
    pattern = _told(sight.page_words)
    match = pattern.match(sight.document.text, paragraph.start, paragraph.end) if pattern else None
    if match is None or match.end() >= paragraph.end:
        return None
    name, place, own = match["name"], match["place"], _own(sight)
    who = _without_role(name, sight.page_words)
    is_own = bool(own) and (not who or is_own_name(who, own) or fold(own) in fold(who))
    if not is_own and not (place and is_agency(name, sight.page_words)):
        return None
    if place is None:
        return Opening(end=match.end())
    if not is_place(sight, place):
        return None
    agency = shown(name, Span(*match.span("name")), 0.8)
    line = shown(match["line"], Span(*match.span("line")), 0.9)
    return Opening(end=match.end(), dateline=line, credits=() if is_own else (agency,))


def _without_role(name: str, words: PageWords) -> str:
    """Return whom "به گزارش خبرنگار AGENCY" names, '' where it says "our reporter" and no more."""
    first, _, rest = name.partition(" ")
    return rest if first in words.roles else name


@functools.lru_cache(maxsize=64)
def _told(words: PageWords) -> re.Pattern[str] | None:
    """Return the pattern of a beginning that says who reports it; None where no words open one so."""
    if not words.according:
        return None
    opens = "|".join(re.escape(w) for w in words.according)
    places = "|".join(re.escape(w) for w in words.place_before) or r"\0"
    taken = "|".join(re.escape(w) for w in (*words.according, *words.taken_from))
    name = rf"(?P<name>(?:(?!\s(?:{taken}|{places})\s)[^،,:؛.()«»\n]){{2,48}})"
    return re.compile(
        rf"(?P<line>(?:{opens})\s+{name}(?:\s+(?:{places})\s+(?!{taken})(?P<place>[^،,:؛.()«»\n]{{2,24}}))?)\s*[،,:]\s+"
    )


def is_desk(sight: Sight, words: str) -> bool:
    """Return whether words name a desk: listed as one, or beginning or ending with a word for desks."""
    lower = words.strip().casefold()
    known = sight.page_words
    if lower in known.desks:
        return True
    own = _own(sight).casefold()
    if own and any(lower in (f"{desk} {own}", f"{own} {desk}", f"{desk} de {own}") for desk in known.desks):
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
