"""A printed name without what the page sets against it: a label, a role, an account, the outlet."""

import functools
import re

from reportedly.language import Language, PageWords, load_language
from reportedly.read.authors_names import looks_like_person

# Where a page sets elements side by side without a space, their words run together ("Ana TorvPublished").
# Three letters before the second capital and four behind it: fewer belong to the name ("MacArthur").
_GLUED = re.compile(r"(?<=[^\W\d_A-ZÀ-ÞА-Я]{3})(?=([A-ZÀ-ÞА-Я][^\W\d_]+))")
_SHORTEST_GLUED = 4
_NAMES_OWN = ("fitz",)
# An account, a reading time, the number of a footnote.
_ACCOUNT = re.compile(r"\s*(?:[@＠]\w|[-–]\d)|(?<=[^\W\d_A-ZÀ-Þ]{2})\d")
# "NTA Travel Editor" is signed by an outlet's desk.
_SHORT_FORM = re.compile(r"\b[A-Z]{3,}\b(?=.*[a-z])|(?<=[a-z] )[A-Z]{3,}\b")
_EDGES = " \t\n.:,;|•·-–—/*"


def trimmed(name: str, language: str) -> str:
    """Return a printed name as far as it is a person's; the words as they are where no part is."""
    kept = _before(name, _ACCOUNT.search(name))
    known = load_language(language)
    kept = _without_words(_unglued(kept, known), known.page_words)
    half = kept[: len(kept) // 2].strip()
    return half if f"{half} {half}" == kept else kept


def _unglued(name: str, known: Language) -> str:
    """Return a name up to the capital that begins what runs into it, if a full name stands before that."""
    for match in _GLUED.finditer(name):
        head, glued = name[: match.start()], match[1].casefold()
        is_other = len(glued) >= _SHORTEST_GLUED or glued in known.calendar.months
        if is_other and looks_like_person(head) and not head.casefold().endswith(_NAMES_OWN):
            return head
    return name


def _without_words(name: str, words: PageWords) -> str:
    """Return a name up to the first word that is none of a name ("Ana Torv Senior Reporter")."""
    beside = beside_names(words)
    parts = name.split()
    for at in range(2, len(parts)):
        head = " ".join(parts[:at])
        is_name = looks_like_person(head) and not _SHORT_FORM.search(head)
        if parts[at].strip(_EDGES).casefold() in beside and is_name:
            return head
    return name


def _before(name: str, match: re.Match[str] | None) -> str:
    """Return what stands before a match, if that is a full name."""
    head = name[: match.start()].rstrip(_EDGES) if match else name
    return head if looks_like_person(head) else name


@functools.lru_cache(maxsize=64)
def beside_names(words: PageWords) -> frozenset[str]:
    """Return the words of bylines and labels that are no part of a name, English ones too."""
    english = load_language("en").page_words
    return frozenset(
        word
        for given in (words, english)
        for labels in (given.published, given.updated, given.roles, given.beside_names)
        for phrase in labels
        for word in phrase.split()
    )
