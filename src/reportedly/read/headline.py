"""The headline: the one the page shows, told from site names, kickers and teasers."""

import re
from collections.abc import Iterator

from reportedly.read.document import OUTSIDE, Region
from reportedly.read.folding import fold
from reportedly.read.markup import text_of
from reportedly.read.sight import Sight, marked_up
from reportedly.records import Field, Span

# A title shorter than this names a site or a section.
_SHORTEST = 8
_LONGEST = 400
# A part of a title this many times shorter than its longest is the site's name or a section's.
_SHORT_PART = 1.6
_SITE_MARKS = re.compile(r"\s+[|–—·•:»\-]+\s+|\s*\|\s*")
# The share of the shorter title's words that two titles of one article have in common.
_SAME_SHARE = 0.6
_WORD = re.compile(r"\w+")


def find_headline(sight: Sight) -> tuple[int | None, Field[str] | None]:
    """Return the block that shows the headline and the headline, each None where there is none.

    The visible heading that agrees best with what the markup calls the article wins; where no heading
    agrees, the last one above the body; where none is visible, the markup's own, less the site's name.
    """
    named = list(_named(sight))
    best = max(_headings(sight), key=lambda i: _agreement(sight, i, named), default=None)
    if best is not None and (not named or _agreement(sight, best, named) > 0 or _is_top(sight, best)):
        words = sight.words(best)
        span = sight.blocks[best].span
        sure = 1.0 if _agreement(sight, best, named) >= _SAME_SHARE else 0.7
        return best, Field(value=words, span=Span(span.start, span.end), confidence=sure)
    for value, markup in named:
        return None, marked_up(value, markup, 0.6)
    return None, None


def _named(sight: Sight) -> Iterator[tuple[str, str]]:
    """Yield what the markup calls the article, surest first, without the site's name."""
    meta = sight.markup.meta
    linked = text_of(sight.linked, "headline")
    if linked:
        yield linked, "json-ld:headline"
    for name in ("og:title", "twitter:title"):
        if meta.get(name):
            yield _without_site(sight, meta[name]), f'meta[property="{name}"]'
    if sight.markup.title:
        yield _without_site(sight, sight.markup.title), "title"


def _without_site(sight: Sight, title: str) -> str:
    """Return a title without the site's name, which stands at either end behind a bar or dash."""
    parts = _SITE_MARKS.split(title)
    if len(parts) < 2:
        return title
    longest = len(max(parts, key=len))
    shown = [part for part in parts if len(part) * _SHORT_PART > longest and not _is_site(sight, part)]
    start, end = title.find(shown[0]) if shown else 0, title.rfind(shown[-1]) if shown else 0
    return title[start : end + len(shown[-1])] if shown else title


def _is_site(sight: Sight, part: str) -> bool:
    """Return whether a part of a title is the site's name, as the markup or the address has it."""
    name = fold(sight.markup.meta.get("og:site_name", "")).replace(" ", "")
    host = "".join((sight.url or "").split("/")[2:3])
    plain = fold(part).replace(" ", "")
    return bool(plain) and (plain == name or plain in host)


def _headings(sight: Sight) -> Iterator[int]:
    """Yield the blocks that may show the headline: level-1 headings, else lower ones above the body."""
    found = [i for i, b in enumerate(sight.blocks) if sight.document.tag(b) == "h1" and _fits(sight, i)]
    inside = [i for i in found if not sight.document.regions(sight.blocks[i]) & OUTSIDE]
    if inside or found:
        yield from inside or found
        return
    for i in range(sight.body_start):
        block = sight.blocks[i]
        names = sight.document.boxes[block.box].hint
        heading = sight.document.tag(block) in ("h2", "h3") or "headline" in names or "title" in names
        if heading and _fits(sight, i) and not sight.document.regions(block) & (OUTSIDE | Region.LEAD):
            yield i


def _fits(sight: Sight, index: int) -> bool:
    return _SHORTEST <= sight.blocks[index].length <= _LONGEST


def _is_top(sight: Sight, index: int) -> bool:
    """Return whether a heading is a level-1 heading that stands above the body."""
    return sight.document.tag(sight.blocks[index]) == "h1" and index < sight.body_start


def _agreement(sight: Sight, index: int, named: list[tuple[str, str]]) -> float:
    """Return how well a heading's words agree with the markup's titles, and a little for its place."""
    words = set(_WORD.findall(fold(sight.words(index))))
    best = 0.0
    for value, _ in named:
        other = set(_WORD.findall(fold(value)))
        shared = len(words & other) / max(1, len(words | other))
        best = max(best, shared)
    return best
