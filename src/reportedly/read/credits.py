"""Which agency or outlet a report was taken from, in the page's own words."""

import re
from collections.abc import Iterator

from reportedly.read.folding import fold
from reportedly.read.sight import Sight, shown
from reportedly.records import Field

# Credits stand at the end: so many blocks after the body are looked at, none longer than this.
_BELOW_BODY = 4
_LONGEST_LINE = 120
_NAME = r"(?P<credit>[^\W\d_][^\n:|;]{1,60}?)"


def find_credit_lines(sight: Sight) -> dict[int, Field[str]]:
    """Return the blocks that are credit lines ("Source: X", "With files from X"), each with its name."""
    patterns = list(_patterns(sight))
    last = sight.body[-1] if sight.body else -1
    found: dict[int, Field[str]] = {}
    below = range(last + 1, min(len(sight.blocks), last + 1 + _BELOW_BODY))
    for index in (*sight.body[-_BELOW_BODY:], *below):
        block = sight.blocks[index]
        words = sight.words(index) if block.length <= _LONGEST_LINE else ""
        match = next((m for p in patterns if (m := p.fullmatch(words))), None)
        if match:
            found[index] = shown(match["credit"], block.span, 0.85)
    return found


def without_outlet(named: list[Field[str]], outlet: Field[str] | None) -> tuple[Field[str], ...]:
    """Return credits in order, each name once, less the outlet's own name: nobody credits itself."""
    own = fold(outlet.value) if outlet else ""
    initials = "".join(word[0] for word in own.replace("(", " ").split())
    kept: dict[str, Field[str]] = {}
    for credit in named:
        name = fold(credit.value)
        is_own = own and (name in (own, initials) or f"({name})" in own or own.startswith(f"{name} ("))
        if not is_own:
            kept.setdefault(name, credit)
    return tuple(kept.values())


def _patterns(sight: Sight) -> Iterator[re.Pattern[str]]:
    """Yield the patterns of credit lines in the page's language."""
    words = sight.page_words
    if words.source:
        yield re.compile(rf"[(\[]?\s*(?:{_any(words.source)})\s*[:：]\s*{_NAME}[.)\]]*", re.IGNORECASE)
    if words.files_from:
        yield re.compile(rf"[(\[]?\s*(?:{_any(words.files_from)})\s+{_NAME}[.)\]]*", re.IGNORECASE)
    if words.contributed:
        yield re.compile(rf"[(\[]?\s*{_NAME}\s+(?:{_any(words.contributed)})[.)\]]*", re.IGNORECASE)
    yield re.compile(r"/\s*" + _NAME + r"\s*/?")
    yield re.compile(r"[(\[]" + _NAME + r"[)\]]")


def _any(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
