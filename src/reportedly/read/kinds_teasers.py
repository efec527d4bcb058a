"""Teasers: headlines that are links, and the few words below each."""

import bisect
import re
from collections import Counter

import msgspec

from reportedly.read.document import Block, Region
from reportedly.read.kinds_signs import address_of, is_running, is_wide_script
from reportedly.read.shared_boxes import shared_box, stands_in
from reportedly.read.sight import Sight

# A teaser's headline is a link of at least this length that fills its block; in a heading it may be shorter.
SHORTEST_TEASER = 20
_SHORTEST_WIDE_TEASER = 9
_SHORTEST_DATED_WIDE = 6
_SHORTEST_HEADING = 6
_MOSTLY_LINK = 0.8
# Beside it may stand a day in figures, of so many characters with a time.
_LONGEST_DAY = 24
_OF_DAY = re.compile(r"[\d\s:./()\[\]年月日-]+")
# More running text than this between two teasers' headlines is a story; teasers have a sentence or three.
_LONGEST_BLURB = 420
# Fronts have this many teasers at least, and little running text that is not one of them.
FEWEST_TEASERS = 6
_MOST_STORY = 0.3
# A leading teaser has its headline so few blocks above each of its paragraphs.
_NEAR = 4
# So many links, and next to no text beside them, are a list too.
_FEWEST_LINKS = 8
# What was taken for the body is teasers' where so many headlines of one kind stand above it and so much of it
# is short enough.
_FEWEST_CARDS = 3
_LEAST_IN_CARDS = 0.8
# "Read more" stands below each of so many teasers, in so many characters.
_FEWEST_MORE = 4
_LONGEST_MORE = 40
_SKIPPED = (
    Region.NAVIGATION
    | Region.FOOTER
    | Region.HIDDEN
    | Region.DIALOG
    | Region.COMMENTS
    | Region.TAGS
    | Region.FORM
)
_HEADINGS = frozenset({"h2", "h3", "h4", "h5"})
_FIGURES = re.compile(r"\d+")


class Teasers(msgspec.Struct, frozen=True):
    """How many headlines are links, how many have a blurb, and how the running text is shared out.

    `opening` counts the letters of the story before the first of them, `linked` those of the headlines.
    """

    links: int
    linked: int
    blurbs: int
    blurb_letters: int
    story_letters: int
    opening: int

    @property
    def are_all(self) -> bool:
        """Return whether the page is teasers, or links, and next to nothing else."""
        running = self.blurb_letters + self.story_letters
        if self.blurbs >= FEWEST_TEASERS and self.story_letters <= _MOST_STORY * running:
            return True
        return self.links >= _FEWEST_LINKS and running < self.links * SHORTEST_TEASER


def read_teasers(sight: Sight) -> Teasers:
    """Return how a page's running text is shared out between the links that head it."""
    boxes = sight.document.boxes
    runs, links, linked = [0], 0, 0
    for block in sight.blocks:
        if boxes[block.box].regions & _SKIPPED:
            continue
        if _is_teaser_head(block):
            runs.append(0)
            links += 1
            linked += block.linked
        elif is_running(block):
            runs[-1] += block.length - block.linked
    blurbs = [letters for letters in runs[1:] if 0 < letters <= _LONGEST_BLURB]
    return Teasers(links, linked, len(blurbs), sum(blurbs), sum(runs) - sum(blurbs), runs[0])


def is_body_of_teasers(sight: Sight, teasers: Teasers) -> bool:
    """Return whether the body's words stand below teasers' headlines, or above "Read more".

    Headlines of teasers are links to the site's own pages, and several of one kind; where there are many
    links, the words may stand below the one headline that leads them.
    """
    texts = [i for i in sight.body if sight.document.tag(sight.blocks[i]) not in (*_HEADINGS, "h1")]
    letters = sum(sight.blocks[i].length for i in texts)
    if not letters:
        return False
    below = sum(sight.blocks[i].length for i in _below_heads(sight, texts))
    above = sum(sight.blocks[i].length for i in _above_more(sight, texts))
    if max(below, above) >= _LEAST_IN_CARDS * letters:
        return True
    return teasers.links >= _FEWEST_LINKS and _are_of_leading_teasers(sight, texts)


