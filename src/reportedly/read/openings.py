"""How a report begins and ends: dateline, outlet and desk before the first word, credits after the last."""

import re

import msgspec

from reportedly.read.sight import Sight, shown
from reportedly.records import Field, Span

# A credit at the end is short; more words after a slash are a sentence.
_CREDIT = r"[^\W\d_][\w.&'’ -]{1,40}?"
_OUTLET_AND_DESK = re.compile(
    r"(?P<outlet>[^\W\d_][^:()\n]{1,60}?(?:\s*\([^\W\d_][\w.-]{0,12}\))?)\s*[-–—/]\s*(?P<desk>[^:\-–—\n]{2,40}?)\s*:\s*"
)
_DATELINE = re.compile(
    r"(?P<dateline>(?P<place>[A-ZÀ-ÞА-Я][\w .'’/-]{1,40}?(?:,\s[A-ZÀ-ÞА-Я][\w .]{1,24}?)?)"
    r"(?:,\s(?P<day>[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\.?\s[A-Za-zà-ÿ]{3,12}\.?)(?:,?\s\d{4})?)?"
    r"\s*\((?P<agency>[A-Z][\w./& -]{1,30})\))\s*[-–—:]+\s+"
)
_PLACE_ONLY = re.compile(
    r"(?P<dateline>(?P<place>[A-ZÀ-ÞА-Я]{3}[A-ZÀ-ÞА-Я .'’/-]{0,30}(?:,\s[\w .]{2,24}?)?)"
    r"(?:,\s(?P<day>[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\.?\s[A-Za-zà-ÿ]{3,12}\.?)(?:,?\s\d{4})?)?)\s*[-–—]+\s+"
)
_SLASH_CREDIT = re.compile(rf"(?<=[.!?…\"”»’)؟۔])\s*/\s*(?P<credit>{_CREDIT})/?\s*$")
_BRACKET_CREDIT = re.compile(r"(?<=[.!?…\"”»’؟۔])\s*[(\[](?P<credit>[^\W\d_][\w.&'’/ -]{1,30})[)\]]\s*$")
# No credit line at the end of a paragraph is longer.
_LONGEST_CLOSING = 80


class Opening(msgspec.Struct, frozen=True, kw_only=True):
    """What stands before the first word of a report; `end` is where the report itself begins."""

    end: int
    outlet: Field[str] | None = None
    desk: Field[str] | None = None
    dateline: Field[str] | None = None
    credit: Field[str] | None = None


def read_opening(sight: Sight, paragraph: Span) -> Opening:
    """Return the outlet and desk ("Voice Agency (VA) - Monitoring:") or the dateline of a paragraph.

    A desk counts only where the language's data lists it. The agency in a dateline is a credit.
    """
    text = sight.document.text
    match = _OUTLET_AND_DESK.match(text, paragraph.start, paragraph.end)
    if match and match["desk"].lower() in sight.page_words.desks:
        return Opening(
            end=match.end(),
            outlet=shown(match["outlet"], Span(*match.span("outlet")), 0.95),
            desk=shown(match["desk"], Span(*match.span("desk")), 0.95),
        )
    match = _DATELINE.match(text, paragraph.start, paragraph.end)
    if match:
        return Opening(
            end=match.end(),
            dateline=shown(match["dateline"], Span(*match.span("dateline")), 0.95),
            credit=shown(match["agency"], Span(*match.span("agency")), 0.8),
        )
    match = _PLACE_ONLY.match(text, paragraph.start, paragraph.end)
    if match:
        dateline = shown(match["dateline"], Span(*match.span("dateline")), 0.8)
        return Opening(end=match.end(), dateline=dateline)
    return Opening(end=paragraph.start)


def _credit(match: re.Match[str]) -> Field[str]:
    """Return the name credited; its span holds the words as written, with their slash or brackets."""
    words = match[0].strip()
    start = match.start() + match[0].index(words)
    return shown(match["credit"], Span(start, start + len(words)), 0.9)


def read_closing(sight: Sight, paragraph: Span) -> tuple[Span, Field[str] | None]:
    """Return a paragraph without the credit at its end ("…"/Agency, (Agency)), and the credit."""
    text = sight.document.text
    for pattern in (_SLASH_CREDIT, _BRACKET_CREDIT):
        match = pattern.search(text, max(paragraph.start, paragraph.end - _LONGEST_CLOSING), paragraph.end)
        if match:
            kept = text[paragraph.start : match.start()].rstrip()
            return Span(paragraph.start, paragraph.start + len(kept)), _credit(match)
    return paragraph, None
