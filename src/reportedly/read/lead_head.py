"""Where a lead can stand: what follows the page's title, and the first paragraph of the body."""

import itertools
import re
from collections import Counter

import msgspec

from reportedly.read.document import OUTSIDE, Region
from reportedly.read.kinds_signs import own_letters
from reportedly.read.labels import is_label
from reportedly.read.lead_names import names_lead, names_other
from reportedly.read.markup import text_of
from reportedly.read.shared_boxes import around, boxes_around
from reportedly.read.shown_dates import find_dates
from reportedly.read.sight import Sight

# Lengths in code points. Shorter stretches under a headline are section names and bylines, longer ones
# paragraphs; what the markup names or repeats may be as short as "A preventable crisis.".
SHORTEST, LONGEST = 40, 900
SHORTEST_NAMED = 15
# The article's first running paragraph has at least this many; shorter lines above it are labels.
_RUNNING = 60
# It is among the first eight blocks of the body; what stands before it are dates and second titles.
_LOOKED_AT = 8
# The text's own column holds this share of the body; its lead and asides may stand outside.
_COLUMN_SHARE = 0.75
# More of a block in links than this makes it a list of links.
_MOST_LINKED = 0.4
# A block that has this share of its words in the page's titles is a title itself; none is longer.
_TITLE_SHARE = 0.7
_LONGEST_TITLE = 300
# A date with the words beside it is no longer than this.
_LONGEST_DATED = 80
# Fewer code points beside a date make no sentence.
_FEW = 25
# The share of a paragraph in bold type that sets it apart as a whole.
_BOLD = 0.8
# A box's name counts for what stands so many boxes inside it.
_NAMED_BOXES = 3
_NOT_LEAD = OUTSIDE | Region.BYLINE | Region.ASIDE | Region.FIGURE
# A box that holds the title too does not speak against the lead ("header-with-image"), but for these.
_NEVER = Region.HIDDEN | Region.COMMENTS | Region.RELATED | Region.FOOTER
_NEVER_TAGS = frozenset({"h1", "time", "button", "address", "figcaption"})
HEADINGS = frozenset({"h2", "h3", "h4"})
_STOPS = tuple('.!?…。！？؟۔।"”»’」')
_WORD = re.compile(r"\w+")


class Head(msgspec.Struct, frozen=True):
    """Where a lead can stand, as indices of blocks.

    `title` is the last block that repeats the headline, `above` what follows it before the body,
    `first` the first running block of the text's column if any, `body` all of that column.
    """

    title: int
    above: list[int]
    first: list[int]
    body: list[int]


def read_head(sight: Sight) -> Head:
    """Return where a lead can stand on a page; titles shown twice are told from leads by their words."""
    start = sight.headline if sight.headline is not None else sight.body_start - 1
    body = _text_column(sight, [i for i in sight.body if i > start])
    titles = _title_words(sight)
    title, above = start, list[int]()
    for i in range(start + 1, body[0] if body else start + 1):
        if not could_be_lead(sight, i, title):
            continue
        if _repeats_title(sight, i, titles) and not any(is_sentence(sight, j) for j in above):
            title, above = i, []
        else:
            above.append(i)
    title, above = _without_second_title(sight, title, above)
    opening = (
        i for i in body[:_LOOKED_AT] if _could_open(sight, i, title) and not _repeats_title(sight, i, titles)
    )
    return Head(title, above, list(itertools.islice(opening, 1)), body)


def _text_column(sight: Sight, body: list[int]) -> list[int]:
    """Return the blocks of the body that stand in the smallest box with most of its text.

    A lead that the body already holds stands above that box where the page sets it apart.
    """
    own: Counter[int] = Counter()
    for i in body:
        own[sight.blocks[i].box] += sight.blocks[i].length
    held: Counter[int] = Counter()
    inside: dict[int, set[int]] = {}
    for box, length in own.items():
        inside[box] = set(around(sight.document, box))
        for outer in inside[box]:
            held[outer] += length
    enough = _COLUMN_SHARE * own.total()
    # Boxes come in document order, so the last one that holds enough is the innermost.
    column = max((box for box, length in held.items() if length >= enough), default=None)
    return body if column is None else [i for i in body if column in inside[sight.blocks[i].box]]


