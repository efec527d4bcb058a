"""The reporters whom a report's own first and last words name: "（记者 …）", "… 기자 ="."""

import functools
import re

from reportedly.read.agency_names import is_agency
from reportedly.read.authors_lines import Printed
from reportedly.read.closings import reporter_in_brackets
from reportedly.read.sight import Sight
from reportedly.read.word_patterns import WordPattern, either
from reportedly.records import Span

# A dateline with its reporters takes this many code points at most, from a paragraph's start or end.
_LOOKED_AT = 80
_LETTER = r"[\u3400-\u9fff々\u3041-\u30ff\uac00-\ud7a3]"
# A full name has two to four letters; between several stand commas, middle dots or spaces.
_NAMES = rf"{_LETTER}{{2,4}}(?:[\s、，,·・]+{_LETTER}{{2,4}})*"
_BREAK = re.compile(r"[\s、，,·・]+")
_OPEN, _CLOSE = r"[(（〔【［\[]", r"[)）〕】］\]／/]"
# A line of names, their role and an address.
_LONGEST_LINE = 60
_SURE = 0.6


def reporters(sight: Sight) -> list[Printed]:
    """Return the reporters whom the report's first or last paragraph, or the short line below it, names.

    Only in scripts whose words for a reporter (`roles` of the language) stand unspaced against names.
    """
    roles = _roles(sight)
    if not roles or not sight.body:
        return []
    before, behind = _patterns(roles)
    first, last = (sight.blocks[i].span for i in (sight.body[0], sight.body[-1]))
    text = sight.document.text
    opening = Span(first.start, min(first.end, first.start + _LOOKED_AT))
    closing = Span(max(last.start, last.end - _LOOKED_AT), last.end)
    below = [b.span for b in sight.blocks[sight.body[-1] + 1 :][:1] if b.length <= _LONGEST_LINE]
    for span in (opening, closing, *below):
        words = text[span.start : span.end]
        for pattern in (before, behind):
            match = pattern.search(words)
            if match:
                return _placed(match, span.start, roles)
    bracketed = reporter_in_brackets(sight, last)
    return [Printed(bracketed[1].of(text), bracketed[1], _SURE)] if bracketed else []


def reporter_line(sight: Sight, index: int) -> list[Printed]:
    """Return the names in a line that has nothing but them and their role ("홍가람 기자")."""
    words, roles = sight.words(index), _roles(sight)
    labels = sight.page_words.signed
    match = _line(roles, labels).fullmatch(words) if roles and len(words) <= _LONGEST_LINE else None
    found = _placed(match, sight.blocks[index].span.start, roles) if match else []
    return [] if any(is_agency(author.name, sight.page_words) for author in found) else found


def _roles(sight: Sight) -> tuple[str, ...]:
    return _lettered(sight.page_words.roles)


@functools.lru_cache(maxsize=64)
def _lettered(roles: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(role for role in roles if re.match(_LETTER, role))


@functools.lru_cache(maxsize=64)
def _line(roles: tuple[str, ...], labels: tuple[str, ...]) -> WordPattern:
    """Return the pattern of a line of names, their label and role, and an address to write to."""
    label = "|".join(re.escape(word) for word in labels)
    pattern = rf"(?:(?:{label})[\s:：]+)?(?P<names>{_NAMES})\s?(?:{either(roles)})(?:[\s(（]+\S+@\S+)?"
    return WordPattern(roles, pattern, flags=0)


@functools.lru_cache(maxsize=64)
def _patterns(roles: tuple[str, ...]) -> tuple[WordPattern, WordPattern]:
    """Return the patterns of names behind a role in brackets, and before one at a dateline's end."""
    role = either(roles)
    before = rf"{_OPEN}[^)）〕】\]。]{{0,12}}?(?:{role})\s*(?P<names>{_NAMES})\s*{_CLOSE}"
    behind = rf"(?:^|[)）〕】\]]|{_OPEN})\s*(?P<names>{_NAMES})\s*(?:{role})\s*(?:=|{_CLOSE}|$)"
    return WordPattern(roles, before, flags=0), WordPattern(roles, behind, flags=0)


def _placed(match: re.Match[str], start: int, roles: tuple[str, ...]) -> list[Printed]:
    """Return each name of a match where it stands; what its bearers do may stand between two."""
    found, at = [], match.start("names")
    for name in _BREAK.split(match["names"]):
        at = match.string.index(name, at)
        if name in roles:
            continue
        found.append(Printed(name, Span(start + at, start + at + len(name)), _SURE))
        at += len(name)
    return found
