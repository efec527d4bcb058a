"""What is told from one wording of a headline beside the others."""

import re
from collections.abc import Iterator, Sequence

from reportedly.read.headline_candidates import Candidate, Source, is_site
from reportedly.read.sight import Sight

_WORD = re.compile(r"\w+")
# A title written for search begins with its keywords and a colon, which stands so early.
_KEYWORD_BEFORE = 45
_KEYWORD = re.compile(r"\w[^:]*:\s")
# Pairs of sources that together say more, or less, than each alone.
_PAIRS = (
    Source.SHOWN | Source.LINKED,
    Source.SHOWN | Source.SHARED,
    Source.SHOWN | Source.TITLE,
    Source.LINKED | Source.SHARED,
    Source.LINKED | Source.ALTERNATIVE,
    Source.LINKED | Source.TITLE,
    Source.SHARED | Source.TWITTER,
    Source.SHARED | Source.TITLE,
    Source.SHOWN | Source.TITLE | Source.LINKED,
)
# How much two wordings have in common when one can stand for the other.
_ALIKE = 0.5


def features_of(sight: Sight, candidates: Sequence[Candidate]) -> Iterator[list[str]]:
    """Yield the names of the features that each wording has, as the table of weights lists them."""
    words = [set(_WORD.findall(c.folded)) for c in candidates]
    everyone = 0
    for candidate in candidates:
        everyone |= candidate.sources
    for i, candidate in enumerate(candidates):
        found = list(_from_sources(candidate.sources, everyone))
        found += _from_others(candidate, [c for c in candidates if c is not candidate])
        best = max((_shared(words[i], words[j]) for j in range(len(words)) if j != i), default=1.0)
        if best < _ALIKE:
            found.append("unlike-all")
        found += _from_words(sight, candidate)
        yield found


def _from_sources(sources: int, everyone: int) -> Iterator[str]:
    for source in Source:
        if sources & source:
            yield str(source.name).lower()
            if sources == source:
                yield f"only-{str(source.name).lower()}"
    for pair in _PAIRS:
        if sources & pair == pair:
            yield "+".join(str(s.name).lower() for s in pair)
    count = (sources & ~_WEAK).bit_count()
    if count * 2 > (everyone & ~_WEAK).bit_count():
        yield "most"
    if not everyone & Source.TWITTER and sources & Source.SHARED and not sources & Source.SHOWN:
        yield "shared-without-twitter"


_WEAK = Source.PART | Source.ALTERNATIVE | Source.NAMED | Source.META


def _from_others(candidate: Candidate, others: list[Candidate]) -> Iterator[str]:
    """Yield what the beginnings and ends that wordings share tell: kickers, cuts, suffixes."""
    mine = candidate.folded
    if any(other.folded.startswith(mine) for other in others):
        yield "cut-at-end"
    if any(other.folded.endswith(mine) for other in others):
        yield "cut-at-start"
    if any(mine.startswith(other.folded) for other in others):
        yield "longer-at-end"
    if any(mine.endswith(other.folded) for other in others):
        yield "longer-at-start"


def _from_words(sight: Sight, candidate: Candidate) -> Iterator[str]:
    if _KEYWORD.match(candidate.words[:_KEYWORD_BEFORE]):
        yield "keyword"
        if candidate.sources & (Source.SHOWN | Source.TITLE) == Source.SHOWN | Source.TITLE:
            yield "keyword-shown-title"
    if candidate.words.endswith(("...", "…")):
        yield "ends-in-dots"
    if is_site(sight, candidate.words):
        yield "is-site"
    if " " not in candidate.words and len(candidate.words) < _KEYWORD_BEFORE and candidate.words.isascii():
        yield "one-word"


def _shared(left: set[str], right: set[str]) -> float:
    return len(left & right) / max(1, len(left | right))
