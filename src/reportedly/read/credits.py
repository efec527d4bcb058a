"""Which agencies and outlets a report was taken from, in the page's own words."""

import functools
import re
from collections.abc import Iterable, Iterator

from reportedly.language import PageWords
from reportedly.language.agencies import find_agency
from reportedly.read.agency_names import bare_name, is_agency, is_own_name, single_credits
from reportedly.read.closings import is_right, read_closing
from reportedly.read.document import Region
from reportedly.read.folding import fold
from reportedly.read.line_parts import line_parts
from reportedly.read.shown_dates import find_dates
from reportedly.read.sight import Sight, shown
from reportedly.read.word_patterns import WordPattern, either
from reportedly.records import Field, Span

# Credits stand at the end: so many blocks after the body are looked at, none longer than this.
_BELOW_BODY = 4
_LONGEST_LINE = 120
# A name that stands alone as a line is short.
_LONGEST_ALONE = 48
_EASTERN = ("zh", "ja")
# Two letters alone are a button for the size of type.
_SHORTEST_ALONE = 3
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "button"})
_NAME = r"(?P<credit>[^\W\d_«»„“\"][^\n:|;•·]{1,80}?|[«„“\"][^\n«»“”\"]{2,60}[»“”\"])"
_HEAD, _TAIL = r"[(\[（]?\s*", r"\s*[.)\]）]*\s*"
_NOT_CREDITS = (
    Region.NAVIGATION
    | Region.FORM
    | Region.COMMENTS
    | Region.RELATED
    | Region.HIDDEN
    | Region.FIGURE
    | Region.TAGS
    | Region.DIALOG
)
_LINE_PARTS = re.compile(r"\s*[|•·,،\n]\s*|\s+[–—-]\s+")
# In a head line a name behind "Source:" ends at a digit, a bar or a gap.
_IN_HEAD = r"(?P<credit>[^\W\d_][^\n:：|;•·\d]{1,40}?)\s*(?=$|[|;•·\d]|\s{2}|\s[^\W\d_]{2,8}[:：])"
# Words before a name that stand in so many sentences that only a known agency makes them a credit.
_WEAK = 8


def find_credit_lines(sight: Sight) -> dict[int, tuple[Field[str], ...]]:
    """Return the blocks that are credit lines ("Source: X", "With files from X"), each with its names.

    They stand below the last paragraphs; an agency that signs alone stands above the first one too.
    """
    found: dict[int, tuple[Field[str], ...]] = {}
    last = sight.body[-1] if sight.body else -1
    below = range(last + 1, min(len(sight.blocks), last + 1 + _BELOW_BODY))
    for index in (*sight.body[-_BELOW_BODY:], *below):
        block = sight.blocks[index]
        if (
            block.length > _LONGEST_LINE
            or _outside(sight, index)
            or is_right(sight.words(index), sight.page_words)
        ):
            continue
        names = _labelled(sight, index) or _alone(sight, index)
        if names:
            found[index] = names
    for index in _head(sight):
        names = _alone(sight, index)
        if names:
            found.setdefault(index, names)
    return found


def find_head_credits(sight: Sight) -> tuple[Field[str], ...]:
    """Return the names behind "Source:" or "with files from" in the lines about the article above it."""
    pattern = _in_head(sight.page_words)
    found: list[Field[str]] = []
    for index in _head(sight):
        found.extend(_among_others(sight, index))
        words = sight.words(index) if pattern else ""
        found.extend(_behind_date(sight, index))
        match = pattern.search(words) if pattern and (":" in words or "：" in words) else None
        if match:
            name = _known_first(match["credit"])
            found.extend(_fields(name, sight.blocks[index].span.start + match.start("credit")))
    return tuple(found)


def _behind_date(sight: Sight, index: int) -> Iterator[Field[str]]:
    """Yield the agency that stands behind the date in a line of nothing else: "2024年3月8日 南潮晚报"."""
    words = sight.words(index)
    if sight.language[:2].lower() not in _EASTERN or len(words) > _LONGEST_ALONE:
        return
    dates = [span for span, _ in find_dates(words, sight.language)]
    rest = words[dates[-1].end :].strip(" |·") if dates and not words[: dates[0].start].strip() else ""
    if rest and " " not in rest and _all_agencies(sight, rest):
        yield from _fields(rest, sight.blocks[index].span.start + words.rindex(rest))


