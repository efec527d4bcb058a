"""What is told from one wording of a headline beside the others."""

import re
from collections.abc import Iterator, Sequence

from reportedly.read.headline_candidates import Candidate, Source, is_site
from reportedly.read.sight import Sight

_WORD = re.compile(r"\w+")
# A title written for search begins with its keywords and a colon, which stands so early.
_KEYWORD_BEFORE = 45
_KEYWORD = re.compile(r"\w[^:]*:\s")
# How much two wordings have in common when one can stand for the other.
_ALIKE = 0.5


def features_of(sight: Sight, candidates: Sequence[Candidate]) -> Iterator[list[str]]:
    """Yield the names of the features that each wording has, as the table of weights lists them."""
    words = [set(_WORD.findall(c.folded)) for c in candidates]
    everyone, shown = 0, 0
    for candidate in candidates:
        everyone |= candidate.sources
        shown |= candidate.sources if candidate.sources & Source.SHOWN else 0
    kind = _kind(sight)
    for i, candidate in enumerate(candidates):
        found = list(_from_sources(candidate.sources, everyone, shown, kind))
        found += _from_others(candidate, [c for c in candidates if c is not candidate])
        best = max((_shared(words[i], words[j]) for j in range(len(words)) if j != i), default=1.0)
        if best < _ALIKE:
            found.append("unlike-all")
        if candidate.sources == Source.SHOWN and best < 0.2 and len(words)>1:
            found.append("shown-unlike-all")
        found += _from_words(sight, candidate)
        yield found


def _from_sources(sources: int, everyone: int, shown: int, kind: str) -> Iterator[str]:
    """Yield who gives a wording, and who gives the one that is shown."""
    main = sources & _MAIN
    for source in Source:
        if sources & source and sources & _BESIDES == 0 and source & ~_MAIN:
            yield f"only {_name(source)}"
    if sources == Source.TITLE:
        yield "only title"
    for source in Source:
        if main & source:
            yield f"{kind} {_name(source)}"
    if sources & Source.PART and sources & _BESIDES:
        yield "part confirmed"
    if sources & Source.CUT and sources & _BESIDES:
        yield "cut confirmed"
    if not sources & Source.SHOWN:
        if main & Source.SHARED and main & Source.LINKED:
            yield "shared+linked"
        if main & Source.SHARED and main & Source.TITLE:
            yield f"{kind} shared+title"
        if main & Source.LINKED and main & Source.TITLE:
            yield "linked+title"
        if main == Source.SHARED and shown & Source.LINKED:
            yield f"{kind} shared against linked"
        if main == Source.SHARED and shown & Source.TITLE:
            yield f"shared against title"
        if main & Source.LINKED and shown & Source.SHARED:
            yield f"{kind} linked against shared"
    if sources & Source.LINKED and sources & Source.ALTERNATIVE:
        yield "linked twice"
    who = _name(main)
    beside = "as shown" if sources & Source.SHOWN else f"beside {_name(shown & _MAIN)}"
    yield f"S1 {who} {beside}"
    yield f"S2 {kind} {who} {beside}"
    yield f"S3 {kind} {who}"
    yield f"S4 {who} {beside} of {_name(everyone & _MAIN)}"
    yield f"S5 {who} {beside} {'tw' if sources&Source.TWITTER else ''} of {_name(everyone & (_MAIN|Source.TWITTER))}"
    yield f"S6 {who}"


_MAIN = Source.SHOWN | Source.LINKED | Source.SHARED | Source.TITLE
_BESIDES = Source.SHOWN | Source.LINKED | Source.SHARED | Source.TITLE | Source.TWITTER | Source.META


def _name(sources: int) -> str:
    return "+".join(str(source.name).lower() for source in Source if sources & source) or "none"


def _from_others(candidate: Candidate, others: list[Candidate]) -> Iterator[str]:
    """Yield what the beginnings and ends that wordings share tell: kickers, cuts, suffixes."""
    mine = candidate.folded
    shown = [o.folded for o in others if o.sources & Source.SHOWN]
    if any(other.startswith(mine) for other in shown):
        yield "start of shown"
    if any(other.endswith(mine) for other in shown):
        yield "end of shown"
    if any(mine.startswith(other) for other in shown):
        yield "more than shown"
    if any(mine.endswith(other) for other in shown):
        yield "kicker before shown"


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


def _kind(sight: Sight) -> str:
    """Return "news" where the markup calls the page that, else "page"."""
    return "news" if "NewsArticle" in str(sight.linked.get("@type")) else "page"
