"""How a report ends: the credit behind its last word, and what signs it off."""

import re

from reportedly.language import PageWords, load_language
from reportedly.language.agencies import find_agency
from reportedly.read.agency_names import is_acronym, is_agency, single_credits
from reportedly.read.shown_dates import find_dates
from reportedly.read.sight import Sight, shown
from reportedly.records import Field, Span

# A credit at the end is short; more words after a slash are a sentence.
_NAME = r"[^\W\d_][\w.&'’\u200c -]{1,40}?"
_AFTER_END = r"(?<=[.!?…\"”»’')）؟۔。！？」』])"
_SLASH = re.compile(rf"{_AFTER_END}\s*/\s*(?P<credit>{_NAME})\s*/?\s*$")
_BRACKET = re.compile(rf"{_AFTER_END}\s*[(\[（](?P<credit>[^\W\d_][^()\[\]（）\n]{{1,40}}?)[)\]）]\.?\s*$")
_DASH = re.compile(rf"{_AFTER_END}\s*[-–—=＝]{{1,2}}\s*(?P<credit>{_NAME})\.?\s*$")
_SIGLA = re.compile(r"\s[(\[（](?P<credit>[^()\[\]（）\n]{4,60})[)\]）]\s*$")
_SIGIL = re.compile(r"[^\W\d_]{2,5}")
_BARE = re.compile(rf"{_AFTER_END}\s+(?P<credit>[^\W\d_]{{3,9}})(?:\s+[A-Z]{{2,4}}){{0,4}}\s*$")
# No credit line at the end of a paragraph is longer.
_LONGEST = 80
_LONGEST_LINE = 120
_LONGEST_CONTRIBUTION = 260
_MOST_WORDS = 4
_SHORTEST_NAME = 3
_NUMBER_OR_ADDRESS = re.compile(r"\d{4,12}|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# Behind "end of the message" agencies put the number of who sent it.
_NUMBER_BEHIND = re.compile(r"[\s/.*]+[\d/]{2,12}$")
_LAST_WORD = re.compile(rf"{_AFTER_END}\s*(?P<word>[(（/*#]*[^\s(（/.]{{1,16}}[)）/*]*)\s*$")
_EASTERN = ("ja", "zh")
_EASTERN_PERSON = re.compile(r"[\u3400-\u9fff々]{3,5}|[\u3400-\u9fff々]{1,3}[ 　][\u3400-\u9fff々]{1,3}")
_INITIALS = re.compile(r"[^\W\d_]{2,6}(?:/[^\W\d_]{1,4}){1,3}/?")


def read_closing(sight: Sight, paragraph: Span) -> tuple[Span, tuple[Field[str], ...]]:
    """Return a paragraph without the credit at its end ("…"/Agency, (dpa/afp)), and who is credited."""
    text = sight.document.text
    reporter = reporter_in_brackets(sight, paragraph)
    if reporter is not None:
        return Span(paragraph.start, reporter[0]), ()
    paragraph = _without_sign_off(sight, paragraph)
    start = max(paragraph.start, paragraph.end - _LONGEST)
    tail = text[start : paragraph.end]
    for pattern, is_credit in ((_SLASH, _could_be), (_BRACKET, _could_be), (_DASH, _is_known)):
        match = pattern.search(tail)
        if match is None or not is_credit(sight, match["credit"]):
            continue
        kept = text[paragraph.start : start + match.start()].rstrip()
        return Span(paragraph.start, paragraph.start + len(kept)), _credits(match, start)
    return _signed(sight, paragraph, tail, start)


def _without_sign_off(sight: Sight, paragraph: Span) -> Span:
    """Return a paragraph without the word behind its last sentence that ends it: "… said. Enditem"."""
    text = sight.document.text
    match = _LAST_WORD.search(text, max(paragraph.start, paragraph.end - _LONGEST), paragraph.end)
    known = (*sight.page_words.sign_off, *load_language("en").page_words.sign_off)
    is_over = match is not None and match["word"].casefold().strip("()（）/*.") in known
    return (
        Span(paragraph.start, match.start())
        if match and is_over and match.start() > paragraph.start
        else paragraph
    )


def _signed(sight: Sight, paragraph: Span, tail: str, start: int) -> tuple[Span, tuple[Field[str], ...]]:
    """Return a paragraph without the agency and the initials that sign it, marked or bare, and the agency.

    "(red, APA, 22.2.2024)" is a signature by its date, "PTI KJR SMN" by the agency it begins with.
    """
    match = _SIGLA.search(tail) or _BARE.search(tail)
    if match is None:
        return paragraph, ()
    credit = match["credit"]
    dates = [span for span, _ in find_dates(credit, sight.language)] if match.re is _SIGLA else []
    for span in dates:
        credit = credit[: span.start] + "," * (span.end - span.start) + credit[span.end :]
    names = [(at, name) for at, name in single_credits(credit) if find_agency(name)]
    others = [name for _, name in single_credits(credit) if not find_agency(name)]
    is_signature = bool(dates) or (bool(names) and all(name.islower() for name in others))
    if match.re is _SIGLA and not (is_signature and all(_SIGIL.fullmatch(name) for name in others)):
        return paragraph, ()
    if match.re is _BARE and not (names and not others):
        return paragraph, ()
    kept = tail[: match.start()].rstrip()
    at = start + match.start("credit")
    fields = tuple(shown(name, Span(at + i, at + i + len(name)), 0.85) for i, name in names)
    return Span(paragraph.start, start + len(kept)), fields


def is_sign_off(sight: Sight, words: str) -> bool:
    """Return whether a line is behind the report: "End of message/", "AA/fl/mc", "All rights reserved"."""
    if len(words) > _LONGEST_LINE:
        return len(words) <= _LONGEST_CONTRIBUTION and _is_contribution(sight, words)
    bare = words.casefold().strip(" /.*-–—|()（）_")
    if not bare or _NUMBER_BEHIND.sub("", bare) in sight.page_words.sign_off:
        return True
    if _INITIALS.fullmatch(words) or _NUMBER_OR_ADDRESS.fullmatch(words) or bare in sight.page_words.sign_off:
        return True
    if _is_contribution(sight, words):
        return True
    first, _, rest = words.partition(" ")
    if rest and rest.count(" ") < _MOST_WORDS and rest[-1].isalpha() and find_agency(first):
        return True
    return is_right(words, sight.page_words)


def _is_contribution(sight: Sight, words: str) -> bool:
    """Return whether a line only says who had a share: "Torv reported from Umby. Per Lund contributed."."""
    lower = words.casefold().rstrip(" .")
    if not lower.endswith(sight.page_words.contributed or ("\0",)):
        return False
    *before, _ = words.split(". ")
    return all(" reported from " in each or each.endswith(sight.page_words.contributed) for each in before)


def is_right(words: str, page_words: PageWords) -> bool:
    """Return whether a line claims a right: "© 2024 AFP", "All rights reserved"."""
    lower = words.casefold()
    return words.startswith("©") or any(right in lower for right in page_words.rights)


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
    if credit.casefold().strip() in sight.page_words.sign_off or is_eastern_reporter(sight, credit):
        return False
    names = [name for _, name in single_credits(credit)]
    signed = any(is_agency(name, sight.page_words) for name in names)
    return all(_is_name(sight, name) or (signed and is_acronym(name)) for name in names)


def reporter_in_brackets(sight: Sight, paragraph: Span) -> tuple[int, Span] | None:
    """Return where a paragraph ends before the name of its reporter in brackets, and that name's place."""
    if sight.language[:2].lower() not in _EASTERN:
        return None
    start = max(paragraph.start, paragraph.end - _LONGEST)
    tail = sight.document.text[start : paragraph.end]
    match = _BRACKET.search(tail)
    if match is None or match["credit"] in sight.page_words.sign_off:
        return None
    if not is_eastern_reporter(sight, match["credit"]):
        return None
    return start + len(tail[: match.start()].rstrip()), Span(
        start + match.start("credit"), start + match.end("credit")
    )


def is_eastern_reporter(sight: Sight, name: str) -> bool:
    """Return whether a name in Chinese characters is as long as a person's and no agency's ("小林拓也")."""
    return bool(_EASTERN_PERSON.fullmatch(name.strip())) and not is_agency(name.strip(), sight.page_words)


def _is_name(sight: Sight, name: str) -> bool:
    parts = name.split()
    if is_agency(name, sight.page_words) or (is_acronym(name) and name.isupper()):
        return True
    if any(c.isdigit() for c in name) or len(name) < _SHORTEST_NAME:
        return False
    is_cased = name[0].lower() != name[0].upper()
    return len(parts) <= _MOST_WORDS and (not is_cased or name[0].isupper())
