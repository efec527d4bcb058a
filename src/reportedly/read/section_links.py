"""Links near the headline that file an article: marked as a category's, or beside its date."""

import bisect
import functools
import re

from reportedly.read.document import Region
from reportedly.read.folding import fold
from reportedly.read.outlet import find_outlet
from reportedly.read.paths import is_home
from reportedly.read.shown_dates import find_dates
from reportedly.read.sight import Sight, shown
from reportedly.records import Field, Span

# A section's name has so many characters at most.
LONGEST = 40
SECTION_NAMES = re.compile(
    r"(?:^|[^a-z])(?:category|categories|cat|kategori|kategorie|categoria|section|sectionname|section-name|rubric|rubrik|"
    r"rubrique|rubrica|editoria|editorias|supertag|news_?service|service|channel|ressort|seccion|sezione|secao|cat-links|topic|bolum)(?:[^a-z]|$)"
)
AROUND = Region.COMMENTS | Region.FORM | Region.RELATED | Region.HIDDEN | Region.TAGS | Region.ASIDE
LETTERS = re.compile(r"[^\W\d_]")


def find_filing_link(sight: Sight) -> Field[str] | None:
    """Return the words of a link near the headline that is marked as a category's, or stands beside the date.

    Content systems say `rel="category"`; beside a date only a link of the bar of sections counts.
    """
    stop = min(len(sight.blocks), sight.body_start + 1)
    head = range(max(0, sight.head().start), stop)
    links = sight.document.links
    beside: Field[str] | None = None
    for index, _, link in links[bisect.bisect_left(links, head.start, key=lambda each: each[0]) :]:
        if index >= head.stop:
            break
        words = " ".join((link.text() or "").split())
        if (
            not 1 < len(words) <= LONGEST
            or words not in sight.words(index)
            or not _may_file(sight, index, words)
        ):
            continue
        attributes = link.attributes
        if "category" in (attributes.get("rel") or "").split() or holds(
            SECTION_NAMES, (attributes.get("class") or "").lower()
        ):
            return part_of_line(sight, index, words, 0.8)
        if beside is None and _is_beside_date(sight, index, words):
            beside = part_of_line(sight, index, words, 0.6)
    return beside


def _may_file(sight: Sight, index: int, words: str) -> bool:
    """Return whether a link's words can be a section: no headline, no label, not the outlet, not a tag."""
    if index == sight.headline or sight.document.regions(sight.blocks[index]) & (AROUND & ~Region.ASIDE):
        return False
    labels, outlet = sight.page_words, find_outlet(sight)
    if not LETTERS.search(words) or is_home(words, labels) or words.casefold() in labels.related:
        return False
    return outlet is None or fold(outlet.value) != fold(words)


def _is_beside_date(sight: Sight, index: int, words: str) -> bool:
    """Return whether a link stands in a line with a date, and in the bar of sections above too."""
    block = sight.blocks[index]
    if block.length > LONGEST * 2 or block.linked >= block.length or not is_in_bar(sight, index, words):
        return False
    return next(find_dates(sight.words(index), sight.language), None) is not None


def is_in_bar(sight: Sight, index: int, words: str) -> bool:
    """Return whether another block above the report, mostly the bar of sections, holds the words."""
    return any(words in sight.words(i) for i in range(sight.body_start) if i != index)


@functools.lru_cache(maxsize=8192)
def holds(names: re.Pattern[str], hint: str) -> bool:
    """Return whether a box's or a link's names hold one of the pattern's."""
    return bool(names.search(hint))


def part_of_line(sight: Sight, index: int, words: str, sure: float) -> Field[str]:
    """Return words of a block as the section, at their last place in it."""
    start = sight.blocks[index].span.start + sight.words(index).rindex(words)
    return shown(words, Span(start, start + len(words)), sure)
