"""What a block looks like to the model that tells an article's text from the rest of its page."""

import math
import re
from collections import Counter

import numpy as np
import numpy.typing as npt

from reportedly.read.document import Block, Document, Region

Matrix = npt.NDArray[np.float32]

_WIDE = re.compile("[\u3040-\u9fff\uac00-\ud7af]")
_WIDE_WEIGHT = 2.5  # one CJK character says about as much as two and a half Latin letters
_SENTENCE_END = re.compile(r"""[.!?…。！？؟۔][\"'”»’“)\]]*$""")
_STOPS = re.compile(r"[,;:.!?，。、؛،]")
_DIGITS = re.compile(r"\d")
_TAGS = ("p", "li", "h2", "h3", "h4", "div", "td", "blockquote", "figcaption", "section", "article", "pre", "dd")
_TAG_INDEX = {tag: i for i, tag in enumerate(_TAGS)}
_REGIONS = tuple(int(region) for region in Region if region)
_MOST_DEPTH = 20
_LONG = 80  # characters from which a block is running text
_NEAR = 3  # neighbours on either side whose looks are taken along
_LOCAL = 12  # features of a block that its neighbours see too


def block_features(document: Document, chosen: set[int], headline: str) -> Matrix:
    """Return one row of features for every block of a page.

    `chosen` are the blocks that the rules of `body.py` take for the article, `headline` what the
    markup calls it. Columns: the block's words, links and type; its tag and regions; its place;
    how often its like (same box names, same box) stands on the page; the same of its neighbours.
    """
    count = len(document.blocks)
    own = np.array([_own(document, block) for block in document.blocks], dtype=np.float32)
    kind = np.zeros((count, len(_TAGS) + 1), dtype=np.float32)
    for i, block in enumerate(document.blocks):
        kind[i, _TAG_INDEX.get(document.tag(block), len(_TAGS))] = 1
    bits = np.array([document.regions(block) for block in document.blocks], dtype=np.int64)
    regions = ((bits[:, None] & np.array(_REGIONS)[None, :]) > 0).astype(np.float32)
    taken = np.zeros((count, 1), dtype=np.float32)
    taken[sorted(chosen)] = 1
    place = _place(document, chosen)
    alike = _alike(document)
    title = np.array([[_same(document.words(b), headline)] for b in document.blocks], dtype=np.float32)
    seen = np.hstack([own[:, :_LOCAL], taken, kind[:, :4]])
    return np.hstack([own, kind, regions, taken, place, alike, title, *_neighbours(seen)])


def _own(document: Document, block: Block) -> list[float]:
    """Return what a block's own words and links say."""
    words = document.words(block)
    length = block.length
    wide = 0 if words.isascii() else len(_WIDE.findall(words))
    weight = length + (_WIDE_WEIGHT - 1) * wide
    return [
        math.log1p(weight) / 6,
        min(weight / 400, 3.0),
        block.linked / length,
        block.strong / length,
        float(_SENTENCE_END.search(words[-8:]) is not None),
        min(len(_STOPS.findall(words)) / weight * 20, 3.0),
        min(len(_DIGITS.findall(words)) / length * 5, 2.0),
        float(weight < 25),
        float(weight >= _LONG),
        float(words[:1].isupper()),
        float(block.linked == length),
        float(words.isupper()),
        float(words[:1] in "\"“„«'‘「"),
        float("©" in words or "|" in words),
        float("@" in words or "http" in words or "www" in words),
        float(words.endswith("?")),
        float(words.endswith((":", "…", "..."))),
    ]


def _place(document: Document, chosen: set[int]) -> Matrix:
    """Return where blocks stand on the page and from what the rules chose."""
    count = len(document.blocks)
    index = np.arange(count, dtype=np.float32)
    first, last = (min(chosen), max(chosen)) if chosen else (count, count)
    depth = _depths(document)
    ends = np.array([block.span.end for block in document.blocks], dtype=np.float32)
    body = ends[first] if chosen else 0.0
    columns = [
        index / max(1, count),
        ends / max(1, len(document.text)),
        np.clip((index - first) / 10, -2, 2),
        np.clip((index - last) / 10, -2, 2),
        (index < first).astype(np.float32),
        (index > last).astype(np.float32),
        np.clip((ends - body) / 3000, -2, 3),
        depth / _MOST_DEPTH,
    ]
    return np.stack(columns, axis=1).astype(np.float32)


def _depths(document: Document) -> Matrix:
    depths: list[int] = []
    for box in document.boxes:
        depths.append(0 if box.parent < 0 else min(_MOST_DEPTH, depths[box.parent] + 1))
    return np.array([depths[block.box] for block in document.blocks], dtype=np.float32)


def _alike(document: Document) -> Matrix:
    """Return how many blocks stand in boxes of the same names and around the same box, and how they look."""
    boxes = document.boxes
    names = [(boxes[b.box].tag, boxes[b.box].hint) for b in document.blocks]
    around = [boxes[b.box].parent for b in document.blocks]
    above = [boxes[p].parent if p >= 0 else -1 for p in around]
    lengths = [block.length for block in document.blocks]
    texts = Counter(document.words(block) for block in document.blocks)
    twice = [[float(texts[document.words(block)] > 1)] for block in document.blocks]
    return np.hstack([*(_group(keys, lengths) for keys in (names, around, above)), np.array(twice, dtype=np.float32)])


def _group(keys: list[tuple[str, str]] | list[int], lengths: list[int]) -> Matrix:
    """Return, for each block, how many share its key, how many of them are long, and their mean length."""
    count: Counter[object] = Counter(keys)
    total: Counter[object] = Counter()
    long: Counter[object] = Counter()
    for key, length in zip(keys, lengths, strict=True):
        total[key] += length
        long[key] += length >= _LONG
    rows = [
        (min(math.log1p(count[k]) / 4, 1.5), long[k] / count[k], min(total[k] / count[k] / 300, 2.0), math.log1p(total[k]) / 9)
        for k in keys
    ]
    return np.array(rows, dtype=np.float32)


def _same(words: str, headline: str) -> float:
    return float(bool(headline) and words.strip() == headline.strip())


def _neighbours(seen: Matrix) -> list[Matrix]:
    """Return the looks of the blocks before and after each, zeros beyond the ends."""
    shifted = []
    for step in (*range(-_NEAR, 0), *range(1, _NEAR + 1)):
        moved = np.zeros_like(seen)
        if step < 0:
            moved[-step:] = seen[:step]
        else:
            moved[:-step] = seen[step:]
        shifted.append(moved)
    return shifted
