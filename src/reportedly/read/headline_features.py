"""What tells one wording of a headline from the others.

Outlets differ in which wording they call the headline: some write the visible heading for search
engines and hand the editors' own to og:title or JSON-LD, others the other way round. Who gives a
wording, beside whom, tells most; the rest is in the words.
"""

import functools
import itertools
import re
from collections.abc import Iterator, Sequence

from reportedly.read.headline_candidates import Candidate, Source, is_site
from reportedly.read.sight import Sight

_WORD = re.compile(r"\w+")
# A title written for search begins with its keywords and a colon, which stands so early.
_KEYWORD_BEFORE = 45
_KEYWORD = re.compile(r"\w[^:]*:\s")
# Wordings of one headline share so many of their words; a masthead shares almost none with a headline.
_ALIKE = 0.5
_UNLIKE = 0.2
_MAIN = Source.SHOWN | Source.LINKED | Source.SHARED | Source.TITLE
_SHARED = _MAIN | Source.TWITTER
_FIRM = _SHARED | Source.META
_PAIRS = (Source.SHARED | Source.LINKED, Source.SHARED | Source.TITLE, Source.LINKED | Source.TITLE)
_BOTH = tuple(
    int(one | other)
    for one, other in itertools.combinations((source for source in Source if source & _SHARED), 2)
)
_LOOSE = (Source.PART, Source.ALTERNATIVE, Source.TWITTER, Source.NAMED, Source.META, Source.CUT)


def features_of(sight: Sight, candidates: Sequence[Candidate]) -> list[list[str]]:
    """Return the names of the features that each wording has, as the table of weights lists them."""
    words = [frozenset(_WORD.findall(c.folded)) for c in candidates]
    everyone = functools.reduce(int.__or__, (c.sources for c in candidates), 0)
    shown = next((c for c in candidates if c.sources & Source.SHOWN), None)
    most = max((_givers(c.sources) for c in candidates), default=0)
    kind = "news" if "NewsArticle" in str(sight.linked.get("@type")) else "page"
    found = []
    for i, candidate in enumerate(candidates):
        names = _from_sources(candidate.sources, everyone, shown.sources if shown else 0, kind)
        likeness = max((_shared(words[i], other) for other in words[:i] + words[i + 1 :]), default=1.0)
        own = (*_from_words(sight, candidate, likeness), *_agreements(candidate.sources, everyone, most))
        found.append([*names, *own, *(_beside_shown(candidate, shown) if shown else ())])
    return found


@functools.lru_cache(maxsize=1024)
def _from_sources(sources: int, everyone: int, shown: int, kind: str) -> tuple[str, ...]:
    """Return what follows from who gives a wording, who gives the shown one, and who gives any."""
    main = sources & _MAIN
    who = _named(main)
    rival = "shown" if sources & Source.SHOWN else _named(shown & _MAIN)
    both = _named(sources & _SHARED)
    found = [who, f"{both} beside {rival} of {_named(everyone & _SHARED)}"]
    found += [f"{kind}: {_named(source)}" for source in Source if main & source]
    if not sources & _FIRM:
        found += [f"only {_named(source)}" for source in _LOOSE if sources & source]
    elif sources & Source.PART:
        found.append("part and given")
    if sources & Source.LINKED and sources & Source.ALTERNATIVE:
        found.append("linked twice")
    if not sources & Source.SHOWN:
        found += [f"{kind} not shown: {_named(pair)}" for pair in _PAIRS if main & pair == pair]
        found += _against(main, shown, kind)
    return tuple(found)


def _agreements(sources: int, everyone: int, most: int) -> Iterator[str]:
    """Yield how many of those that may give a headline agree on a wording, and which two of them."""
    givers = _givers(sources)
    yield f"given by {givers}"
    yield f"given by {givers} of {_givers(everyone)}"
    if givers == most:
        yield "given by most"
    yield from (f"both {_named(pair)}" for pair in _BOTH if sources & pair == pair)


def _givers(sources: int) -> int:
    return (sources & _SHARED).bit_count()


def _against(main: int, shown: int, kind: str) -> Iterator[str]:
    """Yield who of those that give the shown wording too stands against one that is not shown."""
    if main == Source.SHARED and shown & Source.LINKED:
        yield f"{kind}: shared against linked"
    if main == Source.SHARED and shown & Source.TITLE:
        yield "shared against title"
    if main & Source.LINKED and shown & Source.SHARED:
        yield f"{kind}: linked against shared"


@functools.lru_cache(maxsize=1024)
def _named(sources: int) -> str:
    return "+".join(str(source.name).lower() for source in Source if sources & source) or "nobody"


def _from_words(sight: Sight, candidate: Candidate, likeness: float) -> Iterator[str]:
    """Yield what the words tell, and how like the likest other wording they are (0 to 1)."""
    if _KEYWORD.match(candidate.words[:_KEYWORD_BEFORE]):
        yield "keyword"
    if candidate.words.endswith(("...", "…")):
        yield "ends in dots"
    if is_site(sight, candidate.words):
        yield "site"
    if " " not in candidate.words and len(candidate.words) < _KEYWORD_BEFORE and candidate.words.isascii():
        yield "one word"
    if likeness < _ALIKE:
        yield "unlike others"
    if candidate.sources == Source.SHOWN and likeness < _UNLIKE:
        yield "shown unlike others"


def _beside_shown(candidate: Candidate, shown: Candidate) -> Iterator[str]:
    """Yield how a wording's beginning and end compare with the shown one: kickers, cuts, suffixes."""
    if candidate is shown:
        return
    if shown.folded.startswith(candidate.folded):
        yield "start of shown"
    if shown.folded.endswith(candidate.folded):
        yield "end of shown"
    if candidate.folded.startswith(shown.folded):
        yield "more than shown"
    if candidate.folded.endswith(shown.folded):
        yield "kicker before shown"


def _shared(left: frozenset[str], right: frozenset[str]) -> float:
    return len(left & right) / max(1, len(left | right))
