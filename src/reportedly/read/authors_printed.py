"""The authors that a page prints: in a byline near the headline, or below the report."""

import re
from collections.abc import Iterator

from reportedly.read.authors_facts import after_outlet, agency_beside, labelled_within
from reportedly.read.authors_lines import (
    LONGEST_BYLINE,
    Printed,
    after_label,
    in_short,
    is_dated,
    is_uncased,
    labelled,
    named,
    named_by_markup,
    signed,
)
from reportedly.read.authors_reporters import reporter_line, reporters
from reportedly.read.document import Region
from reportedly.read.labels import is_comment_heading
from reportedly.read.shown_dates import find_dates
from reportedly.read.sight import Sight

# A byline may be taken for the report's first lines.
_INTO_BODY = 2
# Between a lead that was taken for the first paragraph and the next one stand so many blocks more.
_BEHIND_LEAD = 4
# Names under a headline stand so many lines below it at most.
_UNDER_HEADLINE = 4
# So many blocks from a headline its byline may stand in a bar of links.
_BESIDE = 2
_NOT_BYLINE = (
    Region.NAVIGATION | Region.FOOTER | Region.FORM | Region.COMMENTS | Region.RELATED | Region.HIDDEN
)
_NO_FOOT = Region.COMMENTS | Region.RELATED | Region.HIDDEN | Region.FORM
# A byline below the report stands so few blocks below its last paragraph, one with a label
# ("Author: …") among the facts about the article so many.
_BELOW, _FAR_BELOW = 4, 16
# More headings of one kind than these in a page's head are a list of stories, not a headline and a name.
_MOST_HEADINGS = 2
_SIGNATURE = re.compile(
    r"(?:^|[\s_-])(?:sign|signs|signature|signed|signed-by|firma|firmas|firmado|podpis|avtor|signatur|kuerzel|imza|"
    r"assinatura|signataire|ondertekening|penname|pen-name|writers?|newsman|redactor|redaktor|zuozhe)(?=[\s_-]|$)"
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})


def printed_authors(sight: Sight) -> list[Printed]:
    """Return the names in the surest byline that the page prints, none where it prints none.

    In this order: "By" with a name near the headline; a name in a line marked as a byline; one that
    links to its author's page; one beside the date; one below the headline that stands on another line
    too; one before the word for a reporter; the reporter whom a wire's first or last paragraph names;
    one word behind "by" or in a box for the author's name; "By" below the report.
    """
    for found in (*_at_headline(sight), *_below_report(sight)):
        names = next((names for names in found if names), None)
        if names:
            return names
    return []


def _at_headline(sight: Sight) -> Iterator[Iterator[list[Printed]]]:
    """Yield what each kind of line near the headline names, the surest kind first."""
    head = range(sight.head().start, min(len(sight.blocks), _first_lines(sight)))
    lines = [i for i in head if sight.blocks[i].length <= LONGEST_BYLINE and i != sight.headline]
    lines = [i for i in lines if not _outside(sight, i)]
    yield (signed(sight, i, 0.8) for i in lines)
    yield (after_label(sight, i) for i in lines)
    yield (labelled_within(sight, i) for i in lines)
    yield (after_outlet(sight, i) for i in lines)
    yield (named(sight, i, 0.7) for i in lines if _regions(sight, i) & Region.BYLINE)
    yield (named(sight, i, 0.7) for i in reversed(lines) if _is_linked(sight, i))
    dated = (i for i in reversed(lines) if is_dated(sight, i) and _may_name(sight, i, lines))
    yield (named(sight, i, 0.6) for i in dated)
    yield (named(sight, i, 0.5) for i in lines if _is_repeated(sight, i))
    yield (reporter_line(sight, i) for i in lines)
    yield (agency_beside(sight, i) for i in lines)
    yield iter([reporters(sight)])
    yield (in_short(sight, i) for i in lines)
    yield (named_by_markup(sight, i) for i in lines)


def _first_lines(sight: Sight) -> int:
    """Return where the lines end that may be a byline: behind the report's first, or behind its lead."""
    stop = sight.body_start + _INTO_BODY
    second = sight.body[1] if len(sight.body) > 1 else 0
    is_apart = stop < second <= stop + _BEHIND_LEAD
    return second if is_apart else stop


