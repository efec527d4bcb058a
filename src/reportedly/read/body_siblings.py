"""Blocks that belong to the article because those right above and below them do."""

import bisect
from collections import Counter
from collections.abc import Set

from reportedly.read.document import Document

# Of a sentence in the same box and markup as two paragraphs of the text, and at most so many blocks below the
# last of them, this share is enough.
_LEAST_SIBLING = 0.05
# Of a run of sentences that the rules take below a lead, this is enough.
_LEAST_RULED = 0.03
_FEWEST_SIBLINGS, _NEAR_SIBLING = 2, 2
# A heading right between two paragraphs of the text needs no more than this.
_LEAST_HEADING = 0.3
_SHORTEST_PARAGRAPH = 40
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_SENTENCE_ENDS = tuple('.!?…。！？؟۔"”»’」')


def kind_of(document: Document, index: int) -> tuple[int, str, str]:
    """Return the box around a block's own, and its own element and names."""
    box = document.boxes[document.blocks[index].box]
    return box.parent, box.tag, box.hint


def with_siblings(
    document: Document, chosen: list[int], shares: dict[int, float], ruled: Set[int]
) -> list[int]:
    """Return the blocks with the sentences that stand among them, or go on below, in the same markup.

    Where a link to another story parts short paragraphs, the model takes the later ones for its list.
    """
    kinds = Counter(kind_of(document, i) for i in chosen)
    result, added = list(chosen), set[int]()
    for i in sorted(ruled - set(chosen)) if chosen else ():
        at = bisect.bisect(result, i)
        if at > 0 and _heads_between(document, result, at, i) and shares.get(i, 0.0) > _LEAST_HEADING:
            result.insert(at, i)
        elif (
            at > 0
            and _are_parted_by_link(document, result[at - 1], i, added)
            and shares.get(i, 0.0) > _LEAST_SIBLING
            and kinds[kind_of(document, i)] >= _FEWEST_SIBLINGS
            and kind_of(document, i) == kind_of(document, result[at - 1])
            and _is_sentence(document, i)
        ):
            result.insert(at, i)
            added.add(i)
    return result


def with_ruled(document: Document, chosen: list[int], shares: dict[int, float], ruled: Set[int]) -> list[int]:
    """Return the few blocks chosen with the sentences below that the rules take, where these say more.

    Sentences of one kind count, in one run, each with a share that no furniture of the page has.
    """
    start = chosen[-1] if chosen else -1
    below = [
        i
        for i in sorted(ruled)
        if i > start and shares.get(i, 0.0) > _LEAST_RULED and _is_sentence(document, i)
    ]
    if not below or (chosen and kind_of(document, below[0]) == kind_of(document, chosen[-1])):
        return chosen  # the model has told them apart
    run = [i for i in below if kind_of(document, i) == kind_of(document, below[0])]
    run = [i for at, i in enumerate(run) if i - run[0] <= at + _NEAR_SIBLING]
    letters = sum(document.blocks[i].length for i in run)
    is_more = len(run) >= _FEWEST_SIBLINGS and letters > sum(document.blocks[i].length for i in chosen)
    return [*chosen, *run] if is_more else chosen


def _heads_between(document: Document, chosen: list[int], at: int, index: int) -> bool:
    """Return whether a heading stands between two paragraphs of the text, right below and above them."""
    if document.tag(document.blocks[index]) not in _HEADINGS or chosen[at : at + 1] != [index + 1]:
        return False
    boxes, blocks = document.boxes, document.blocks
    parents = {boxes[blocks[i].box].parent for i in (index - 1, index, index + 1)}
    return chosen[at - 1] == index - 1 and len(parents) == 1


def _are_parted_by_link(document: Document, above: int, index: int, added: Set[int]) -> bool:
    """Return whether a link alone stands between two blocks, or above the one and those right below it."""
    between = range(above + 1, index)
    if not between:
        return above in added
    return len(between) < _NEAR_SIBLING and all(
        document.blocks[i].linked * 2 > document.blocks[i].length for i in between
    )


def _is_sentence(document: Document, index: int) -> bool:
    """Return whether a block is a paragraph of plain type that ends a sentence and holds no link."""
    block = document.blocks[index]
    is_plain = document.tag(block) == "p" and not block.linked and block.strong * 2 < block.length
    return is_plain and block.length >= _SHORTEST_PARAGRAPH and block.words.endswith(_SENTENCE_ENDS)
