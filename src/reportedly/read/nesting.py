"""Tags that nest deeper than any page needs, left out before a page is parsed."""

import functools
import re

import numpy as np

# Chrome nests no deeper than this; below it the parser's time grows with the square of the depth.
_MOST_NESTED = 512
# Pages with fewer tags than this cannot nest deep enough to matter, so they are not counted.
_TAGS_BEFORE_COUNTING = 5_000

_TAG = re.compile(r"<(/?[a-zA-Z][a-zA-Z0-9-]*)[^>]*>")
# Elements without an end, and those whose end is implied: they do not nest by themselves.
_NOT_NESTING = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li td tr th dt dd option thead "
    "tbody tfoot colgroup".split()
)


def without_deep_tags(html: str) -> str:
    """Return a page without the tags that nest deeper than browsers do; their text stays."""
    if html.count("<") <= _TAGS_BEFORE_COUNTING or _deepest(html) <= _MOST_NESTED:
        return html
    depth, kept, after = 0, [], 0
    for match in _TAG.finditer(html):
        step = _step(match[1])
        deep = depth > _MOST_NESTED
        depth = max(0, depth + step)
        if step and (deep or depth > _MOST_NESTED):
            kept.append(html[after : match.start()])
            after = match.end()
    kept.append(html[after:])
    return "".join(kept)


def _deepest(html: str) -> int:
    """Return how deep tags nest, where an end without a beginning ends nothing."""
    steps = np.array([_step(name) for name in _TAG.findall(html)], dtype=np.int64)
    depth = np.cumsum(steps)
    return int((depth - np.minimum(np.minimum.accumulate(depth), 0)).max(initial=0))


@functools.lru_cache(maxsize=1024)
def _step(name: str) -> int:
    """Return what a tag ("div", "/div") adds to the depth."""
    bare = name.removeprefix("/").lower()
    return 0 if bare in _NOT_NESTING else 1 if bare == name.lower() else -1
