"""Drafts of choosers for lead, body and captions: elements that hold just those blocks."""

import itertools
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from reportedly.read.shape_places import Layout
from reportedly.read.shape_selectors import (
    ancestors,
    common_selectors,
    cost_of,
    selectors,
    simple_selectors,
    step_down,
)
from reportedly.read.shapes import Chooser
from reportedly.records import Article, Span

_MOST_CONTAINERS = 4
_MOST_TRIED = 160
# A selector for what has to be left out is one more thing that can break.
_LEAVING_OUT_COST = 10
# A selector that takes in the headline, say, is wider than the body.
_PASSED_OVER_COST = 10


def block_choosers(layout: Layout, article: Article, field: str) -> Iterator[Chooser]:
    """Yield choosers that name just the blocks of a field, the shortest first."""
    wanted = _blocks(layout, article, field)
    passed = _passed_over(layout, article) if field == "body" else set()
    found: list[tuple[int, Chooser]] = []
    tried = itertools.islice(dict.fromkeys(_candidates(layout, sorted(wanted))), _MOST_TRIED)
    for css in tried:
        named = set(layout.blocks(css))
        if not wanted <= named:
            continue
        extra = named - wanted - passed
        without = _without(layout, wanted, extra) if extra else None
        if extra and (without is None or not _leaves(layout, css, without, wanted, passed)):
            continue
        cost = cost_of(css) + (cost_of(without) + _LEAVING_OUT_COST if without else 0)
        cost += len(named & passed) * _PASSED_OVER_COST
        found.append((cost, Chooser(css=css, without=without)))
    yield from (chooser for _, chooser in sorted(found, key=lambda pair: pair[0]))


def _blocks(layout: Layout, article: Article, field: str) -> set[int]:
    value = getattr(article, field)
    spans: tuple[Span, ...] = value if isinstance(value, tuple) else (value.span,)
    return {
        i for span in spans for i in range(layout.block_at(span.start), layout.block_at(span.end - 1) + 1)
    }


def _passed_over(layout: Layout, article: Article) -> set[int]:
    """Return the blocks that leave the body by themselves: headline, lead, lines that are credits."""
    fields = [article.headline, article.lead, *article.credits]
    return {layout.block_at(field.span.start) for field in fields if field and field.span}


def _leaves(layout: Layout, css: str, without: str, wanted: set[int], passed: set[int]) -> bool:
    left = set(layout.blocks(css, without))
    return wanted <= left and left - passed <= wanted


def _candidates(layout: Layout, wanted: list[int]) -> Iterator[str]:
    """Yield selectors that may name all of some blocks: their own, their container's, both in two steps."""
    if not wanted:
        return
    outer, inner = _elements(layout, wanted, last=False), _elements(layout, wanted, last=True)
    if not outer or not inner:
        return
    if len(wanted) == 1:
        yield from selectors(outer[0])
        yield from selectors(inner[0])
    spans = [layout.document.blocks[i].span for i in wanted]
    own = [*common_selectors(outer)[:5], *common_selectors(inner)[:5]]
    yield from own
    around = [outer[0], *ancestors(outer[0])]
    containers = [n for n in around if (p := layout.place(n)) and all(p.contains(s) for s in spans)]
    for container in containers[:_MOST_CONTAINERS]:
        names = simple_selectors(container)[:4]
        yield from names
        yield from (step_down(name, mark, s) for name in names for s in own for mark in (" > ", " "))
        yield from selectors(container)[: _MOST_CONTAINERS * 2]


def _elements(layout: Layout, wanted: list[int], *, last: bool) -> list[LexborNode]:
    """Return the smallest element around each block; of several of one size the first or the last."""
    found: list[LexborNode] = []
    for index in wanted:
        around = layout.around(layout.document.blocks[index].span)
        same = [node for node, place in around if place == around[0][1]]
        if same:
            found.append(same[0 if last else -1])
    return found if len(found) == len(wanted) else []


def _without(layout: Layout, wanted: set[int], extra: set[int]) -> str | None:
    """Return the selectors of the elements around blocks that are not wanted, None where one has none."""
    found: list[str] = []
    blocks = layout.document.blocks
    kept = [blocks[i].span for i in wanted]
    for index in sorted(extra):
        if found and index in layout.blocks(", ".join(found)):
            continue
        outside = layout.around(blocks[index].span)
        around = [node for node, place in outside if not any(place.overlaps(k) for k in kept)][::-1]
        names = (s for node in around for s in simple_selectors(node)[:3])
        spared = next((s for s in names if not wanted & set(layout.blocks(s))), None)
        if spared is None:
            return None
        found.append(spared)
    return ", ".join(found)
