"""The names in one line that a page prints: a byline taken apart, and what in it is no name."""

import functools
import re

import msgspec

from reportedly.language import PageWords, load_language
from reportedly.language.agencies import find_agency
from reportedly.read.agency_names import is_agency
from reportedly.read.authors_declared import is_outlet, without_outlet
from reportedly.read.authors_names import looks_like_person, signature, single_names
from reportedly.read.authors_trimming import beside_names, trimmed
from reportedly.read.document import Region
from reportedly.read.folding import fold
from reportedly.read.line_parts import EDGES, line_parts
from reportedly.read.openings import is_desk
from reportedly.read.shown_dates import find_dates
from reportedly.read.sight import Sight
from reportedly.records import Span

# In code points.
LONGEST_BYLINE = 160
# Where a line about the report is parted: "Kolumne | Ana Torv • 3 min".
BYLINE_PARTS = re.compile(r"\s*[|•·\n]\s*|\s+[–—-]\s+")
# Names in Chinese characters and Hangul, Japanese ones with a space.
EASTERN = r"[\u3400-\u9fff々\u3040-\u30ff\uac00-\ud7a3]"
EASTERN_NAME = re.compile(rf"{EASTERN}{{2,5}}(?:[ ・·]{EASTERN}{{1,5}})?")
# "Number: 4418" is a fact about the page.
_LABELLED = re.compile(r"[^\W\d_][^:：]{0,40}[:：]")
_DIGIT = re.compile(r"\d")
# What follows a name in the same line: "Author: Ana Torv Editor: Per Lund © …".
_NEXT_LABEL = re.compile(r"\s(?:[^\W\d_]+\s?[:：]|©)")
# What an author signs with who gives one name or an account's ("by ana_t").
_ONE_WORD = re.compile(r"[^\W\d_]\w{2,20}")
# The names of boxes for the author's name alone, as templates write them.
_NAME_BOX = re.compile(r"(?:author|autor|auteur|byline|writer)[-_ ]*name")
_LONGEST_NAME = 40
# "Von Montag an" begins as a byline does.
_LOWER_LAST = re.compile(r"^[^\W\d_a-z].*\s[a-zà-öø-ÿа-я]+$")


class Printed(msgspec.Struct, frozen=True):
    """A name where it stands, and how sure it is the author's."""

    name: str
    span: Span
    confidence: float


def signed(sight: Sight, index: int, sure: float) -> list[Printed]:
    """Return the names after "By" in a line, which may stand behind a date or a section's name."""
    for start, line_part in line_parts(sight, index, BYLINE_PARTS):
        part = line_part
        match = signature(sight.page_words).match(part)
        following = _NEXT_LABEL.search(part, match.end()) if match else None
        part = part[: following.start()] if following else part
        if match and _may_be_signed(sight, part, match):
            found = _persons(sight, _placed(sight, part[match.end() :], start + match.end(), sure))
            is_sure = not is_uncased(part)
            return [e for e in found if is_sure or not is_something_else(sight, e.name)]
    return []


def labelled(sight: Sight, index: int, sure: float) -> list[Printed]:
    """Return the full names in a line that begins with a label for authors ("Author: Ana Torv")."""
    words = sight.words(index)
    label = next((w for w in _long_first(sight.page_words.signed) if words.lower().startswith(w)), None)
    if label is None or len(words) > LONGEST_BYLINE or words[len(label) :][:1] not in (" ", ":", "："):
        return []
    found = signed(sight, index, sure)
    if all(looks_like_person(a.name) and not is_something_else(sight, a.name) for a in found):
        return found
    return []


@functools.lru_cache(maxsize=64)
def _long_first(labels: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(labels, key=len, reverse=True))


def in_short(sight: Sight, index: int) -> list[Printed]:
    """Return the one word behind "by" in a line of nothing else: a given name, an account's.

    Labels begin with a capital instead ("By region").
    """
    words = sight.words(index)
    match = signature(sight.page_words).match(words)
    if match is None or not words[:1].islower() or not _ONE_WORD.fullmatch(words, match.end()):
        return []
    name = words[match.end() :]
    if name.lower() in beside_names(sight.page_words):
        return []
    start = sight.blocks[index].span.start + match.end()
    return [Printed(name, Span(start, start + len(name)), 0.5)]


def named_by_markup(sight: Sight, index: int) -> list[Printed]:
    """Return what stands in a box for the author's name, whatever form the name has."""
    block = sight.blocks[index]
    words = sight.words(index)
    if block.length > _LONGEST_NAME or not _NAME_BOX.search(sight.document.boxes[block.box].hint):
        return []
    names = [] if _DIGIT.search(words) else single_names(words, sight.language)
    starts = ((name, block.span.start + words.find(name)) for name in names if name in words)
    return [Printed(name, Span(start, start + len(name)), 0.5) for name, start in starts]


