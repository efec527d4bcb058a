"""How a page's boxes stand in one another, as columns, one entry a box."""

import msgspec
import numpy as np
import numpy.typing as npt

from reportedly.read.document import Document

Indices = npt.NDArray[np.int64]

# In these a line is a line, not a container of lines, even where a second one stands inside.
_LINES = frozenset("p li h1 h2 h3 h4 td blockquote".split())


class Boxes(msgspec.Struct, frozen=True, gc=False):
    """The boxes of a page in document order, by what they hold and what stands around them.

    `end` is the index after the last box inside a box, `parent` the box right around it, and `wider` the
    nearest one around that holds more blocks: wrappers around one paragraph say nothing. `steps` counts
    such wider boxes above, `named` the boxes with a class or an id down to this one. `kind` numbers tag
    and markup together; `article` is the `<article>` around, -1 where there is none; `home` is the box
    whose lines a block of this box stands among.
    """

    end: list[int]
    parent: list[int]
    wider: list[int]
    steps: list[int]
    named: list[int]
    depth: list[int]
    kind: list[int]
    article: list[int]
    home: list[int]

    def __len__(self) -> int:
        return len(self.end)


def entries(column: list[int], places: list[int]) -> Indices:
    """Return a column's entries at some places."""
    return np.array([column[i] for i in places], dtype=np.int64)


def lay_out(document: Document) -> Boxes:
    """Return a page's boxes as columns."""
    held, end = _held(document)
    boxes = document.boxes
    count = len(boxes)
    wider, steps, named, depth, home = [0] * count, [0] * count, [0] * count, [0] * count, [0] * count
    article = [-1] * count
    parents = [max(box.parent, 0) for box in boxes]
    for i in range(1, count):
        parent, box = parents[i], boxes[i]
        grows = held[parent] > held[i]
        wider[i] = around = parent if grows else wider[parent]
        steps[i] = steps[parent] + grows
        named[i] = named[parent] + (box.hint != "")
        depth[i] = depth[parent] + 1
        article[i] = i if box.tag == "article" else article[parent]
        home[i] = i if held[i] > 1 and box.tag not in _LINES else around
    seen: dict[tuple[str, str], int] = {}
    kind = [seen.setdefault((box.tag, box.hint), len(seen)) for box in boxes]
    return Boxes(end, parents, wider, steps, named, depth, kind, article, home)


def _held(document: Document) -> tuple[list[int], list[int]]:
    """Return how many blocks each box holds, and the index after the last box inside it."""
    boxes = document.boxes
    held, end = [0] * len(boxes), list(range(1, len(boxes) + 1))
    for block in document.blocks:
        held[block.box] += 1
    for i in range(len(boxes) - 1, 0, -1):
        parent = boxes[i].parent
        held[parent] += held[i]
        if end[parent] < end[i]:
            end[parent] = end[i]
    return held, end
