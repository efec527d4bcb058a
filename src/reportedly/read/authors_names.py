"""From a byline as written to the single names in it."""

import functools
import html
import re
from collections.abc import Iterator

from reportedly.language import PageWords, load_language
from reportedly.read.word_patterns import WordPattern, either

# A part of a byline that is longer describes the author.
_LONGEST_NAME = 60
_MOST_WORDS = 6
_BREAKS = re.compile(r"\s*(?:[;|•·,、，]|\s/\s)\s*")
_ANDS = re.compile(r"\s(?:and|und|et|y|e|и|و|ve|og|och|en|&|\+|oraz|dan|та|і)\s|(?<=\w)/(?=[A-Z][a-z]+\s)")
_PAIR = re.compile(r"^[^\W\d_]+ & [^\W\d_]+$")
_IN_BRACKETS = re.compile(r"\s*[(\[（][^)\]）]*[)\]）]?\s*$|(?<=\w)\)$")
# The dot behind a last initial belongs to the name ("Ana T.").
_INITIAL_LAST = re.compile(r"\w\s[^\W\d_a-z]$")
_NO_NAME = re.compile(r"^(?:https?:|www\.|@|/|\d+$)|@\w+\.\w|[<>{}]")
# What a date leaves behind a name ("Ana Torv on 4 May", "Ana Torv 4. Mai").
_AND_DATE = re.compile(r"\s+(?:(?:on|at|am|um|le|el|den)(?:\s.*)?|\d.*)$")
_ADDRESS = re.compile(r"https?://\S+")
_EDGES = " \t\n.:,;|•·-–—/*"
# The dot behind a name may belong to it.
_AROUND = _EDGES.replace(".", "") + "\u200b\ufeff"
_SPACES = re.compile(r"\s+")
# Latin, Greek and Cyrillic names: two to five words, capitals but for the particles between them.
_PARTICLE = r"(?:d[aeiou]s?|del|della|van|von|vom|de[rn]|het|te[nr]|zur?|[ae]l|bin|be?n|ibn|l[ae]|y|a[fv])"
_GIVEN = r"(?:(?:[^\W\d_a-zà-öø-ÿа-я]\.-?){1,3}|[^\W\d_a-zà-öø-ÿа-я][\w'’\-\u200c]*\.?)"
# The signs for vowels that Indic and Thai letters carry are no letters to `re`.
_VOWEL_SIGNS = re.compile(
    r"[\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09d7\u0a01-\u0a03\u0a3c-\u0a4d\u0a81-\u0a83"
    r"\u0abc-\u0acd\u0b82\u0bbe-\u0bcd\u0c00-\u0c03\u0c3e-\u0c4d\u0d02\u0d03\u0d3e-\u0d4d\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]"
)
_PERSON = re.compile(rf"(?:(?:Dr|Prof)\.?\s+)*{_GIVEN}(?:\s+(?:{_PARTICLE}\s+){{0,2}}{_GIVEN}){{1,4}}")


def single_names(value: str, language: str) -> list[str]:
    """Return the names in a byline, in order, without "By", roles, and what stands in brackets.

    Letters behind a name that belong to it ("Ana Torv, MD") stay with it.
    """
    words = load_language(language).page_words
    whole = _unsigned(_SPACES.sub(" ", _ADDRESS.sub(" ", html.unescape(value))).strip(_AROUND), words)
    if _PAIR.match(whole):
        return [whole]
    found: list[str] = []
    for piece in _BREAKS.split(whole):
        for part in _ANDS.split(f" {piece} "):
            name = _bare(part, words)
            if found and _is_post_nominal(name, words):
                found[-1] += f", {name}"
            elif _is_role(name, words, alone=not found):
                break
            elif _could_be_name(name):
                found.append(_without_role(name))
    return found


def _bare(part: str, words: PageWords) -> str:
    """Return a part of a byline without label, brackets and date."""
    bare = _AND_DATE.sub("", _unsigned(_IN_BRACKETS.sub("", part).strip(_AROUND), words)).strip(_EDGES)
    return f"{bare}." if _INITIAL_LAST.search(bare) and f"{bare}." in part else bare


def looks_like_person(name: str) -> bool:
    """Return whether words have the form of a person's full name."""
    plain = name if name.isascii() else _VOWEL_SIGNS.sub("", name)
    return len(name) <= _LONGEST_NAME and bool(_PERSON.fullmatch(plain))


def _could_be_name(name: str) -> bool:
    fits = len(name) <= _LONGEST_NAME and name.count(" ") < _MOST_WORDS
    return fits and not _NO_NAME.search(name) and any(c.isalpha() for c in name)


def _unsigned(name: str, words: PageWords) -> str:
    """Return a byline without the "By" or "Author:" before it."""
    match = signature(words).match(name)
    return name[match.end() :].strip(_AROUND) if match else name


@functools.lru_cache(maxsize=64)
def signature(words: PageWords) -> WordPattern:
    """Return the pattern of what stands before an author's name, "By" or "Author:", on a language's pages."""
    english = load_language("en").page_words
    labels = sorted({*words.by, *words.signed, *english.by, *english.signed}, key=len, reverse=True)
    follows = r"(?:\s*[:：／]\s*|\s*/\s*(?=[^\W\d_a-z])|\s+(?=\S)|(?=[A-ZÀ-Þ]))(?!$)"
    return WordPattern(labels, rf"(?i:{either(labels)}){follows}", flags=0)


def _is_role(name: str, words: PageWords, *, alone: bool) -> bool:
    """Return whether words say what somebody does, not who.

    Behind a name, any word for a role tells; `alone`, only words that are nothing else, as outlets
    sign with them too ("Ledger Staff").
    """
    lower = [word.strip(_EDGES) for word in name.lower().split()]
    roles = _roles(words)
    return all(word in roles for word in lower) if alone else any(word in roles for word in lower)


def _without_role(name: str) -> str:
    """Return a name without what is written behind it and a dash ("Ana Torv - Ledger Staff")."""
    head, _, tail = name.partition(" - ")
    return head if tail and looks_like_person(head) else name


@functools.lru_cache(maxsize=64)
def _roles(words: PageWords) -> frozenset[str]:
    return frozenset((*words.roles, *load_language("en").page_words.roles))


def _is_post_nominal(name: str, words: PageWords) -> bool:
    known = (*words.post_nominals, *load_language("en").page_words.post_nominals)
    letters = name.lower().strip(". ")
    return bool(letters) and all(
        part.strip(".") in known or part.replace(".", "") in known for part in letters.split()
    )


def iter_unique(names: Iterator[str]) -> Iterator[str]:
    """Yield each name once."""
    seen: set[str] = set()
    for name in names:
        if name.casefold() not in seen:
            seen.add(name.casefold())
            yield name
