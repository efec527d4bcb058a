"""Which words before a dash or a colon have the form of a place."""

import functools
import re

from reportedly.language import load_language
from reportedly.read.section import find_section
from reportedly.read.sight import Sight

# A place has at most so many words; where a script knows no capitals, so few characters too.
_MOST_WORDS = 5
_MOST_WORDS_UNCASED = 4
_LONGEST_UNCASED = 28
# Capitals alone name a place from so many letters on: shorter ones are mostly short forms.
_LEAST_CAPITALS = 3
# Alone and without capitals, a place has so many words at most, and so much text follows it.
_ALONE_UNCASED = 3
_LEAST_REST = 24
_CONTEXT = 4000
_PARTICLES = frozenset(
    "de del da do dos das di la le les el los las of on upon am an der den im in sur sous en aux à y e et "
    "und bei ob van ter aan den 's st al al- the and".split()
)
# Articles that names of places begin with.
_ARTICLES = frozenset("la le les el los las den al a l' san st".split())
# The signs for vowels that Indic and Thai letters carry are no letters to `re`.
_WORD = re.compile(r"[^\W\d_][\w.'’ʼ\-\u200c\u0900-\u0dff\u0e31-\u0e4e]*")
_QUOTES = "\"“”«»„‘’'‚「『"


def is_place(sight: Sight, words: str) -> bool:
    """Return whether words could name a place: capitals, or few words that are no office and no label."""
    parts = words.split()
    if not parts or not all(_WORD.fullmatch(part) for part in parts):
        return False
    if words.casefold() in sight.page_words.not_places or len(words) < 2:
        return False
    if words[0].lower() == words[0].upper():
        short = len(parts) <= _MOST_WORDS_UNCASED and len(words) <= _LONGEST_UNCASED
        return short and _never_in_places(sight.language).isdisjoint(parts)
    if len(parts) > _MOST_WORDS or not words[0].isupper() or _begins_sentence(sight, parts[0]):
        return False
    return all(p[0].isupper() or p.casefold() in _PARTICLES or "-" in p or p[1:2] == "." for p in parts)


def _begins_sentence(sight: Sight, word: str) -> bool:
    """Return whether a first word is one of the language's commonest and stands in no place's name."""
    lower = word.casefold()
    return lower in sight.page_words.common and lower not in _ARTICLES and not word.isupper()


def names_place(sight: Sight, places: list[str], mark: re.Match[str], rest: str) -> bool:
    """Return whether a place alone before a mark is a dateline.

    Capitals throughout tell by themselves, as does ".-"; others count where the report says
    elsewhere that something happened in that place, or, without capitals, where they are few words.
    """
    first = places[0]
    if len(rest) < _LEAST_REST:
        return False
    if first[0].lower() == first[0].upper():
        return not mark["stop"] and _alone_uncased(sight, places, rest)
    if _is_capitals(first):
        is_known = not mark["stop"] or _stands_elsewhere(sight, first)
        return is_known and first.casefold() not in sight.page_words.desks
    if mark["dash"] and mark[0].lstrip().startswith("."):
        return True
    if len(places) != 1:
        return False
    return _told_elsewhere(sight, first) or (bool(mark["dash"]) and _is_subject(sight, first))


def is_place_of_outlet(sight: Sight, name: str, own: str) -> bool:
    """Return whether a name in the outlet's is that of its place, by what the report says happens there."""
    is_part = " " not in name and " " in own and name.casefold() != own.casefold()
    is_cased = name[:1].lower() != name[:1].upper() and not name.isupper()
    return is_part and is_cased and is_place(sight, name) and _told_elsewhere(sight, name)


def _is_subject(sight: Sight, place: str) -> bool:
    """Return whether the page's title begins with a place and a colon, or the report is filed under it."""
    if (sight.markup.title or "").startswith(f"{place}:"):
        return True
    section = find_section(sight)
    return section is not None and section.value == place


def _stands_elsewhere(sight: Sight, place: str) -> bool:
    """Return whether a place in capitals stands in the title or the report once more as other names do."""
    name = place.title()
    end = sight.blocks[sight.body[-1]].span.end if sight.body else 0
    return name in (sight.markup.title or "") or sight.document.text.find(name, 0, end) >= 0


def _is_capitals(words: str) -> bool:
    letters = [c for c in words if c.isalpha()]
    return len(letters) >= _LEAST_CAPITALS and words.upper() == words


def _alone_uncased(sight: Sight, places: list[str], rest: str) -> bool:
    words = places[0].split()
    return len(places) <= 2 and len(words) <= _ALONE_UNCASED and rest[0] not in _QUOTES


def _told_elsewhere(sight: Sight, place: str) -> bool:
    """Return whether headline or report name the place behind a word that stands before places."""
    before = sight.page_words.place_before
    if not before:
        return False
    start = sight.blocks[sight.headline].span.start if sight.headline is not None else 0
    start = min(start, sight.blocks[sight.body_start].span.start if sight.body else start)
    context = " ".join((sight.markup.title or "", sight.document.text[start : start + _CONTEXT]))
    either = "|".join(re.escape(word) for word in before)
    return bool(re.search(rf"(?<!\w)(?:{either})\s+{re.escape(place)}", context))


@functools.lru_cache(maxsize=64)
def _never_in_places(language: str) -> frozenset[str]:
    """Return words that no place holds: the commonest ones, offices, and what newspaper people do."""
    known = load_language(language)
    names = (
        *known.titles.offices,
        *known.titles.honorifics,
        *known.page_words.common,
        *known.page_words.roles,
    )
    return frozenset(names)