def _below_report(sight: Sight) -> Iterator[Iterator[list[Printed]]]:
    """Yield what each kind of line below the report names, the surest kind first."""
    below, body = list(_below(sight, _BELOW)), set(sight.body)
    after = [i for i in below if i not in body and not _regions(sight, i) & Region.COMMENTS]
    yield (signed(sight, i, 0.6) for i in below if sight.blocks[i].length <= LONGEST_BYLINE)
    yield (reporter_line(sight, i) for i in below)
    yield (named(sight, i, 0.6) for i in after if _regions(sight, i) & Region.BYLINE)
    yield (named(sight, i, 0.5) for i in after if _is_signature(sight, i))
    yield (named(sight, i, 0.5) for i in after if _is_dated_as_above(sight, i))
    far = (i for i in _below(sight, _FAR_BELOW) if i not in body and not _outside(sight, i))
    yield (labelled(sight, i, 0.5) for i in far)


def _below(sight: Sight, blocks: int) -> Iterator[int]:
    """Yield the blocks from the report's first to some below it, up to the readers' comments."""
    last = sight.body[-1] if sight.body else sight.body_start
    for index in range(sight.body_start, min(len(sight.blocks), last + blocks)):
        if index > last and is_comment_heading(sight.words(index), sight.page_words):
            return
        yield index


def _outside(sight: Sight, index: int) -> bool:
    """Return whether a line is no part of the article.

    A footer above the body holds facts about it, and a byline beside the headline is one though it
    stands among the buttons there.
    """
    is_head = sight.headline is not None and sight.headline < index < sight.body_start
    is_beside = sight.headline is not None and abs(index - sight.headline) <= _BESIDE
    regions = _regions(sight, index)
    allowed = Region.FOOTER if is_head else 0
    allowed |= Region.NAVIGATION if is_beside and regions & Region.BYLINE else 0
    return bool(regions & _NOT_BYLINE & ~allowed)


def _may_name(sight: Sight, index: int, lines: list[int]) -> bool:
    """Return whether a line beside a date can be a name, not another story's headline.

    In scripts without capitals, where anything looks like a name, it is no line of the report, no lead,
    no caption and no link to a section.
    """
    tag = sight.document.tag(sight.blocks[index])
    if tag in _HEADINGS and sum(sight.document.tag(sight.blocks[i]) == tag for i in lines) > _MOST_HEADINGS:
        return False
    if not is_uncased(sight.words(index)):
        return True
    is_link = sight.blocks[index].linked * 2 > sight.blocks[index].length and not _is_linked(sight, index)
    no_name = Region.FIGURE | Region.LEAD
    return not is_link and index not in sight.body and not _regions(sight, index) & no_name


def _is_signature(sight: Sight, index: int) -> bool:
    """Return whether a line stands in a box named for who signs the report."""
    block = sight.blocks[index]
    is_short = block.length <= LONGEST_BYLINE // 2 and not _regions(sight, index) & _NO_FOOT
    return is_short and bool(_SIGNATURE.search(sight.document.boxes[block.box].hint))


def _is_dated_as_above(sight: Sight, index: int) -> bool:
    """Return whether a line below the report holds the day that stands at its headline, too."""
    words = sight.words(index)
    short = len(words) <= LONGEST_BYLINE and any(c.isdigit() for c in words)
    if not short or _regions(sight, index) & _NO_FOOT:
        return False
    days = {stamp.date for _, stamp in find_dates(words, sight.language)}
    above = (sight.words(i) for i in sight.head() if sight.blocks[i].length <= LONGEST_BYLINE)
    return any(stamp.date in days for text in above for _, stamp in find_dates(text, sight.language))


def _regions(sight: Sight, index: int) -> int:
    return sight.document.regions(sight.blocks[index])


def _is_linked(sight: Sight, index: int) -> bool:
    words = sight.words(index)
    return any(signed in words for signed in sight.markup.signed)


def _is_repeated(sight: Sight, index: int) -> bool:
    """Return whether a line just below the headline stands again further down, as above a note on it."""
    if sight.headline is None or not sight.headline < index <= sight.headline + _UNDER_HEADLINE:
        return False
    words = sight.words(index)
    later = range(index + 1, len(sight.blocks))
    return not words.isupper() and any(sight.words(i).startswith(words) for i in later)
