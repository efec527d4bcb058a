"""The heads of readers' comments: who wrote, and when."""

import bisect
import functools
import re

import msgspec

from reportedly.language import PageWords, load_language
from reportedly.read.labels import comment_heading_line, is_comment_heading
from reportedly.read.shown_dates import find_dates, read_iso
from reportedly.read.sight import Sight
from reportedly.read.word_patterns import WordPattern, either
from reportedly.records import Field, Span, Timestamp

# Names and times are short; a head is both and a label or a count of votes.
_LONGEST_NAME = 48
_LONGEST_HEAD = 110
_MOST_WORDS = 6
_EDGES = " \t-–—|·•,،:;/()[]@"
_LETTER = re.compile(r"[^\W\d_]")
_DIGIT = re.compile(r"\d")
# A count of votes is glued to the minutes where a page prints no blank: "16:024 👍".
_GLUED_VOTES = re.compile(r"(?<=\d\d:\d\d)(?=\d+(?:\s|$))")
# Between the parts of a head: "Hassan | IR | 11:05", "Like · Reply · 4". An arrow points to who is answered.
_PARTS = re.compile(r"\s*[|•·]\s*")
_ANSWERED = re.compile(r"\s*[↪↩⤷→➜▸►»]\s*")
_NUMBERED = re.compile(r"^\W*\d{1,4}(?:\s*[-–.):：#]\s*|\s+)(?=\W*[^\W\d_])")
_PLACED = re.compile(r"\s*[\[【][^\[\]【】]{2,30}[\]】]?\s*$")
_COUNTRY = re.compile(r"[A-Z]{2}")
_GLUED_NAME = re.compile(r"(?<=[^\W\d_]|[.!)])(?=(?:\d{4}[-./年]\s?\d\d?|\d\d?[-./]\d\d?)[-./月]\s?\d)")
_BUTTONS = re.compile(
    r"(?:^|[^a-z])(?:reply(?![-_]?(?:item|body|text|content|wrap|box|list|inner|message|msg|comment))|voting|votes?|like|likes|actions?|share|report|rating|tools)(?:[^a-z]|$)"
)
# "Yesterday at 14:05", "Gestern, 14.05 Uhr", "Hier à 9h12".
_OF_DAY = r"(?:[,،]?\s(?:\S{1,6}\s){0,2}\d\d?[:.h]\d\d(?:\s?\S{1,4})?)?"
# Between buttons: figures, marks, and the letter for thousands.
_COUNT = r"[\d\W_]|(?<=\d)[kк](?!\w)"
_ONLY_COUNTS = re.compile(rf"(?:{_COUNT})+")
_NEVER_WORDS = frozenset({"h1", "h2", "h3", "button", "label"})
# A line without letters that has fewer digits counts votes; from here on it can be a date.
_LEAST_DATE_DIGITS = 5
_SENTENCE_END = tuple(".!?…。！？؟۔")


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """A line with the time of a comment, None where it only says how long ago, and its writer's name."""

    author: Span | None
    posted: Field[Timestamp] | None


def read_head(sight: Sight, index: int) -> Head | None:
    """Return the head that a block is, None where it shows no time beside at most a name."""
    block = sight.blocks[index]
    if block.length > _LONGEST_HEAD:
        return None
    words = sight.words(index)
    if not _DIGIT.search(words) and not _ago(sight.page_words).search(words):
        return None
    votes = _GLUED_VOTES.search(words)
    words = words[: votes.start()] if votes else words
    glued = _GLUED_NAME.search(words)
    # A name that the page prints no blank behind is blotted out, or its last letter hides the date.
    dated = " " * glued.start() + words[glued.start() :] if glued else words
    found = next(find_dates(dated, sight.language), None)
    stamp = found[1] if found else read_iso(words) if block.length < _LONGEST_NAME else None
    if stamp is None:
        return _relative(sight, index, words)
    place = found[0] if found else Span(0, len(words))
    exact = read_iso(sight.document.times.get(index, ""))
    stamp = exact if exact and exact.time else stamp
    author = _author(sight, index, words, place)
    if author is None and _name_part(sight.page_words, words[: place.start]).strip(_EDGES):
        return None
    span = Span(block.span.start + place.start, block.span.start + place.end)
    return Head(author=author, posted=Field(value=stamp, span=span, confidence=0.9))


def _relative(sight: Sight, index: int, words: str) -> Head | None:
    """Return the head of a comment that says how long ago it was written, which gives no time."""
    match = _ago(sight.page_words).search(words)
    if match is None:
        return None
    author = _author(sight, index, words, Span(*match.span()))
    if author is None and words[: match.start()].strip(_EDGES):
        return None
    exact = read_iso(sight.document.times.get(index, "")) or _titled_time(sight, index)
    posted = Field(value=exact, span=sight.blocks[index].span, confidence=0.9) if exact else None
    return Head(author=author, posted=posted)


def _titled_time(sight: Sight, index: int) -> Timestamp | None:
    """Return the time in the title of a link in the block, where pages put it behind "2 hours ago"."""
    links = sight.document.links
    for start, _, link in links[bisect.bisect_left(links, index, key=lambda each: each[0]) :]:
        if start > index:
            return None
        title = link.attributes.get("title") or ""
        stamp = next((stamp for _, stamp in find_dates(title, sight.language)), None) or read_iso(title)
        if stamp is not None:
            return stamp
    return None


