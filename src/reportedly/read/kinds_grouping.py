"""How the blocks of a live ticker fall into entries: boxes that repeat, or runs below lines with a time."""

import itertools
from collections import defaultdict

import msgspec

from reportedly.read.document import Box
from reportedly.read.kinds_signs import is_running
from reportedly.read.shared_boxes import boxes_around
from reportedly.read.sight import Sight

# An entry's time stands at most so many boxes deep in it.
_DEEPEST = 8
# Boxes of these kinds hold the time alone, or one paragraph: the entry goes on in the boxes after them.
_RUNS = frozenset({"p", "h2", "h3", "h4", "h5", "h6", "dt"})
# So many of the boxes that repeat hold running text, or they are the lines with the times.
_LEAST_WITH_TEXT = 0.5

Kind = tuple[str, str, str, str]


class Group(msgspec.Struct, frozen=True):
    """The blocks of one entry, in order, and the one that dates it."""

    start: int
    blocks: tuple[int, ...]


def entry_groups(sight: Sight, starts: list[int]) -> list[Group]:
    """Return the blocks of each entry, given the blocks that date one.

    Of all kinds of boxes that hold a dating block each, the kind with the most boxes is the entries';
    of several with as many, the outermost.
    """
    kinds = _kinds(sight, starts)
    best: dict[int, int] = {}
    best_is_run = False
    for kind, held in kinds.items():
        is_run = kind[0] in _RUNS
        if len(held) > len(best) and (is_run or _hold_text(sight, held)):
            best, best_is_run = held, is_run
    return _runs(sight, best) if best_is_run else _boxes(sight, best)


def _kinds(sight: Sight, starts: list[int]) -> dict[Kind, dict[int, int]]:
    """Return, by kind of box, the boxes around dating blocks with the first block each; outer ones first."""
    boxes = sight.document.boxes
    found: dict[Kind, dict[int, int]] = defaultdict(dict)
    depths: dict[Kind, int] = {}
    for start in starts:
        seen: set[Kind] = set()
        for depth, box in enumerate(itertools.islice(boxes_around(sight, start), _DEEPEST)):
            kind = _kind(boxes, box)
            if kind not in seen:
                seen.add(kind)
                found[kind].setdefault(box, start)
                depths[kind] = max(depth, depths.get(kind, 0))
    return {kind: found[kind] for kind in sorted(found, key=lambda k: -depths[k])}


def _kind(boxes: list[Box], box: int) -> Kind:
    """Return the tag and the first name of a box and of the one around it."""
    around = boxes[boxes[box].parent]
    return boxes[box].tag, _name(boxes[box]), around.tag, _name(around)


def _name(box: Box) -> str:
    """Return the first name of a box, without figures: "entry-17" is one of the "entry-"."""
    name = box.hint.split(" ", 1)[0]
    return name.rstrip("0123456789abcdef") if any(c.isdigit() for c in name) else name


def _hold_text(sight: Sight, held: dict[int, int]) -> bool:
    groups = _boxes(sight, held)
    with_text = sum(any(is_running(sight.blocks[i]) for i in group.blocks) for group in groups)
    return with_text >= _LEAST_WITH_TEXT * len(groups)


def _boxes(sight: Sight, held: dict[int, int]) -> list[Group]:
    """Return the blocks in each of the boxes."""
    boxes = sight.document.boxes
    inside: dict[int, list[int]] = {box: [] for box in held}
    for index, block in enumerate(sight.blocks):
        at = block.box
        while at > 0 and at not in inside:
            at = boxes[at].parent
        if at > 0:
            inside[at].append(index)
    return [Group(held[box], tuple(blocks)) for box, blocks in sorted(inside.items())]


def _runs(sight: Sight, held: dict[int, int]) -> list[Group]:
    """Return the blocks from each dating box to the next, within the box around them."""
    starts = sorted(held.values())
    groups = []
    for start, following in zip(starts, [*starts[1:], len(sight.blocks)], strict=True):
        around = sight.document.boxes[sight.blocks[start].box].parent
        blocks = [start]
        while blocks[-1] + 1 < following and _stands_in(sight, blocks[-1] + 1, around):
            blocks.append(blocks[-1] + 1)
        groups.append(Group(start, tuple(blocks)))
    return groups


def _stands_in(sight: Sight, index: int, box: int) -> bool:
    at = sight.blocks[index].box
    while at > box:
        at = sight.document.boxes[at].parent
    return at == box
