"""What a block looks like to the model that tells an article's text from the rest of its page."""

import re
from collections import Counter
from collections.abc import Sequence

import msgspec
import numpy as np

from reportedly.read.body_boxes import Boxes, Indices, entries, lay_out
from reportedly.read.body_container import Column, Container, Matrix, Numbers, near, tag_columns
from reportedly.read.document import ALL_REGIONS, Block, Document

_WIDE = re.compile("[\u3040-\u9fff\uac00-\ud7af]")
_WIDE_WEIGHT = 2.5  # one CJK character says about as much as two and a half Latin letters
_DIGITS = re.compile(r"\d")
_SENTENCE_ENDS = frozenset('.!?…。！？؟۔"”»’“')
_OPENS = frozenset("\"“„«'‘「")
_SIGNS = re.compile(r"[©|@]|http|www\.")
_TAGS = tuple("p li h2 h3 h4 div td blockquote figcaption section article pre dd h1 main span".split())
_TAG_INDEX = {tag: i for i, tag in enumerate(_TAGS)}
_H1 = _TAG_INDEX["h1"]
_ONE_HOT = np.eye(len(_TAGS) + 1, dtype=np.float32)
_REGIONS = np.array(ALL_REGIONS, dtype=np.int64)
_MOST_DEPTH = 20
_LONG = 80  # characters from which a block is running text
_SHORT = 25  # characters up to which it is a label
_NOTICE_COPIES = 3  # words that stand so often on a page are a notice, not the article
_SAME_START = 40  # characters by which a block is known again in the markup's own body


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What a page's markup tells of its article: headline, description, and the body if it holds it."""

    headline: str = ""
    description: str = ""
    body: str = ""


def block_features(document: Document, indices: Sequence[int], chosen: set[int], told: Told) -> Matrix:
    """Return one row of features for each of the page's blocks at `indices`.

    `chosen` are the blocks that the rules of `body.py` take for the article. Columns: the block's
    words, links and type; its tag and regions; its place; how often its like (same box names, same
    box) stands on the page; what the markup says of it; how it stands to the main container.
    """
    blocks = [document.blocks[i] for i in indices]
    texts, lines = [block.words for block in blocks], [block.box for block in blocks]
    boxes = lay_out(document)
    lengths = np.array([_length(text) for text in texts], dtype=np.float64)
    linked = np.array([block.linked / block.length for block in blocks]) * lengths
    is_long = (lengths >= _LONG).astype(np.float64)
    tags = [_TAG_INDEX.get(document.boxes[i].tag, len(_TAGS)) for i in lines]
    taken = np.array([i in chosen for i in indices], dtype=np.float64)
    said, (repeated, copies) = _told(texts, told), _repeated(texts)
    container = Container(document, boxes, lines, _weights(lengths, is_long, taken, copies))
    branches, parts = container.branches(lengths, linked, is_long)
    figures = [
        *_own(blocks, texts, lengths, linked),
        *_place(blocks, taken, said[0], len(document.text)),
        np.minimum(entries(boxes.depth, lines), _MOST_DEPTH) / _MOST_DEPTH,
        taken,
        *repeated,
        *said,
        *_alike(boxes, lines, container, lengths, is_long),
        *container.places(),
        *branches,
        *container.order(is_long, _headline(said[0], tags)),
    ]
    held_by = [tag_columns(document, container.home.tolist()), tag_columns(document, parts)]
    regions = (container.regions[:, None] & _REGIONS) > 0
    columns = (_joined(figures, len(blocks)), _ONE_HOT[tags], regions, *held_by)
    return np.concatenate(columns, axis=1, dtype=np.float32)


def _joined(columns: Sequence[Column | float], count: int) -> Matrix:
    """Return columns side by side; a number is a column of its own."""
    joined = np.empty((len(columns), count), dtype=np.float32)
    for i, column in enumerate(columns):
        joined[i] = column
    return joined.T


def _weights(lengths: Numbers, is_long: Numbers, taken: Numbers, copies: Numbers) -> Numbers:
    """Return how much of the article each block may hold, by the rules' choice, or else by length."""
    long = lengths * is_long
    chosen = long * taken * (copies < _NOTICE_COPIES)
    return chosen if chosen.any() else long if long.any() else lengths


def _headline(is_told: Column, tags: Sequence[int]) -> int:
    """Return the place of the headline that the markup tells, or of the first `<h1>`; -1 for none."""
    if is_told.any():
        return int(np.argmax(is_told))
    return tags.index(_H1) if _H1 in tags else -1


