"""The names of those who comment, without what pages print around them."""

import functools
import re

from reportedly.language import PageWords, load_language
from reportedly.read.comment_buttons import comment_buttons, is_buttons

EDGES = " \t-–—|·•,،:：;/()[]@"
# Between the parts of a head: "Hassan | IR | 11:05", "Like · Reply · 4". An arrow points to who is answered.
_PARTS = re.compile(r"\s*[|•·]\s*")
_ANSWERED = re.compile(r"\s*[↪↩⤷→➜▸►»]\s*")
_NUMBERED = re.compile(
    r"^#\d{1,4}(?=[^\W\d_])|^(?:[^\W\d_]+\s?#\s?|\W*)\d{1,4}(?:\s*[-–.):：#]\s*|\s+)(?=\W*[^\W\d_])"
)
_PLACED = re.compile(r"\s*[\[【][^\[\]【】]{2,30}[\]】]?\s*$")
# Behind a name stand its place in the list ("#3", "2楼"), its owner's number and how much that has written
# ("Posts: 41").
_COUNTED = re.compile(
    r"(?:\s+(?:\(\s?\d+\s?\)?|[^\W\d_]+\s?:\s?\d[\d.,]*|\d{1,4}\s?[楼樓])|\s*#\s?\d{1,4})+\s*$"
)
_COUNTRY = re.compile(r"[A-Z]{2}")
# Pages of Iran put the code of the writer's country behind the name: "رضا IR".
_FROM_COUNTRY = re.compile(r"(?<=[\u0600-\u06ff])\s+[A-Z]{2}$")
# A line that only says who is answered holds so many characters and words behind what introduces the name;
# where it names what was said, too, it is longer and ends no sentence.
_LONGEST_ANSWERED = 110
_MOST_ANSWERED_WORDS = 4
_MOST_ANSWERED_TITLE = 14
_FIRST_WIDE = "\u2e80"
# What stands between a name and a time.
_AT = (
    "a las", "à", "am", "at", "el", "em", "h", "horas", "hrs", "hs", "le", "om", "on", "op", "ore", "uhr",
    "um", "uur", "в", "در", "ساعت",
)  # fmt: skip


def bare_author(words: PageWords, name: str) -> str:
    """Return a commenter's name without its number, "by" before it, and a place in brackets behind it.

    Nor does the verb belong to it that pages print beside it ("Ana says:", "Ana schrieb am"), nor what
    says whom it answers ("Ana antwortete Per").
    """
    name = _NUMBERED.sub("", _COUNTED.sub("", _PLACED.sub("", name))).strip(EDGES)
    name = _FROM_COUNTRY.sub("", name)
    lower = name.casefold()
    label = next((by for by in _before(words) if lower.startswith((f"{by} ", f"{by}:"))), "")
    name = _without_verb(words, _without_answered(words, name[len(label) :].strip(EDGES)))
    return _COUNTED.sub("", name)


def name_part(words: PageWords, line: str) -> str:
    """Return the part of a head that can be a name: no button, no country's code, no one answered."""
    line = _ANSWERED.split(line)[0]
    parts = [part for part in _PARTS.split(line) if part.strip(EDGES)]
    named = [
        part for part in parts if not is_buttons(part, words) and not _COUNTRY.fullmatch(part.strip(EDGES))
    ]
    if len(parts) < 2 and named:
        return line
    return named[0] if named else ""


def is_no_name(words: PageWords, name: str) -> bool:
    """Return whether what stands beside a time is a label, a button or a little word, and no one's name."""
    lower = name.casefold()
    return not lower or lower in words.published or lower in comment_buttons(words) or lower in _AT


def is_answered(words: PageWords, line: str) -> bool:
    """Return whether a line only says who is answered: "In reply to Ana", "Replying to Title by Per"."""
    if len(line) > _LONGEST_ANSWERED:
        return False
    lower = line.casefold().lstrip(" ↪↩⤷→>@")
    opening = next((each for each in _answering(words) if lower.startswith(f"{each} ")), None)
    if opening is None:
        return False
    most = _MOST_ANSWERED_WORDS if lower.endswith((".", "!", "?", "…")) else _MOST_ANSWERED_TITLE
    return lower[len(opening) :].count(" ") <= most


def _without_answered(words: PageWords, name: str) -> str:
    lower = f" {name.casefold()} "
    cuts = [at for each in _answering(words) if (at := lower.find(f" {each} ")) >= 0]
    return name[: min(cuts)].strip(EDGES) if cuts else name


def _without_verb(words: PageWords, name: str) -> str:
    """Return a name without the verb and the little word behind it; some languages put the verb before."""
    while True:
        lower = name.casefold()
        behind = next((each for each in _behind(words) if _ends_with(lower, each)), "")
        if not behind:
            break
        name = name[: -len(behind)].strip(EDGES)
    before = next((s for s in words.says if not s.isascii() and lower.startswith(f"{s} ")), "")
    return name[len(before) :].strip(EDGES)


def _ends_with(name: str, verb: str) -> bool:
    """Return whether a verb of its own ends a name; scripts without blanks put none before it."""
    is_wide = verb[0] >= _FIRST_WIDE and len(verb) > 1
    return name.endswith((f" {verb}", f",{verb}", f":{verb}")) or (is_wide and name.endswith(verb))


@functools.lru_cache(maxsize=64)
def _before(words: PageWords) -> tuple[str, ...]:
    return tuple(sorted((*words.by, *words.published), key=len, reverse=True))


@functools.lru_cache(maxsize=64)
def _behind(words: PageWords) -> tuple[str, ...]:
    return tuple(sorted((*words.says, *_AT), key=len, reverse=True))


@functools.lru_cache(maxsize=64)
def _answering(words: PageWords) -> tuple[str, ...]:
    return (*words.answering, *load_language("en").page_words.answering)
