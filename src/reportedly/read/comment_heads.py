"""The heads of readers' comments: who wrote, and when."""

import bisect
import re
from collections.abc import Mapping

import msgspec

from reportedly.language import PageWords, load_language
from reportedly.read.comment_ages import find_age
from reportedly.read.comment_buttons import is_buttons
from reportedly.read.comment_names import bare_author, is_answered, is_no_name, name_part
from reportedly.read.labels import comment_heading_line, is_comment_heading
from reportedly.read.shown_dates import find_dates, read_iso
from reportedly.read.sight import Sight
from reportedly.records import Field, Span, Timestamp

# Names and times are short; a head is both and a label or a count of votes.
_LONGEST_NAME = 48
_LONGEST_HEAD = 110
_MOST_WORDS = 6
_LETTER = re.compile(r"[^\W\d_]")
_DIGIT = re.compile(r"\d")
# A count of votes is glued to the minutes where a page prints no blank: "16:024 👍".
_GLUED_VOTES = re.compile(r"(?<=\d\d:\d\d)(?=\d+(?:\s|$))")
_GLUED_NAME = re.compile(r"(?<=[^\W\d_]|[.!)])(?=(?:\d{4}[-./年]\s?\d\d?|\d\d?[-./]\d\d?)[-./月]\s?\d)")
_BUTTONS = re.compile(
    r"(?:^|[^a-z])(?:reply(?![-_]?(?:item|body|text|content|wrap|box|list|inner|message|msg|comment))|voting|votes?|like|likes|actions?|share|report|rating|tools)(?:[^a-z]|$)"
)
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
    if not _DIGIT.search(words) and not find_age(words, sight.page_words, sight.language):
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
    before = bare_author(sight.page_words, name_part(sight.page_words, words[: place.start]))
    if _calls_change(sight.page_words, words[: place.start]):
        return None
    if author is None and not is_no_name(sight.page_words, before):
        return None
    span = Span(block.span.start + place.start, block.span.start + place.end)
    return Head(author=author, posted=Field(value=stamp, span=span, confidence=0.9))


def _calls_change(page_words: PageWords, words: str) -> bool:
    """Return whether what stands before a time says that something was changed then ("Last updated:")."""
    return words.casefold().strip(" :：-–—|·(") in (*page_words.updated, *_english().updated)


def _english() -> PageWords:
    return load_language("en").page_words


def _relative(sight: Sight, index: int, words: str) -> Head | None:
    """Return the head of a comment that says how long ago it was written, which gives no time."""
    age = find_age(words, sight.page_words, sight.language)
    if age is None:
        return None
    author = _author(sight, index, words, age)
    before = bare_author(sight.page_words, name_part(sight.page_words, words[: age.start]))
    if author is None and not is_no_name(sight.page_words, before):
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
        name = bare_author(sight.page_words, name_part(sight.page_words, words[start:end]))
        name = _without_answered(sight, index, name)
        if is_no_name(sight.page_words, name):
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


def is_name(sight: Sight, index: int) -> bool:
    """Return whether a block could be a commenter's name: short, and no sentence."""
    words = sight.words(index)
    if not _LETTER.search(words) or len(words) > _LONGEST_NAME:
        return False
    return words.count(" ") < _MOST_WORDS and (not words.endswith(_SENTENCE_END) or len(words) < 16)


def is_heading_name(sight: Sight, index: int, heads: Mapping[int, Head]) -> bool:
    """Return whether a heading is a commenter's name: a short one right above a line with the time alone."""
    below = heads.get(index + 1)
    if below is None or below.author is not None or sight.document.tag(sight.blocks[index]) != "h3":
        return False
    return is_name(sight, index) and not is_counted_heading(sight.words(index), sight.page_words)


def is_junk(sight: Sight, index: int) -> bool:
    """Return whether a block among comments is no one's words: a heading, a button, a count of votes."""
    block = sight.blocks[index]
    words = sight.words(index)
    if not _LETTER.search(words):
        return len(_DIGIT.findall(words)) < _LEAST_DATE_DIGITS
    if is_counted_heading(words, sight.page_words) or sight.document.tag(block) in _NEVER_WORDS:
        return True
    if block.length <= _LONGEST_HEAD and _is_change(sight, words):
        return True
    if is_buttons(words, sight.page_words) or is_answered(sight.page_words, words):
        return True
    return bool(_BUTTONS.search(sight.document.boxes[block.box].hint)) and block.length <= _LONGEST_NAME


def _is_change(sight: Sight, words: str) -> bool:
    """Return whether a line says when a comment or the list of them was changed, and no more."""
    first = next(find_dates(words, sight.language), None) if _DIGIT.search(words) else None
    return first is not None and _calls_change(sight.page_words, words[: first[0].start])


def is_counted_heading(words: str, page_words: PageWords) -> bool:
    """Return whether a short line heads comments: "Comments (3)", "2 comments Sort by Oldest"."""
    if len(words) > _LONGEST_NAME:
        return False
    return is_comment_heading(words, page_words) or bool(
        words[:1].isdigit() and comment_heading_line(page_words).match(" ".join(words.split()[:2]))
    )
