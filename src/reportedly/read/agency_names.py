"""Names that texts are credited to: which words are one, and whether it is the outlet's own."""

import functools
import re
from collections.abc import Iterator

from reportedly.language import PageWords, load_language
from reportedly.language.agencies import find_agency
from reportedly.read.folding import fold

# The longest name of an agency or outlet, in characters and in words.
LONGEST_NAME = 48
_MOST_WORDS = 6
_LONGEST_EASTERN = 12
_ACRONYM = re.compile(r"[^\W\d_]{2,6}")
# From here on names have no blanks; so many characters are no chance.
_FIRST_WIDE = "\u2e80"
_FEWEST_WIDE = 3
# Letters of an outlet's short form each begin one of its words; words this short may be left out.
_SHORT_WORD = 3
_WORD = re.compile(r"[^\W_]+")
_MARKS = " \t\"'“”„«»‘’「」『』《》()[]（）.,،:"
# Articles in lower case stand before a name; those in capitals, but for English, belong to it: "Le Monde".
_ARTICLES = re.compile(r"^(?:[Tt]he|THE|la|le|el|die|der|das|il|o|a)\s+(?=\S)|^[lL]['’](?=\w)")
_ARABIC_ARTICLE = re.compile(r"^(?:لل|ال)(?=\w{2})")
_NO_NAME = re.compile(r"[\d:：©|?!؟。、，（）()]|\.\s")
_SMALL = frozenset(
    "de del della di da do dos das du des la le les of the for and y und e et van von für و".split()
)
# A site's address is the name it is credited under: "Interfax.ru", "Gazeta.pl".
_SITE = re.compile(
    r"[A-Za-z\u0400-\u04ff][\w-]{1,30}\.(?:com|net|org|info|tv|news|[A-Za-z]{2}|рф)", re.IGNORECASE
)
_SEPARATORS = re.compile(r"\s*[,،、/;+]\s*|\s+(?:&|and|und|et|y|e|и|та|і|و|اور|ve|en)\s+|\s+[-–—]\s+")
_HAS_SPACES = re.compile(r"[^\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")


def bare_name(name: str) -> str:
    """Return a name without the marks and the article around it."""
    return _ARTICLES.sub("", name.strip(_MARKS)).strip(_MARKS)


def is_agency(name: str, words: PageWords) -> bool:
    """Return whether words name what a report can be credited to: a known agency, or called as one is."""
    bare = bare_name(name)
    if not bare or len(bare) > LONGEST_NAME or bare.count(" ") >= _MOST_WORDS:
        return False
    if any(find_agency(each) for each in (bare, name.strip(), bare.replace(".", " "))):
        return True
    if _SITE.fullmatch(bare):
        return True
    if not _HAS_SPACES.search(bare.replace(" ", "")):
        return 2 < len(bare) <= _LONGEST_EASTERN and bare.isalnum() and bare.endswith(_east_asian(words))
    return _is_named_as_agency(bare, words)


def _is_named_as_agency(name: str, words: PageWords) -> bool:
    """Return whether a name of several words holds one that agencies are called by, and no label does."""
    if _NO_NAME.search(name) or name.casefold() in _labels(words):
        return False
    if not all(
        part[0].isupper() or part[0].lower() == part[0].upper() or part in _SMALL for part in name.split()
    ):
        return False
    parts = _WORD.findall(name.casefold().replace("\u200c", " "))
    has_capitals = name[0].lower() != name[0].upper()
    told_by = (*words.common, *words.says) if not has_capitals else words.common
    if (name.isascii() or not has_capitals) and any(p in told_by and p not in _SMALL for p in parts):
        return False
    known = _name_words(words)
    phrase = any(" " in word and word in name.casefold() for word in words.outlets)
    if len(parts) < 2 or all(p in known for p in parts):
        return False
    return phrase or any(p in known for p in parts)


@functools.lru_cache(maxsize=64)
def _labels(words: PageWords) -> frozenset[str]:
    """Return the labels of a page that hold a word agencies are called by ("News ID", "Post Comment")."""
    english = load_language("en").page_words
    return frozenset(
        label
        for w in (words, english)
        for label in (
            *w.story_code,
            *w.comment_form,
            *w.comment_heading,
            *w.related,
            *w.home,
            *w.desks,
            *w.published,
        )
    )


@functools.lru_cache(maxsize=64)
def _name_words(words: PageWords) -> frozenset[str]:
    return frozenset((*words.outlets, *load_language("en").page_words.outlets))


@functools.lru_cache(maxsize=64)
def _east_asian(words: PageWords) -> tuple[str, ...]:
    return tuple(w for w in words.outlets if not w.isascii()) or ("社", "网", "通信", "新聞")


def is_acronym(name: str) -> bool:
    """Return whether a name has the form of a short form: "QNN", "dpa", "АГС"."""
    return bool(_ACRONYM.fullmatch(name)) and (name.isupper() or name.islower())


def is_own_name(name: str, outlet: str) -> bool:
    """Return whether a name is the outlet's own: the same, its initials, or words of it."""
    own, given = fold(outlet), fold(bare_name(name))
    if not own or not given:
        return False
    if given == own or given.startswith(f"{own} ") or f"({given})" in own or own.startswith(f"{given} ("):
        return True
    if len(given) >= _FEWEST_WIDE and given[0] >= _FIRST_WIDE and own.startswith(given):
        return True  # "青屿晚报网" is the site of "青屿晚报"
    known = find_agency(bare_name(name))
    if known is not None and find_agency(outlet) is known:
        return True
    own_words, words = _plain_words(own), _plain_words(given)
    if len(words) > 1 and all(len(word) == 1 for word in words):
        return _spells("".join(words), own_words)
    if len(words) == 1 and _spells(words[0], own_words):
        return True
    return bool(words) and _runs_in(words, own_words) and (len(own) - len(given) < len(own))


def _plain_words(folded: str) -> list[str]:
    return [_ARABIC_ARTICLE.sub("", word) for word in _WORD.findall(folded.replace("\u200c", "_"))] or [
        folded
    ]


def _runs_in(words: list[str], own: list[str]) -> bool:
    """Return whether words follow each other in the outlet's name; a single short one says too little."""
    if len(words) == 1 and len(words[0]) < 3:
        return False
    return any(own[i : i + len(words)] == words for i in range(len(own) - len(words) + 1))


def _spells(letters: str, words: list[str]) -> bool:
    """Return whether letters are beginnings of the words in their order ("kuna", "Kuwait News Agency")."""
    if not letters or len(letters) > 6:
        return not letters
    for skipped, word in enumerate(words):
        if skipped and any(len(w) > _SHORT_WORD for w in words[:skipped]):
            return False
        for taken in (1, 2)[: len(letters)]:
            if letters[:taken] == word[:taken] and _spells(letters[taken:], words[skipped + 1 :]):
                return True
    return False


def single_credits(words: str) -> Iterator[tuple[int, str]]:
    """Yield the names in a credit ("dpa/afp", "Reuters, AP and AFP") with where each begins."""
    at = 0
    for piece in _SEPARATORS.split(words):
        name = bare_name(piece)
        found = words.find(name, at) if name else -1
        if found >= 0:
            yield found, name
            at = found + len(name)
