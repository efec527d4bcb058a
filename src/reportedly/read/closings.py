"""How a report ends: the credit behind its last word, and what signs it off."""

import re

from reportedly.read.agency_names import is_acronym, is_agency, single_credits
from reportedly.read.sight import Sight, shown
from reportedly.records import Field, Span

# A credit at the end is short; more words after a slash are a sentence.
_NAME = r"[^\W\d_][\w.&'’\u200c -]{1,40}?"
_AFTER_END = r"(?<=[.!?…\"”»’')）؟۔。！？」』])"
_SLASH = re.compile(rf"{_AFTER_END}\s*/\s*(?P<credit>{_NAME})\s*/?\s*$")
_BRACKET = re.compile(rf"{_AFTER_END}\s*[(\[（](?P<credit>[^\W\d_][^()\[\]（）\n]{{1,40}}?)[)\]）]\.?\s*$")
_DASH = re.compile(rf"{_AFTER_END}\s*[-–—=＝]{{1,2}}\s*(?P<credit>{_NAME})\.?\s*$")
# No credit line at the end of a paragraph is longer.
_LONGEST = 80
_LONGEST_LINE = 120
_MOST_WORDS = 4
_SHORTEST_NAME = 3
_INITIALS = re.compile(r"[^\W\d_]{2,6}(?:/[^\W\d_]{1,4}){1,3}/?")


def read_closing(sight: Sight, paragraph: Span) -> tuple[Span, tuple[Field[str], ...]]:
    """Return a paragraph without the credit at its end ("…"/Agency, (dpa/afp)), and who is credited."""
    text = sight.document.text
    start = max(paragraph.start, paragraph.end - _LONGEST)
    tail = text[start : paragraph.end]
    for pattern, is_credit in ((_SLASH, _could_be), (_BRACKET, _could_be), (_DASH, _is_known)):
        match = pattern.search(tail)
        if match is None or not is_credit(sight, match["credit"]):
            continue
        kept = text[paragraph.start : start + match.start()].rstrip()
        return Span(paragraph.start, paragraph.start + len(kept)), _credits(match, start)
    return paragraph, ()


def is_sign_off(sight: Sight, words: str) -> bool:
    """Return whether a line is behind the report: "End of message/", "AA/fl/mc", "All rights reserved"."""
    if len(words) > _LONGEST_LINE:
        return False
    bare = words.casefold().strip(" /.*-–—|()（）")
    if _INITIALS.fullmatch(words) or bare in sight.page_words.sign_off:
        return True
    return words.startswith("©") or any(right in bare for right in sight.page_words.rights)


def _credits(match: re.Match[str], start: int) -> tuple[Field[str], ...]:
    """Return the names credited; of a single one the span holds the words as written, with their marks."""
    names = list(single_credits(match["credit"]))
    at = start + match.start("credit")
    if len(names) == 1:
        words = match[0].strip()
        begin = start + match.start() + match[0].index(words)
        return (shown(names[0][1], Span(begin, begin + len(words)), 0.9),)
    return tuple(shown(name, Span(at + i, at + i + len(name)), 0.9) for i, name in names)


def _is_known(sight: Sight, credit: str) -> bool:
    return all(is_agency(name, sight.page_words) for _, name in single_credits(credit))


def _could_be(sight: Sight, credit: str) -> bool:
    """Return whether words in brackets or behind a slash can be names: few, with capitals."""
    if credit.casefold().strip() in sight.page_words.sign_off:
        return False
    names = [name for _, name in single_credits(credit)]
    signed = any(is_agency(name, sight.page_words) for name in names)
    return all(_is_name(sight, name) or (signed and is_acronym(name)) for name in names)


def _is_name(sight: Sight, name: str) -> bool:
    parts = name.split()
    if is_agency(name, sight.page_words) or (is_acronym(name) and name.isupper()):
        return True
    if any(c.isdigit() for c in name) or len(name) < _SHORTEST_NAME:
        return False
    is_cased = name[0].lower() != name[0].upper()
    return len(parts) <= _MOST_WORDS and (not is_cased or name[0].isupper())