def _known_first(words: str) -> str:
    """Return the known agency that words begin with, where pages print the next fact behind it, else all."""
    if " " not in words or find_agency(words):
        return words
    parts = [match.end() for match in re.finditer(r"\S+", words)]
    return next((words[:end] for end in reversed(parts) if find_agency(words[:end])), words)


def _among_others(sight: Sight, index: int) -> Iterator[Field[str]]:
    """Yield the agencies that a part of a byline says had a share: "A. Name, with AFP"."""
    parts = list(line_parts(sight, index, _LINE_PARTS))
    for start, part in parts:
        lower = part.casefold().replace("(", " ")
        for label in sight.page_words.files_from:
            at = (
                0
                if len(parts) > 1 and lower.startswith((f"{label} ", f"{label}:"))
                else lower.find(f" {label} ")
            )
            rest = part[at + len(label) + 1 :].strip(" :()") if at >= 0 else ""
            rest = _known_first(rest)
            if rest and (_all_agencies(sight, rest) or (at == 0 and len(label) > _WEAK)):
                yield from _fields(rest, start + part.rindex(rest))
                break


def find_closings(sight: Sight, last: int) -> tuple[Field[str], ...]:
    """Return the credits that end a paragraph below the body's last, in the same part of the page."""
    blocks = sight.blocks
    around = {blocks[last].box, sight.document.boxes[blocks[last].box].parent} - {0, -1}
    for index in range(last + 1, min(len(blocks), last + 1 + _BELOW_BODY)):
        box = blocks[index].box
        inside = box in around or sight.document.boxes[box].parent in around
        if inside and not sight.document.is_pasted and not _outside(sight, index):
            _, found = read_closing(sight, blocks[index].span)
            if found:
                return found
    return ()


def find_credits_told(sight: Sight, paragraphs: Iterable[Span], own: str) -> tuple[Field[str], ...]:
    """Return the agencies and outlets that a sentence says the report was taken from ("به نقل از …،")."""
    pattern = _taken_from(sight.page_words)
    found: list[Field[str]] = []
    for paragraph in paragraphs if pattern else ():
        text = sight.document.text
        is_own = False
        for match in pattern.finditer(text, paragraph.start, paragraph.end) if pattern else ():
            name = _told_name(sight, match["name"], follows_own=is_own)
            is_own = bool(own) and is_own_name(match["name"], own)
            if name and not is_own:
                start = match.start("name") + match["name"].index(name)
                found.append(shown(name, Span(start, start + len(name)), 0.7))
    return tuple(found)


def without_outlet(
    named: Iterable[Field[str]], outlet: Field[str] | None, words: PageWords | None = None
) -> tuple[Field[str], ...]:
    """Return credits in order, each name once, less the outlet's own name: nobody credits itself.

    With a language's words, "agencies" and the like are left out too: they name nobody.
    """
    own = outlet.value if outlet else ""
    unnamed = words.unnamed_agencies if words else ()
    kept: dict[str, Field[str]] = {}
    for credit in named:
        if credit.value.casefold() not in unnamed and not is_own_name(credit.value, own):
            known = find_agency(bare_name(credit.value))
            kept.setdefault(fold(known.name if known else bare_name(credit.value)), credit)
    return tuple(kept.values())


def _outside(sight: Sight, index: int) -> bool:
    return bool(sight.document.regions(sight.blocks[index]) & _NOT_CREDITS)


def _head(sight: Sight) -> Iterator[int]:
    """Yield the short lines between a little above the headline and the third block of the body."""
    first = sight.headline if sight.headline is not None else max(0, sight.body_start - _BELOW_BODY)
    for index in range(first, min(len(sight.blocks), sight.body_start + 2)):
        block = sight.blocks[index]
        regions = sight.document.regions(block)
        aside = regions & (_NOT_CREDITS & ~Region.NAVIGATION)
        if index != sight.headline and block.length <= _LONGEST_LINE and not aside:
            yield index


