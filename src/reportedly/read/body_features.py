"""What a block looks like to the model that tells an article's text from the rest of its page."""

import re
from collections import Counter
from collections.abc import Hashable, Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from reportedly.read.document import ALL_REGIONS, Block, Box, Document

Matrix = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.float64]

_WIDE = re.compile("[\u3040-\u9fff\uac00-\ud7af]")
_WIDE_WEIGHT = 2.5  # one CJK character says about as much as two and a half Latin letters
_DIGITS = re.compile(r"\d")
_SENTENCE_ENDS = frozenset('.!?…。！？؟۔"”»’“')
_OPENS = frozenset("\"“„«'‘「")
_SIGNS = ("©", "|", "@", "http", "www.")
_TAGS = tuple("p li h2 h3 h4 div td blockquote figcaption section article pre dd h1 main span".split())
_TAG_INDEX = {tag: i for i, tag in enumerate(_TAGS)}
_REGIONS = np.array(ALL_REGIONS, dtype=np.int64)
_MOST_DEPTH = 20
_LONG = 80  # characters from which a block is running text
_SHORT = 25  # characters up to which it is a label
_NEAR = 3  # neighbours on either side whose looks are taken along
_LOCAL = 12  # features of a block that its neighbours see too
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
    box) stands on the page; what the markup says of it; the looks of its neighbours.
    """
    blocks = [document.blocks[i] for i in indices]
    texts = [block.words for block in blocks]
    boxes = [document.boxes[block.box] for block in blocks]
    lengths = np.array([len(text) for text in texts], dtype=np.float64)
    own = _own(blocks, texts, lengths)
    kind = np.zeros((len(blocks), len(_TAGS) + 1), dtype=np.float32)
    kind[np.arange(len(blocks)), [_TAG_INDEX.get(box.tag, len(_TAGS)) for box in boxes]] = 1
    bits = np.array([box.regions for box in boxes], dtype=np.int64)
    regions = (bits[:, None] & _REGIONS[None, :]) > 0
    taken = np.array([[i in chosen] for i in indices], dtype=np.float32)
    said = np.array([_told(text, told) for text in texts], dtype=np.float32)
    place = _place(document, blocks, taken[:, 0], said[:, 0])
    alike = _alike(document, boxes, texts, lengths)
    seen = np.hstack([own[:, :_LOCAL], taken, kind[:, :4], said[:, 3:4]])
    columns = (own, kind, regions, taken, place, *alike, said, *_neighbours(seen))
    return np.concatenate(columns, axis=1, dtype=np.float32)


def _own(blocks: Sequence[Block], texts: Sequence[str], lengths: Numbers) -> Matrix:
    """Return what the blocks' own words and links say."""
    weights = lengths + (_WIDE_WEIGHT - 1) * np.array([_wide(text) for text in texts])
    linked = np.array([block.linked for block in blocks])
    signs = np.array([_signs(text, weight) for text, weight in zip(texts, weights.tolist(), strict=True)])
    columns = (
        np.log1p(weights) / 6,
        np.minimum(weights / 400, 3.0),
        linked / lengths,
        np.array([block.strong for block in blocks]) / lengths,
        signs[:, 0],
        np.minimum(signs[:, 1] / weights * 20, 3.0),
        signs[:, 2] / lengths * 5,
        weights < _SHORT,
        weights >= _LONG,
        signs[:, 3],
        linked == lengths,
        *signs[:, 4:].T,
    )
    return np.column_stack(columns).astype(np.float32)


def _wide(words: str) -> int:
    """Return how many characters are those of East Asian scripts."""
    return 0 if words.isascii() else len(_WIDE.findall(words))


