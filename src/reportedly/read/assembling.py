"""From what the choosers found to the article."""

import re

import msgspec

from reportedly.read.agency_names import is_agency
from reportedly.read.authors import find_authors
from reportedly.read.captions import find_captions, find_captions_within
from reportedly.read.closings import is_sign_off, read_closing
from reportedly.read.comments import find_comments
from reportedly.read.credits import (
    find_closings,
    find_credit_lines,
    find_credits_told,
    find_head_credits,
    without_outlet,
)
from reportedly.read.desk import find_desk
from reportedly.read.document import Region
from reportedly.read.kinds import find_entries
from reportedly.read.lead import Lead
from reportedly.read.openings import Opening, read_line, read_opening
from reportedly.read.outlet import find_language, find_outlet
from reportedly.read.published import find_times
from reportedly.read.related import find_related
from reportedly.read.section import find_section
from reportedly.read.sight import Sight
from reportedly.read.story_code import find_story_code
from reportedly.records import Article, Field, Page, Span

# A dateline opens one of the first paragraphs, or is a line of its own so many blocks above them.
_FIRST_PARAGRAPHS = 3
_ABOVE = 4
# Behind what is no paragraph yet, only an opening as sure as this counts.
_SURE = 0.85


# Bars and dots part the facts of a byline; running text has none.
_BARS = re.compile(r"\s[|•·]\s")


class _Text(msgspec.Struct, frozen=True, kw_only=True):
    """The paragraphs of the report, what opens the first of them, and who is credited behind the last."""

    paragraphs: tuple[Span, ...]
    opening: Opening
    closings: tuple[Field[str], ...]


def assemble(page: Page, sight: Sight, headline: Field[str] | None, lead: Lead | None) -> Article:
    """Return the article whose headline, lead and body blocks have been chosen."""
    credit_lines = find_credit_lines(sight)
    text = _text(sight, lead, credit_lines)
    outlet = text.opening.outlet or find_outlet(sight)
    authors = find_authors(sight)
    signing = [author for author in authors if is_agency(author.value, sight.page_words)]
    named = [*text.opening.credits, *text.closings, *_told(sight, text.paragraphs, outlet), *signing]
    named += [*find_head_credits(sight), *(credit for line in credit_lines.values() for credit in line)]
    times = find_times(sight, page.fetched_at)
    return Article(
        page_sha256=page.sha256,
        text=sight.document.text,
        url=page.url or sight.markup.canonical,
        language=find_language(sight.document, sight.markup, sight.body),
        headline=headline,
        lead=_lead(sight, lead),
        body=text.paragraphs,
        published=times.published,
        updated=times.updated,
        outlet=outlet,
        desk=text.opening.desk or find_desk(sight),
        authors=authors,
        dateline=text.opening.dateline,
        credits=without_outlet(sorted(named, key=_place), outlet, sight.page_words),
        story_code=find_story_code(sight),
        section=find_section(sight),
        captions=find_captions(sight),
        comments=find_comments(sight),
        entries=find_entries(sight),
        related=find_related(sight),
    )


def _place(field: Field[str]) -> int:
    return field.span.start if field.span else 0


def _told(sight: Sight, paragraphs: tuple[Span, ...], outlet: Field[str] | None) -> tuple[Field[str], ...]:
    """Return whom the first or the last paragraph says the report was taken from."""
    ends = dict.fromkeys((*paragraphs[:1], *paragraphs[-1:]))
    return find_credits_told(sight, ends, outlet.value if outlet else "")


def _text(sight: Sight, lead: Lead | None, credit_lines: dict[int, tuple[Field[str], ...]]) -> _Text:
    """Return the report without its lead, its credit lines, and what opens and closes it."""
    lead_blocks = range(lead.index, lead.last + 1) if lead else ()
    captions = find_captions_within(sight)
    kept = [i for i in sight.body if i not in credit_lines and i not in lead_blocks and i not in captions]
    while kept and is_sign_off(sight, sight.words(kept[-1])):
        kept.pop()
    if not kept:
        return _Text(paragraphs=(), opening=Opening(end=0), closings=())
    first, opening = _opening(sight, kept)
    paragraphs = [sight.blocks[i].span for i in kept[first:]]
    if paragraphs[0].start <= opening.end:
        paragraphs[0] = Span(min(opening.end, paragraphs[0].end), paragraphs[0].end)
    paragraphs[-1], closings = read_closing(sight, paragraphs[-1])
    closings = closings or find_closings(sight, kept[-1])
    return _Text(
        paragraphs=tuple(p for p in paragraphs if p.end > p.start), opening=opening, closings=closings
    )


def _opening(sight: Sight, kept: list[int]) -> tuple[int, Opening]:
    """Return which paragraph begins the report, and what stands before its first word."""
    opening = read_opening(sight, sight.blocks[kept[0]].span)
    if opening.end > sight.blocks[kept[0]].span.start:
        return 0, opening
    for index in (*range(max(0, kept[0] - _ABOVE), kept[0]), kept[0]):
        line = read_line(sight, sight.blocks[index].span) if _may_hold_dateline(sight, index) else None
        if line is not None:
            return (1, line) if index == kept[0] and len(kept) > 1 else (0, line)
    for later, index in enumerate(kept[1:_FIRST_PARAGRAPHS], 1):
        found = read_opening(sight, sight.blocks[index].span)
        is_sure = found.dateline is not None and found.dateline.confidence > _SURE
        if found.desk or (is_sure and (found.credits or _are_no_sentences(sight, kept[:later]))):
            return later, found
    return 0, opening


def _are_no_sentences(sight: Sight, indices: list[int]) -> bool:
    """Return whether none of the blocks ends as a sentence does: such stand before a dateline."""
    lines = [sight.words(i) for i in indices]
    return not any(
        line.endswith((".", "!", "?", "…", "。", "؟", "۔", "।")) and not _BARS.search(line) for line in lines
    )


def _may_hold_dateline(sight: Sight, index: int) -> bool:
    """Return whether a line of its own can be a dateline: no headline, and nothing below a picture."""
    regions = sight.document.regions(sight.blocks[index])
    return index != sight.headline and not regions & (Region.FIGURE | Region.NAVIGATION | Region.TAGS)


def _lead(sight: Sight, lead: Lead | None) -> Field[str] | None:
    if lead is None:
        return None
    span = Span(sight.blocks[lead.index].span.start, sight.blocks[lead.last].span.end)
    return Field(value=span.of(sight.document.text), span=span, confidence=lead.confidence)