def _author(sight: Sight, index: int, words: str, time: Span) -> Span | None:
    """Return where the name before or behind the time stands."""
    for start, end in ((0, time.start), (time.end, len(words))):
        name = bare_author(sight.page_words, _name_part(sight.page_words, words[start:end]))
        name = _without_answered(sight, index, name)
        says = next((s for s in sight.page_words.says if name.casefold().endswith(f" {s}")), "")
        name = name[: len(name) - len(says)].strip(_EDGES) if says else name
        lower = name.casefold()
        behind = next((at for at in _AT if lower.endswith((f" {at}", f",{at}"))), "")
        name = name[: len(name) - len(behind)].strip(_EDGES) if behind else name
        if lower in (*sight.page_words.published, *_buttons(sight.page_words)) or lower in _AT:
            continue
        if _LETTER.search(name) and len(name) <= _LONGEST_NAME and name.count(" ") < _MOST_WORDS:
            at = sight.blocks[index].span.start + words.index(name, start)
            return Span(at, at + len(name))
    return None


def _without_answered(sight: Sight, index: int, name: str) -> str:
    """Return a name without that of who is answered, where each is a link of its own ("Ana", "Per")."""
    if " " not in name or not sight.blocks[index].linked:
        return name
    links = sight.document.links
    at = bisect.bisect_left(links, index, key=lambda each: each[0])
    first = " ".join((links[at][2].text() or "").split()) if at < len(links) and links[at][0] == index else ""
    second = at + 1 < len(links) and links[at + 1][0] == index and (links[at + 1][2].text() or "").strip()
    return first if first and second and name == f"{first} {' '.join(second.split())}" else name


# What stands between a name and a time.
_AT = frozenset({"at", "on", "um", "à", "le", "el", "a las", "в", "در", "ساعت", "uhr", "em", "am"})


def is_name(sight: Sight, index: int) -> bool:
    """Return whether a block could be a commenter's name: short, and no sentence."""
    words = sight.words(index)
    if not _LETTER.search(words) or len(words) > _LONGEST_NAME:
        return False
    return words.count(" ") < _MOST_WORDS and (not words.endswith(_SENTENCE_END) or len(words) < 16)


def is_junk(sight: Sight, index: int) -> bool:
    """Return whether a block among comments is no one's words: a heading, a button, a count of votes."""
    block = sight.blocks[index]
    words = sight.words(index)
    if not _LETTER.search(words):
        return len(_DIGIT.findall(words)) < _LEAST_DATE_DIGITS
    if is_counted_heading(words, sight.page_words) or sight.document.tag(block) in _NEVER_WORDS:
        return True
    if is_buttons(words, sight.page_words):
        return True
    return bool(_BUTTONS.search(sight.document.boxes[block.box].hint)) and block.length <= _LONGEST_NAME


def is_counted_heading(words: str, page_words: PageWords) -> bool:
    """Return whether a short line heads comments: "Comments (3)", "2 comments Sort by Oldest"."""
    if len(words) > _LONGEST_NAME:
        return False
    return is_comment_heading(words, page_words) or bool(
        words[:1].isdigit() and comment_heading_line(page_words).match(" ".join(words.split()[:2]))
    )


def is_buttons(line: str, words: PageWords) -> bool:
    """Return whether a line is nothing but buttons and counts: "Like (3) · Reply", "Beğen 2 Yanıtla"."""
    if len(line) > _LONGEST_HEAD:
        return False
    folded = line.casefold()
    return bool(_ONLY_COUNTS.fullmatch(folded) or _only_buttons(words).fullmatch(folded))


@functools.lru_cache(maxsize=64)
def _only_buttons(words: PageWords) -> WordPattern:
    buttons = _buttons(words)
    return WordPattern(buttons, rf"(?:(?<![^\W\d_])(?:{either(buttons)})(?![^\W\d_])|{_COUNT})+", flags=0)


def bare_author(words: PageWords, name: str) -> str:
    """Return a commenter's name without its number, "by" before it, and a place in brackets behind it."""
    name = _NUMBERED.sub("", _PLACED.sub("", name)).strip(_EDGES)
    label = next((by for by in words.by if name.casefold().startswith(f"{by} ")), "")
    return name[len(label) :].strip(_EDGES)


def _name_part(words: PageWords, line: str) -> str:
    """Return the part of a head that can be a name: no button, no country's code, no one answered."""
    line = _ANSWERED.split(line)[0]
    parts = [part for part in _PARTS.split(line) if part.strip(_EDGES)]
    named = [
        part for part in parts if not is_buttons(part, words) and not _COUNTRY.fullmatch(part.strip(_EDGES))
    ]
    if len(parts) < 2 and named:
        return line
    return named[0] if named else ""


@functools.lru_cache(maxsize=64)
def _buttons(words: PageWords) -> frozenset[str]:
    return frozenset((*words.reply, *words.comment_form, *load_language("en").page_words.reply))


@functools.lru_cache(maxsize=64)
def _ago(words: PageWords) -> WordPattern:
    """Return the pattern of how long ago something was: "2 hours ago", "il y a 2 jours", "vor 3 Stunden"."""
    known = (*words.ago, *load_language("en").page_words.ago)
    ago = "|".join(re.escape(word) for word in known)
    return WordPattern(
        known,
        rf"(?:\b\d+\s?[^\W\d_]+\.?\s?(?:{ago})(?!\w)|(?<!\w)(?:{ago})\s\d+\s?[^\W\d_]+|(?:^|[·•|,،–—-]\s?)(?:{ago}){_OF_DAY}$)",
    )