def _signs(words: str, weight: float) -> tuple[int, ...]:
    """Return how words begin and end, and their stops, figures and signs; the last two of short ones."""
    count, first, last, is_long = words.count, words[0], words[-1], weight >= _LONG
    stops = count(",") + count(".") + count(":")
    stops += 0 if words.isascii() else count("，") + count("。") + count("،")
    return (
        last in _SENTENCE_ENDS,
        stops,
        0 if is_long else len(_DIGITS.findall(words)),
        first.isupper(),
        words.isupper(),
        first in _OPENS,
        not is_long and any(sign in words for sign in _SIGNS),
        last == "?",
        last in ":…",
    )


def _told(words: str, told: Told) -> tuple[bool, ...]:
    """Return what the markup says of a block: whether it is the headline, the description, the body."""
    is_body = bool(told.body) and words[:_SAME_START] in told.body
    is_described = bool(told.description) and words[:_SAME_START] == told.description[:_SAME_START]
    return words == told.headline, is_described, bool(told.body), is_body, bool(told.body) and not is_body


def _place(document: Document, blocks: list[Block], taken: Matrix, is_headline: Matrix) -> Matrix:
    """Return where blocks stand on the page, from its headline, and from what the rules chose."""
    count = len(blocks)
    index = np.arange(count, dtype=np.float32)
    chosen = np.flatnonzero(taken)
    first, last = (int(chosen[0]), int(chosen[-1])) if len(chosen) else (count, count)
    above = int(np.argmax(is_headline)) if is_headline.any() else first
    ends = np.array([block.span.end for block in blocks], dtype=np.float32)
    start = float(ends[first]) if first < count else 0.0
    columns = (
        np.clip((index - above) / 10, -2, 2),
        index > above,
        index / count,
        ends / len(document.text),
        np.clip((index - first) / 10, -2, 2),
        np.clip((index - last) / 10, -2, 2),
        index < first,
        index > last,
        np.clip((ends - start) / 3000, -2, 3),
        _depths(document, blocks),
    )
    return np.column_stack(columns).astype(np.float32)


def _depths(document: Document, blocks: list[Block]) -> list[float]:
    depths: list[int] = []
    for box in document.boxes:
        depths.append(depths[box.parent] + 1 if box.parent >= 0 else 0)
    return [min(depths[block.box], _MOST_DEPTH) / _MOST_DEPTH for block in blocks]


def _alike(document: Document, boxes: list[Box], texts: list[str], lengths: Numbers) -> list[Matrix]:
    """Return how many blocks share a block's names, its box and its words, and how those look."""
    names = [(box.tag, box.hint) for box in boxes]
    around = [box.parent for box in boxes]
    above = [document.boxes[p].parent if p >= 0 else -1 for p in around]
    return [*(_group(keys, lengths) for keys in (names, around, above)), _repeated(texts)]


def _group(keys: Sequence[Hashable], lengths: Numbers) -> Matrix:
    """Return, for each block, how many share its key, how many of them are long, and their mean length."""
    numbers: dict[Hashable, int] = {}
    group = np.array([numbers.setdefault(key, len(numbers)) for key in keys])
    count, total = np.bincount(group), np.bincount(group, lengths)
    long = np.bincount(group, lengths >= _LONG)
    columns = (
        np.minimum(np.log1p(count) / 4, 1.5),
        long / count,
        np.minimum(total / count / 300, 2.0),
        np.log1p(total) / 9,
    )
    return np.asarray(np.column_stack(columns)[group], dtype=np.float32)


def _repeated(texts: list[str]) -> Matrix:
    """Return whether a block's words stood above already, stand twice, and stand three times or more."""
    count = Counter(texts)
    seen: set[str] = set()
    rows = []
    for text in texts:
        rows.append((text in seen, count[text] > 1, count[text] > 2))
        seen.add(text)
    return np.array(rows, dtype=np.float32)


def _neighbours(seen: Matrix) -> list[Matrix]:
    """Return the looks of the blocks before and after each, zeros beyond the ends."""
    count, width = seen.shape
    padded = np.zeros((count + 2 * _NEAR, width), dtype=np.float32)
    padded[_NEAR : _NEAR + count] = seen
    return [padded[step : step + count] for step in range(2 * _NEAR + 1) if step != _NEAR]
