"""From what the choosers found to the article."""

from reportedly.read.authors import find_authors
from reportedly.read.comments import find_comments
from reportedly.read.credits import find_credit_lines, without_outlet
from reportedly.read.document import Region
from reportedly.read.lead import Lead
from reportedly.read.openings import Opening, read_closing, read_opening
from reportedly.read.outlet import find_language, find_outlet, find_section, find_story_code
from reportedly.read.published import find_times
from reportedly.read.sight import Sight
from reportedly.records import Article, Field, Page, Span

_LONGEST_CAPTION = 600
_SHORTEST_CAPTION = 20


def assemble(page: Page, sight: Sight, headline: Field[str] | None, lead: Lead | None) -> Article:
    """Return the article whose headline, lead and body blocks have been chosen."""
    credit_lines = find_credit_lines(sight)
    kept = [i for i in sight.body if i not in credit_lines and (lead is None or not lead.index <= i <= lead.last)]
    body, opening, closings = _trimmed(sight, kept)
    outlet = opening.outlet or find_outlet(sight)
    named = [opening.credit, *closings, *credit_lines.values()]
    times = find_times(sight, page.fetched_at)
    return Article(
        page_sha256=page.sha256,
        text=sight.document.text,
        url=page.url or sight.markup.canonical,
        language=find_language(sight.document, sight.markup, sight.body),
        headline=headline,
        lead=_lead(sight, lead),
        body=body,
        published=times.published,
        updated=times.updated,
        outlet=outlet,
        desk=opening.desk,
        authors=find_authors(sight),
        dateline=opening.dateline,
        credits=without_outlet([c for c in named if c is not None], outlet),
        story_code=find_story_code(sight),
        section=find_section(sight),
        captions=_captions(sight),
        comments=find_comments(sight),
    )


def _trimmed(sight: Sight, kept: list[int]) -> tuple[tuple[Span, ...], Opening, list[Field[str] | None]]:
    """Return the paragraphs without what opens the first and closes the last, and what that was."""
    paragraphs = [sight.blocks[i].span for i in kept]
    if not paragraphs:
        return (), Opening(end=0), []
    opening = read_opening(sight, paragraphs[0])
    paragraphs[0] = Span(min(opening.end, paragraphs[0].end), paragraphs[0].end)
    paragraphs[-1], credit = read_closing(sight, paragraphs[-1])
    return tuple(p for p in paragraphs if p.end > p.start), opening, [credit]


def _lead(sight: Sight, lead: Lead | None) -> Field[str] | None:
    if lead is None:
        return None
    span = Span(sight.blocks[lead.index].span.start, sight.blocks[lead.last].span.end)
    return Field(value=span.of(sight.document.text), span=span, confidence=lead.confidence)


def _captions(sight: Sight) -> tuple[Span, ...]:
    """Return the captions of pictures beside the article."""
    found = []
    for index in sight.near():
        block = sight.blocks[index]
        in_figure = sight.document.regions(block) & Region.FIGURE
        if in_figure and index not in sight.body and _SHORTEST_CAPTION <= block.length <= _LONGEST_CAPTION:
            found.append(block.span)
    return tuple(found)