def _labelled(sight: Sight, index: int) -> tuple[Field[str], ...]:
    words = sight.words(index)
    span = sight.blocks[index].span
    for pattern, is_weak, is_list in _patterns(sight.page_words):
        match = pattern.fullmatch(words)
        if match and (not is_weak or _all_agencies(sight, match["credit"])):
            many = len(list(single_credits(match["credit"]))) > 1
            if many and (is_list or _all_agencies(sight, match["credit"])):
                return tuple(_fields(match["credit"], span.start + match.start("credit")))
            return (shown(bare_name(match["credit"]), span, 0.85),)
    return ()


def _alone(sight: Sight, index: int) -> tuple[Field[str], ...]:
    """Return the agency that a line is the bare name of."""
    block = sight.blocks[index]
    words = sight.words(index) if block.length <= _LONGEST_ALONE and not block.linked else ""
    is_short = len(words) < _SHORTEST_ALONE and not sight.document.regions(block) & Region.BYLINE
    if not words or is_short or sight.document.tag(block) in _HEADINGS or not _all_agencies(sight, words):
        return ()
    return tuple(_fields(words, block.span.start))


def _all_agencies(sight: Sight, words: str) -> bool:
    names = [name for _, name in single_credits(words)]
    return bool(names) and all(is_agency(name, sight.page_words) for name in names)


def _fields(words: str, start: int) -> Iterator[Field[str]]:
    for at, name in single_credits(words):
        yield shown(name, Span(start + at, start + at + len(name)), 0.85)


def _told_name(sight: Sight, words: str, *, follows_own: bool) -> str | None:
    """Return the longest beginning of words that names an agency or outlet."""
    words = words.strip()
    if follows_own:
        return words
    parts = [m.end() for m in re.finditer(r"\S+", words)]
    return next((words[:end] for end in reversed(parts) if is_agency(words[:end], sight.page_words)), None)


@functools.lru_cache(maxsize=64)
def _patterns(words: PageWords) -> tuple[tuple[WordPattern | re.Pattern[str], bool, bool], ...]:
    """Return the patterns of credit lines, each with whether only agencies count, and whether lists do."""
    strong = tuple(w for w in words.files_from if len(w) > _WEAK)
    weak = tuple(w for w in words.files_from if len(w) <= _WEAK)
    forms = (
        (words.source, rf"(?:{either(words.source)})\s*[:：]\s*{_NAME}{_TAIL}", False, False),
        (strong, rf"(?:{either(strong)})\s*[:：]?\s*{_NAME}{_TAIL}", False, True),
        (weak, rf"(?:{either(weak)})\s*[:：]?\s*{_NAME}{_TAIL}", True, True),
        (words.contributed, rf"{_NAME}\s+(?:{either(words.contributed)}){_TAIL}", False, True),
    )
    labelled = tuple(
        (WordPattern(labels, _HEAD + form), is_weak, is_list)
        for labels, form, is_weak, is_list in forms
        if labels
    )
    return (*labelled, *((pattern, True, True) for pattern in _unlabelled()))


@functools.cache
def _unlabelled() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a name behind a dash or a slash, and of a name alone."""
    dashed = rf"{_HEAD}[-–—/=＝]{{1,2}}\s*{_NAME}\s*/?"
    return re.compile(dashed, re.IGNORECASE), re.compile(rf"{_HEAD}{_NAME}{_TAIL}", re.IGNORECASE)


@functools.lru_cache(maxsize=64)
def _in_head(words: PageWords) -> WordPattern | None:
    if not words.source:
        return None
    pattern = rf"(?<![^\W\d_])(?:{either(words.source)})\s*[:：]\s*{_IN_HEAD}"
    return WordPattern(words.source, pattern)


@functools.lru_cache(maxsize=64)
def _taken_from(words: PageWords) -> WordPattern | None:
    """Return the pattern of what tells whence a report was taken, and of the name behind it."""
    phrases = (*words.taken_from, *words.according)
    if not phrases:
        return None
    follows = "|".join(re.escape(f" {w}") for w in phrases)
    return WordPattern(
        phrases,
        rf"(?<![^\W_])(?:{either(phrases)})\s*(?P<name>[^\s،,.;؛:()«»“”\"，。：][^،,.;؛:()«»“”\"，。：\n]{{1,48}}?)"
        rf"(?=[،,.;؛:()«“\"，。：]|{follows}|\s+on\s+(?:its|his|her|the)\s|报道|報導|消息|$)",
    )
