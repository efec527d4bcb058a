"""Which blocks are the article's own paragraphs."""

import re
from collections.abc import Callable, Sequence, Set

from reportedly.read.body_container import Matrix
from reportedly.read.body_features import Told, block_features
from reportedly.read.body_model import load_body_model
from reportedly.read.body_siblings import kind_of, with_ruled, with_siblings
from reportedly.read.document import OUTSIDE, Block, Document, Region
from reportedly.read.markup import Markup, text_of

# The share from which a block is text: chosen by five-fold figures, flat from .4 to .6.
_LEAST_LIKELY = 0.5
# A line right below a line of the text, among the same lines and of the same markup, needs less: short
# last paragraphs and lines in brackets that sign a report. Five-fold figures are flat from .3 to .4.
_LEAST_LIKELY_BELOW = 0.3
# Where the model takes fewer blocks than these, it may have taken the lead for all of a short report.
_FEW_CHOSEN = 3
# A heading above this share needs no paragraph close by to be believed.
_SURE = 0.9
# A pull quote has so many characters, and the paragraph it was pulled from a good deal more.
_SHORTEST_PULLED, _LONGEST_PULLED, _PULLED_FROM = 20, 300, 1.3
_MARKS = " .,;:!?\"'“”„«»‘’…"
# A heading heads what comes at most so many blocks below it.
_HEADED_WITHIN = 8
# A block with more of its characters in links than this is a list of links, not a paragraph.
_MOST_LINKED = 0.5
# Running text has at least this many characters; shorter blocks are labels unless they end a sentence.
_SHORTEST_PARAGRAPH = 40
_SHORTEST_SENTENCE = 15
# The body is the smallest box that holds this share of a page's running text; lower values lose
# paragraphs that stand outside a page's main column, higher ones let teasers in.
_BODY_SHARE = 0.75
# Markup that calls itself the article's text counts for more than what merely reads like text.
_BODY_WEIGHT = 2.0
_ARTICLE_WEIGHT = 1.3
_BESIDE = OUTSIDE | Region.ASIDE
_ASIDES = OUTSIDE | Region.ASIDE | Region.FIGURE | Region.BYLINE
_FURNITURE = Region.NAVIGATION | Region.FOOTER | Region.FORM | Region.DIALOG | Region.HIDDEN
_BODY = Region.BODY
_ARTICLE = Region.ARTICLE
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_SENTENCE_ENDS = tuple('.!?…。！？؟۔"”»’」:;')
_WIDE = re.compile("[\u3040-\u9fff]")
_WIDE_WEIGHT = 2.5  # one CJK character says about as much as two and a half Latin letters


Opinion = Callable[[Matrix], Matrix]  # rows of block features -> the probability of each


def body_blocks(document: Document, told: Told, opinion: Opinion | None = None) -> list[int]:
    """Return the indices of the blocks that make up the article's text, in order.

    A small model (`opinion`, by default the package's own) looks at every block that can be text, with
    its neighbours, with what the rules below choose and with what the markup has told, and says how
    likely each is the article's. Words that stand twice are taken once. Empty where the page has no
    running text.
    """
    indices = candidates(document)
    if not indices:
        return []
    ruled = set(rule_blocks(document))
    features = block_features(document, indices, ruled, told)
    likely = (opinion or load_body_model().probabilities)(features)
    shares = dict(zip(indices, likely.tolist(), strict=True))
    chosen = _likely(document, shares)
    chosen = with_siblings(document, chosen, shares, ruled)
    if len(chosen) < _FEW_CHOSEN:
        chosen = with_ruled(document, chosen, shares, ruled)
    sure = {i for i in chosen if shares[i] > _SURE}
    return _without_loose_headings(document, _once(document, chosen), sure)


def _likely(document: Document, shares: dict[int, float]) -> list[int]:
    """Return the blocks that are likely text, and those a little less likely that go on below such a one."""
    chosen: list[int] = []
    above = -1
    for i, share in shares.items():
        goes_on = bool(chosen) and chosen[-1] == above and _are_like(document, above, i)
        if share > (_LEAST_LIKELY_BELOW if goes_on else _LEAST_LIKELY):
            chosen.append(i)
        above = i
    return chosen


def _are_like(document: Document, one: int, other: int) -> bool:
    """Return whether two blocks stand in the same box, in elements of the same markup."""
    return kind_of(document, one) == kind_of(document, other)


def _once(document: Document, chosen: list[int]) -> list[int]:
    """Return the blocks without those whose words stand in another: copies, and pull quotes."""
    texts = [document.words(document.blocks[i]) for i in chosen]
    whole = "\n".join(texts).casefold()
    seen: set[str] = set()
    kept = []
    for index, words in zip(chosen, texts, strict=True):
        is_copy = words in seen or (_could_be_pulled(document, index) and _stands_in_another(words, whole))
        if not is_copy:
            kept.append(index)
        if len(words) >= _SHORTEST_PARAGRAPH:
            seen.add(words)
    return kept


def _could_be_pulled(document: Document, index: int) -> bool:
    """Return whether a block looks like a pull quote: a box for quotations, or words all in marks."""
    block = document.blocks[index]
    box = document.boxes[block.box]
    is_quotation = "blockquote" in (box.tag, document.boxes[box.parent].tag)
    return is_quotation or document.words(block)[0] in _MARKS