def _own(
    blocks: Sequence[Block], texts: Sequence[str], lengths: Numbers, linked: Numbers
) -> Sequence[Column]:
    """Return what the blocks' own words and links say, one column each."""
    characters = np.array([len(text) for text in texts])
    signs = np.array([_signs(text, length) for text, length in zip(texts, lengths.tolist(), strict=True)])
    return (
        np.log1p(lengths) / 6,
        np.minimum(lengths / 400, 3.0),
        linked / lengths,
        np.array([block.strong for block in blocks]) / characters,
        signs[:, 0],
        np.minimum(signs[:, 1] / lengths * 20, 3.0),
        signs[:, 2] / characters * 5,
        lengths < _SHORT,
        lengths >= _LONG,
        signs[:, 3],
        linked == lengths,
        *signs[:, 4:].T,
    )


def _length(words: str) -> float:
    """Return the length in letters, a character of an East Asian script counting for several."""
    length = len(words)
    return length if words.isascii() else length + (_WIDE_WEIGHT - 1) * len(_WIDE.findall(words))


def _signs(words: str, length: float) -> tuple[int, ...]:
    """Return how words begin and end, and their stops, figures and signs; the last two of short ones."""
    count, first, last, is_long = words.count, words[0], words[-1], length >= _LONG
    stops = count(",") + count(".") + count(":")
    stops += 0 if words.isascii() else count("，") + count("。") + count("،")
    return (
        last in _SENTENCE_ENDS,
        stops,
        0 if is_long else len(_DIGITS.findall(words)),
        first.isupper(),
        words.isupper(),
        first in _OPENS,
        not is_long and _SIGNS.search(words) is not None,
        last == "?",
        last in ":…",
    )


def _told(texts: list[str], told: Told) -> tuple[Column, *tuple[Column | float, ...]]:
    """Return what the markup says of blocks: whether they are the headline, the description, the body."""
    starts = [text[:_SAME_START] for text in texts]
    is_headline = np.array([text == told.headline for text in texts])
    if told.description:
        described = told.description[:_SAME_START]
        is_described: Column | float = np.array([start == described for start in starts])
    else:
        is_described = 0.0
    if not told.body:
        return is_headline, is_described, 0.0, 0.0, 0.0
    is_body = np.array([start in told.body for start in starts], dtype=np.float64)
    return is_headline, is_described, 1.0, is_body, 1.0 - is_body


def _place(blocks: list[Block], taken: Numbers, is_headline: Column, length: int) -> Sequence[Column]:
    """Return where blocks stand on the page, from its headline, and from what the rules chose."""
    count = len(blocks)
    index = np.arange(count, dtype=np.float64)
    ends = np.array([block.span.end for block in blocks], dtype=np.float64)
    chosen = np.flatnonzero(taken)
    first, last = (int(chosen[0]), int(chosen[-1])) if len(chosen) else (count, count)
    above = int(np.argmax(is_headline)) if is_headline.any() else first
    start = float(ends[first]) if first < count else 0.0
    return (
        near(index - above),
        index > above,
        index / count,
        ends / length,
        near(index - first),
        near(index - last),
        index < first,
        index > last,
        np.maximum(np.minimum((ends - start) / 3000, 3), -2),
    )


def _alike(
    boxes: Boxes, lines: list[int], container: Container, lengths: Numbers, is_long: Numbers
) -> list[Column]:
    """Return how many blocks share a block's names, or a box around it, and how those look."""
    parents = [boxes.parent[i] for i in lines]
    above = entries(boxes.parent, parents)
    seen: dict[tuple[int, int], int] = {}
    pairs = zip(container.kind.tolist(), entries(boxes.kind, container.home.tolist()).tolist(), strict=True)
    both = [seen.setdefault(pair, len(seen)) for pair in pairs]
    keys = np.array([container.kind, container.home, container.around, both, parents, above])
    return _groups(keys, lengths, is_long)


def _groups(keys: Indices, lengths: Numbers, is_long: Numbers) -> list[Column]:
    """Return, for each row of keys, how many blocks share a key, how many are long, and how long they are."""
    rows = len(keys)
    flat = (keys + (keys.max() + 1) * np.arange(rows)[:, None]).ravel()
    count = np.bincount(flat)[flat]
    total = np.bincount(flat, np.tile(lengths, rows))[flat]
    looks = (
        np.minimum(np.log1p(count) / 4, 1.5),
        np.bincount(flat, np.tile(is_long, rows))[flat] / count,
        np.minimum(total / count / 300, 2.0),
        np.log1p(total) / 9,
    )
    return [column for key in zip(*(look.reshape(rows, -1) for look in looks), strict=True) for column in key]


def _repeated(texts: list[str]) -> tuple[list[Column], Numbers]:
    """Return whether blocks' words stood above, stand twice, stand thrice; and how often they stand."""
    count = Counter(texts)
    first: dict[str, int] = {}
    above = np.array([first.setdefault(text, i) < i for i, text in enumerate(texts)])
    copies = np.array([count[text] for text in texts], dtype=np.float64)
    return [above, copies > 1, copies >= _NOTICE_COPIES], copies
