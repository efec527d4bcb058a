"""How blocks stand to the box that holds most of a page's running text."""

from typing import Any

import numpy as np
import numpy.typing as npt

from reportedly.read.body_boxes import Boxes, Indices, entries
from reportedly.read.document import OUTSIDE, Document, Region

Matrix = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.float64]
Column = npt.NDArray[Any]  # one figure a block

_TAGS = tuple(
    "p li ul ol div section article figure blockquote aside table td tr main header h2 h3 h4 span".split()
)
_TAG_INDEX = {tag: i for i, tag in enumerate(_TAGS)}
_ONE_HOT = np.eye(len(_TAGS) + 1, dtype=np.float32)
_ASIDES = OUTSIDE | Region.ASIDE | Region.FIGURE | Region.BYLINE
_MOST_STEPS = 5
_MOST_NAMED = 4
_SEVERAL_STORIES = 2  # a page with running text in more `<article>`s than this is a list of stories


class Container:
    """A page's main container, and its blocks' places in it; `lines` are those blocks' boxes.

    `weights` say how much running text each block holds that may be the article's. The main container
    is the box among whose lines most of it stands; the outer one is the next wider box.
    """

    def __init__(self, document: Document, boxes: Boxes, lines: list[int], weights: Numbers) -> None:
        self.boxes, self.weights = boxes, weights
        self.lines = np.array(lines)
        self.home = entries(boxes.home, lines)
        self.around = entries(boxes.wider, self.home.tolist())
        self.kind = entries(boxes.kind, lines)
        self.regions = np.array([document.boxes[i].regions for i in lines])
        self.held = self._shares(self.home)
        self.main = int(np.argmax(self.held))
        self.outer = boxes.wider[self.main]
        self._outside = [~document.boxes[box].regions & _ASIDES for box in (self.main, self.outer)]

    def _shares(self, keys: Indices) -> Numbers:
        """Return the share of the running text that each key's blocks hold."""
        return np.bincount(keys, self.weights) / max(float(self.weights.sum()), 1.0)

    def places(self) -> list[Column]:
        """Return columns: how deep blocks stand in the two containers, and how much text is beside them."""
        return [
            *self._depths(),
            self.home == self.main,
            self.around == self.main,
            self.around == self.outer,
            self.home == self.outer,
            self.held[self.home],
            self._shares(self.around)[self.around],
            self._shares(self.kind)[self.kind],
        ]

    def _depths(self) -> list[Column]:
        boxes, lines = self.boxes, self.lines
        steps, named = entries(boxes.steps, lines.tolist()), entries(boxes.named, lines.tolist())
        columns: list[Column] = []
        for box, outside in zip((self.main, self.outer), self._outside, strict=True):
            inside = (lines >= box) & (lines < boxes.end[box])
            deep = np.minimum(steps - boxes.steps[box], _MOST_STEPS) * inside
            under = np.minimum(named - boxes.named[box], _MOST_NAMED) * inside
            is_aside = (self.regions & outside) > 0
            columns += [inside, np.maximum(deep, 0) / _MOST_STEPS, under / _MOST_NAMED, inside & is_aside]
        return columns

    def branches(self, lengths: Numbers, linked: Numbers, is_long: Numbers) -> tuple[list[Column], list[int]]:
        """Return columns on the part of the main container that each block stands in, and that part's box.

        A part is a child of the container: a paragraph, a list, a box with facts, a quotation. Box 0 stands
        for none.
        """
        boxes, parts = self.boxes, self._parts()
        part, kind = np.array(parts), entries(boxes.kind, parts)
        has = (part > 0).astype(np.float64)
        count, length = np.bincount(part, has), np.bincount(part, lengths * has)
        whole = max(float(length.sum()), 1.0)
        columns = [
            has,
            length[part] / whole,
            has * np.minimum(np.log1p(count[part]) / 3, 1),
            (np.bincount(part, linked * has) / np.maximum(length, 1))[part],
            (np.bincount(part, (1 - is_long) * has) / np.maximum(count, 1))[part],
            has * (entries(boxes.named, parts) > boxes.named[self.main]),
            has * np.bincount(kind, lengths * has)[kind] / whole,
        ]
        return columns, parts

    def _parts(self) -> list[int]:
        """Return, for each block, the child of the main container that it stands in, 0 outside of it."""
        parents, main, last = self.boxes.parent, self.main, self.boxes.end[self.main]
        parts = dict.fromkeys(range(main + 1, last), 0)
        for i in parts:
            parts[i] = i if parents[i] == main else parts[parents[i]]
        return [parts.get(i, 0) for i in self.lines.tolist()]

    def order(self, is_long: Numbers, headline: int) -> list[Column | float]:
        """Return columns: before or after the container's paragraphs, the headline, and its `<article>`.

        `headline` is the place of the headline among the blocks, -1 where none is known.
        """
        at = np.arange(len(self.lines))
        paragraphs = np.flatnonzero((self.home == self.main) & (is_long > 0))
        first, last = (paragraphs[0], paragraphs[-1]) if len(paragraphs) else (len(at), len(at))
        article = entries(self.boxes.article, self.lines.tolist())
        headline_box = int(self.lines[headline]) if headline >= 0 else self.main
        return [
            at < first,
            at > last,
            near(at - first),
            near(at - last),
            article >= 0,
            article == (article[headline] if headline >= 0 else -2),
            article == (article[first] if first < len(at) else -2),
            len(set(article[is_long > 0].tolist())) > _SEVERAL_STORIES,
            at > headline,
            near(at - headline),
            headline >= 0,
            *(box <= headline_box < self.boxes.end[box] for box in (self.main, self.outer)),
        ]


def near(blocks: Column) -> Column:
    """Return distances in blocks in tens, not above two."""
    return np.maximum(np.minimum(blocks / 10, 2), -2)


def tag_columns(document: Document, boxes: list[int]) -> Matrix:
    """Return one column a tag that holds lines, 1 where the box has it."""
    index = [_TAG_INDEX.get(document.boxes[i].tag, len(_TAGS)) for i in boxes]
    return np.asarray(_ONE_HOT[index], dtype=np.float32)