def _below_heads(sight: Sight, texts: list[int]) -> list[int]:
    """Return the texts that stand below a headline of which there are several, in short runs."""
    kinds: dict[tuple[str, ...], list[int]] = {}
    for index, block in enumerate(sight.blocks):
        if block.linked and _is_card_head(sight, block):
            kinds.setdefault(_kind(sight, block), []).append(index)
    heads = max(kinds.values(), key=len, default=[])
    if len(heads) < _FEWEST_CARDS or not _lead_home(sight, heads):
        return []
    runs: dict[int, list[int]] = {}
    for index in texts:
        at = bisect.bisect(heads, index)
        if at:
            runs.setdefault(at, []).append(index)
    short = {
        at: run for at, run in runs.items() if sum(sight.blocks[i].length for i in run) <= _LONGEST_BLURB
    }
    are_several = len(short) >= _FEWEST_CARDS
    return [
        i for at, run in short.items() for i in run if are_several or _shares_card(sight, heads, at - 1, i)
    ]


def _shares_card(sight: Sight, heads: list[int], at: int, text: int) -> bool:
    """Return whether a headline and a text below it stand in a box without the headlines beside it."""
    box = shared_box(sight, heads[at], text)
    beside = [heads[i] for i in (at - 1, at + 1) if 0 <= i < len(heads)]
    return not any(stands_in(sight, head, box) for head in beside)


def _are_of_leading_teasers(sight: Sight, texts: list[int]) -> bool:
    """Return whether each text stands in one box with a heading right above it that leads elsewhere."""
    heads = [i for i, block in enumerate(sight.blocks) if block.linked and _is_teaser_head(block)]
    for text in texts:
        at = bisect.bisect(heads, text) - 1
        is_near = at >= 0 and text - heads[at] <= _NEAR
        if not is_near or not _leads_elsewhere(sight, heads[at]) or not _shares_card(sight, heads, at, text):
            return False
    return True


def _leads_elsewhere(sight: Sight, head: int) -> bool:
    """Return whether a block is a heading, not of the first level, and its link is not to the page itself."""
    if sight.document.tag(sight.blocks[head]) not in _HEADINGS:
        return False
    links = sight.document.links
    at = bisect.bisect_left(links, head, key=lambda each: each[0])
    address = (links[at][2].attributes.get("href") or "") if at < len(links) and links[at][0] == head else ""
    own = address_of(sight).path.rstrip("/")
    return bool(address) and not (own and address.rstrip("/").endswith(own))


def _is_card_head(sight: Sight, block: Block) -> bool:
    if sight.document.boxes[block.box].regions & _SKIPPED or sight.document.tag(block) == "h1":
        return False
    is_heading = sight.document.tag(block) in _HEADINGS and block.linked >= _MOSTLY_LINK * block.length
    return (is_heading and block.length >= _SHORTEST_HEADING) or _is_teaser_head(block)


def _kind(sight: Sight, block: Block) -> tuple[str, ...]:
    """Return the tags and names of a block's box and of the one around it, without figures."""
    box = sight.document.boxes[block.box]
    around = sight.document.boxes[max(0, box.parent)]
    return box.tag, _FIGURES.sub("", box.hint), around.tag, _FIGURES.sub("", around.hint)


def _lead_home(sight: Sight, heads: list[int]) -> bool:
    """Return whether the links of most headlines stay on the site: a list of things to buy does not."""
    wanted, host = set(heads), address_of(sight).netloc.removeprefix("www.")
    away = 0
    for start, end, link in sight.document.links:
        address = link.attributes.get("href") or ""
        if not wanted.isdisjoint(range(start, max(end, start + 1))) and "://" in address:
            away += bool(host) and host not in address
    return away * 2 < len(heads)


def _above_more(sight: Sight, texts: list[int]) -> list[int]:
    """Return the texts right above a short link that stands below several."""
    linked = {i: b.words.casefold() for i, b in enumerate(sight.blocks) if _is_short_link(sight, b)}
    counts = Counter(linked.values())
    ends = {i for i, words in linked.items() if counts[words] >= _FEWEST_MORE}
    return [
        i for i in texts if sight.blocks[i].length <= _LONGEST_BLURB and not ends.isdisjoint((i + 1, i + 2))
    ]


def _is_short_link(sight: Sight, block: Block) -> bool:
    if not block.linked or block.length > _LONGEST_MORE or block.linked < _MOSTLY_LINK * block.length:
        return False
    return not sight.document.boxes[block.box].regions & _SKIPPED


def _is_teaser_head(block: Block) -> bool:
    """Return whether a block is a link as long as a headline, and beside it at most a day in figures."""
    words, shortest = block.words, _SHORTEST_WIDE_TEASER
    if block.linked < _MOSTLY_LINK * block.length:
        if not block.linked or block.length - block.linked > _LONGEST_DAY:
            return False
        words, shortest = _OF_DAY.sub("", words), _SHORTEST_DATED_WIDE
        if len(words) > block.linked:
            return False
    return block.linked >= SHORTEST_TEASER or (block.linked >= shortest and is_wide_script(words))