def _stands_in_another(words: str, whole: str) -> bool:
    """Return whether words stand in a text a second time, as a part of a line that holds more."""
    bare = words.strip(_MARKS).casefold()
    if not _SHORTEST_PULLED <= len(bare) <= _LONGEST_PULLED or whole.count(bare) < 2:
        return False
    return any(bare in line and len(line) > len(bare) * _PULLED_FROM for line in whole.split("\n"))


def told_by(markup: Markup) -> Told:
    """Return what the markup tells of the article, as the model looks at it."""
    linked, meta = markup.articles[0] if markup.articles else {}, markup.meta
    return Told(
        headline=text_of(linked, "headline") or meta.get("og:title") or "",
        description=meta.get("og:description")
        or meta.get("description")
        or text_of(linked, "description")
        or "",
        body=" ".join((text_of(linked, "articleBody") or "").split()),
    )


def rule_blocks(document: Document) -> list[int]:
    """Return the blocks that plain rules take for the article's text, in order.

    The body is the smallest box that holds most of the page's running text, less what its markup or
    its links show to be something else: navigation, forms, captions, bylines, related stories.
    Empty where a page has no running text outside such places.
    """
    weights = [_weight(document, block) for block in document.blocks]
    if not any(weights):
        return []
    box = _smallest_box(document, weights)
    inside = [i for i, block in enumerate(document.blocks) if _stands_in(document, block, box)]
    own = document.boxes[box].regions
    kept = [i for i in inside if _is_text(document, document.blocks[i], own)]
    return _without_loose_headings(document, kept)


def candidates(document: Document) -> list[int]:
    """Return the indices of the blocks that can be the article's at all.

    Left out are links and labels in navigation, footers and forms: a fifth to four fifths of a page.
    """
    return [i for i, block in enumerate(document.blocks) if not _is_furniture(document, block)]


def _is_furniture(document: Document, block: Block) -> bool:
    """Return whether a block is a short link, or a label where a page's furniture stands."""
    length = block.span.end - block.span.start
    if length >= _SHORTEST_PARAGRAPH:
        return False
    return block.linked == length or bool(document.boxes[block.box].regions & _FURNITURE)


def _weight(document: Document, block: Block) -> float:
    """Return how much running text a block holds, 0 for what cannot be the article's."""
    regions = document.regions(block)
    if regions & _ASIDES or document.tag(block) in _HEADINGS or document.tag(block) == "h1":
        return 0.0
    words = document.words(block)
    length = _length(words)
    if length < _SHORTEST_PARAGRAPH or block.linked > _MOST_LINKED * block.length:
        return 0.0
    if not words.endswith(_SENTENCE_ENDS) and document.tag(block) != "p":
        length *= 0.5
    if regions & _BODY:
        return length * _BODY_WEIGHT
    return length * _ARTICLE_WEIGHT if regions & _ARTICLE else length


def _length(words: str) -> float:
    """Return the length in letters, a CJK character counting for several."""
    if words.isascii():
        return len(words)
    wide = len(_WIDE.findall(words))
    return len(words) + wide * (_WIDE_WEIGHT - 1)


def _smallest_box(document: Document, weights: Sequence[float]) -> int:
    """Return the index of the smallest box that holds most of the running text."""
    held = [0.0] * len(document.boxes)
    for block, weight in zip(document.blocks, weights, strict=True):
        held[block.box] += weight
    for i in range(len(document.boxes) - 1, 0, -1):
        held[document.boxes[i].parent] += held[i]
    enough = held[0] * _BODY_SHARE
    # Boxes come in document order, so the last one that holds enough is the innermost.
    return max(i for i, amount in enumerate(held) if amount >= enough)


def _stands_in(document: Document, block: Block, box: int) -> bool:
    """Return whether a block stands inside a box."""
    at = block.box
    while at > box:
        at = document.boxes[at].parent
    return at == box


def _is_text(document: Document, block: Block, own: int) -> bool:
    """Return whether a block inside the body box is text; `own` are the body box's own regions."""
    regions = document.regions(block) & ~own
    tag = document.tag(block)
    if regions & _ASIDES or tag == "h1":
        return False
    if block.linked > _MOST_LINKED * block.length:
        return False
    words = document.words(block)
    if tag in _HEADINGS:
        return True
    length = _length(words)
    return (
        length >= _SHORTEST_PARAGRAPH
        or (length >= _SHORTEST_SENTENCE and words.endswith(_SENTENCE_ENDS))
        or tag in ("p", "li", "blockquote")
    )


def _without_loose_headings(document: Document, kept: list[int], sure: Set[int] = frozenset()) -> list[int]:
    """Drop headings, but `sure` ones, that stand aside or that no paragraph follows closely.

    They head what was left out.
    """
    result: list[int] = []
    text = len(document.blocks) + _HEADED_WITHIN  # the nearest paragraph below, none yet
    for i in reversed(kept):
        block = document.blocks[i]
        is_heading = document.tag(block) in _HEADINGS
        if is_heading and i not in sure and (text - i > _HEADED_WITHIN or document.regions(block) & _BESIDE):
            continue
        text = text if is_heading else i
        result.append(i)
    return result[::-1]