def _without_second_title(sight: Sight, title: int, above: list[int]) -> tuple[int, list[int]]:
    """Return title and rest where a heading without a stop stands on a sentence: it is a title."""
    for here, below in itertools.pairwise(above):
        is_title = tag_of(sight, here) in HEADINGS and not is_sentence(sight, here)
        is_lead = tag_of(sight, below) not in HEADINGS and is_sentence(sight, below)
        if is_title and is_lead and below <= here + 2 and here <= title + 3:
            return here, [i for i in above if i > here]
    return title, above


def _title_words(sight: Sight) -> set[str]:
    meta = sight.markup.meta
    titles = [meta.get("og:title"), meta.get("twitter:title"), sight.markup.title]
    titles.append(text_of(sight.linked, "headline"))
    titles.append(sight.words(sight.headline) if sight.headline is not None else None)
    return _words_of(" ".join(title[:_LONGEST_TITLE] for title in titles if title))


def _repeats_title(sight: Sight, index: int, titles: set[str]) -> bool:
    """Return whether a block is the title once more; what is named the lead must say nothing else."""
    if sight.blocks[index].length > _LONGEST_TITLE:
        return False
    words = _words_of(sight.words(index))
    share = 1.0 if names_lead(hint_of(sight, index)) else _TITLE_SHARE
    return bool(words) and len(words & titles) >= share * len(words)


def _words_of(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))


def could_be_lead(sight: Sight, index: int, title: int) -> bool:
    """Return whether a block is neither too short nor too long, nor a link, a byline, a date or a caption."""
    block = sight.blocks[index]
    shared = sight.document.regions(sight.blocks[title]) & ~_NEVER if title >= 0 else 0
    return (
        own_letters(sight, index) + block.linked >= SHORTEST_NAMED
        and block.length <= LONGEST
        and block.linked <= _MOST_LINKED * block.length
        and not sight.document.regions(block) & ~shared & _NOT_LEAD
        and tag_of(sight, index) not in _NEVER_TAGS
        and not _is_byline(sight, index)
        and not _is_dated_label(sight, index)
        and not is_label(sight.words(index), sight.page_words, sight.language)
    )


def _is_byline(sight: Sight, index: int) -> bool:
    """Return whether a block opens with a word like "by" and ends no sentence."""
    words = sight.words(index).lower()
    return not is_sentence(sight, index) and any(words.startswith(f"{by} ") for by in sight.page_words.by)


def _is_dated_label(sight: Sight, index: int) -> bool:
    """Return whether a block is a date with a few words and no sentence ("Ledger • 4 May 2024").

    An abbreviation may end it as a stop ends a sentence ("4 May 2024, 2 min.").
    """
    words = sight.words(index)
    if len(words) > _LONGEST_DATED or not any(c.isdigit() for c in words):
        return False
    dates = [span for span, _ in find_dates(words, sight.language)]
    rest = len(words) - sum(span.end - span.start for span in dates)
    return bool(dates) and rest < (_FEW if is_sentence(sight, index) else SHORTEST)


def _could_open(sight: Sight, index: int, title: int) -> bool:
    """Return whether a block of the body is one a reader reads, not a label above its first paragraph."""
    block = sight.blocks[index]
    stands_out = is_bold(sight, index) or named_box(sight, index) is not None
    reads_on = block.length >= _RUNNING and is_sentence(sight, index)
    return could_be_lead(sight, index, title) and (stands_out or reads_on)


def named_box(sight: Sight, index: int) -> int | None:
    """Return the nearest box whose names call it the lead, None where one calls it something else."""
    for box in itertools.islice(boxes_around(sight, index), _NAMED_BOXES):
        hint = sight.document.boxes[box].hint
        if names_lead(hint):
            return None if names_other(hint) else box
        if names_other(hint):
            return None
    return None


def hint_of(sight: Sight, index: int) -> str:
    """Return the names (class, id, microdata) of the box a block stands in."""
    return sight.document.boxes[sight.blocks[index].box].hint


def tag_of(sight: Sight, index: int) -> str:
    """Return the tag of the box a block stands in."""
    return sight.document.tag(sight.blocks[index])


def is_bold(sight: Sight, index: int) -> bool:
    """Return whether a block as a whole is in bold or italic type."""
    return sight.blocks[index].strong >= _BOLD * sight.blocks[index].length


def is_sentence(sight: Sight, index: int) -> bool:
    """Return whether a block is long enough for a sentence and ends as one."""
    return sight.blocks[index].length >= SHORTEST and sight.words(index).endswith(_STOPS)
