"""What became of every stretch of an origin in its copy: kept, reworded, moved, cut, added."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportedly.copies.aligning import Block, align
from reportedly.copies.prints import Printed
from reportedly.records import Handling, Passage, Span

# Two stretches that stand in the same place are a rewording if so many of the words of the shorter one
# are in the longer one; else one was cut and another added.
_SAME_WORDS = 0.3
# Longer stretches in the same place are two different things, whatever words they share.
_LONGEST_REWORDED = 80


def passages_between(copy: Printed, origin: Printed) -> tuple[Passage, ...]:
    """Return all stretches of a copy and its origin: those of the copy in its order, cuts where they stood.

    Every word of either stands in one passage. Stretches run from word to word, with the marks between
    them; `kept` and `moved` ones are the same word for word.
    """
    blocks = align(copy.words.codes, origin.words.codes)
    in_order = _in_order(blocks)
    found: list[Passage] = []
    here = there = 0
    for block in blocks:
        stays = block in in_order
        end_there = block.there if stays else there
        found.extend(_between(copy, origin, (here, block.here), (there, end_there), blocks))
        found.extend(_within(copy, origin, block, "kept" if stays else "moved"))
        here = block.here_end
        there = block.there_end if stays else there
    last = ((here, len(copy.words)), (there, len(origin.words)))
    found.extend(_between(copy, origin, *last, blocks))
    return tuple(found)


def _in_order(blocks: Sequence[Block]) -> frozenset[Block]:
    """Return the blocks that stand in the same order in both, as many words of them as can be."""
    best: list[tuple[int, tuple[Block, ...]]] = []
    for block in blocks:
        before = [(weight, chain) for weight, chain in best if chain[-1].there_end <= block.there]
        weight, chain = max(before, key=lambda found: found[0], default=(0, ()))
        best.append((weight + block.equal, (*chain, block)))
    return frozenset(max(best, key=lambda found: found[0])[1]) if best else frozenset()


def _within(copy: Printed, origin: Printed, block: Block, handling: Handling) -> Iterator[Passage]:
    """Yield the equal runs of a block and what stands between them."""
    for (i, j, length), (next_i, next_j, _) in pairwise((*block.runs, (block.here_end, block.there_end, 0))):
        yield Passage(handling=handling, here=_span(copy, i, i + length), there=_span(origin, j, j + length))
        yield from _changed(copy, origin, (i + length, next_i), (j + length, next_j))


def _changed(
    copy: Printed, origin: Printed, here: tuple[int, int], there: tuple[int, int]
) -> Iterator[Passage]:
    """Yield what stands between two equal runs: words in the place of others, added or cut ones."""
    in_copy, in_origin = _span(copy, *here), _span(origin, *there)
    if in_copy and in_origin:
        yield Passage(handling="reworded", here=in_copy, there=in_origin)
    elif in_copy:
        yield Passage(handling="added", here=in_copy)
    elif in_origin:
        yield Passage(handling="cut", there=in_origin)


def _between(
    copy: Printed,
    origin: Printed,
    here: tuple[int, int],
    there: tuple[int, int],
    blocks: Sequence[Block],
) -> Iterator[Passage]:
    """Yield what stands between two blocks; stretches that were moved elsewhere are no cuts."""
    left = list(_left(there, blocks))
    if len(left) == 1 and _is_rewording(copy, origin, here, left[0]):
        yield from _changed(copy, origin, here, left[0])
        return
    for stretch in left:
        yield Passage(handling="cut", there=_span(origin, *stretch))
    added = _span(copy, *here)
    if added:
        yield Passage(handling="added", here=added)


def _left(there: tuple[int, int], blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Yield the parts of a stretch of the origin that stand nowhere in the copy."""
    at, end = there
    for block in sorted(blocks, key=lambda block: block.there):
        if block.there >= end or block.there_end <= at:
            continue
        if block.there > at:
            yield at, block.there
        at = max(at, block.there_end)
    if at < end:
        yield at, end


def _is_rewording(copy: Printed, origin: Printed, here: tuple[int, int], there: tuple[int, int]) -> bool:
    lengths = here[1] - here[0], there[1] - there[0]
    if not 0 < min(lengths) <= max(lengths) <= _LONGEST_REWORDED:
        return False
    words = set(copy.words.codes[slice(*here)].tolist()), set(origin.words.codes[slice(*there)].tolist())
    return len(words[0] & words[1]) >= _SAME_WORDS * min(len(words[0]), len(words[1]))


def _span(article: Printed, first: int, end: int) -> Span | None:
    """Return the stretch from a word to another (end excluded), None where it holds no word."""
    if first >= end:
        return None
    return Span(int(article.words.starts[first]), int(article.words.ends[end - 1]))
