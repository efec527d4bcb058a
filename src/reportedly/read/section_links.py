"""Links near the headline that file an article: marked as a category's, or beside its date."""

import bisect
import functools
import itertools
import re

from selectolax.lexbor import LexborNode

from reportedly.read.document import Region
from reportedly.read.folding import fold
from reportedly.read.outlet import find_outlet
from reportedly.read.paths import is_home
from reportedly.read.shown_dates import find_dates
from reportedly.read.sight import Sight, shown
from reportedly.records import Field, Span

# A section's name has so many characters at most.
LONGEST = 40
# A path of links stands so many blocks above the headline, is no longer and has no more steps; one that
# does not begin at the front page stands nearer.
_PATH_BLOCKS, _LONGEST_PATH, _MOST_STEPS, _NEAR_STEPS = 16, 160, 4, 3
_FRONT = re.compile(r"(?:https?://[^/]+)?/?(?:[a-z]{2,3}/?)?(?:index\.\w+)?#?")
_STEP = re.compile(r"[›»>→]")
_TITLE_PARTS = re.compile(
    r"\s*[|｜_·•]\s*|\s+[-–—:]+\s+|:\s+|-{2,}|——|(?<=[\u3040-\u9fff])[-–](?=[\u3040-\u9fff])"
)
SECTION_NAMES = re.compile(
    r"(?:^|[^a-z])(?:category|categories|cat|kategori|kategorie|categoria|section|sectionname|section-name|rubric|rubrik|"
    r"rubrique|rubrica|editoria|editorias|supertag|news_?service|service|channel|ressort|seccion|sezione|secao|cat-links|topic|bolum)(?:[^a-z]|$)"
)
AROUND = Region.COMMENTS | Region.FORM | Region.RELATED | Region.HIDDEN | Region.TAGS | Region.ASIDE
_YEAR = re.compile(r"\d{4}")
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


def find_linked_path(sight: Sight) -> Field[str] | None:
    """Return the last link of a path whose first leads to the front page: "Home World", "Post > World".

    Other paths part the names by more than blanks, or stand right above the headline with a mark between.
    """
    stop = sight.headline if sight.headline is not None else sight.body_start
    for index in range(stop - 1, max(-1, stop - _PATH_BLOCKS), -1):
        words = sight.words(index)
        is_form = sight.document.regions(sight.blocks[index]) & (AROUND & ~Region.ASIDE)
        if len(words) > _LONGEST_PATH or not sight.blocks[index].linked or is_form:
            continue
        steps = _steps(sight, index)
        is_rooted = len(steps) > 1 and bool(_FRONT.fullmatch(steps[0][1]))
        is_marked = len(steps) > 1 and stop - index <= _NEAR_STEPS and bool(_STEP.search(words))
        if len(steps) > _MOST_STEPS or not (is_rooted or is_marked):
            continue
        names = [name for name, _ in steps if not _is_front(sight, name)]
        if not names or names[-1] not in words or not LETTERS.search(names[-1]) or len(names[-1]) > LONGEST:
            continue
        if is_marked or (
            names[-1] == steps[-1][0] and words.startswith(steps[0][0]) and _go_down(sight, steps)
        ):
            return part_of_line(sight, index, names[-1], 0.75)
    return None


def _go_down(sight: Sight, steps: list[tuple[str, str]]) -> bool:
    """Return whether links lead from the front page down, not to sections side by side as a bar does."""
    if not _is_front(sight, steps[0][0]):
        return False
    below = [address for _, address in steps[1:]]
    return all(later.startswith(first.rstrip("/")) for first, later in itertools.pairwise(below))


def _steps(sight: Sight, index: int) -> list[tuple[str, str]]:
    """Return the words and addresses of the links in a line, in order, without the article's own headline."""
    links = sight.document.links
    title = fold(sight.words(sight.headline)) if sight.headline is not None else ""
    found = []
    for start, _, link in links[bisect.bisect_left(links, index, key=lambda each: each[0]) :]:
        if start > index:
            break
        name = " ".join((link.text() or "").split())
        if name and not (len(name) > 3 and title.startswith(fold(name).rstrip(" .…"))):
            found.append((name, link.attributes.get("href") or ""))
    return found


def _is_front(sight: Sight, name: str) -> bool:
    """Return whether a link's words lead to the front page: "Home", or the outlet's name."""
    outlet = find_outlet(sight)
    return is_home(name, sight.page_words) or (outlet is not None and fold(outlet.value) == fold(name))


def find_in_title(sight: Sight) -> Field[str] | None:
    """Return the part between headline and outlet in the page's title that is also a link to a section."""
    if sight.headline is None:
        return None
    title, shown_title = (sight.markup.title or "").split(), sight.words(sight.headline).split()
    rest = " ".join(title).removeprefix(" ".join(shown_title)) if shown_title else ""
    if not rest or len(rest) == len(" ".join(title)):
        return None
    outlet = find_outlet(sight)
    for part in _TITLE_PARTS.split(rest):
        name = part.strip()
        is_name = 1 < len(name) <= LONGEST and LETTERS.search(name)
        if is_name and not (outlet is not None and fold(outlet.value) == fold(name)):
            at = next((i for i, _, link in sight.document.links if _says(link, name)), None)
            if at is not None and name in sight.words(at):
                return part_of_line(sight, at, name, 0.6)
    return None


def _says(link: LexborNode, name: str) -> bool:
    return " ".join((link.text() or "").split()) == name


def _may_file(sight: Sight, index: int, words: str) -> bool:
    """Return whether a link's words can be a section: no headline, no label, not the outlet, not a tag."""
    if index == sight.headline or sight.document.regions(sight.blocks[index]) & (AROUND & ~Region.ASIDE):
        return False
    labels, outlet = sight.page_words, find_outlet(sight)
    if (
        not LETTERS.search(words)
        or _YEAR.search(words)
        or is_home(words, labels)
        or words.casefold() in labels.related
    ):
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
