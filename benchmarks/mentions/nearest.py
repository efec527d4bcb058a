"""The plain rule: a speaker is the fullest form of the name in it, else the nearest name before it."""

import re
from collections.abc import Sequence

from benchmarks.mentions.gold import Annotated
from benchmarks.mentions.scoring import Answers
from reportedly.records import Span

_WORD = r"(?:[A-Z]\.|[A-Z][\w'’-]+)"
_NAME = re.compile(rf"\b{_WORD}(?: (?:(?:von|van|de|al|bin) )?{_WORD})*")
_NO_NAMES = frozenset(
    "The A An In On At But And He She It They We I His Her If As So No Yes This That There You Our My".split()
)
# A speaker of several words that opens with one of these points back; without it, it stands for itself.
_POINTS_BACK = frozenset("the his her its their this that".split())


def capital_names(text: str) -> list[Span]:
    """Return the runs of capital words of a text that do not open with a common word."""
    return [Span(*m.span()) for m in _NAME.finditer(text) if m[0].split()[0] not in _NO_NAMES]


def nearest_names(article: Annotated, names: Sequence[Span]) -> Answers:
    """Return for each speaker the name in it in its fullest form, else the nearest name before it."""
    return [_answer(article.text, speaker.at, names) for speaker in article.speakers]


def _answer(text: str, at: Span, names: Sequence[Span]) -> Span | None:
    inside = [name for name in names if name.start < at.end and at.start < name.end]
    if inside:
        return _fullest(text, inside[0], names)
    words = at.of(text).split()
    if len(words) > 1 and words[0].lower() not in _POINTS_BACK:
        return None
    before = [name for name in names if name.end <= at.start]
    return _fullest(text, before[-1], names) if before else None


def _fullest(text: str, name: Span, names: Sequence[Span]) -> Span:
    """Return the longest name that ends in the same word."""
    last = name.of(text).split()[-1].removesuffix("'s").removesuffix("’s")
    alike = [n for n in names if n.of(text).split()[-1].removesuffix("'s").removesuffix("’s") == last]
    return max(alike, key=lambda n: (len(n.of(text)), -n.start), default=name)