def after_label(sight: Sight, index: int) -> list[Printed]:
    """Return the names on the line below one that says "By" and no more."""
    label = sight.words(index).lower().strip(EDGES)
    if label not in (*sight.page_words.by, *sight.page_words.signed) or index + 1 >= len(sight.blocks):
        return []
    return named(sight, index + 1, 0.7)


def named(sight: Sight, index: int, sure: float) -> list[Printed]:
    """Return the names in a line whose part is nothing but names of persons."""
    for start, part in line_parts(sight, index, BYLINE_PARTS):
        if _LABELLED.match(part) and not signature(sight.page_words).match(part):
            continue
        found = _placed(sight, part, start, sure)
        persons = [author for author in found if _is_person(sight, index, author.name)]
        if persons and all(a in persons or find_agency(a.name) for a in found):
            return found
    return []


def is_dated(sight: Sight, index: int) -> bool:
    """Return whether a line, or one beside it, holds a date."""
    above = index - 2 if _LABELLED.match(sight.words(index - 1)) else index - 1
    near = [i for i in (above, index, index + 1) if 0 <= i < len(sight.blocks)]
    texts = [sight.words(i) for i in near if sight.blocks[i].length <= LONGEST_BYLINE]
    return any(_DIGIT.search(text) and any(find_dates(text, sight.language)) for text in texts)


def is_uncased(words: str) -> bool:
    """Return whether words are of a script without capitals."""
    return words.lower() == words.upper()


def _may_be_signed(sight: Sight, part: str, match: re.Match[str]) -> bool:
    """Return whether what stands behind "By" can be a name, and the whole is no desk and no date's label."""
    name = part[match.end() :]
    if is_desk(sight, part) or part.lower().startswith(
        (*sight.page_words.published, *sight.page_words.updated)
    ):
        return False
    return name[:1].isupper() or (
        is_uncased(name) and all(_is_short(n) for n in single_names(name, sight.language))
    )


def _is_short(name: str) -> bool:
    """Return whether words in a script without capitals are as few as those of a name."""
    return not _DIGIT.search(name) and (looks_like_person(name) or bool(EASTERN_NAME.fullmatch(name)))


def _is_person(sight: Sight, index: int, name: str) -> bool:
    """Return whether words are a person's name; one in Chinese characters only in a line marked for it."""
    byline = sight.document.regions(sight.blocks[index]) & Region.BYLINE
    marked = bool(byline) and bool(EASTERN_NAME.fullmatch(name))
    return (looks_like_person(name) or marked) and not is_something_else(sight, name)


def _placed(sight: Sight, part: str, start: int, sure: float) -> list[Printed]:
    """Return the names in a part of a line, without what the page sets against them, where they stand."""
    found = []
    for whole in single_names(part, sight.language):
        written = _without_agency(sight, whole)
        if written != whole and is_outlet(sight, written):
            continue
        name = without_outlet(sight, trimmed(written, sight.language))
        name = written if is_outlet(sight, name) else name
        at = part.find(name)
        if at >= 0:
            found.append(Printed(name, Span(start + at, start + at + len(name)), sure))
    return found


def _without_agency(sight: Sight, name: str) -> str:
    """Return a name without the agency that had a share in the report: "Ana Torv avec AFP"."""
    lower = name.casefold()
    for label in sight.page_words.files_from:
        at = lower.find(f" {label} ")
        behind = name[at + len(label) + 2 :].split() if at > 0 else []
        if any(find_agency(" ".join(behind[:end])) for end in range(1, len(behind) + 1)):
            return name[:at]
    return name


def _persons(sight: Sight, found: list[Printed]) -> list[Printed]:
    """Return the persons and agencies of a byline that names a person; places and roles go."""
    if not any(looks_like_person(author.name) for author in found):
        return [a for a in found if not _LOWER_LAST.search(a.name)]
    named = [a for a in found if looks_like_person(a.name) or is_agency(a.name, sight.page_words)]
    return [a for a in named if not is_outlet(sight, a.name)] or named


def is_something_else(sight: Sight, name: str) -> bool:
    """Return whether words in a name's form name a section, a label, a role or a subject of the page."""
    folded = fold(name)
    meta = sight.markup.meta
    subjects = (meta.get("article:section"), meta.get("keywords"), sight.markup.title, sight.url)
    if folded in fold(" ".join(filter(None, subjects))) or is_outlet(sight, name) or is_desk(sight, name):
        return True
    words = folded.split()
    # "В России" and "Wednesday Culture" have a name's form.
    if words and len(words[0]) == 1 and words[0] in sight.page_words.common:
        return True
    weekdays = load_language(sight.language).calendar.weekdays
    return not _label_words(sight.page_words).isdisjoint(words) or any(w in weekdays for w in words)


@functools.lru_cache(maxsize=64)
def _label_words(words: PageWords) -> frozenset[str]:
    """Return the words that labels on a page are made of."""
    labels = (words.by, words.signed, words.related)
    return beside_names(words) | {word for label in labels for phrase in label for word in phrase.split()}
